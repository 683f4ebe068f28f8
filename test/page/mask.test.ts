import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { asList, asRecord, asText } from '../../src/domain/json/looseValues.ts';
import type { FilterCandidate } from '../../src/protocol/messages.ts';
import { orderThatWentWell, ordinaryCall } from './support/calls.ts';
import { pageTest } from './support/pageTest.ts';
import { seeEverything } from './support/seeEverything.ts';
import type { SessionPage } from './support/sessionPage.ts';
import { comparisonOf, viewOf } from './support/viewOf.ts';

const call = ordinaryCall().record();
const nodeIds = asList(call.flow_path).map((step) => asText(asRecord(step).node_id));
/** What nobody who looks over a shoulder is to see. */
const personal = ['447700900123', 'kitchen@napoli.example.com'];
const [open, masked] = [viewOf(call), viewOf(call, { masked: true })];

function selectedSteps({ page }: SessionPage): Promise<string[]> {
  return page
    .getByRole('listbox', { name: /^Timeline/u })
    .getByRole('option', { selected: true })
    .allTextContents();
}

describe('personal data on the screen', () => {
  const test = pageTest();

  test('is masked in every place, and comes back', { view: open }, async (p) => {
    const before = await seeEverything(p);
    for (const text of personal) assert.ok(before.includes(text), text);
    await p.show(masked);
    const seen = await seeEverything(p);
    for (const text of personal) assert.ok(!seen.includes(text), text);
    assert.match(seen, /CALLER-1/u);
    await p.show(open);
    assert.ok((await seeEverything(p)).includes('447700900123'));
  });

  const noMask = 'masks didn’t load';
  const withoutMask = async (p: SessionPage): Promise<void> => {
    await p.page.route('**/mask.js', (route) => route.abort());
    // The mask is part of what it waits for.
    void p.reload().catch(() => {});
    await p.page.getByRole('alert').filter({ hasText: noMask }).waitFor();
    await p.forgive(/mask\.js|ERR_FAILED/u);
    await p.page.unroute('**/mask.js');
  };

  test('is not shown at all where it is to be masked and can’t be, which is said', { view: masked }, async (p) => {
    await withoutMask(p);
    const shown = (await p.page.locator('body').textContent()) ?? '';
    for (const text of personal) assert.ok(!shown.includes(text), text);
  });

  test('can be looked at without the mask, secrets stay covered, and it is said', { view: open }, async (p) => {
    await withoutMask(p);
    await p.page.getByText('447700900123').first().waitFor();
    assert.equal(await p.page.getByRole('alert').filter({ hasText: noMask }).count(), 1);
  });

  test('is masked for all sessions by one key, whose name is shown where it works', { view: open }, async (p) => {
    await p.press('m');
    assert.deepEqual(p.asked.at(-1), { type: 'run', action: 'toggleMask' });
    await p.show(masked);
    await p.page.getByRole('note').getByText('Press m').waitFor();
    await p.show(viewOf(call, { masked: true, singleKeys: false }));
    assert.doesNotMatch((await p.page.getByRole('note').textContent()) ?? '', /Press m/u);
  });

  test('is masked without moving away from what is looked at', { view: { ...open, step: 1 } }, async (p) => {
    await p.act('nextProblem');
    const [selected] = await selectedSteps(p);
    await p.show(masked);
    assert.deepEqual(await selectedSteps(p), [selected]);
  });

  test('is masked with what is searched for still found', { view: open }, async (p) => {
    await p.press('/');
    await p.page.keyboard.type('order');
    const count = async (): Promise<string> =>
      (await p.page
        .getByRole('search')
        .getByText(/\d matches$/u)
        .textContent()) ?? '';
    const found = await count();
    assert.match(found, /^\d+ matches$/u);
    await p.show(masked);
    assert.equal(await count(), found);
  });

  test('is masked with the names that nodes got meanwhile', { view: open }, async (p) => {
    const nodeNames = Object.fromEntries(nodeIds.map((id) => [id, { name: 'Greets returning callers' }]));
    const named = (): Promise<number> => p.page.getByText('Greets returning callers').count();
    // All rows are in sight, also below the line that says what is masked.
    await p.page.setViewportSize({ width: 1200, height: 1600 });
    await p.send({ type: 'nodeNames', nodeNames });
    const before = await named();
    assert.ok(before > 0);
    await p.show(viewOf(call, { masked: true, nodeNames }));
    assert.equal(await named(), before);
  });

  test('is never put into a query in its alias', { view: open }, async (p) => {
    const candidates = async (): Promise<readonly FilterCandidate[]> => {
      await p.act('filterFor');
      const asked = p.asked.at(-1);
      assert.equal(asked?.type, 'filter');
      return asked.candidates;
    };
    await p.act('nextProblem');
    const all = await candidates();
    assert.ok(all.some(({ path, value }) => path === 'source' && value === '447700900123'));
    await p.show(masked);
    const offered = await candidates();
    assert.deepEqual(
      offered,
      all.filter(({ value }) => !personal.some((text) => value.includes(text))),
    );
    assert.ok(offered.length > 0 && offered.length < all.length);
  });

  const others = orderThatWentWell().record();
  test('is masked in a comparison too, one alias for one value', { view: comparisonOf(call, others) }, async (p) => {
    const seen = async (): Promise<string> => {
      for (const row of await p.page.getByRole('option').all()) await row.click();
      return (await p.page.locator('main').textContent()) ?? '';
    };
    assert.match(await seen(), /447700900123/u);
    await p.press('m');
    assert.deepEqual(p.asked.at(-1), { type: 'toggleMask' });
    await p.show(comparisonOf(call, others, { masked: true }));
    const shown = await seen();
    for (const text of [...personal, '447700900456']) assert.ok(!shown.includes(text), text);
    assert.equal(new Set(shown.match(/(?<=Caller)CALLER-\d/gu)).size, 2);
  });
});
