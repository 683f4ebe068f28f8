import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { toFacet } from './support/facets.ts';
import { run } from './support/queryRuns.ts';
import { keysInPage } from './support/walking.ts';
import { windowTest } from './support/windowTest.ts';
import type { Workbench } from './support/workbench.ts';

const file = 'queries/week.insights.json';

describe('the results of a query, by keys alone', () => {
  const test = windowTest({
    files: {
      [file]: '{\n  // kept\n  "name": "The week",\n  "connection": "sample",\n  "from_date": "now-7d/d"\n}\n',
    },
  });

  test('open beside their query, lead to the failing webhook and put it into the query', async (w) => {
    await run(w, 'week.insights.json');
    await w.treeRow(/^Query, The week, 50 of /).waitFor();
    await w.focusEditor();
    await w.press('Control+Alt+G');
    await w.tab('The week').waitFor();
    await grid(w).waitFor();
    await keysInPage(w);
    await toFacet(w, 'Response code');
    await w.press('Enter', 'ArrowDown');
    await w.viewer().getByText('Not asked for yet: Enter asks').waitFor();
    await w.press('Enter');
    await w
      .viewer()
      .getByRole('treeitem', { name: /^50\d, / })
      .first()
      .waitFor();
    await toFacet(w, /^50\d, /);
    await w.press('Enter');
    await w
      .viewer()
      .getByText(/^\d+ of 50 sessions shown$/)
      .waitFor();
    await w.screenshot('readme-results');
    await w.press('q');
    await w.statusBarItem(/The week asks for flow_path\.response\.code 50\d now\./).waitFor();
    await w.press('Control+Z');
    await w.statusBarItem('Undid the last change to the query.').waitFor();
    await w.press('q');
    await w.statusBarItem(/The week asks for flow_path\.response\.code 50\d now\./).waitFor();
  });

  test('are walked through in the order and with the filter of the table', async (w) => {
    await keysInPage(w);
    await w.press('Escape', 'Control+Home', 'Enter');
    await w.tab(/\d{2}:\d{2}:\d{2} UTC/).waitFor();
    await w
      .viewer()
      .getByText(/^1 of \d+$/)
      .waitFor();
    const [, count = ''] =
      /of (\d+)/.exec(
        (await w
          .viewer()
          .getByText(/^1 of \d+$/)
          .textContent()) ?? '',
      ) ?? [];
    assert.ok(Number(count) < 50, count);
    const first = await w.tabInFront();
    await keysInPage(w);
    await w.press('j');
    await w.eventually('the next is in front', async () => (await w.tabInFront()) !== first);
    await w.viewer().getByText(`2 of ${count}`).waitFor();
    await keysInPage(w);
    await w.press('k');
    await w.eventually('the first is in front again', async () => (await w.tabInFront()) === first);
    await w.viewer().getByText(`1 of ${count}`).waitFor();
  });

  test('get a column, which is a field of the query with its comments kept', async (w) => {
    await w.openFile('week.insights.json');
    await w.focusEditor();
    await w.press('Control+Alt+G');
    await grid(w).waitFor();
    await keysInPage(w);
    await w.press('+');
    await w.pick('Language', 'Language');
    await w.statusBarItem('Language is a column now, and a field of the query.').waitFor();
    await w.viewer().getByRole('columnheader', { name: 'Language' }).waitFor();
    await w.openFile('week.insights.json');
    await w.save();
    await w.eventually('the file names the column', () => w.readFile(file).includes('"language"'));
    assert.match(w.readFile(file), /\/\/ kept/);
  });

  test('are there after a reload of the window, with an offer to run again', async (w) => {
    await w.press('Control+Alt+G');
    await grid(w).waitFor();
    await w.reload();
    await w.viewer().getByText('This query hasn’t been run in this window yet.').waitFor();
    await w.viewer().getByRole('button', { name: 'Run Query' }).press('Enter');
    await grid(w).waitFor();
  });

  test('are as they were left after their tab was closed, another run and a reload, until they are reset', async (w) => {
    await keysInPage(w);
    await w.press('0');
    await chips(w).first().waitFor({ state: 'detached' });
    await toFacet(w, 'Agent');
    await w.press('ArrowDown', 'Enter');
    // The rows that are left begin at their first cell.
    await w
      .viewer()
      .getByText(/^\d+ of \d+ sessions shown$/u)
      .waitFor();
    await w.press('Escape');
    await w.eventually('the table has the keys', () => grid(w).evaluate((one) => one.contains(document.activeElement)));
    await w.press('ArrowRight', 'ArrowRight', 's');
    await sorted(w).waitFor();
    const open = async (): Promise<void> => {
      await w.press('Control+K', 'Control+W');
      await w.eventually('no results are open', async () => (await w.tab('The week').count()) === 0);
      await w.openFile('week.insights.json');
      await w.focusEditor();
      await w.press('Control+Alt+G');
      await w.tab('The week').waitFor();
    };
    await open();
    await isAsLeft(w);
    await w.press('Control+Alt+R');
    await w
      .viewer()
      .getByText(/^\d+ of \d+$/)
      .first()
      .waitFor();
    await isAsLeft(w);
    await open();
    await w.reload();
    await w.viewer().getByRole('button', { name: 'Run Query' }).press('Enter');
    await isAsLeft(w);
    await w.runCommand('Insights: Reset Order, Filters and Widths of Results');
    await chips(w).first().waitFor({ state: 'detached' });
    await open();
    await grid(w).waitFor();
    assert.deepEqual([await chips(w).count(), await sorted(w).count()], [0, 0]);
  });
});

async function isAsLeft(w: Workbench): Promise<void> {
  await grid(w).waitFor();
  await chips(w)
    .filter({ hasText: /^Agent/ })
    .waitFor();
  await sorted(w).waitFor();
}

function chips(w: Workbench) {
  return w.viewer().locator('.table-bar .chip');
}

function sorted(w: Workbench) {
  // The service sorts by the start where nothing else is chosen.
  return w.viewer().locator('[role=columnheader][aria-sort$=scending]').filter({ hasNotText: 'Start' });
}

function grid(w: Workbench) {
  return w.viewer().getByRole('grid');
}
