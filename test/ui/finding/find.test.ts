import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { stands, walk } from '../support/walking.ts';
import { windowTest } from '../support/windowTest.ts';
import type { Workbench } from '../support/workbench.ts';

const hour = 3_600_000;
const now = Date.now();
const agoText = (hours: number): string => new Date(now - hours * hour).toISOString().slice(0, 19);

/** A call whose webhook answered with a code. */
function call(id: string, hours: number, code: number, more: object = {}): object {
  return {
    id,
    session_start_time: `${agoText(hours)}.000000`,
    source: '447700900123',
    status: 'ended',
    agent_information: { name: 'Marlow Coffee' },
    channel_data: { status_code: code === 500 ? 200 : 0 },
    flow_path: [
      { type: 'start', node_id: 'n-start' },
      {
        type: 'webhook',
        node_id: 'n-hook',
        request: { url: 'https://shop.example/orders', verb: 'POST', payload: '{}' },
        response: { code, payload: `{"answer":"of ${id}"}` },
      },
    ],
    ...more,
  };
}

const calls = [
  call('c0000000-0000-4000-8000-000000000001', 5, 200),
  call('c0000000-0000-4000-8000-000000000002', 3, 500),
  call('c0000000-0000-4000-8000-000000000003', 26, 200),
  call('c0000000-0000-4000-8000-000000000004', 20 * 24, 500),
  call('c0000000-0000-4000-8000-000000000005', 4, 200, {
    source: '447700900999',
    tags_list: [{ tag: 'refund' }],
    transcription: [{ user: 'I want my money back' }],
  }),
];

const window = () =>
  windowTest({
    files: {
      'calls.ndjson': calls.map((one) => JSON.stringify(one)).join('\n'),
      '.vscode/settings.json': JSON.stringify({
        'insights.connections': { calls: { file: 'calls.ndjson' } },
        'insights.activeConnection': 'calls',
      }),
    },
  });

describe('finding a session, with the keyboard alone', () => {
  const test = window();

  test('from a pasted number to the failing webhook’s response in at most six keys', async (w) => {
    await openFinder(w);
    await paste(w, '+44 (0)7700\u00a0900 123');
    await w.quickPickRow(/With errors/u).waitFor();
    await w.eventually('the newest comes first', async () => (await times(w)).length === 3);
    const shown = await times(w);
    assert.deepEqual(shown, [...shown].sort().reverse());
    let keys = 0;
    const press = async (key: string): Promise<void> => {
      keys += 1;
      await w.press(key);
    };
    await press('Enter');
    // It opens at the first problem, with what the webhook answered beside it.
    await w
      .viewer()
      .getByText(/of c0000000-0000-4000-8000-000000000002/u)
      .first()
      .waitFor();
    assert.ok(keys <= 6);
  });

  test('what was found is a list to walk through', async (w) => {
    await stands(w, 1);
    await walk(w, 'Alt+ArrowDown', 2);
  });

  test('says how it was read, and looks further back on its last row', async (w) => {
    await openFinder(w);
    await w
      .quickPickRow(/Marlow Coffee/u)
      .first()
      .waitFor();
    await w.type('@coffee code:500');
    await w.quickInputMessage('agent “coffee”, webhook answered 500, the last 7 days').waitFor();
    await w.quickPickRow(/Search the last 30 days.*1 in the last 7 days on calls/su).waitFor();
    await w.press('ArrowUp', 'Enter');
    await w.quickInputMessage('the last 30 days').waitFor();
    await w.quickPickRow(/Search the last 120 days.*2 in the last 30 days/su).waitFor();
    await w.press('Escape');
  });

  test('shows a session while one arrows, keeps the keys, and takes it away again', async (w) => {
    const before = await w.tab(/Marlow Coffee/u).count();
    await openFinder(w);
    await w.type('447700900123');
    await w.eventually('all are there', async () => (await times(w)).length === 3);
    await w.press('ArrowDown', 'ArrowDown');
    await w.tab(`Marlow Coffee ${agoText(26).slice(0, 10)}`).waitFor();
    await w
      .viewer()
      .getByRole('listbox', { name: /^Timeline/u })
      .waitFor();
    await w.type(' 30d');
    await w.eventually('the box still has the keys', async () => (await w.quickInput().inputValue()).endsWith(' 30d'));
    await w.press('Escape');
    await w.eventually('no tab is left', async () => (await w.tab(/Marlow Coffee/u).count()) <= before);
  });

  test('what was typed becomes a query file', async (w) => {
    await openFinder(w);
    await w.type('#refund "money back"');
    await w.quickPickRow(/447700900999/u).waitFor();
    await w.press('Control+S');
    await w.tab(/lookup\.insights\.json/u).waitFor();
    for (const clause of [/"tags_list\.tag": "refund"/u, /"match_phrase"/u])
      await w.eventually(`the query has ${clause}`, async () => clause.test(await w.editorText()));
  });

  test('a line of a log names a session', async (w) => {
    w.writeFile('app.log', 'INFO request=1 session_id=c0000000-0000-4000-8000-000000000004 failed');
    await w.openFile('app.log');
    await w.focusEditor();
    await w.runCommand('Insights: Find Session in Selection');
    await w.quickPickRow(/With errors/u).waitFor();
    await w.press('Enter');
    await w.tab(`Marlow Coffee ${agoText(20 * 24).slice(0, 10)}`).waitFor();
  });
});

/** Opens the finder, and waits until the box has the keys. */
async function openFinder(w: Workbench): Promise<void> {
  await w.runCommand('Insights: Find Session…');
  await w.quickInputTitle('Find Session on calls').waitFor();
  await w.quickInput().focus();
}

/** Puts a text into the box as pasting does. */
async function paste(w: Workbench, text: string): Promise<void> {
  await w.page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text);
  await w.press('Control+V');
}

/** The times of the rows that are sessions, from top to bottom. */
async function times(w: Workbench): Promise<string[]> {
  const rows = await w.page.locator('.quick-input-list .monaco-list-row').allInnerTexts();
  return rows.flatMap((text) => /\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}/u.exec(text) ?? []);
}
