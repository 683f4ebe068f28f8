import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { windowTest } from './support/windowTest.ts';
import type { Workbench } from './support/workbench.ts';

const order = {
  id: '6c0f8a70-55d1-4f0e-9d53-2b6c5f0e1a11',
  agent_information: { name: 'Napoli order line' },
  session_start_time: '2026-02-03T18:22:05.101000',
  channel: 'Telephony',
  channel_data: { duration: '83000', status_code: 200 },
  source: '972523656841',
  transcription: [
    { '5f7f': 'What would you like?' },
    { user: '<img src=x onerror=alert(1)><script>alert(1)</script>' },
    { '5f7f': 'Sorry, that did not work.' },
  ],
  flow_path: [
    {
      type: 'speak',
      request_id: 'a',
      request: { payload: '{"text":"What would you like?"}' },
      response: { code: 201 },
    },
    {
      type: 'param_completion',
      request_id: 'b',
      context: { user_input: '<img src=x onerror=alert(1)><script>alert(1)</script>' },
    },
    {
      type: 'webhook',
      request_id: 'b',
      request: { verb: 'POST', url: 'https://orders.example/validate' },
      response: { code: 502, payload: '{"error":"UPSTREAM_UNAVAILABLE","owner":"bo@example.org"}' },
    },
    {
      type: 'speak',
      request_id: 'b',
      request: { payload: '{"text":"Sorry, that did not work."}' },
      response: { code: 201 },
    },
    { type: 'hover_board', request_id: 'c', response: { payload: 'not { json' } },
  ],
};

const files = {
  'order.insights-session.json': JSON.stringify(order),
  'talk.insights-session.json': JSON.stringify({ id: 't', transcription: [{ user: 'hello' }] }),
  'steps.insights-session.json': JSON.stringify({ id: 's', flow_path: [null, 4, { type: 'start' }] }),
  'part.insights-session.json': JSON.stringify({ id: 'p', params: { 'USER.NAME': { completed: true, value: 'Bo' } } }),
  'masked.insights-session.json': JSON.stringify({ id: 'm', source: '972523656842', transcription: [] }),
  'broken.insights-session.json': '{"id": ',
};

function pageHasFocus(w: Workbench): Promise<boolean> {
  return w
    .viewer()
    .locator('body')
    .evaluate(() => document.hasFocus());
}

