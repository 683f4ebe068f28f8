import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { hostileSessions } from './support/hostileSessions.ts';
import { hostileTexts } from './support/hostileTexts.ts';
import { pageTest } from './support/pageTest.ts';
import type { ShownResults } from './support/resultsOf.ts';
import { bringRows, listedSessions, resultsOf } from './support/resultsOf.ts';
import type { SessionPage } from './support/sessionPage.ts';

const view = resultsOf(listedSessions(200), { run: { total: { count: 200, atLeast: false } } });

type Body = (page: SessionPage) => Promise<void>;

/** Waits for the table, and answers with the words of the row with the keys. */
async function activeRow({ page }: SessionPage): Promise<string> {
  await page.getByRole('grid').waitFor();
  return (await page.locator('.grid-line.has-keys').textContent())?.replaceAll(/\s+/gu, ' ').trim() ?? '';
}

/** The rows that are announced, without the head. */
async function rowCount({ page }: SessionPage): Promise<number> {
  return Number(await page.locator('.grid').getAttribute('aria-rowcount')) - 1;
}

async function toFacet(p: SessionPage, name: string | RegExp): Promise<void> {
  await p.press('Escape', 'f', 'Home');
  for (let at = 0; at < 80; at += 1) {
    const label = (await p.page.locator('.facet-row.active').getAttribute('aria-label')) ?? '';
    if (typeof name === 'string' ? label.startsWith(name) : name.test(label)) return;
    await p.press('ArrowDown');
  }
  assert.fail(`no facet ${name}`);
}

