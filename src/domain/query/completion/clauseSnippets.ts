import { fields } from '../../session/fields/fields.ts';

/** What a whole clause asks for: the editor has the words. */
export type ClauseSnippetCode = (typeof clauses)[number][0];

/** A whole clause with placeholders. */
export interface ClauseSnippet {
  /** Its code: the editor shows words instead. */
  readonly label: ClauseSnippetCode;
  readonly clause: ClauseSnippetCode;
  readonly insertText: string;
  readonly kind: 'snippet';
  readonly snippet: true;
  readonly documentation?: string;
}

/** What the editor can complete is left empty, for what stands there already would narrow what it offers. */
const clauses = [
  ['term', 'term', undefined, '$1'],
  ['match', 'match', undefined, '$1'],
  ['callerSaid', 'match', 'transcription.user', '"${1:words}"'],
  ['callsOfOneNumber', 'term', 'source', '"${1:number}"'],
  ['agent', 'term', 'agent_information.id', '"$1"'],
  ['tag', 'term', 'flow_data.collected_tags.tag', '"$1"'],
  ['parameterCollected', 'term', 'params_list.name', '"$1"'],
  ['node', 'term', 'flow_path.node_id', '"$1"'],
  ['webhookSteps', 'term', 'flow_path.type', '"webhook"'],
  ['webhookAnswered', 'term', 'flow_path.response.code', '${1:500}'],
  ['sessionsWithErrors', 'term', 'channel_data.status_code', '200'],
  ['sessionsGoingOn', 'term', 'status', '"in_progress"'],
] as const satisfies readonly (readonly [
  code: string,
  kind: 'term' | 'match',
  field: string | undefined,
  value: string,
])[];

/** Whole clauses, for a place where a clause may stand. */
export const clauseSnippets: readonly ClauseSnippet[] = clauses.map(([clause, kind, field, value]) => {
  const words = fields.find(({ path }) => path === field)?.description;
  return {
    label: clause,
    clause,
    kind: 'snippet',
    insertText: `{ "${kind}": { ${field === undefined ? value : `"${field}": ${value}`} } }`,
    snippet: true,
    ...(words === undefined ? {} : { documentation: words }),
  };
});
