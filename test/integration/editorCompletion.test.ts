import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { askUntil, closeQueries, openQuery } from './support/queryDocument.ts';

/** The labels offered at `|`, without quotes, until `expected` is among them. */
async function offered(text: string, expected: string): Promise<string[]> {
  const { document, cursor } = await openQuery(text);
  const labels = async (): Promise<string[]> => {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      cursor,
    );
    return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label).replaceAll('"', ''));
  };
  return askUntil(labels, (found) => found.includes(expected));
}

const clause = (text: string): string => `{ "filter_by": { "must": [${text}] } }`;

describe('completion in query files', () => {
  afterEach(closeQueries);

  const rows: [what: string, text: string, yes: string[], no: string[]][] = [
    ['keys', '{ | }', ['from_date', 'filter_by'], []],
    ['keys in quotes', '{ "|" }', ['from_date', 'filter_by'], []],
    ['keys that are not there yet', '{ "page_size": 1, "|" }', ['from_date'], ['page_size']],
    ['clauses', '{ "filter_by": { "|" } }', ['must', 'must_not', 'should'], ['from_date']],
    ['kinds', clause('{ "|" }'), ['term', 'match', 'bool'], []],
    ['whole clauses', clause('|'), ['caller said'], []],
    ['every field for term', clause('{ "term": { "|" } }'), ['source', 'transcription.user'], ['flow_data']],
    ['text for match', clause('{ "match": { "|" } }'), ['transcription.user'], ['source', 'agent_information.id']],
    ['fields in half-written JSON', '{ "filter_by": { "must": [{ "term": { "so|', ['source'], []],
    ['fields among comments', clause('/* so */ { "term": { // here\n "|" } }'), ['source'], []],
    ['known values', clause('{ "term": { "status": "|" } }'), ['ended', 'in_progress'], []],
    ['known numbers', clause('{ "term": { "channel_data.status_code": | } }'), ['0', '100', '200'], []],
    ['orders', '{ "sort_by": ["|"] }', ['session_start_time:desc', 'source:asc'], ['transcription.user:asc']],
    ['projections', '{ "project_fields": ["|"] }', ['agent_information', 'source'], []],
    ['dates', '{ "from_date": "|" }', ['now-7d/d', 'now/w'], []],
    [
      'declared inputs',
      '{ "inputs": [{ "id": "who", "type": "promptString" }], "filter_by": { "must": [{ "term": { "source": "|" } }] } }',
      ['${input:who}'],
      [],
    ],
    ['whole queries in a blank file', '|', ['Failed webhooks', 'Tag A without tag B'], []],
    ['conditions', '{ "refine": { "must": [{ "|" }] } }', ['nested', 'range', 'term'], ['must']],
    ['whole conditions', '{ "refine": { "must": [|] } }', ['webhook slower than'], []],
    [
      'fields for a refinement',
      '{ "refine": { "must": [{ "range": { "|" } }] } }',
      ['channel_data.duration'],
      ['transcription.user'],
    ],
    ['aggregations', '{ "aggs": { "a": { "|" } } }', ['date_histogram', 'terms'], []],
    ['whole aggregations', '{ "aggs": { | } }', ['count by day'], []],
    [
      'fields for an aggregation',
      '{ "aggs": { "a": { "terms": { "field": "|" } } } }',
      ['source'],
      ['transcription.user'],
    ],
    [
      'what buckets are put in order by',
      '{ "aggs": { "a": { "terms": { "order": { "|" } }, "aggs": { "wait": { "percentiles": { "percents": [95] } } } } } }',
      ['wait.95', '_count', '_key'],
      ['wait'],
    ],
    ['orders of buckets', '{ "aggs": { "a": { "terms": { "order": { "_count": "|" } } } } }', ['asc', 'desc'], []],
    ['expectations', '{ "expect": [{ "|" }] }', ['aggregation', 'total'], []],
    ['connections', '{ "connection": "|" }', ['sample'], []],
  ];
  for (const [what, text, yes, no] of rows) {
    it(`offers ${what}, each once`, async () => {
      const labels = await offered(text, yes.at(-1) ?? '');
      assert.deepEqual(
        yes.filter((label) => !labels.includes(label)),
        [],
        `missing in ${labels.join(' ')}`,
      );
      assert.deepEqual(
        no.filter((label) => labels.includes(label)),
        [],
        'does not fit',
      );
      assert.deepEqual(
        labels.filter((label, index) => labels.indexOf(label) !== index),
        [],
        'twice',
      );
    });
  }

  it('puts a field in the place of a placeholder that is selected, whatever it is called, and leaves the quotes', async () => {
    const { document, cursor } = await openQuery(clause('{ "term": { "placeholder|": "value" } }'));
    const placeholder = new vscode.Range(cursor.translate(0, -'placeholder'.length), cursor);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document, document);
    editor.selection = new vscode.Selection(placeholder.start, placeholder.end);
    const ask = async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        cursor,
      );
      return list.items.find(({ label }) => label === 'source');
    };
    const offer = await askUntil(ask, (item) => item !== undefined);
    const range = offer?.range instanceof vscode.Range ? offer.range : offer?.range?.replacing;
    assert.deepEqual(
      [offer?.insertText, offer?.filterText, range?.isEqual(placeholder)],
      ['source', 'placeholder', true],
    );
  });

  it('offers what fits next where a whole clause leaves its field or value empty', async () => {
    const { document, cursor } = await openQuery(clause('|'));
    const ask = () =>
      vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        cursor,
      );
    const goesOn = (items: readonly vscode.CompletionItem[], wanted: string) =>
      items.find(({ label }) => label === wanted)?.command?.command;
    const { items } = await askUntil(ask, (list) => list.items.some(({ label }) => label === 'caller said'));
    assert.deepEqual(
      ['term: a field', 'agent', 'caller said', 'sessions with errors'].map((label) => goesOn(items, label)),
      ['editor.action.triggerSuggest', 'editor.action.triggerSuggest', undefined, undefined],
    );
  });
});
