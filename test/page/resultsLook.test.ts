import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { findBarriers } from './support/axe.ts';
import { pageTest } from './support/pageTest.ts';
import { bringRows, listedSessions, resultsOf } from './support/resultsOf.ts';
import type { SessionPage } from './support/sessionPage.ts';

const shown = resultsOf(listedSessions(50));
const look = {
  tab: 'table',
  sort: { path: 'channel_data.duration', direction: 'desc' },
  choices: [{ facet: 'outcome', wanted: ['error'], unwanted: [] }],
  widths: [['source', 200]],
  openFacets: ['agent'],
};

const looks = (p: SessionPage): readonly Record<string, unknown>[] =>
  p.looks.map((told) => told as Record<string, unknown>);

describe('what results are looked at with', () => {
  const test = pageTest();

  test('is as it was left when they are opened again, until it is reset', {
    view: { ...shown.view, look },
  }, async (p) => {
    await bringRows(p, shown);
    await p.page.getByText(/^\d+ of 50 sessions shown$/).waitFor();
    await p.page.locator('.table-bar .chip').waitFor();
    const sorted = p.page.locator('[role=columnheader][aria-sort=descending]');
    assert.equal(await sorted.getByText('Duration', { exact: true }).count(), 1);
    await p.press('0');
    await p.page.getByText('50 sessions', { exact: true }).waitFor();
    assert.equal(await p.page.locator('.table-bar .chip').count(), 0);
    // The service's own order has its arrow, too.
    assert.equal(await sorted.count(), 1);
    assert.equal(await sorted.getByText('Start', { exact: true }).count(), 1);
    await p.until(() => looks(p).length > 0);
    assert.deepEqual(looks(p).at(-1)?.choices, []);
  });

  test('has a name that begins from right to left as the tree and the tab have it', {
    view: { ...shown.view, name: 'שיחות 42 <b>' },
  }, async (p) => {
    const name = p.page.locator('h1 bdi');
    assert.equal(await name.textContent(), 'שיחות 42 <b>');
    assert.equal(await name.evaluate((element) => getComputedStyle(element).direction), 'ltr');
  });

  test('is of the page itself when that comes back', { view: { ...shown.view, look } }, async (p) => {
    await bringRows(p, shown);
    await p.press('0');
    await p.reload();
    await bringRows(p, shown);
    await p.page.getByText('50 sessions', { exact: true }).waitFor();
  });

  test('is told without what callers said', { view: shown.view }, async (p) => {
    await bringRows(p, shown);
    await typeIn(p, 'Parameter value', 'city = Haifa');
    await typeIn(p, 'Agent version', 'of last week');
    await p.until(() => JSON.stringify(looks(p)).includes('of last week'));
    assert.doesNotMatch(JSON.stringify(looks(p)), /Haifa/u);
  });
});

describe('a value of a facet', () => {
  const test = pageTest();

  test('is looked for by typing, and taken where it is in no list', { view: shown.view }, async (p) => {
    await bringRows(p, shown);
    await typeIn(p, 'Agent version', 'of last week');
    await p.page.getByText('0 of 50 sessions shown').waitFor();
    const chosen = p.page.locator('.facet-row.active');
    assert.match((await chosen.getAttribute('aria-label')) ?? '', /^of last week, 0 sessions, filtered for/u);
    assert.deepEqual(await findBarriers(p, 'all'), []);
    await p.press('q');
    await p.until(() => p.asked.some((message) => message.type === 'filterQuery' && message.value === 'of last week'));
    await p.press('Enter');
    await p.page.getByText('50 sessions', { exact: true }).waitFor();
  });

  test('is found among those that are left, and Escape shows all of them', { view: shown.view }, async (p) => {
    await bringRows(p, shown);
    await toFacet(p, 'Agent');
    const agents = await p.page.locator('.facet-value').count();
    await p.press('/');
    await p.page.keyboard.type('no such agent');
    await p.page.getByText('None has this: Enter filters for it').waitFor();
    await p.press('Escape');
    assert.equal(await p.page.locator('.facet-value').count(), agents);
    assert.match((await p.page.locator('.facet-row.active').getAttribute('aria-label')) ?? '', /^Agent\b/u);
    assert.equal(await p.focused().getAttribute('role'), 'tree');
  });
});

async function typeIn(p: SessionPage, facet: string, typed: string): Promise<void> {
  await toFacet(p, facet);
  await p.press('/');
  await p.page.keyboard.type(typed);
  assert.deepEqual(await findBarriers(p, 'all'), []);
  await p.press('Enter');
}

async function toFacet(p: SessionPage, name: string): Promise<void> {
  await p.press('Escape', 'f', 'Home');
  for (let at = 0; at < 80; at += 1) {
    const label = (await p.page.locator('.facet-row.active').getAttribute('aria-label')) ?? '';
    if (label === name || label.startsWith(`${name}, `)) return;
    await p.press('ArrowDown');
  }
  assert.fail(`no facet ${name}`);
}
