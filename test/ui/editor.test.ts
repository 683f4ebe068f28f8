import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { windowTest } from './support/windowTest.ts';

const query = `// Errors of a quarter
{
  "from_date": "2026-01-01",
  "to_date": "2026-03-31",
  "filter_by": {
    "must": [
      { "match": { "source": "49151234" } },
      { "term": { "channel_data.status_code": 200 } }
    ]
  },
  "sort_by": ["session_start_time:desc"]
}
`;

const asking = `{
  "inputs": [
    { "id": "outcome", "type": "promptString", "description": "Which outcome?" },
    { "id": "status", "type": "pickString", "options": ["ended", "in_progress"] }
  ],
  "from_date": "now-7d",
  "filter_by": {
    "must": [
      { "term": { "channel_data.status_code": "\${input:outcome}" } },
      { "term": { "status": "\${input:status}" } }
    ]
  }
}
`;

const agentQuery = '{ "filter_by": { "must": [{ "term": { "agent_information.id": "" } }] } }\n';

describe('the query editor', () => {
  const test = windowTest({
    files: { 'errors.insights.json': query, 'asks.insights.json': asking, 'agent.insights.json': agentQuery },
  });

  test('a query says what its dates stand for, what is wrong with it, and what mends it', async (w) => {
    await w.openFile('errors.insights.json');
    await w.lens('Run query').waitFor();
    await w.lens('on sample').waitFor();
    await w.squiggle('warning').waitFor();
    await w.eventually('the hints are drawn', async () =>
      (await w.editorText()).includes('= 2026-03-31 23:59 UTC · 90 days, 2 windows'),
    );
    await w.screenshot('readme-query');
    await w.goTo(7, 10);
    await w.applyFix('Use "term"');
    await w.eventually('the clause is a term', async () => (await w.editorText()).includes('"term": { "source"'));
    await w.press('Control+Z');
    await w.eventually('one undo takes it back', async () => (await w.editorText()).includes('"match": { "source"'));
  });

  test('a hover explains a field', async (w) => {
    await w.hover('channel_data.status_code', /Outcome.+number/);
  });

  test('fields are offered once, with their kinds', async (w) => {
    await w.goTo(11, 15);
    await w.type('"", ');
    await w.press('ArrowLeft', 'ArrowLeft', 'ArrowLeft');
    const rows = await w.suggest('session_end_time:desc');
    assert.deepEqual(rows, [...new Set(rows)]);
    await w.press('Escape');
    await w.runCommand('File: Revert File');
  });

  test('a query is made from a starter with the keyboard alone', async (w) => {
    await w.runCommand('Insights: New Query');
    await w.quickInputTitle('1/3').waitFor();
    await w.pick('said', 'Callers who said');
    await w.quickInputTitle('2/3').waitFor();
    await w.press('Enter');
    await w.quickInputTitle('3/3').waitFor();
    await w.answer('angry callers');
    await w.tab('angry callers.insights.json').waitFor();
    await w.eventually('the starter is filled in', async () => (await w.editorText()).includes('transcription.user'));
    // The first thing to fill in is selected: typing replaces it.
    await w.type('manager');
    await w.save();
    const [made] = w.findFiles('angry callers.insights.json');
    assert.ok(made, 'the file is in the workspace');
    await w.eventually('what was typed is saved', () =>
      w.readFile(made).includes('{ "transcription.user": "manager" }'),
    );
  });

  test('inputs are asked for, checked and remembered, and Escape asks the service nothing', async (w) => {
    await w.openFile('asks.insights.json');
    await w.lens('Run query').click();
    await w.quickInputTitle('(1/2)').waitFor();
    await w.quickInput().fill('bad');
    await w.quickPickRow('A number is needed here.').waitFor();
    await w.press('Enter');
    await w.quickInput().fill('200');
    await w.quickPickRow('as typed').waitFor();
    await w.press('Enter');
    await w.quickInputTitle('(2/2)').waitFor();
    await w.press('Escape');
    await w.lens(/^Run query|Run query$/).waitFor();

    await w.press('Control+Alt+R');
    await w.answer('200');
    await w.quickInputTitle('(2/2)').waitFor();
    await w.pick('ended');
    await w.lens(/\d+ sessions? · Run again/).waitFor();

    await w.lens('Run again').click();
    await w.quickInputTitle('(1/2)').waitFor();
    await w.quickPickRow('last answer').filter({ hasText: '200' }).waitFor();
    await w.press('Enter');
    await w.quickPickRow('last answer').filter({ hasText: 'ended' }).waitFor();
    await w.press('Enter');
    await w.lens(/\d+ sessions? · Run again/).waitFor();
  });

  test('agents of loaded sessions are offered by name, and their id is written', async (w) => {
    await w.openFile('agent.insights.json');
    await w.goTo(1, agentQuery.indexOf('""') + 2);
    const rows = await w.suggest(/./);
    await w.press('Enter');
    await w.eventually('an id is written', async () => agentId(await w.editorText()) !== undefined);
    const written = agentId(await w.editorText());
    assert.ok(written && !rows.some((row) => row.startsWith(written)), 'names are offered, not ids');
    const [name = ''] = rows[0]?.split('\n') ?? [];
    await w.hover(written, name);
    await w.save();
  });
});

function agentId(text: string): string | undefined {
  return /"agent_information.id": "([^"]+)"/.exec(text)?.[1];
}
