import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { keysInPage, pressAtOnce, stands, walk } from './support/walking.ts';
import { windowTest } from './support/windowTest.ts';
import type { Workbench } from './support/workbench.ts';

describe('from one session to the next, with the keyboard alone', () => {
  const test = windowTest({
    files: {
      // It begins with the sessions with which Failed webhooks begins, and is another list nevertheless.
      'pages/two-a-page.insights.json': JSON.stringify({
        ...{ name: 'Two a page', connection: 'sample', from_date: 'now-30d/d', page_size: 2 },
        filter_by: {
          must: [{ term: { 'flow_path.type': 'webhook' } }],
          should: [500, 502, 503, 504].map((code) => ({ term: { 'flow_path.response.code': code } })),
        },
      }),
    },
  });

  test('through the list that it was opened from, in the place of the one before', async (w) => {
    await openFirst(w, 'failed-webhooks.insights.json', 'Failed webhooks');
    await stands(w, 1);
    for (const [key, place] of [
      ['j', 2],
      ['j', 3],
      ['k', 2],
    ] as const) {
      await walk(w, key, place);
    }
    // As fast as keys are pressed, only the last session is opened.
    const second = await w.tabInFront();
    await pressAtOnce(w, ['j', 'j', 'k']);
    await stands(w, 3);
    await w.eventually('the third is in front', async () => (await w.tabInFront()) !== second);
    await stands(w, 3);
    await walk(w, 'k', 2);
    await walk(w, 'Alt+ArrowUp', 1);
    await w.press('k');
    await w.statusBarItem('This is the first session of Failed webhooks.').waitFor();
    await w.viewer().locator('.live', { hasText: 'first session' }).waitFor();
    await stands(w, 1);
  });

  test('at the end of a page, with the next one loaded, and the tree follows', async (w) => {
    await openFirst(w, 'two-a-page.insights.json', 'Two a page');
    await stands(w, 1);
    await walk(w, 'j', 2);
    await walk(w, 'j', 3);
    await w.treeRow(/^Query, Two a page, 4 of /).waitFor();
    await w.eventually('the third row is selected', async () => (await selectedRows(w)).includes(2));
    // The keys are still in the page.
    await walk(w, 'k', 2);
  });

  test('single keys that are off walk nowhere', async (w) => {
    w.changeSettings({ 'insights.session.singleKeys': false });
    await w.eventually('single keys are off', async () => {
      await w.press('?');
      const help = w.viewer().getByRole('dialog');
      const shown = await help.waitFor({ timeout: 2_000 }).then(
        () => true,
        () => false,
      );
      if (shown) await w.press('Escape');
      return !shown;
    });
    await walk(w, 'Alt+ArrowDown', 3);
    await w.press('j');
    await walk(w, 'Alt+ArrowDown', 4);
    // Had the letter led on too, this would lead back to the fourth.
    await walk(w, 'Alt+ArrowUp', 3);
    w.changeSettings({ 'insights.session.singleKeys': true });
  });
});

