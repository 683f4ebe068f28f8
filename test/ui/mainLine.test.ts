import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { windowTest } from './support/windowTest.ts';

describe('from a query file to a session, with the keyboard alone', () => {
  const test = windowTest({
    files: {
      'unknown.insights.json': '{ "connection": "nowhere" }',
      'broken.insights.json': '{ "name": "Broken", "from_date": "now-7d", ',
    },
  });

  test('what was found comes without taking the cursor', async (w) => {
    await w.openFile('failed-webhooks.insights.json');
    await w.lens('Run query').waitFor();
    await w.focusEditor();
    await w.press('Control+End');
    await w.press('Control+Alt+R');
    await w.treeRow(/^Query, Failed webhooks, \d+ of \d+ · sample · \d\d:\d\d UTC/).waitFor();
    await w.treeRow(/^With errors, \d\d-\d\d \d\d:\d\d, /).waitFor();
    await w.type(' ');
    await w.eventually('what is typed lands in the query', async () => /\}\s* $/.test(await w.editorText()));
    await w.press('Control+Z');
  });

  test('an empty answer says why, and one key mends the file', async (w) => {
    await w.openFile('nothing-to-find.insights.json');
    await w.focusEditor();
    await w.press('Control+Alt+R');
    await w.treeRow(/0 sessions – Why\?/).waitFor();
    await w.runCommand('Insights: Why 0 Results?');
    await w.quickPickRow(/Remove this clause of must/).waitFor();
    await w.pick('Write it as', 'Write it as "Marlow Coffee Orders"');
    await w.treeRow(/^Query, Nothing to find, 50 of [\d,]+/).waitFor();
    await w.save();
    const file = 'agents/nothing-to-find.insights.json';
    await w.eventually('the value is mended', () => w.readFile(file).includes('"Marlow Coffee Orders"'));
  });

  test('an unknown connection is a row with the way out', async (w) => {
    await w.openFile('unknown.insights.json');
    await w.focusEditor();
    await w.press('Control+Alt+R');
    await w.treeRow(/There is no connection named "nowhere"/).waitFor();
  });

  test('broken JSON is not run: its problems show', async (w) => {
    await w.openFile('broken.insights.json');
    await w.focusEditor();
    await w.press('Control+Alt+R');
    await w.page.locator('.markers-panel').getByText('broken.insights.json').waitFor();
    assert.equal(await w.treeRow(/^Query, Broken, failed/).count(), 0);
  });

  test('a failure keeps the old rows, which say from when they are', async (w) => {
    await w.runCommand('Insights: Simulate Faults on the Sample Connection');
    await w.pick('Unavailable', 'Unavailable');
    await w.statusBarItem('Unavailable').waitFor();
    await w.openFile('failed-webhooks.insights.json');
    await w.focusEditor();
    await w.press('Control+Alt+R');
    await w.treeRow(/The service failed \(503\)/).waitFor();
    await w.treeRow(/^From .*an earlier run/).waitFor();
  });

  test('a caller is found by a number written any way', async (w) => {
    await w.runCommand('Insights: Simulate Faults on the Sample Connection');
    await w.pick('Nothing goes wrong', 'Nothing goes wrong');
    await w.press('Control+Alt+F');
    await w.quickInput().waitFor();
    await w.quickInput().fill('+44 (7700) 900-123');
    await w
      .quickPickRow(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC\s+447700900123/)
      .first()
      .waitFor();
    await w.quickPickRow(/Search the last 30 days/).waitFor();
    await w.press('Enter');
    await w
      .viewer()
      .getByRole('listbox', { name: /^Timeline/u })
      .waitFor();
  });
});
