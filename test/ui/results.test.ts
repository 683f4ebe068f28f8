import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { run, simulate } from './support/queryRuns.ts';
import { windowTest } from './support/windowTest.ts';
import type { Workbench } from './support/workbench.ts';

describe('results that aren’t what was asked for', () => {
  const test = windowTest({
    files: {
      'all/agent.insights.json':
        '{ "name": "Agent", "connection": "sample", "filter_by": { "must": [{ "term": { "agent_information.name": "Nobody" } }] } }',
      'all/undated.insights.json':
        '{ "name": "Undated", "connection": "undated", "from_date": "2026-05-01", "to_date": "2026-05-03" }',
      'undated.ndjson': '{"id":"a","session_start_time":"2026-05-02T10:00:00.000000"}\n{"id":"b"}\n',
    },
    settings: { 'insights.connections': { undated: { file: 'undated.ndjson' } } },
  });

  test('say so above their table', async (w) => {
    await simulate(w, 'Sessions that don’t match the filter');
    await run(w, 'agent.insights.json');
    await w.lens(/50 of [\d,]+ sessions, some don’t match the filter/).waitFor();
    await w.runCommand('Insights: Open Results');
    const note = (text: string) => w.viewer().getByRole('note').getByText(text);
    await note('Some sessions don’t match the filter: the service may not heed all of it.').waitFor();
    // A page that has the keys takes them from a list that opens.
    await w.openFile('undated.insights.json');
    await w.focusEditor();
    await simulate(w, 'Nothing goes wrong');
    await run(w, 'undated.insights.json');
    await w.treeRow(/^Query, Undated, 1 of 1/).waitFor();
    await w.runCommand('Insights: Open Results');
    await note('1 of 2 sessions of the file is in no range: no session_start_time that can be read.').waitFor();
  });
});

