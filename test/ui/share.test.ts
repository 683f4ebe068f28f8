import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { keysInPage } from './support/walking.ts';
import { windowTest } from './support/windowTest.ts';
import type { Workbench } from './support/workbench.ts';

const start = `${new Date(Date.now() - 3_600_000).toISOString().slice(0, 19)}.000000`;
const time = start.slice(0, 19).replace('T', ' ');

/** The number of the caller, by which rows are told apart. */
const numberOf = (id: string): string => `4477009001${id.slice(-2)}`;

/** A call to a webhook that failed, with a number in every place. */
function call(id: string): object {
  return {
    id,
    session_start_time: start,
    source: numberOf(id),
    status: 'ended',
    agent_information: { name: 'Marlow Coffee' },
    channel_data: { status_code: 200 },
    transcription: [{ user: 'Ring me at 07700 900123' }],
    flow_path: [
      { type: 'start', node_id: 'n-start' },
      {
        type: 'webhook',
        node_id: 'n-hook',
        request: { url: 'https://shop.example/orders', verb: 'POST', payload: '{"phone":"+44 7700 900123"}' },
        response: { code: 500, payload: '{}' },
      },
    ],
  };
}

const ids = ['c0000000-0000-4000-8000-000000000001', 'c0000000-0000-4000-8000-000000000002'];

describe('a session and who it is shared with, with the keyboard alone', () => {
  const test = windowTest({
    files: {
      'calls.ndjson': ids.map((id) => JSON.stringify(call(id))).join('\n'),
      '.vscode/settings.json': JSON.stringify({
        'insights.connections': { calls: { file: 'calls.ndjson' } },
        'insights.activeConnection': 'calls',
        'workbench.editor.enablePreview': false,
      }),
    },
  });

  test('a tab says whose session it is, also of two that began in one second', async (w) => {
    for (const id of ids) await open(w, id);
    await w.tab(`Marlow Coffee ${time} UTC`).first().waitFor();
    await w.tab(`Marlow Coffee ${time} UTC (…0002)`).waitFor();
  });

  test('a step is copied masked, after what leaves was seen beside what it was', async (w) => {
    await pressShare(w);
    await w.quickPickRow('Copy Step as Markdown').waitFor();
    await w.type('step as markdown');
    await w.press('Enter');
    await w.quickPickRow('Copy Masked').waitFor();
    await w.tab(/As it is ↔ What leaves/u).waitFor();
    await w.press('Enter');
    await w.statusBarItem('Copied. Personal data is masked.').waitFor();
    const copied = await clipboard(w);
    assert.match(copied, /CALLER-\d/u);
    assert.doesNotMatch(copied, /900.?123/u);
    await w.eventually('the preview has gone', async () => (await w.tab(/What leaves/u).count()) === 0);
  });

  test('personal data leaves by choice, once', async (w) => {
    await share(w, 'session as text', 'This Once');
    await w.eventually('it is copied', async () => /447700900102/u.test(await clipboard(w)));
    await share(w, 'session as text', 'Copy Masked');
    await w.eventually('it is copied masked', async () => /CALLER-\d/u.test(await clipboard(w)));
    assert.doesNotMatch(await clipboard(w), /7700 ?900/u);
  });

  test('a session is saved as a file that opens again', async (w) => {
    await pressShare(w);
    await w.quickPickRow(/Save as File/u).waitFor();
    await w.type('save as file');
    await w.press('Enter');
    await w.quickPickRow('Save Masked').waitFor();
    await w.press('Enter');
    await w.quickInputTitle('Save Session').waitFor();
    await w.press('Enter');
    const [, id = ''] = ids;
    await w.statusBarItem(/^Saved .*Personal data is masked\./u).waitFor();
    const saved = JSON.parse(w.readFile(`${id}.insights-session.json`)) as { readonly source: string };
    assert.equal(saved.source, 'CALLER-1');
  });

  test('opened as text it is masked where sessions are', async (w) => {
    const note = w
      .viewer()
      .getByRole('note')
      .getByText(/are masked/u)
      .first();
    // A page that loads anew has the keys before it knows what they mean.
    await w.eventually('personal data is masked', async () => {
      await keysInPage(w);
      await w.press('m');
      return note.waitFor({ timeout: 10_000 }).then(
        () => true,
        () => false,
      );
    });
    await w.runCommand('Insights: Open Session as Text');
    await w.tab(/^masked /u).waitFor();
    assert.doesNotMatch(await w.editorText(), /900.?123/u);
  });
});

async function open(w: Workbench, id: string): Promise<void> {
  await w.runCommand('Insights: Find Session…');
  await w.quickInputTitle('Find Session on calls').waitFor();
  await w.quickInput().focus();
  await w.type(id);
  await w.quickPickRow(numberOf(id)).waitFor();
  await w.press('Enter');
  await w
    .viewer()
    .getByRole('listbox', { name: /^Timeline/u })
    .waitFor();
}

/** A page that was covered by the preview loads anew, and has the keys before it knows what they mean. */
async function pressShare(w: Workbench): Promise<void> {
  // The question before may still be on its way out.
  const choice = w.quickPickRow('Copy Session as Text');
  await w.eventually('the choice of what to share', async () => {
    if (await choice.isVisible()) return true;
    await keysInPage(w);
    await w.press('s');
    return choice.waitFor({ timeout: 2_000 }).then(
      () => true,
      () => false,
    );
  });
}

/** Shares what is chosen by what one types, in the way that a row says. */
async function share(w: Workbench, what: string, how: string): Promise<void> {
  await pressShare(w);
  await w.type(what);
  await w.press('Enter');
  await w.quickPickRow(how).waitFor();
  await w.type(how);
  await w.press('Enter');
  await w.eventually('the preview has gone', async () => (await w.tab(/What leaves/u).count()) === 0);
}

async function clipboard(w: Workbench): Promise<string> {
  return w.page.evaluate(() => navigator.clipboard.readText());
}