describe('the results of a query', () => {
  const pages = pageTest();
  /** A page whose rows have come. */
  const test = (name: string, { view: shown }: { readonly view: ShownResults }, body: Body): void =>
    pages(name, { view: shown.view }, async (p) => {
      await bringRows(p, shown);
      await body(p);
    });

  test('are a grid with the keys in it, of which only what is in sight is drawn', { view }, async (p) => {
    await p.page.getByRole('grid', { name: 'Failed webhooks: 200 sessions' }).waitFor();
    assert.equal(await p.focused().getAttribute('role'), 'grid');
    assert.equal(await rowCount(p), 200);
    assert.ok((await p.page.getByRole('row').count()) < 60);
    await p.press('Control+End');
    assert.match(await activeRow(p), /2026-05-25/u);
    const active = await p.page.getByRole('grid').getAttribute('aria-activedescendant');
    assert.equal(await p.page.locator(`#${active}`).count(), 1);
  });

  test('open by Enter, and are previewed by Space', { view }, async (p) => {
    await activeRow(p);
    await p.press('j', 'j', 'Enter', ' ');
    const opened = p.asked.filter(({ type }) => type === 'open');
    assert.deepEqual(opened, [
      { type: 'open', row: 2, preview: false },
      { type: 'open', row: 2, preview: true },
    ]);
  });

  test('are sorted here when all are loaded, which is said, and walked in that order', { view }, async (p) => {
    await activeRow(p);
    await p.press('ArrowRight', 'ArrowRight', 'ArrowRight', 's');
    assert.equal(await p.page.getByRole('columnheader', { name: 'Caller' }).getAttribute('aria-sort'), 'ascending');
    assert.match((await p.page.locator('.live').textContent()) ?? '', /Sorted by Caller, ascending/u);
    await p.press('Control+Home', 'Enter');
    const [opened] = p.asked.filter((message) => message.type === 'open');
    assert.ok(opened?.type === 'open' && opened.order);
    assert.equal(opened.order.length, 200);
    assert.equal(opened.order[0], opened.row);
    await p.press('s', 's');
    assert.equal(await p.page.getByRole('columnheader', { name: 'Caller' }).getAttribute('aria-sort'), null);
  });

  test('are sorted by the service while more of them are there', {
    view: resultsOf(listedSessions(50), { run: { total: { count: 1_204, atLeast: false }, canLoadMore: true } }),
  }, async (p) => {
    await activeRow(p);
    await p.press('ArrowRight', 'ArrowRight', 'ArrowRight', 's');
    assert.deepEqual(p.asked.at(-1), { type: 'sortByService', path: 'source', direction: 'asc' });
    await p.page.getByText('50 of 1,204 loaded').first().waitFor();
    await p.page.locator('.facets').getByRole('button', { name: 'Load All' }).click();
    assert.deepEqual(p.asked.at(-1), { type: 'loadAll' });
  });

  test('are filtered by facets: either of one, both of two, one left out', { view }, async (p) => {
    await toFacet(p, 'Error');
    await p.press('Enter');
    assert.equal(await rowCount(p), 40);
    await toFacet(p, 'Warning');
    await p.press('Enter');
    const either = await rowCount(p);
    await toFacet(p, 'order');
    await p.press('x');
    assert.ok((await rowCount(p)) < either);
    assert.equal(await p.page.locator('.chip').count(), 3);
    await p.press('Escape', 'u');
    assert.equal(await rowCount(p), 200);
    await p.reload();
    await bringRows(p, view);
    assert.equal(await rowCount(p), 200);
  });

  test('are found by a webhook, which is put into the query, and taken back', { view }, async (p) => {
    await toFacet(p, 'Webhook');
    await p.press('Enter', 'ArrowDown', 'q');
    assert.deepEqual(p.asked.at(-1), {
      type: 'filterQuery',
      facet: 'webhook',
      value: 'orders.example.com/v2/find',
      occurrence: 'must',
      row: 0,
      place: 0,
    });
    await p.press('Shift+Q', 'Control+Z');
    assert.deepEqual(
      p.asked.slice(-2).map((message) => (message.type === 'filterQuery' ? message.occurrence : message.type)),
      ['must_not', 'undoQuery'],
    );
  });

  test('say which values were not asked for, and ask', {
    view: resultsOf(listedSessions(20), { withoutPath: true }),
  }, async (p) => {
    await toFacet(p, 'Response code');
    await p.press('Enter', 'ArrowDown');
    await p.page.getByText('Not asked for yet: Enter asks').waitFor();
    await p.press('Enter');
    assert.deepEqual(p.asked.at(-1), { type: 'ask', facet: 'responseCode' });
  });

  test('are grouped by a column, whose groups fold', { view }, async (p) => {
    await activeRow(p);
    await p.press('ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'g', 'Control+Home');
    await p.page.getByRole('row', { name: /Atlas Travel: 67 sessions/u }).waitFor();
    assert.equal(await rowCount(p), 203);
    await p.press('Enter');
    assert.equal(await rowCount(p), 203 - 67);
    await p.press('Enter', 'g');
    assert.equal(await rowCount(p), 200);
  });

  test('are found in, drawn or not', { view }, async (p) => {
    await activeRow(p);
    await p.press('/');
    await p.page.locator('.find').waitFor();
    await p.page.keyboard.type('2026-05-25');
    await p.press('Enter');
    assert.match(await activeRow(p), /2026-05-25/u);
    await p.press('Escape', 'n');
    assert.equal(await p.focused().getAttribute('role'), 'grid');
  });

  test('are selected in ranges, copied, compared and deleted', { view }, async (p) => {
    await activeRow(p);
    await p.press('j', 'Shift+ArrowDown', 'd', 'Control+C', 'Delete', 'e');
    const [compared, copied, deleted, exported] = p.asked;
    assert.deepEqual(compared, { type: 'compare', rows: [1, 2] });
    assert.deepEqual(copied?.type === 'copyRows' && [...copied.rows, copied.format], [1, 2, 'tsv']);
    assert.deepEqual(deleted?.type === 'delete' && [...deleted.rows], [1, 2]);
    assert.equal(exported?.type === 'export' && exported.rows.length, 200);
  });

  test('have columns that are moved, stretched, taken away and added by key', { view }, async (p) => {
    await activeRow(p);
    await p.press('ArrowRight', 'ArrowRight', 'Alt+ArrowRight', '-', '+', '>');
    assert.deepEqual(p.asked, [
      { type: 'moveColumn', path: 'channel_data.status_code', to: 2 },
      { type: 'removeColumn', path: 'source' },
      { type: 'addColumn' },
    ]);
    assert.match((await p.page.locator('.live').textContent()) ?? '', /Caller is 166 pixels wide/u);
  });

  test('have columns that the mouse drags to where a mark stands', { view }, async (p) => {
    await activeRow(p);
    const { mouse } = p.page;
    const centre = async (name: string) => {
      const box = await p.page.getByRole('columnheader', { name }).boundingBox();
      assert.ok(box);
      return { x: box.x + box.width / 2, y: box.y + box.height / 2, end: box.x + box.width };
    };
    const [caller, agent] = [await centre('Caller'), await centre('Agent')];
    const mark = p.page.locator('.drop-mark');
    await mouse.move(caller.x, caller.y);
    await mouse.down();
    await mouse.move(caller.x + 2, caller.y);
    assert.equal(await mark.count(), 0);
    await mouse.move(agent.x + 10, agent.y, { steps: 3 });
    await mark.waitFor();
    assert.ok(Math.abs(((await mark.boundingBox())?.x ?? 0) + 1 - agent.end) < 3);
    await p.screenshot('results-drag-column');
    await mouse.up();
    await mark.waitFor({ state: 'detached' });
    const moved = p.asked.filter(({ type }) => type === 'moveColumn');
    assert.deepEqual(moved, [{ type: 'moveColumn', path: 'source', to: 3 }]);
    // A drag that is given up, or ends where it began, moves nothing, and sorts by nothing.
    await mouse.move(caller.x, caller.y);
    await mouse.down();
    await mouse.move(agent.x + 10, agent.y, { steps: 3 });
    await mark.waitFor();
    await p.press('Escape');
    await mark.waitFor({ state: 'detached' });
    await mouse.up();
    await mouse.move(caller.x, caller.y);
    await mouse.down();
    await mouse.move(caller.x - 20, caller.y, { steps: 3 });
    await mouse.up();
    assert.equal(p.asked.filter(({ type }) => type === 'moveColumn').length, 1);
    const caller0 = p.page.getByRole('columnheader', { name: 'Caller' });
    assert.equal(await caller0.getAttribute('aria-sort'), null);
    await caller0.click();
    assert.equal(await caller0.getAttribute('aria-sort'), 'ascending');
  });

  test('are charted, and a range of a chart narrows the table or becomes the dates', { view }, async (p) => {
    await activeRow(p);
    await p.press('2');
    const chart = p.page.getByRole('listbox', { name: /^Sessions over Time/u });
    await chart.waitFor();
    assert.match((await chart.getByRole('option').first().getAttribute('aria-label')) ?? '', /session/u);
    await p.press('ArrowRight', 'Shift+ArrowRight', 'q');
    const [dates] = p.asked.filter((message) => message.type === 'setDates');
    assert.ok(dates?.type === 'setDates' && dates.to > dates.from);
    await p.press('Enter');
    const shown = await rowCount(p);
    assert.ok(shown > 0 && shown < 200, String(shown));
    await p.page.locator('.chip', { hasText: 'Start 2026-05-2' }).waitFor();
    await p.page.getByRole('tab', { name: 'Charts' }).click();
    await p.page.getByText(/Half of the sessions took no longer than/u).waitFor();
    await p.page.getByText('Numbers as a table').first().click();
    await p.page.getByRole('columnheader', { name: 'Sessions' }).first().waitFor();
  });

  test('follow the session that is walked to elsewhere', { view }, async (p) => {
    await activeRow(p);
    await p.send({ type: 'walked', row: 150 });
    await p.page.locator('.grid-line.has-keys').waitFor();
    assert.match(await activeRow(p), /2026-05-26/u);
  });

  test('leave single keys alone for those who turned them off', {
    view: resultsOf(listedSessions(20), { singleKeys: false }),
  }, async (p) => {
    await activeRow(p);
    await p.press('s', 'd', '+', '?', '2');
    assert.deepEqual(p.asked, []);
    assert.equal(await p.page.getByRole('dialog').count(), 0);
  });

  test('list their keys', { view }, async (p) => {
    await activeRow(p);
    await p.press('?');
    await p.page.getByRole('dialog', { name: 'Shortcuts' }).getByText('Preview it beside').waitFor();
    await p.press('Escape');
    assert.equal(await p.focused().getAttribute('role'), 'grid');
  });

  test('run nothing of what callers said, wherever it stands', { view: resultsOf(hostileSessions()) }, async (p) => {
    await activeRow(p);
    for (const facet of ['Tag', 'Parameter', 'Parameter value', 'Webhook', 'Node', 'Step type', 'Agent version']) {
      await toFacet(p, new RegExp(`^${facet}(,|$)`, 'u'));
      const open = await p.page.locator('.facet-row.active').getAttribute('aria-expanded');
      if (open !== 'true') await p.press('Enter');
      await p.press('ArrowDown', 'Enter');
    }
    await p.press('Escape', 'u', 'ArrowRight', 'g', '2', '1', 'g');
    assert.equal(await rowCount(p), hostileTexts.length);
  });
});