describe('what is done with results', () => {
  const test = windowTest({
    files: {
      'all/few.insights.json':
        '{ "name": "Few", "connection": "sample", "from_date": "now-7d/d", "page_size": 6, "project_fields": ["source", "channel_data.status_code"] }',
      'all/many.insights.json': '{ "name": "Many", "connection": "sample", "from_date": "now-120d" }',
    },
  });

  test('several sessions are deleted only after a word was typed, and only those that were selected', async (w) => {
    await run(w, 'few.insights.json');
    await w.treeRow(/^Query, Few, 6 of /).waitFor();
    await w.press('Control+Alt+Enter');
    await w.eventually('the first session has the focus', () => w.isOnSession());
    await selectSessions(w, 3);
    await w.press('Shift+F10');
    await w.chooseFromMenu('Delete Session');
    const dialog = w.dialog('Delete these 3 sessions for good?');
    await dialog
      .getByText(/[\da-f]{8}-[\da-f-]{27}, .+ UTC, on sample/)
      .first()
      .waitFor();
    await w.screenshot('delete-several');
    await dialog.getByRole('button', { name: 'Delete', exact: true }).press('Enter');
    await w.quickInputMessage(/Type "delete" to delete 3 sessions/).waitFor();
    await w.answer('yes');
    await w.quickInputMessage('Type "delete".').waitFor();
    await w.answer('delete');
    await w.treeRow(/^Query, Few, 3 of /).waitFor();
    await told(w, 'Deleted: 3.');
  });

  test('a deletion whose answer is lost is not told as one that failed', async (w) => {
    await simulate(w, 'Connection cut within the answer');
    await w.chooseFromRowMenu(/^(Successful|With warnings|With errors|In progress), \d\d-\d\d /, /Delete Session/);
    await w.dialog('Delete this session for good?').getByRole('button', { name: 'Delete', exact: true }).press('Enter');
    await told(w, /Deleted: 0, perhaps deleted, run the query again to see: 1 \([\da-f-]+\)\. /);
    await simulate(w, 'Nothing goes wrong');
    await run(w, 'few.insights.json');
    await w.treeRow(/^Query, Few, 6 of /).waitFor();
  });

  const files = [
    { format: 'CSV', content: 'The query’s fields', masked: false, name: 'all/Few.csv' },
    { format: 'JSON', content: 'Whole sessions', masked: true, name: 'all/Few.json' },
    { format: 'NDJSON', content: 'Whole sessions', masked: false, name: 'all/Few.ndjson' },
  ] as const;
  for (const { format, content, masked, name } of files) {
    test(`exports ${format}, ${content.toLowerCase()}, ${masked ? 'masked' : 'as they are'}`, async (w) => {
      const total = await totalOf(w, 'Few');
      await exportAs(w, { query: 'Few', format, content, masked });
      await w.eventually('the file is there', () => w.hasFile(name));
      await told(w, `${total} sessions were exported.`);
      const text = w.readFile(name);
      const lines = text.trimEnd().split(/\r?\n/);
      const rows = format === 'JSON' ? (JSON.parse(text) as unknown[]) : lines.slice(format === 'CSV' ? 1 : 0);
      assert.equal(rows.length, total);
      assert.equal(/4477009\d{5}/.test(text), !masked);
      if (format === 'CSV') assert.match(text, /^\uFEFFid,session_start_time,source,channel_data\.status_code\r\n/);
    });
  }

  test('an export that is cancelled keeps what is complete, and says so', async (w) => {
    await simulate(w, 'Slow answers');
    await run(w, 'many.insights.json');
    await exportAs(w, { query: 'Many', format: 'NDJSON', content: 'Whole sessions', masked: true });
    const progress = w.toast(/Exporting "Many": [1-9]\d* of /);
    await progress.waitFor();
    await w.screenshot('export-progress');
    await progress.getByRole('button', { name: 'Cancel' }).press('Enter');
    const told = w.toast(/\.partial\.\w+" holds [\d,]+ of [\d,]+ sessions\. Cancelled\./);
    await told.waitFor();
    const [, held = ''] = /holds ([\d,]+) of/.exec((await told.textContent()) ?? '') ?? [];
    await w.screenshot('export-cancelled');
    const lines = w.readFile('all/Many.partial.ndjson').trimEnd().split('\n');
    assert.equal(lines.length, Number(held.replaceAll(',', '')));
    for (const line of lines) assert.match(String((JSON.parse(line) as { id: unknown }).id), /./);
    assert.deepEqual(w.findFiles('Many.ndjson'), []);
    await w.runCommand('Notifications: Clear All Notifications');
  });

  test('an export that fails at once leaves no file, and offers the way out', async (w) => {
    await simulate(w, 'Key refused (401)');
    await exportAs(w, { query: 'Many', format: 'CSV', content: 'Whole sessions', masked: true });
    await w.toast('The service refused the API key').getByRole('button', { name: 'Set API Key' }).waitFor();
    assert.equal(w.hasFile('all/Many.csv'), false);
    await w.runCommand('Notifications: Clear All Notifications');
  });

  test('a run ends by a key', async (w) => {
    await simulate(w, 'No answer');
    await run(w, 'few.insights.json');
    await w.treeRow(/^Query, Few, searching…/).waitFor();
    await w.focusEditor();
    await w.press('Control+Alt+C');
    await w.treeRow(/^Query, Few, cancelled/).waitFor();
    await simulate(w, 'Nothing goes wrong');
  });

  test('a session of which the service has only the parameters says that it is a part', async (w) => {
    await run(w, 'few.insights.json');
    await w.treeRow(/^Query, Few, 6 of /).waitFor();
    await simulate(w, 'Only the parameters of a session');
    await w.focusEditor();
    await w.press('Control+Alt+Enter');
    await w.eventually('the first session has the focus', () => w.isOnSession());
    await w.press('Enter');
    await w.viewer().getByText('Part of a session: the service has its parameters').waitFor();
    await w.screenshot('part-of-a-session');
  });
});

/** Selects rows downwards until so many of them are sessions. The row of a day may be among them. */
async function selectSessions(w: Workbench, count: number): Promise<void> {
  const selected = (): Promise<string[]> =>
    w.page
      .locator('.part.sidebar')
      .getByRole('treeitem', { selected: true })
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? ''));
  for (;;) {
    const before = await selected();
    if (before.filter((row) => /^(Successful|With warnings|With errors|In progress), /.test(row)).length >= count)
      return;
    await w.press('Shift+ArrowDown');
    await w.eventually('one more row is selected', async () => (await selected()).length > before.length);
  }
}

/** Finds a message among all that were told, and takes them away: VS Code shows no toast for one that comes right after others. */
async function told(w: Workbench, message: string | RegExp): Promise<void> {
  const center = w.page.locator('.notifications-center.visible');
  await w.page.locator('[id="status.notifications"]').click();
  await center.getByText(message).first().waitFor();
  await w.runCommand('Notifications: Clear All Notifications');
}

async function exportAs(
  w: Workbench,
  { query, format, content, masked }: { query: string; format: string; content: string; masked: boolean },
): Promise<void> {
  await w.runCommand('Insights: Export All Results');
  await w.quickInputTitle(`Export All Results of "${query}"`).waitFor();
  await w.pick(format, new RegExp(`^${format}`));
  const row = w.quickPickRow(content).filter({ hasText: masked ? 'masked' : 'as it is' });
  await row.waitFor();
  await row.click();
  await w.eventually('the dialog offers a name', async () =>
    (await w.quickInput().inputValue()).endsWith(`${query}.${format.toLowerCase()}`),
  );
  await w.press('Enter');
}

async function totalOf(w: Workbench, query: string): Promise<number> {
  const label = (await w.treeRow(new RegExp(`^Query, ${query}, `)).getAttribute('aria-label')) ?? '';
  return Number(/ of ([\d,]+)/.exec(label)?.[1]?.replaceAll(',', ''));
}
