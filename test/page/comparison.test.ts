import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { longCall, newCall, orderThatWentWell, ordinaryCall } from './support/calls.ts';
import { hostileSession } from './support/hostileSession.ts';
import { pageTest } from './support/pageTest.ts';
import { comparisonOf, viewOf } from './support/viewOf.ts';

const view = comparisonOf(ordinaryCall().record(), orderThatWentWell().record(), { connection: 'production' });

describe('two sessions side by side', () => {
  const test = pageTest();

  test('open where they part, and say so', { view }, async (p) => {
    await p.page.getByRole('button', { name: /^Same for \d+ steps\. /u }).waitFor();
    await p.page.locator('.row.selected .diverges').waitFor();
    assert.equal(await p.focused().getAttribute('role'), 'listbox');
  });

  test('are walked from difference to difference by key, which is said', { view }, async (p) => {
    await p.press('Home', 'e');
    const said = p.page.getByRole('status');
    assert.match((await said.textContent()) ?? '', /^Difference \d+ of \d+: /u);
    await p.press('Shift+E', 'Shift+E');
    assert.match((await said.textContent()) ?? '', /^Difference \d+ of \d+: /u);
  });

  test('show only differences on demand, and what was left out', { view }, async (p) => {
    const all = await p.page.getByRole('option').count();
    await p.press('f');
    assert.ok((await p.page.getByRole('option').count()) < all);
    await p.page
      .getByText(/steps? alike/u)
      .first()
      .waitFor();
    await p.page.getByRole('button', { name: 'Only differences', pressed: true }).waitFor();
    await p.reload();
    await p.page
      .getByText(/steps? alike/u)
      .first()
      .waitFor();
  });

  test('lead from a pair to its detail and back', { view }, async (p) => {
    await p.page.locator('.compared', { hasText: '502' }).first().click();
    await p.press('Enter');
    assert.equal(await p.focused().getAttribute('aria-label'), 'Difference');
    const detail = p.page.locator('.detail');
    await detail.getByText('UPSTREAM_UNAVAILABLE').waitFor();
    await detail.getByText('an id that each session or request has of its own').first().waitFor();
    await p.press('Escape');
    assert.equal(await p.focused().getAttribute('role'), 'listbox');
  });

  test('have the host lay payloads and texts side by side, in the order that is shown', { view }, async (p) => {
    await p.page.locator('.compared', { hasText: '502' }).first().click();
    await p.press('o', 'd', 's', 'o', 'd');
    const [payload, text, swapped, swappedText] = p.asked;
    assert.equal(payload?.type === 'openPayloadDiff' && payload.part, 'response');
    assert.ok(payload?.type === 'openPayloadDiff' && swapped?.type === 'openPayloadDiff');
    assert.deepEqual([payload.first.side, payload.second.side], ['left', 'right']);
    assert.deepEqual([swapped.first, swapped.second], [payload.second, payload.first]);
    assert.deepEqual(
      [text, swappedText],
      [
        { type: 'compareAsText', first: 'left' },
        { type: 'compareAsText', first: 'right' },
      ],
    );
  });

  test('open at a step, each in its own place', { view }, async (p) => {
    await p.page.locator('.compared', { hasText: '502' }).first().click();
    await p.page.getByRole('button', { name: 'Open right session at this step' }).click();
    await p.press('s');
    await p.page.getByRole('button', { name: 'Open right session at this step' }).click();
    const [right, left] = p.asked;
    assert.ok(right?.type === 'openSession' && left?.type === 'openSession');
    assert.deepEqual([right.side, left.side], ['right', 'left']);
  });

  test('show what their parameters and tags ended with', { view }, async (p) => {
    await p.press('2');
    await p.page.getByRole('cell', { name: 'AB-48214' }).waitFor();
    await p.press('3');
    await p.page.getByText('failed', { exact: true }).waitFor();
  });

  test('call nodes by their names', {
    view: comparisonOf(
      { flow_path: [{ node_id: 'a', type: 'webhook' }] },
      { flow_path: [{ node_id: 'b' }] },
      { nodeNames: { a: { name: 'Look up order' } } },
    ),
  }, async (p) => {
    await p.page.locator('.compared', { hasText: 'Look up order' }).waitFor();
    await p.page.locator('.detail').getByRole('heading', { name: 'Look up order' }).waitFor();
  });

  const webhook = (token: string, headers: unknown) => ({
    flow_path: [
      {
        node_id: 'a',
        type: 'webhook',
        request: { url: `https://api.example/orders/7?token=${token}&page=2`, headers: JSON.stringify(headers) },
      },
    ],
  });
  test('differ in secrets without showing them', {
    view: comparisonOf(
      webhook('s3cr3tLeft', { Authorization: 'Bearer abcLeft', 'X-Callback': 'https://a.example/?token=abcLeft' }),
      webhook('s3cr3tRight', [
        { Key: 'Authorization', Value: ['Bearer abcRight'] },
        { Key: 'X-Callback', Value: ['https://b.example/?token=abcRight'] },
      ]),
    ),
  }, async (p) => {
    const headers = p.page.getByRole('region', { name: 'Request headers' });
    await headers.getByRole('row', { name: /^X-Callback .*••••••.*••••••/u }).waitFor();
    await p.page.getByText('Authorization', { exact: true }).waitFor();
    await p.page.getByRole('option', { name: '/orders/7?token=••••••&page=2' }).first().waitFor();
    assert.doesNotMatch((await p.page.locator('body').textContent()) ?? '', /s3cr3t|abc(?:Left|Right)/u);
  });

  test('list their keys', { view }, async (p) => {
    await p.press('?');
    const dialog = p.page.getByRole('dialog', { name: 'Shortcuts' });
    await dialog.getByText('Next / previous difference').waitFor();
    assert.deepEqual((await dialog.getByRole('listitem').allTextContents()).slice(2, 4), ['outcome', 'what was said']);
    await p.press('Escape');
    assert.equal(await p.page.getByRole('dialog').count(), 0);
    await p.page.getByRole('button', { name: 'What the icons mean (?)' }).click();
    await dialog.waitFor();
  });

  const path = (...nodes: readonly string[]) => ({ flow_path: nodes.map((node_id) => ({ node_id, type: 'speak' })) });
  test('are gone through by differences, those without a partner at once', {
    view: comparisonOf(path('a', 'b', 'c', 'd'), path('a', 'x', 'd', 'e')),
  }, async (p) => {
    const said = p.page.getByRole('status');
    await p.press('Home', 'e');
    assert.match(
      (await said.textContent()) ?? '',
      /^Difference 1 of 2: .*2 steps only at the left, 1 step only at the right$/u,
    );
    await p.press('e');
    assert.match((await said.textContent()) ?? '', /^Difference 2 of 2: .*step 4/u);
  });

  test('of two agents are told to be so', {
    view: comparisonOf(
      { ...path('a'), agent_information: { id: '1', name: 'Orders' } },
      { ...path('b'), agent_information: { id: '2', name: 'Refunds' } },
    ),
  }, async (p) => {
    await p.page.getByRole('note').getByText('Two different agents').waitFor();
  });

  test('share the width as somebody left it', { view: { ...view }, size: { width: 1400, height: 800 } }, async (p) => {
    const bar = p.page.getByRole('separator');
    await bar.focus();
    await p.press('ArrowLeft');
    assert.equal(await bar.getAttribute('aria-valuenow'), '56');
    await p.reload();
    assert.equal(await bar.getAttribute('aria-valuenow'), '56');
  });

  test('leave single keys alone for those who turned them off', {
    view: comparisonOf(ordinaryCall().record(), orderThatWentWell().record(), { singleKeys: false }),
  }, async (p) => {
    await p.press('f', '?', 'd');
    assert.deepEqual([await p.page.getByRole('dialog').count(), p.asked.length], [0, 0]);
  });

  const sentences: [what: string, left: unknown, right: unknown, says: string][] = [
    ['nothing', { id: 'a' }, { id: 'b' }, 'Neither session has a step.'],
    ['one without steps', { id: 'a' }, ordinaryCall().record(), 'The left session has no step.'],
    [
      'other flows',
      { flow_path: [{ node_id: 'a' }] },
      { flow_path: [{ node_id: 'b' }] },
      'No node ran in both sessions.',
    ],
    ['the same twice', ordinaryCall().record(), ordinaryCall().record(), 'Only times and ids differ.'],
    [
      'another answer',
      { flow_path: [{ node_id: 'a', type: 'webhook', response: { code: 502 } }] },
      { flow_path: [{ node_id: 'a', type: 'webhook', response: { code: 200 } }] },
      'Different from the start. Step 1 differs: webhook answered 502 at the left and answered 200 at the right.',
    ],
  ];
  for (const [what, left, right, says] of sentences) {
    test(`say in a sentence: ${what}`, { view: comparisonOf(left, right) }, async (p) => {
      await p.page.locator('.divergence', { hasText: says }).waitFor();
    });
  }

  test('run nothing of what callers said', {
    view: comparisonOf(hostileSession(), ordinaryCall().record()),
  }, async (p) => {
    for (const key of ['e', 'e', '2', '3', '1', 'f', 's']) await p.press(key);
  });

  const broken = {
    ...comparisonOf({}, ordinaryCall().record()),
    left: { fileName: 'x', content: { type: 'failed', reason: 'Gone.' } },
  } as const;
  test('say which side cannot be read, and read again on demand', { view: broken }, async (p) => {
    await p.page.getByRole('alert').getByText('Gone.').waitFor();
    await p.page.getByText('This session was read.').waitFor();
    p.view = view;
    await p.page.getByRole('button', { name: 'Try Again' }).click();
    await p.page.locator('.compared').first().waitFor();
  });

  test('follow their files', { view }, async (p) => {
    await p.show({ ...view, right: viewOf({ ...newCall().record(), agent_information: { name: 'Renamed' } }) });
    await p.page.getByRole('heading', { name: 'Renamed', exact: true }).waitFor();
  });

  test('are drawn only where they are in sight', {
    view: comparisonOf(longCall(2_000).record(), longCall(1_900).record()),
  }, async (p) => {
    await p.press('End');
    await p.page.locator('.compared', { hasText: '2000' }).first().waitFor();
    assert.ok((await p.page.locator('.compared').count()) < 120);
  });
});
