import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { run, simulate } from './support/queryRuns.ts';
import { windowTest } from './support/windowTest.ts';
import type { Workbench } from './support/workbench.ts';

describe('queries and what they found', () => {
  const test = windowTest({
    // All rows of the tree are in sight.
    size: { width: 1400, height: 1200 },
    files: {
      'pages/by-five.insights.json':
        '{ "name": "By five", "connection": "sample", "from_date": "now-30d/d", "page_size": 5 }',
      'pages/ended.insights.json':
        '{ "name": "Ended", "description": "![pixel](https://example.com/p.png)", "connection": "sample", "from_date": "now-7d/d", "page_size": 2, "filter_by": { "must": [{ "term": { "status": "ended" } }] } }',
    },
  });

  test('loading more puts the focus on the first new row', async (w) => {
    await run(w, 'by-five.insights.json');
    await w.treeRow(/^Query, By five, 5 of /).waitFor();
    await w.press('Control+Alt+Enter');
    // Until then rows still move, and a click meets another one.
    await w.eventually('a session has the focus', () => w.isOnSession());
    await w.treeRow(/^5 of .* – Load more/).click();
    await w.treeRow(/^Query, By five, 10 of /).waitFor();
    await w.eventually(
      'the sixth session has the focus',
      async () => (await w.focusedRow()) === (await sessionRows(w))[5],
    );
    assert.equal((await sessionRows(w)).length, 10);
  });

  test('a key is about the row that the keys are at, not the selected one or the query in the editor', async (w) => {
    await w.openFile('by-five.insights.json');
    await w.runCommand('Insights: Focus on Queries View');
    await w.press('Home');
    await w.eventually('the keys are at the query', async () => {
      if ((await w.focusedRow()).startsWith('Query, Ended')) return true;
      await w.press('ArrowDown');
      return false;
    });
    await w.press('Control+Alt+R');
    await w.treeRow(/^Query, Ended, 2 of /).waitFor();
    await w.eventually('the keys are still there', async () => (await w.focusedRow()).startsWith('Query, Ended'));
  });

  test('every query of a folder runs, and each stays one row', async (w) => {
    await w.pressRowButton(/^pages/, /Run All/);
    await w.treeRow(/^Query, By five, 5 of /).waitFor();
    await w.treeRow(/^Query, Ended, 2 of /).waitFor();
    await w.switchTheme('dark');
    await run(w, 'ended.insights.json');
    await w.treeRow(/^Query, Ended, 2 of /).waitFor();
    const rows = await w.treeRows();
    assert.deepEqual(
      ['By five', 'Ended'].map((name) => rows.filter((row) => row.startsWith(name)).length),
      [1, 1],
      rows.join(' | '),
    );
  });

  test('a deleted session is named before, and leaves its row', async (w) => {
    await w.runCommand('View: Close All Editors');
    const first = /^(Successful|With warnings|With errors|In progress), \d\d-\d\d /;
    const label = (await w.treeRow(first).getAttribute('aria-label')) ?? '';
    await w.chooseFromRowMenu(first, /Delete Session/);
    const dialog = w.dialog('Delete this session for good?');
    await dialog.getByText(/[\da-f]{8}-[\da-f-]{27}, .+ UTC, on sample/).waitFor();
    await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
    await w.toast('Deleted: 1.').waitFor();
    await w.eventually('the row is gone', async () => !(await sessionRows(w)).includes(label));
    await w.treeRow(/^Query, By five, 4 of /).waitFor();
  });

  test('a session is deleted from the viewer that shows it', async (w) => {
    const first = /^(Successful|With warnings|With errors|In progress), \d\d-\d\d /;
    const before = (await sessionRows(w)).length;
    await w.treeRow(first).click();
    await w
      .viewer()
      .getByRole('listbox', { name: /^Timeline/u })
      .waitFor();
    await w.runCommand('Insights: Delete Session');
    const dialog = w.dialog('Delete this session for good?');
    await dialog.getByText(/[\da-f]{8}-[\da-f-]{27}, .+ UTC, on sample/).waitFor();
    await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
    // Another query may have found it, too.
    await w.eventually('the row is gone', async () => (await sessionRows(w)).length < before);
    await w.runCommand('View: Close All Editors');
  });

  test('a run is cancelled from its row', async (w) => {
    await simulate(w, 'No answer');
    await run(w, 'by-five.insights.json');
    await w.treeRow(/^Query, By five, searching…/).waitFor();
    await w.pressRowButton(/^Query, By five, searching…/, /Cancel/);
    await w.treeRow(/^Query, By five, cancelled/).waitFor();
  });

  test('a refused key is told from other failures', async (w) => {
    await simulate(w, 'Key refused (401)');
    await run(w, 'by-five.insights.json');
    await w.treeRow(/The service refused the API key/).waitFor();
    await simulate(w, 'Connection cut within the answer');
    await run(w, 'by-five.insights.json');
    await w.treeRow(/The answer ended in the middle|broke off in the middle/).waitFor();
    await simulate(w, 'Nothing goes wrong');
  });

  test('all results are written to a file, with numbers masked', async (w) => {
    await run(w, 'ended.insights.json');
    const query = w.treeRow(/^Query, Ended, 2 of [\d,]+/);
    await query.waitFor();
    const total = Number(
      /2 of ([\d,]+)/.exec((await query.getAttribute('aria-label')) ?? '')?.[1]?.replaceAll(',', ''),
    );
    await w.runCommand('Insights: Export All Results');
    await w.quickInputTitle('Export All Results of "Ended"').waitFor();
    await w.pick('NDJSON');
    await w.pick('Whole sessions', /masked/);
    await w.quickInput().waitFor();
    await w.eventually('the dialog offers a name', async () =>
      /Ended\.ndjson$/.test(await w.quickInput().inputValue()),
    );
    await w.press('Enter');
    await w.toast(/sessions were exported/).waitFor();
    const lines = w.readFile('pages/Ended.ndjson').trimEnd().split('\n');
    assert.equal(lines.length, total);
    const sessions = lines.map((line) => JSON.parse(line) as { id: string; source?: string });
    assert.equal(new Set(sessions.map(({ id }) => id)).size, total);
    for (const { source } of sessions) assert.doesNotMatch(source ?? '', /\d{7}/);
  });

  test('a session is found by its id', async (w) => {
    // The newest may be the one that was deleted since.
    const [, id = ''] = [...w.readFile('pages/Ended.ndjson').matchAll(/^\{"id":"([\da-f-]{36})"/gmu)].at(-1) ?? [];
    await w.press('Control+Alt+F');
    await w.quickInput().fill(id);
    await w
      .quickPickRow(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/)
      .first()
      .waitFor();
    await w.press('Enter');
    await w
      .viewer()
      .getByRole('listbox', { name: /^Timeline/u })
      .waitFor();
    await w.breadcrumb(id).waitFor();
  });

  test('an id that no session has is not cut off before what to do', async (w) => {
    await w.press('Control+Alt+F');
    await w.quickInput().fill('11111111-2222-4333-8444-555555555555');
    const row = w.quickPickRow('No session found');
    const whole =
      'There is no session with that ID on any date. It may have been deleted, or belong to another connection.';
    await row.getByText(whole, { exact: true }).waitFor();
    await w.screenshot('find-failed');
    await w.press('Escape');
  });

  test('the runs of the window are listed with what came of them', async (w) => {
    await w.runCommand('Insights: Show Run History');
    await w
      .quickPickRow(/^Ended.* UTC · sample · 2 of [\d,]+ · /)
      .first()
      .waitFor();
    await w
      .quickPickRow(/^By five.* UTC · sample · failed · /)
      .first()
      .waitFor();
    await w
      .quickPickRow(/^By five.* UTC · sample · cancelled · /)
      .first()
      .waitFor();
    await w.screenshot('run-history');
    await w.press('Escape');
  });

  test('a query that was never saved has its row while it is open', async (w) => {
    await w.runCommand('View: Close All Editors');
    await w.press('Control+Alt+N');
    await w.tab(/^Untitled-1/).waitFor();
    await w.runCommand('Change Language Mode');
    await w.pick('Insights Query');
    await w.focusEditor();
    await w.page.keyboard.insertText('{ "name": "Loose", "connection": "sample", "page_size": 3 }');
    await w.treeRow(/^Unsaved/).waitFor();
    await w.press('Control+Alt+R');
    await w.treeRow(/^Query, Loose, 3 of /).waitFor();
    await w.runCommand('View: Revert and Close Editor');
    await w.treeRow(/^Unsaved/).waitFor({ state: 'detached' });
  });
});

/** What a screen reader says of each session row, top to bottom. */
async function sessionRows(w: Workbench): Promise<readonly string[]> {
  const rows = w.page
    .locator('.part.sidebar')
    .getByRole('treeitem', { name: /^(Successful|With|In progress|Outcome)/ });
  return rows.evaluateAll((all) =>
    all
      .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
      .map((row) => row.getAttribute('aria-label') ?? ''),
  );
}
