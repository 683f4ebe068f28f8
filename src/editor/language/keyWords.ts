import * as vscode from 'vscode';

interface KeyWords {
  readonly example: string;
  /** Where the service's documentation speaks of it; undefined for what only query files have. */
  readonly section?: string;
}

/** An example of each key, and where the documentation has it. What the key means is said by the schema, in every editor. */
const keys: Readonly<Record<string, KeyWords>> = {
  name: { example: '"name": "Callers who swore"' },
  description: { example: '"description": "Asked for every Monday."' },
  connection: { example: '"connection": "sample"' },
  inputs: { example: '"inputs": [{ "id": "caller", "type": "promptString", "description": "The caller\'s number" }]' },
  from_date: { example: '"from_date": "now-7d/d"', section: 'Search Session, Parameters' },
  to_date: { example: '"to_date": "2026-01-31"', section: 'Search Session, Parameters' },
  filter_by: {
    example: '"filter_by": { "must": [{ "term": { "status": "ended" } }] }',
    section: 'Search Session, Parameters',
  },
  must: { example: '"must": [{ "term": { "status": "ended" } }]', section: 'Search Session, filter_by' },
  must_not: {
    example: '"must_not": [{ "term": { "flow_data.collected_tags.tag": "invalid" } }]',
    section: 'Search Session, filter_by',
  },
  should: {
    example: '"should": [{ "term": { "request_ids": "22" } }, { "term": { "request_ids": "44" } }]',
    section: 'Search Session, filter_by',
  },
  term: { example: '{ "term": { "source": "972500000000" } }', section: 'Search Session, filter_by' },
  match: { example: '{ "match": { "transcription.user": "shut up" } }', section: 'Search Session, filter_by' },
  bool: { example: '{ "bool": { "should": [{ "term": { "status": "ended" } }] } }' },
  sort_by: { example: '"sort_by": ["session_start_time:desc"]', section: 'Search Session, Sort By' },
  project_fields: {
    example: '"project_fields": ["source", "agent_information"]',
    section: 'Search Session, Project Field',
  },
  refine: { example: '"refine": { "must": [{ "range": { "channel_data.duration": { "gte": 60000 } } }] }' },
  aggs: { example: '"aggs": { "by_agent": { "terms": { "field": "agent_information.name" } } }' },
  expect: { example: '"expect": [{ "total": { "gte": 1 } }]' },
  page_size: { example: '"page_size": 50', section: 'Search Session, Parameters' },
  page_number: { example: '"page_number": 0', section: 'Search Session, Parameters' },
};

export function describeKey(name: string): vscode.MarkdownString | undefined {
  const known = Object.hasOwn(keys, name) ? keys[name] : undefined;
  if (!known) return undefined;
  const words = new vscode.MarkdownString().appendCodeblock(known.example, 'insights-query');
  if (known.section) words.appendMarkdown(`\n*${vscode.l10n.t('In the documentation: {0}', known.section)}*`);
  return words;
}
