import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fixesFor } from '../../../../../src/domain/query/fixes/queryFixes.ts';
import { findProblems } from '../../../../../src/domain/query/problems/queryProblems.ts';
import { parseQuery } from '../../../../../src/domain/query/query.ts';

const now = new Date('2026-11-23T10:30:00Z');

/** The ways out of its first problem, the best first and marked. */
const cases: readonly (readonly [text: string, code: string, ...ways: readonly string[]])[] = [
  ['{ "filter_by": { "must": [{ "match": { "source": "1" } }] } }', 'matchOnIdField', 'useTerm!'],
  ['{ "filter_by": { "must": [{ "term": { "sorce": "1" } }] } }', 'unknownField', 'replace! source'],
  ['{ "filter_by": { "must": [{ "term": { "id": "1", "source": "2" } }] } }', 'severalFields', 'split!'],
  [
    '{ "filter_by": { "must": [{ "term": { "id": "1" }, "match": { "transcription.user": "a" } }] } }',
    'severalKinds',
    'split!',
  ],
  ['{ "filter_by": { "must": [{}] } }', 'emptyClause', 'remove!'],
  ['{ "sort_by": "transcription.user:asc" }', 'unsortable', 'remove!'],
  ['{ "sort_by": ["status:descending"] }', 'sortDirection', 'replace! status:desc'],
  ['{ "sort_by": ["status:up"] }', 'sortDirection', 'replace! status:asc'],
  ['{ "filter_by": { "term": { "id": "1" } } }', 'looseClause', 'wrapInMust!'],
  ['{ "filter_by": { "bool": { "must": [{ "term": { "id": "1" } }] } } }', 'looseClause', 'unwrapBool!'],
  ['{ "filter_by": { "must": [{ "terms": { "id": ["1", "2"] } }] } }', 'foreignClause', 'rewriteClause!'],
  [
    '{ "filter_by": { "must": [{ "range": { "channel_data.duration": { "gte": 1 } } }] } }',
    'foreignClause',
    'moveToRefine!',
  ],
  ['{ "filter_by": { "must": [{ "trem": { "id": "1" } }] } }', 'foreignClause', 'replace! term'],
  ['{ "must": [{ "term": { "id": "1" } }] }', 'topLevelFilter', 'wrapInFilter!'],
  ['{ "query": { "match_all": {} }, "page_size": 3 }', 'searchBody', 'toQuery!'],
  ['{ "query": { "term": { "id": "1" } }, "filter_by": {} }', 'searchBody'],
  ['{ "nmae": "x" }', 'unknownKey', 'replace! name', 'remove'],
  ['{ "nmae": "x", "name": "y" }', 'unknownKey', 'remove!'],
  ['{ "inputs": [{ "id": "a", "type": "promptString" }] }', 'unusedInput', 'remove!'],
  ['{ "name": "${input:a}", "from_date": "${input:b}" }', 'undeclaredInput', 'declareInput! b'],
  ['{ "refine": { "filter": [{ "term": { "status": "ended" } }] } }', 'serviceCould', 'moveToFilter!'],
  [
    '{ "refine": { "filter": [{ "term": { "status": "ended" } }, { "term": { "source": "1" } }] } }',
    'serviceCould',
    'moveToFilter!',
    'moveAllToFilter',
  ],
  [
    '{ "aggs": { "a": { "terms": { "field": "status", "include": "e.d" } } } }',
    'patternNotUnderstood',
    'replace! ["e.d"]',
  ],
  [
    '{ "aggs": { "a": { "histogram": { "field": "status", "interval": 3 } } } }',
    'kindDoesNotFit',
    'replace! channel_data.duration',
    'replace channel_data.status_code',
    'replace tags_list.count',
  ],
  ['{ "filter_by": { "must": [{ "term": { "status": "Ended" } }] } }', 'letterCase', 'replace! ended'],
  [
    '{ "filter_by": { "must": [{ "term": { "source": "+44 7700 900123" } }] } }',
    'phoneFormat',
    'replace! 447700900123',
  ],
  ['{ "filter_by": { "must": [{ "term": { "id": "1" } }, { "term": { "id": "1" } }] } }', 'duplicateClause', 'remove!'],
  ['{ /* why */ "filter_by": { "must": [{ "terms": { "id": ["1", "2"] } }] } }', 'foreignClause', 'rewriteClause!'],
  ['{ "filter_by": { "must": [{ "terms": { "id": ["1", /* why */ "2"] } }] } }', 'foreignClause'],
];

describe('the ways out of a problem', () => {
  for (const [text, code, ...ways] of cases) {
    it(`${code}: ${text}`, () => {
      const query = parseQuery(text);
      const [problem] = findProblems(query, { now });
      assert.equal(problem?.code, code);
      const told = fixesFor(problem, query).map(
        ({ kind, preferred, replacement }) =>
          `${kind}${preferred ? '!' : ''}${replacement === undefined ? '' : ` ${replacement}`}`,
      );
      assert.deepEqual(told, ways);
    });
  }
});
