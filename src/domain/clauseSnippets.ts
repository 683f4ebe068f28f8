import { fields } from './fields.ts';

/** A whole clause with placeholders. */
export interface ClauseSnippet {
  readonly label: string;
  readonly insertText: string;
  readonly kind: 'snippet';
  readonly snippet: true;
  readonly documentation?: string;
}

const clauses: readonly (readonly [label: string, kind: 'term' | 'match', field: string, value: string])[] = [
  ['term: a field', 'term', '${1:field}', '"${2:value}"'],
  ['match: words in a text', 'match', '${1:transcription.user}', '"${2:words}"'],
  ['caller said', 'match', 'transcription.user', '"${1:words}"'],
  ['calls of one number', 'term', 'source', '"${1:number}"'],
  ['agent', 'term', 'agent_information.id', '"${1:id}"'],
  ['tag', 'term', 'flow_data.collected_tags.tag', '"${1:tag}"'],
  ['parameter collected', 'term', 'params_list.name', '"${1:name}"'],
  ['node', 'term', 'flow_path.node_id', '"${1:id}"'],
  ['webhook steps', 'term', 'flow_path.type', '"webhook"'],
  ['webhook answered', 'term', 'flow_path.response.code', '${1:500}'],
  ['sessions with errors', 'term', 'channel_data.status_code', '200'],
  ['sessions still going on', 'term', 'status', '"in_progress"'],
];

/** Whole clauses, for a place where a clause may stand. */
export const clauseSnippets: readonly ClauseSnippet[] = clauses.map(([label, kind, field, value]) => {
  const words = fields.find(({ path }) => path === field)?.description;
  return {
    label,
    kind: 'snippet',
    insertText: `{ "${kind}": { "${field}": ${value} } }`,
    snippet: true,
    ...(words === undefined ? {} : { documentation: words }),
  };
});