describe('the session viewer', () => {
  const test = windowTest({ files });

  test('opens a session at its first problem, with the reason and the response beside it', async (w) => {
    await w.openFile('order.insights-session.json');
    await w.viewer().getByRole('heading', { name: 'webhook 502 · Napoli order line' }).waitFor();
    await w.viewer().locator('.row.selected .reason', { hasText: 'UPSTREAM_UNAVAILABLE' }).waitFor();
    await w.viewer().locator('.part').getByText('UPSTREAM_UNAVAILABLE').waitFor();
    await w.viewer().locator('.problem-line', { hasText: 'Answered with 502: UPSTREAM_UNAVAILABLE' }).waitFor();
    assert.equal(await w.viewer().getByText('Error', { exact: true }).count(), 1);
    await w.eventually('the timeline has the keys', async () =>
      /^Timeline/u.test((await w.viewer().locator(':focus').getAttribute('aria-label')) ?? ''),
    );
  });

  test('shows hostile text as text', async (w) => {
    await w.viewer().locator('.bubble', { hasText: '<script>alert(1)</script>' }).waitFor();
    assert.equal(await w.viewer().locator('main img, main script').count(), 0);
  });

  test('shows what was said and what ran as one list, and each alone', async (w) => {
    await w.viewer().locator('.bubble', { hasText: 'Sorry' }).click();
    await w.viewer().locator('.detail-head', { hasText: 'speak' }).waitFor();
    await w.press('2');
    await w.viewer().locator('.row.selected .step', { hasText: 'speak' }).waitFor();
    await w.press('1');
    await w.viewer().locator('.row.selected .bubble', { hasText: 'Sorry' }).waitFor();
    assert.equal(await w.viewer().locator('.step', { hasText: 'hover board' }).count(), 0);
    await w.press('3');
  });

  test('shows unknown steps and payloads that are not JSON as they are', async (w) => {
    await w.viewer().locator('.step', { hasText: 'hover board' }).click();
    await w.viewer().locator('.part .text', { hasText: 'not { json' }).waitFor();
  });

  test('has the keys where they were, after a command that found nothing to do and on the way back from the side bar', async (w) => {
    await w.openFile('talk.insights-session.json');
    await w.viewer().locator('.bubble', { hasText: 'hello' }).waitFor();
    const focused = (): Promise<string | null> => w.viewer().locator(':focus').getAttribute('aria-label');
    await w
      .viewer()
      .getByRole('listbox', { name: /^Timeline/u })
      .focus();
    await w.press('F8');
    await w.viewer().locator('[aria-live]', { hasText: 'No problems' }).waitFor({ state: 'attached' });
    await w.eventually('the timeline has the keys', async () => /^Timeline/u.test((await focused()) ?? ''));
    await w.press('Control+0');
    // Not "the page has them no more": between the two they are nowhere, and the side bar would take them after the next key.
    await w.page.locator('.part.sidebar :focus').first().waitFor({ state: 'attached' });
    await w.press('Control+1');
    await w.eventually('the page has the keys', () => pageHasFocus(w));
    await w.eventually('the timeline has the keys', async () => /^Timeline/u.test((await focused()) ?? ''));
  });

  test('opens a response beside its session, which stays', async (w) => {
    await w.openFile('order.insights-session.json');
    await w.viewer().locator('.bubble', { hasText: 'Sorry' }).waitFor();
    await w.viewer().locator('.step', { hasText: 'webhook' }).click();
    await w.viewer().locator('.problem-line', { hasText: 'Answered with 502' }).waitFor();
    await w.press('o');
    await w.tab('webhook 3 response.json').waitFor();
    await w.tab('order.insights-session.json').waitFor();
    await w.press('Control+W');
    await w.viewer().locator('.problem-line', { hasText: 'Answered with 502' }).waitFor();
  });

  test('masks personal data in all sessions by one key, and shows it again', async (w) => {
    const caller = w.viewer().locator('.session-header .fact', { hasText: 'Caller' });
    await w.openFile('order.insights-session.json');
    await caller.filter({ hasText: '972523656841' }).waitFor();
    await w.eventually('the page has the keys', () => pageHasFocus(w));
    await w.press('m');
    await caller.filter({ hasText: 'CALLER-1' }).waitFor();
    await w.statusBarItem('Personal data is masked in sessions now.').waitFor();
    await w.openFile('masked.insights-session.json');
    await caller.filter({ hasText: 'CALLER-1' }).waitFor();
    assert.equal(await w.viewer().getByText('972523656842').count(), 0);
    await w.eventually('the page has the keys', () => pageHasFocus(w));
    await w.press('m');
    await caller.filter({ hasText: '972523656842' }).waitFor();
  });

  test('searches the data, with a count', async (w) => {
    await w.openFile('order.insights-session.json');
    await w.viewer().locator('.bubble', { hasText: 'Sorry' }).waitFor();
    await w.eventually('the page has the keys', () => pageHasFocus(w));
    await w.press('/');
    await w.type('upstream');
    await w.viewer().locator('.search', { hasText: '1' }).waitFor();
    await w.press('Enter');
    await w.viewer().locator('.detail-head', { hasText: 'webhook' }).waitFor();
    await w.press('Escape');
  });

  test('follows the file', async (w) => {
    w.writeFile('order.insights-session.json', JSON.stringify({ ...order, agent_information: { name: 'Renamed' } }));
    await w.viewer().getByRole('heading', { name: 'Renamed' }).waitFor();
  });

  test('in a narrow pane, shows the list above and the step below, each with a height of its own', async (w) => {
    const wide = w.page.viewportSize();
    await w.page.setViewportSize({ width: 700, height: 700 });
    await w.press('F8');
    await w.viewer().locator('.row.selected .problem').waitFor();
    const heights = w.viewer().locator('.timeline .scroller, .detail');
    await w.eventually('both are in sight', async () =>
      (await heights.evaluateAll((all) => all.map((each) => each.clientHeight))).every((height) => height >= 60),
    );
    await w.press('Enter');
    await w.viewer().locator('.part:focus').waitFor();
    await w.viewer().getByText('UPSTREAM_UNAVAILABLE').first().waitFor();
    await w.press('Escape');
    await w.viewer().locator('.timeline .scroller:focus').waitFor();
    if (wide) await w.page.setViewportSize(wide);
  });

  const states: [file: string, says: RegExp][] = [
    ['talk', /no flow path/u],
    ['steps', /no transcript/u],
    ['part', /Part of a session/u],
    ['broken', /not valid JSON/u],
  ];
  for (const [file, says] of states) {
    test(`says what is missing: ${file}`, async (w) => {
      await w.openFile(`${file}.insights-session.json`);
      await w.viewer().getByText(says).first().waitFor();
    });
  }
});
