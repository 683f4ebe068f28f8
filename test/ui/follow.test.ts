import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe } from 'node:test';
import { callLine } from './support/callLine.ts';
import { windowTest } from './support/windowTest.ts';
import type { Workbench } from './support/workbench.ts';

const files = {
  'calls.ndjson': `${callLine('a1', 'Marlow Coffee', 90)}\n${callLine('a2', 'Marlow Coffee', 60)}\n`,
  'live.insights.json': '{ "name": "Live", "connection": "calls", "from_date": "now-1d" }',
  '.vscode/settings.json': JSON.stringify({
    'insights.connections': { calls: { file: 'calls.ndjson' } },
    'insights.activeConnection': 'calls',
    'insights.follow.interval': 5,
  }),
};

/** Has a call come to the service. */
function arrive(w: Workbench, id: string, agent: string): void {
  // Whoever reads it meanwhile finds what was there.
  fs.appendFileSync(path.join(w.workspace, 'calls.ndjson'), `${callLine(id, agent, 0)}\n`);
}

describe('following a query, with the keyboard alone', () => {
  const test = windowTest({ size: { width: 1400, height: 1200 }, files });

  test('new sessions come on top, and are new until they were looked at', async (w) => {
    await w.showContainer('Insights');
    await w.openFile('live.insights.json');
    await w.focusEditor();
    await w.press('Control+Alt+W');
    await w.statusBarItem('Following Live').waitFor();
    await w.treeRow(/^Query, Live, following · 2 of 2/u).waitFor();
    arrive(w, 'b1', 'Napoli Pizza');
    await w.statusBarItem('Following Live · 1 new').waitFor();
    await w.lens('Following, 1 new · Stop').waitFor();
    await w.treeRow(/Napoli Pizza.*new/u).waitFor();
    const sessions = (await w.treeRows()).filter((row) => /Coffee|Pizza/u.test(row));
    assert.match(sessions[0] ?? '', /Pizza/u);
    await w.press('Control+Alt+Enter');
    await w.lens('Following · Stop').waitFor();
    await w.eventually('nothing is new any more', async () => (await w.statusBarItem('1 new').count()) === 0);
  });

  test('it ends by the same key', async (w) => {
    await w.focusEditor();
    await w.press('Control+Alt+W');
    await w.eventually('it is not followed', async () => (await w.statusBarItem(/^Following/u).count()) === 0);
    await w.lens(/Follow$/u).waitFor();
  });

  test('the next session that arrives opens', async (w) => {
    await w.runCommand('Insights: Open the Next Session That Arrives');
    await w
      .statusBarItem(/Waiting for the next session/u)
      .or(w.toast(/Waiting for the next session/u))
      .first()
      .waitFor();
    arrive(w, 'b2', 'Harbour Taxi');
    await w.tab(/^Harbour Taxi/u).waitFor();
  });
});
