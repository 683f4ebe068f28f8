import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { asList, asRecord, asText } from '../../src/domain/looseValues.ts';
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

function selectedSteps({ page }: SessionPage): Promise<string[]> {
  return page
    .getByRole('listbox', { name: /^Flow path/u })
    .getByRole('option', { selected: true })
    .allTextContents();
}

describe('personal data on the screen', () => {
  const test = pageTest();

  test('is masked in every place on demand, and comes back', { view: viewOf(call) }, async (p) => {
    const before = await seeEverything(p);
    for (const text of personal) assert.ok(before.includes(text), text);
    await p.act('toggleMask');
    const masked = await seeEverything(p);
    for (const text of personal) assert.ok(!masked.includes(text), text);
    assert.match(masked, /CALLER-1/u);
    await p.act('toggleMask');
    assert.ok((await seeEverything(p)).includes('447700900123'));
  });

  test('is masked without moving away from what is looked at', { view: { ...viewOf(call), step: 1 } }, async (p) => {
    await p.act('nextProblem');
    const [selected] = await selectedSteps(p);
    await p.act('toggleMask');
    assert.deepEqual(await selectedSteps(p), [selected]);
  });

  test('is masked with the names that nodes got meanwhile', { view: viewOf(call) }, async (p) => {
    const nodeNames = Object.fromEntries(nodeIds.map((id) => [id, { name: 'Greets returning callers' }]));
    const named = (): Promise<number> => p.page.getByText('Greets returning callers').count();
    await p.send({ type: 'nodeNames', nodeNames });
    const before = await named();
    assert.ok(before > 0);
    await p.act('toggleMask');
    assert.equal(await named(), before);
  });

  test('is never put into a query in its alias', { view: viewOf(call) }, async (p) => {
    const candidates = async (): Promise<readonly FilterCandidate[]> => {
      await p.act('filterFor');
      const asked = p.asked.at(-1);
      assert.equal(asked?.type, 'filter');
      return asked.candidates;
    };
    await p.act('nextProblem');
    const all = await candidates();
    assert.ok(all.some(({ path, value }) => path === 'source' && value === '447700900123'));
    await p.act('toggleMask');
    const masked = await candidates();
    assert.deepEqual(
      masked,
      all.filter(({ value }) => !personal.some((text) => value.includes(text))),
    );
    assert.ok(masked.length > 0 && masked.length < all.length);
  });

  test('is masked in a comparison too, one alias for one value, and kept so', {
    view: comparisonOf(call, orderThatWentWell().record()),
  }, async (p) => {
    const seen = async (): Promise<string> => {
      const rows = await p.page.getByRole('option').all();
      for (const row of rows) await row.click();
      return (await p.page.locator('main').textContent()) ?? '';
    };
    assert.match(await seen(), /447700900123/u);
    await p.press('m');
    const masked = await seen();
    for (const text of [...personal, '447700900456']) assert.ok(!masked.includes(text), text);
    assert.equal(new Set(masked.match(/(?<=Caller)CALLER-\d/gu)).size, 2);
    await p.reload();
    assert.doesNotMatch(await seen(), /447700900123/u);
    await p.act('toggleMask');
    assert.match(await seen(), /447700900123/u);
  });
});
