import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { callLine } from '../support/callLine.ts';
import { windowTest } from '../support/windowTest.ts';
import type { Workbench } from '../support/workbench.ts';

const ours = 'c0000000-0000-4000-8000-00000000000a';
const theirs = 'c0000000-0000-4000-8000-00000000000b';

describe('what is done with what was found, with the keyboard alone', () => {
  const test = windowTest({
    files: {
      'calls.ndjson': callLine(ours, 'Marlow Coffee', 60),
      'others.ndjson': callLine(theirs, 'Harbour Taxi', 60),
      '.vscode/settings.json': JSON.stringify({
        'insights.connections': { calls: { file: 'calls.ndjson' }, others: { file: 'others.ndjson' } },
        'insights.activeConnection': 'calls',
      }),
    },
  });

  test('an id in the clipboard is found', async (w) => {
    await w.page.evaluate((text) => navigator.clipboard.writeText(text), `see session ${ours}, please`);
    await w.runCommand('Insights: Find Session in Clipboard');
    await w.quickPickRow(/Marlow Coffee/u).waitFor();
    assert.equal(await w.quickInput().inputValue(), ours);
  });

  test('it opens to the side', async (w) => {
    await w.press('Control+Enter');
    await w.tab(/^Marlow Coffee/u).waitFor();
    await w.runCommand('View: Close All Editors');
    await w.openFile('all-calls.insights.json');
    await find(w, ours);
    await w.quickPickRow(/Marlow Coffee/u).waitFor();
    await w.press('Control+Enter');
    await w.tab(/^Marlow Coffee/u).waitFor();
    const groups = w.page.locator('.editor-group-container');
    await w.eventually('it stands beside the query', async () => (await groups.count()) === 2);
  });

  test('another connection is searched for the same', async (w) => {
    await find(w, '447700900123');
    await w.quickPickRow(/Marlow Coffee/u).waitFor();
    await w.press('Control+O');
    await w.quickInputTitle('Find Session on Another Connection').waitFor();
    await w.pick('others', 'others');
    await w.quickInputTitle('Find Session on others').waitFor();
    await w.quickPickRow(/Harbour Taxi/u).waitFor();
    assert.equal(await w.quickInput().inputValue(), '447700900123');
    await w.press('Escape');
  });

  test('files are no connections with a key: those that have one are searched at once', async (w) => {
    await find(w, '447700900123');
    await w.quickPickRow(/Marlow Coffee/u).waitFor();
    await w.press('Control+Shift+O');
    await w.statusBarItem('No other connection has a key.').waitFor();
    assert.equal(await w.quickInput().inputValue(), '447700900123');
    await w.press('Escape');
  });

  test('it opens as results', async (w) => {
    await find(w, '@coffee 7d');
    await w.quickPickRow(/Marlow Coffee/u).waitFor();
    await w.press('Control+Shift+Enter');
    await w.tab(/agent “coffee”, the last 7 days/u).waitFor();
    await w
      .viewer()
      .getByText(/Marlow Coffee/u)
      .first()
      .waitFor();
  });
});

async function find(w: Workbench, text: string): Promise<void> {
  await w.runCommand('Insights: Find Session…');
  await w.quickInputTitle('Find Session on calls').waitFor();
  await w.quickInput().focus();
  await w.type(text);
}
