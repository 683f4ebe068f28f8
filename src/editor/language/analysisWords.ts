import * as vscode from 'vscode';
import type { Shape } from '../../domain/query/shapes/shape.ts';

/** An example of each condition. What it means is said by the schema, in every editor. */
const conditions: Readonly<Record<string, string>> = {
  term: '{ "term": { "flow_path.type": "webhook" } }',
  terms: '{ "terms": { "channel": ["voice", "sms"] } }',
  match: '{ "match": { "transcription.user": { "query": "cancel booking", "operator": "and" } } }',
  match_phrase: '{ "match_phrase": { "transcription.user": "speak to a person" } }',
  range: '{ "range": { "channel_data.duration": { "gte": 60000 } } }',
  exists: '{ "exists": { "field": "session_end_time" } }',
  prefix: '{ "prefix": { "source": "4477" } }',
  wildcard: '{ "wildcard": { "flow_path.node_id": "node_*" } }',
  nested:
    '{ "nested": { "path": "flow_path", "query": { "bool": { "must": [\n  { "term": { "flow_path.type": "webhook" } },\n  { "range": { "flow_path.execution_time": { "gt": 2000 } } }\n] } } } }',
  bool: '{ "bool": { "should": [{ "term": { "channel": "sms" } }, { "term": { "channel": "voice" } }] } }',
  match_all: '{ "match_all": {} }',
};

const aggregations: Readonly<Record<string, string>> = {
  terms: '"by_agent": { "terms": { "field": "agent_information.name", "size": 20 } }',
  filter: '"failed": { "filter": { "term": { "channel_data.status_code": 200 } } }',
  filters:
    '"outcomes": { "filters": { "filters": {\n  "failed": { "term": { "channel_data.status_code": 200 } }\n}, "other_bucket": true } }',
  range:
    '"by_length": { "range": { "field": "channel_data.duration", "ranges": [{ "to": 60000 }, { "from": 60000 }] } }',
  histogram: '"by_minute": { "histogram": { "field": "channel_data.duration", "interval": 60000 } }',
  date_histogram:
    '"by_day": { "date_histogram": {\n  "field": "session_start_time", "calendar_interval": "day", "time_zone": "Europe/Berlin"\n} }',
  missing: '"without_end": { "missing": { "field": "session_end_time" } }',
  nested:
    '"steps": {\n  "nested": { "path": "flow_path" },\n  "aggs": { "by_node": { "terms": { "field": "flow_path.node_id" } } }\n}',
  reverse_nested: '"sessions": { "reverse_nested": {} }',
  cardinality: '"callers": { "cardinality": { "field": "source" } }',
  value_count: '"steps": { "value_count": { "field": "flow_path.node_id" } }',
  stats: '"duration": { "stats": { "field": "channel_data.duration" } }',
  percentiles: '"duration": { "percentiles": { "field": "channel_data.duration", "percents": [50, 95] } }',
  aggs: '"by_agent": {\n  "terms": { "field": "agent_information.name" },\n  "aggs": { "by_day": { "date_histogram": { "field": "session_start_time", "calendar_interval": "day" } } }\n}',
  ...Object.fromEntries(
    ['min', 'max', 'avg', 'sum'].map((type) => [
      type,
      `"duration": { "${type}": { "field": "channel_data.duration" } }`,
    ]),
  ),
};

const expectations: Readonly<Record<string, string>> = {
  total: '{ "total": { "gte": 1 } }',
  aggregation: '{ "aggregation": { "path": ["by_agent", "Front Desk", "duration", "p95"], "lt": 120000 } }',
  every: '{ "every": { "exists": { "field": "session_end_time" } } }',
  no: '{ "no": { "range": { "flow_path.response.code": { "gte": 500 } } } }',
  at_least: '{ "at_least": { "count": 10, "of": { "term": { "channel": "voice" } } } }',
  path: '{ "path": { "in_order": ["Greeting", "Date", "Confirm"], "never": ["Hang up"], "ends_at": "Goodbye" } }',
  over_before: '{ "total": { "over_before": { "lte": 1.2 } } }',
};

/** An example of a key within `refine`, `aggs` and `expect`; `shape` is that of the object that has it. */
export function describeAnalysisKey(shape: Shape | undefined, key: string): vscode.MarkdownString | undefined {
  const example = exampleOf(shape, key);
  return example === undefined ? undefined : new vscode.MarkdownString().appendCodeblock(example, 'insights-query');
}

function exampleOf(shape: Shape | undefined, key: string): string | undefined {
  if (!shape?.keys || !Object.hasOwn(shape.keys, key)) return undefined;
  const examples = shape.keys.nested ? conditions : shape.keys.aggs ? aggregations : expectations;
  return Object.hasOwn(examples, key) ? examples[key] : undefined;
}
