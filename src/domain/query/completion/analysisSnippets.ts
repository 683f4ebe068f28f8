/** What a whole piece of `refine`, `aggs` or `expect` asks for: the editor has the words. */
export type AnalysisSnippetCode =
  | (typeof conditions)[number][0]
  | (typeof aggregations)[number][0]
  | (typeof expectations)[number][0];

/** A whole piece with placeholders. */
export interface AnalysisSnippet {
  /** Its code: the editor shows words instead. */
  readonly label: AnalysisSnippetCode;
  readonly clause: AnalysisSnippetCode;
  readonly insertText: string;
  readonly kind: 'snippet';
  readonly snippet: true;
}

const conditions = [
  [
    'slowWebhook',
    '{ "nested": { "path": "flow_path", "query": { "bool": { "must": [{ "term": { "flow_path.type": "webhook" } }, { "range": { "flow_path.execution_time": { "gt": ${1:2000} } } }] } } } }',
  ],
  [
    'failedWebhook',
    '{ "nested": { "path": "flow_path", "query": { "bool": { "must": [{ "term": { "flow_path.type": "webhook" } }, { "range": { "flow_path.response.code": { "gte": ${1:500} } } }] } } } }',
  ],
  [
    'tagInCategory',
    '{ "nested": { "path": "tags_list", "query": { "bool": { "must": [{ "term": { "tags_list.tag": "${1:tag}" } }, { "term": { "tags_list.category": "${2:category}" } }] } } } }',
  ],
  [
    'parameterIs',
    '{ "nested": { "path": "params_list", "query": { "bool": { "must": [{ "term": { "params_list.name": "${1:name}" } }, { "term": { "params_list.value": "${2:value}" } }] } } } }',
  ],
  ['phrase', '{ "match_phrase": { "${1:transcription.user}": "${2:these words}" } }'],
  ['between', '{ "range": { "${1:channel_data.duration}": { "gte": ${2:60000}, "lt": ${3:120000} } } }'],
] as const;

/** The name that a new aggregation has at first, and the aggregation. */
const aggregations = [
  ['countByField', 'by_agent', '{ "terms": { "field": "${1:agent_information.name}" } }'],
  ['countByDay', 'by_day', '{ "date_histogram": { "field": "session_start_time", "calendar_interval": "${1:day}" } }'],
  ['countByCondition', 'failed', '{ "filter": { "range": { "${1:channel_data.status_code}": { "gte": ${2:200} } } } }'],
  ['percentiles', 'duration', '{ "percentiles": { "field": "${1:channel_data.duration}", "percents": [50, 95] } }'],
  ['differentValues', 'callers', '{ "cardinality": { "field": "${1:source}" } }'],
] as const;

const expectations = [
  ['expectTotal', '{ "total": { "${1:gte}": ${2:1} } }'],
  ['expectNone', '{ "name": "${1:name}", "no": { "term": { "${2:flow_path.response.code}": ${3:500} } } }'],
  ['expectEvery', '{ "name": "${1:name}", "every": { "exists": { "field": "${2:session_end_time}" } } }'],
  ['expectNumber', '{ "name": "${1:name}", "aggregation": { "path": ["${2:name of aggs}"], "${3:lt}": ${4:2000} } }'],
  ['expectPath', '{ "name": "${1:name}", "path": { "in_order": ["${2:node}", "${3:node}"] } }'],
  ['expectNoMore', '{ "name": "${1:name}", "total": { "over_before": { "lte": ${2:1.2} } } }'],
] as const;

export const conditionSnippets: readonly AnalysisSnippet[] = conditions.map(([code, text]) => snippet(code, text));
export const expectationSnippets: readonly AnalysisSnippet[] = expectations.map(([code, text]) => snippet(code, text));

export const aggregationSnippets: readonly (AnalysisSnippet & { readonly name: string })[] = aggregations.map(
  ([code, name, body]) => ({ ...snippet(code, `"\${9:${name}}": ${body}`), name }),
);

function snippet(clause: AnalysisSnippetCode, insertText: string): AnalysisSnippet {
  return { label: clause, clause, kind: 'snippet', insertText, snippet: true };
}