describe('a value of a session becomes a clause', () => {
  const test = windowTest({ settings: { 'files.autoSave': 'off' } });

  test('the failing webhook’s address lands in the query file, and undo takes it away', async (w) => {
    await openFirst(w, 'failed-webhooks.insights.json', 'Failed webhooks');
    const before = w.readFile('webhooks/failed-webhooks.insights.json');
    // It opens at its first problem.
    await w.viewer().locator('.timeline .scroller:focus').waitFor();
    await keysInPage(w);
    await w.press('f');
    await w.quickInputTitle('Filter for a Value').waitFor();
    await w.pick('request.url', /https:\/\/.+flow_path\.request\.url/s);
    await w.quickPickRow('the query that found this session').first().waitFor();
    await w.pick('Failed webhooks', 'the query that found this session');
    await w.statusBarItem(/Failed webhooks asks for flow_path\.request\.url/).waitFor();
    // The query stands in the second group; the page may have taken the keys back.
    await w.press('Control+2');
    await w.save();
    const clauses =
      /"must": \[\n {6}\{ "term": \{ "flow_path\.type": "webhook" \} \},\n {6}\{ "term": \{ "flow_path\.request\.url": "https:/;
    await w.eventually('the clause is in the file', () => clauses.test(text(w)));
    await w
      .viewer()
      .getByRole('listbox', { name: /^Timeline/u })
      .waitFor();

    await w.press('Control+2', 'Control+Z');
    await w.save();
    await w.eventually('the file is as it was', () => text(w) === before);
  });

  const text = (w: Workbench): string => w.readFile('webhooks/failed-webhooks.insights.json');
});

describe('the recording of a call', () => {
  const call = (audio_url: unknown) =>
    JSON.stringify({ id: 'c', channel: 'voice', status: 'ended', channel_data: { audio_url, status_code: 0 } });
  const test = windowTest({
    empty: true,
    files: {
      'old.insights-session.json': call('5f7f/8ae4.mp3'),
      'pending.insights-session.json': call(null),
      'ready.insights-session.json': call('https://recordings.example/a.mp3?token=t%2B1'),
      'script.insights-session.json': call('javascript:alert(1)'),
    },
  });

  const states: [file: string, shown: RegExp, said: RegExp][] = [
    ['old', /a path, no address/u, /can’t be opened/u],
    ['pending', /not ready yet/u, /was not ready when this file was saved/u],
    ['script', /not opened: no address/u, /address isn’t valid/u],
  ];
  for (const [file, shown, said] of states) {
    test(`that cannot be opened says why: ${file}`, async (w) => {
      await w.openFile(`${file}.insights-session.json`);
      await toSessionTab(w);
      await w.viewer().locator('.fact-row', { hasText: shown }).waitFor();
      await w.press('a');
      await w.viewer().locator('.live', { hasText: said }).waitFor();
    });
  }

  test('that is ready is opened by VS Code, which asks, and its token is nowhere on the page', async (w) => {
    await w.openFile('ready.insights-session.json');
    await toSessionTab(w);
    await w.viewer().getByRole('button', { name: 'Open in browser' }).waitFor();
    assert.doesNotMatch((await w.viewer().locator('body').textContent()) ?? '', /token=/u);
    await w.press('a');
    await w.dialog(/recordings\.example/u).waitFor();
    await w.press('Escape');
    await keysInPage(w);
  });

  test('is walked past to the next file of the folder', async (w) => {
    await w.press('j');
    await w.viewer().locator('.fact-row', { hasText: 'not opened: no address' }).waitFor();
    await w
      .viewer()
      .getByRole('group', { name: /^4 of 4 in / })
      .waitFor();
  });
});

/** Goes on from the tab that a session opens at to what it says of itself. */
async function toSessionTab(w: Workbench): Promise<void> {
  await w.viewer().getByRole('tab', { name: 'Timeline', selected: true }).waitFor();
  await keysInPage(w);
  await w.press('Shift+V');
}

/** Runs a query and opens the first session that it found. */
async function openFirst(w: Workbench, file: string, name: string): Promise<void> {
  await w.openFile(file);
  await w.lens('Run query').waitFor();
  await w.focusEditor();
  await w.press('Control+Alt+R');
  await w.treeRow(new RegExp(`^Query, ${name}, \\d+ of `)).waitFor();
  await w.press('Control+Alt+Enter');
  await w.eventually('a session has the focus', () => w.isOnSession());
  await w.press('Enter');
  await w
    .viewer()
    .getByRole('listbox', { name: /^Timeline/u })
    .waitFor();
}

/** The places of the selected rows among those below their query. */
function selectedRows(w: Workbench): Promise<number[]> {
  return w.page
    .locator('.part.sidebar')
    .getByRole('treeitem', { selected: true })
    .evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('aria-posinset')) - 1));
}
