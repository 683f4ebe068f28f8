import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, describe } from 'node:test';
import { run } from './support/queryRuns.ts';
import { windowTest } from './support/windowTest.ts';

const query = (name: string): string =>
  `{ "name": "${name}", "connection": "sample", "from_date": "now-30d/d", "page_size": 2 }`;

describe('results are reachable', () => {
  const outside = fs.mkdtempSync(path.join(os.tmpdir(), 'insights-outside-'));
  after(() => fs.rmSync(outside, { recursive: true, force: true }));
  const test = windowTest({
    files: {
      'a.insights.json': query('First'),
      'b.insights.json': query('Second'),
      'asks.insights.json': JSON.stringify({
        name: 'Asks',
        connection: 'sample',
        inputs: ['one', 'two', 'three'].map((id) => ({ id, type: 'promptString' })),
        filter_by: { must: ['one', 'two', 'three'].map((id) => ({ term: { source: `\${input:${id}}` } })) },
      }),
    },
  });

  test('of a query file that is deleted, in a row that says so, and from the history', async (w) => {
    await run(w, 'a.insights.json');
    await w.treeRow(/^Query, First, 2 of /).waitFor();
    await w.runCommand('View: Close All Editors');
    fs.rmSync(path.join(w.workspace, 'a.insights.json'));
    await w.treeRow(/^Not in this workspace/).waitFor();
    await w.treeRow(/^Query, First, the file is gone · 2 of /).waitFor();
    await w.treeRow(/^(Successful|With warnings|With errors|In progress), \d\d-\d\d /).waitFor();
    await w.runCommand('Insights: Show Run History');
    await w.pick('First');
    await w.statusBarItem('The file of "First" is gone').waitFor();
  });

  test('of a query file outside of the workspace', async (w) => {
    const file = path.join(outside, 'outside.insights.json');
    fs.writeFileSync(file, query('Outside'));
    await w.runCommand('File: Open File...');
    // It writes the folder it is in once it has read it.
    await w.eventually('the folder is there', async () => (await w.quickInput().inputValue()).endsWith('/samples/'));
    await w.quickInput().fill(file);
    await w.quickPickRow('outside.insights.json').waitFor();
    await w.press('Enter');
    await w.tab('outside.insights.json').waitFor();
    await w.focusEditor();
    await w.press('Control+Alt+R');
    await w.treeRow(/^Query, Outside, 2 of /).waitFor();
    await w.press('Control+Alt+Enter');
    await w.eventually('a session has the focus', () => w.isOnSession());
  });

  test('of a query file that something else than VS Code renamed', async (w) => {
    await run(w, 'b.insights.json');
    await w.treeRow(/^Query, Second, 2 of /).waitFor();
    fs.renameSync(path.join(w.workspace, 'b.insights.json'), path.join(w.workspace, 'c.insights.json'));
    // Nobody tells which file it became: the results stay where they can be found.
    await w.treeRow(/^Query, Second, the file is gone · 2 of /).waitFor();
    await w.treeRow(/^Query, Second, sample$/).waitFor();
  });

  test('and answers stay when the person leaves at a later question', async (w) => {
    await run(w, 'asks.insights.json');
    await w.quickInputTitle('Asks (1/3)').waitFor();
    await w.quickInput().fill('447700900001');
    await w.press('Enter');
    await w.quickInputTitle('Asks (2/3)').waitFor();
    await w.press('Escape');
    await w.focusEditor();
    await w.press('Control+Alt+R');
    await w.quickInputTitle('Asks (1/3)').waitFor();
    await w.quickPickRow('447700900001').filter({ hasText: 'last answer' }).waitFor();
    await w.press('Escape');
    await w.quickInput().waitFor({ state: 'hidden' });
  });

  test('and a list keeps its own find', async (w) => {
    await w.treeRow(/^Query, Second/).click();
    await w.press('Control+Alt+F');
    await w.page.locator('.part.sidebar .monaco-tree-type-filter').locator('visible=true').waitFor();
    assert.equal(await w.quickInput().count(), 0);
    await w.press('Escape');
  });
});
