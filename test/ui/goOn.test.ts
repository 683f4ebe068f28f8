import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import type { Emulator } from '../../src/emulator/server/server.ts';
import { startEmulator } from '../../src/emulator/server/server.ts';
import { addLiveConnection } from './support/serviceConnection.ts';
import { windowTest } from './support/windowTest.ts';

const count = 2_000;
const newest = Date.now() - 3_600_000;
/** From the newest on, as the query wants them. */
const held = Array.from({ length: count }, (_, at) => ({
  id: `call-${at}`,
  session_start_time: `${new Date(newest - at * 60_000).toISOString().slice(0, 23)}000`,
}));

describe('an export that must stop', () => {
  let service: Emulator;
  before(async () => {
    service = await startEmulator({ key: 'key-of-service', sessions: held });
  });
  after(() => service.close());

  const test = windowTest({
    keepSecrets: true,
    files: {
      'all/live.insights.json': '{ "name": "Live", "connection": "live", "from_date": "now-7d" }',
    },
  });

  test('says what it holds and why, and offers to go on', async (w) => {
    await w.openFile('live.insights.json');
    // As it may be copied from a page.
    await addLiveConnection(w, `"${service.origin}/insights/sessions",`, 'key-of-service');
    // What was asked for first is answered, and nothing after it.
    const requests = Array.from({ length: 500 }, (_, at) => at + 3);
    service.setFaults({ rules: [{ fault: { kind: 'status', status: 403 }, routes: ['search'], requests }] });
    await w.runCommand('Insights: Export All Results');
    await w.quickInputTitle('Export All Results of "Live"').waitFor();
    await w.pick('NDJSON', /^NDJSON/);
    const row = w.quickPickRow('Whole sessions').filter({ hasText: 'as it is' });
    await row.waitFor();
    await row.click();
    await w.eventually('a name is offered', async () => (await w.quickInput().inputValue()).endsWith('Live.ndjson'));
    await w.press('Enter');
    const told = w.toast(/"Live\.partial\.ndjson" holds /u);
    await told.waitFor();
    assert.match(
      (await told.textContent()) ?? '',
      /holds [\d,]+ of 2,000 sessions\. The service doesn’t allow this \(403\)/u,
    );
    await told.getByRole('button', { name: 'Go On', exact: true }).waitFor();
    await w.screenshot('export-stopped');
    const ids = idsIn(w.readFile('all/Live.partial.ndjson'));
    assert.ok(ids.length > 0 && ids.length < count, `${ids.length}`);
    assert.deepEqual(ids, idsOf(held.slice(0, ids.length)));
    assert.equal(w.hasFile('all/Live.ndjson'), false);
  });

  test('stops again where what stopped it is still there', async (w) => {
    await w.pressToastButton('"Live.partial.ndjson" holds', 'Go On');
    await w.toast(/"Live\.partial\.ndjson" holds [\d,]+ of 2,000 sessions/u).waitFor();
  });

  test('goes on after a reload, and has all that the service held, once and in order', async (w) => {
    await w.reload();
    service.setFaults(undefined);
    await w.runCommand('Insights: Go On with Export');
    await w.quickInputTitle('Go On with Export').waitFor();
    await w.quickPickRow(/Live\.ndjson.*of 2,000/su).waitFor();
    await w.screenshot('export-to-go-on-with');
    await w.press('Enter');
    await w.toast('2,000 sessions were exported.').waitFor();
    assert.deepEqual(idsIn(w.readFile('all/Live.ndjson')), idsOf(held));
    assert.deepEqual(w.findFiles('Live.partial.ndjson'), []);
    await w.runCommand('Insights: Go On with Export');
    await w.toast('There are no unfinished exports.').waitFor();
  });
});

function idsIn(text: string): readonly string[] {
  const lines = text.trimEnd().split('\n');
  return lines.map((line) => String((JSON.parse(line) as { readonly id: unknown }).id));
}

function idsOf(sessions: typeof held): readonly string[] {
  return sessions.map(({ id }) => id);
}
