import assert from 'node:assert/strict';
import { it } from 'node:test';
import { findFieldProblems } from '../../../../../src/domain/query/problems/fieldProblems.ts';
import { parseQuery } from '../../../../../src/domain/query/query.ts';

/** Each problem as its code and what stands where it is. */
function told(text: string): readonly string[] {
  return findFieldProblems(parseQuery(text)).map(
    ({ code, offset, length }) => `${code} ${text.slice(offset, offset + length)}`,
  );
}
const must = (clause: string): string => `{ "filter_by": { "must": [${clause}] } }`;
const term = (field: string, value: string): string => must(`{ "term": { "${field}": "${value}" } }`);
const sort = (key: string): string => `{ "sort_by": ["${key}"] }`;

const cases: readonly (readonly [text: string, ...problems: readonly string[]])[] = [
  ['{}'],
  [term('source', '447700900123')],
  [term('sorce', '1'), 'unknownField "sorce"'],
  [term('agent_id', '1'), 'fieldSlip "agent_id"'],
  [term('agent_information', '1'), 'objectInClause "agent_information"'],
  [must('{ "match": { "source": "1" } }'), 'matchOnIdField "match"'],
  [must('{ "match": { "transcription.user": "shut up" } }')],
  [must('{ "term": { "source": 7 } }')],
  // A text is kept by its words, in small letters.
  [term('transcription.user', 'hello')],
  [term('transcription.user', 'Hello'), 'termOnText "term"'],
  [term('transcription.user', 'shut up'), 'termOnText "term"'],
  [term('transcription.user', '${input:what} Ever')],
  [term('source', '+44 7700 900123'), 'phoneFormat "+44 7700 900123"'],
  [term('source', '+44')],
  [term('source', '12345')],
  [term('session_start_time', 'now-1d')],
  [term('session_start_time', '2026-06-01T10:00:00')],
  [term('session_start_time', 'soon'), 'badDate "soon"'],
  [term('session_start_time', '2026-02-30'), 'impossibleDate "2026-02-30"'],
  [term('status', 'ended')],
  [term('status', 'Ended'), 'letterCase "Ended"'],
  [term('status', 'other')],
  [sort('status:asc')],
  [sort('status:desc')],
  [sort('status'), 'sortDirection "status"'],
  [sort('status:up'), 'sortDirection "status:up"'],
  [sort('status:ascending'), 'sortDirection "status:ascending"'],
  [sort('sorce:asc'), 'unknownField sorce'],
  [sort('agent_information:asc'), 'fieldSlip agent_information'],
  [sort('transcription.user:asc'), 'unsortable transcription.user'],
  [sort('transcription.user'), 'unsortable transcription.user', 'sortDirection "transcription.user"'],
  [sort('${input:field}:asc')],
  [sort('status:${input:direction}')],
  [sort('sorce:${input:direction}'), 'unknownField sorce'],
  ['{ "project_fields": ["source", "sorce", "${input:field}", ""] }', 'unknownField sorce'],
  ['{ "project_fields": ["agent_id"] }', 'fieldSlip agent_id'],
];
for (const [text, ...problems] of cases)
  it(`knows what is wrong with fields: ${text}`, () => assert.deepEqual(told(text), problems));
