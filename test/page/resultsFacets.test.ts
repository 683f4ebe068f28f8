import assert from 'node:assert/strict';
import { describe } from 'node:test';
import type { Locator } from 'playwright-core';
import type { CountFacets, FacetCountsView } from '../../src/protocol/facetMessages.ts';
import { findBarriers } from './support/axe.ts';
import { pageTest } from './support/pageTest.ts';
import { bringRows, listedSessions, resultsOf } from './support/resultsOf.ts';
import type { SessionPage } from './support/sessionPage.ts';

const shown = resultsOf(listedSessions(50), {
  withoutPath: true,
  run: { total: { count: 60_000, atLeast: false }, canLoadMore: true, countsAll: true },
});

type Counted = NonNullable<FacetCountsView['counted']>;

const agents: Counted['facets'][number] = {
  facet: 'agent',
  values: [
    { text: 'Atlas Travel', count: 41_000 },
    { text: 'Only Elsewhere', count: 18_000 },
    { text: '', count: 1_000 },
  ],
  hasOthers: false,
};
const codes: Counted['facets'][number] = {
  facet: 'responseCode',
  values: Array.from({ length: 300 }, (_, at) => ({ text: String(200 + at), count: 900 - at })),
  hasOthers: true,
};

/** A service that counts agents and response codes, by as many as pass. */
function answers(passing: (asked: CountFacets) => number, more: Partial<FacetCountsView> = {}) {
  return (message: { readonly type: string }): FacetCountsView | undefined => {
    if (message.type !== 'countFacets') return undefined;
    const asked = message as CountFacets;
    const facets = [agents, codes].filter(({ facet }) => asked.facets.includes(facet));
    return { run: 1, counted: { total: 60_000, passing: passing(asked), facets }, ...more };
  };
}

const questions = (p: SessionPage): readonly CountFacets[] =>
  p.asked.flatMap((message) => (message.type === 'countFacets' ? [message] : []));

async function toRow(p: SessionPage, name: string): Promise<void> {
  await p.press('Escape', 'f', 'Home');
  for (let at = 0; at < 80; at += 1) {
    const label = (await p.page.locator('.facet-row.active').getAttribute('aria-label')) ?? '';
    if (label.startsWith(name)) return;
    await p.press('ArrowDown');
  }
  assert.fail(`no row ${name}`);
}

async function expectCount(rows: Locator, count: number): Promise<void> {
  await rows.nth(count - 1).waitFor();
  await rows.nth(count).waitFor({ state: 'detached' });
}

describe('facets of what counts everything', () => {
  const test = pageTest();

  test('are counted over all sessions, and say of which they are not', { view: shown.view }, async (p) => {
    p.answer = answers(() => 60_000);
    await bringRows(p, shown);
    await p.page.getByText('All counted: 60,000 sessions').waitFor();
    await p.page.getByRole('treeitem', { name: 'Atlas Travel, 41,000 sessions' }).waitFor();
    await p.page.getByRole('treeitem', { name: 'none, 1,000 sessions' }).waitFor();
    // Those that were not counted over everything.
    await p.page.getByRole('treeitem', { name: 'Tag, of 50 loaded' }).waitFor();
    await p.page.getByRole('treeitem', { name: 'Agent', exact: true }).waitFor();
    assert.deepEqual(questions(p).at(-1), {
      type: 'countFacets',
      facets: ['agent', 'outcome', 'tag'],
      choices: [],
      ranges: [],
      zone: 'utc',
      gone: 0,
    });
    assert.deepEqual(await findBarriers(p, 'all'), []);
  });

  test('count what passes, and filter what is loaded, which is said', { view: shown.view }, async (p) => {
    p.answer = answers(({ choices }) => (choices.length > 0 ? 41_000 : 60_000));
    await bringRows(p, shown);
    await toRow(p, 'Atlas Travel');
    await p.press('Enter');
    await p.page.getByText('41,000 of all 60,000 sessions pass, 17 of the 50 loaded').waitFor();
    assert.deepEqual(questions(p).at(-1)?.choices, [{ facet: 'agent', wanted: ['Atlas Travel'], unwanted: [] }]);
    // What nobody has that is loaded can be chosen, and asked of the query.
    await p.press('Enter');
    await toRow(p, 'Only Elsewhere');
    await p.press('q');
    assert.deepEqual(
      p.asked.filter(({ type }) => type === 'filterQuery'),
      [{ type: 'filterQuery', facet: 'agent', value: 'Only Elsewhere', occurrence: 'must' }],
    );
    await p.press('Enter');
    await p.page.getByText('0 of the 50 loaded').waitFor();
  });

  test('say that they are being counted where that takes long', { view: shown.view }, async (p) => {
    let count = (): void => {};
    const counted = new Promise<void>((resolve) => (count = resolve));
    const answer = answers(() => 60_000);
    p.answer = (message) => counted.then(() => answer(message));
    await bringRows(p, shown);
    await p.page.getByText('Counting all sessions…').waitFor();
    await p.page.getByText(/^50 of .* loaded$/u).waitFor();
    count();
    await p.page.getByText('All counted: 60,000 sessions').waitFor();
    await p.page.getByText('Counting all sessions…').waitFor({ state: 'detached' });
  });

  test('keep the keys at their row when rows above it go with the counts that come', {
    view: shown.view,
  }, async (p) => {
    const answer = answers(() => 60_000);
    const outcomes = (texts: readonly string[]): Counted['facets'][number] => ({
      facet: 'outcome',
      values: texts.map((text, at) => ({ text, count: 90 - at })),
      hasOthers: false,
    });
    p.answer = (message) => {
      const view = answer(message);
      const isChosen = message.type === 'countFacets' && (message as CountFacets).choices.length > 0;
      const outcome = outcomes(isChosen ? ['ok'] : ['ok', 'warning', 'failed']);
      return view?.counted && { ...view, counted: { ...view.counted, facets: [outcome, ...view.counted.facets] } };
    };
    await bringRows(p, shown);
    await p.page.getByText('All counted: 60,000 sessions').waitFor();
    const rows = p.page.locator('.facet-row');
    const before = await rows.count();
    await toRow(p, 'Atlas Travel');
    await p.press('Enter');
    await p.page.getByRole('treeitem', { name: 'Atlas Travel, 41,000 sessions, filtered for' }).waitFor();
    await expectCount(rows, before - 2);
    assert.match((await p.page.locator('.facet-row.active').getAttribute('aria-label')) ?? '', /^Atlas Travel, /u);
    await p.press('Enter');
    await expectCount(rows, before);
    assert.deepEqual(questions(p).at(-1)?.choices, []);
  });

  test('ask for what is to be filtered by, and say that there are more than they tell apart', {
    view: shown.view,
  }, async (p) => {
    p.answer = answers(() => 60_000);
    await bringRows(p, shown);
    await toRow(p, 'Response code');
    await p.press('Enter');
    await p.page.getByRole('treeitem', { name: '200, 900 sessions' }).waitFor();
    await p.page.getByText('More than 292 more values').waitFor();
    await p.press('ArrowDown', 'Enter');
    assert.deepEqual(
      p.asked.filter(({ type }) => type === 'ask'),
      [{ type: 'ask', facet: 'responseCode' }],
    );
  });

  test('say why they count what is loaded', { view: shown.view }, async (p) => {
    p.answer = answers(() => 0, { counted: undefined, note: 'A reason to act on.' });
    await bringRows(p, shown);
    await p.page.getByText('A reason to act on.').waitFor();
    await p.page.getByText('50 of 60,000 loaded').first().waitFor();
    assert.equal(await p.page.getByRole('treeitem', { name: 'Only Elsewhere' }).count(), 0);
  });

  test('are not asked of what counts nothing', {
    view: { ...shown.view, run: { ...shown.view.run, countsAll: false } },
  }, async (p) => {
    await bringRows(p, shown);
    await toRow(p, 'Atlas Travel');
    await p.press('Enter');
    assert.deepEqual(questions(p), []);
  });
});
