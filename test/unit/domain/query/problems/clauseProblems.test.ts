import assert from 'node:assert/strict';
import { it } from 'node:test';
import { findClauseProblems } from '../../../../../src/domain/query/problems/clauseProblems.ts';
import { parseQuery } from '../../../../../src/domain/query/query.ts';

const [a, b] = ['{ "term": { "id": "1" } }', '{ "term": { "id": "2" } }'];
const tag = (value: string) => `{ "term": { "tags_list.tag": "${value}" } }`;

function codesOf(filter: string): readonly string[] {
  const text = `{ "filter_by": { ${filter} } }`;
  return findClauseProblems(parseQuery(text)).map((problem) => {
    const { code, offset, length } = problem;
    return `${code}: ${text.slice(offset, offset + length)}`;
  });
}

const cases: readonly (readonly [filter: string, ...codes: readonly string[]])[] = [
  [`"must": [${a}]`],
  ['"must": [{}]', 'emptyClause: {}'],
  ['"must": [{ "term": {} }]', 'emptyClause: { "term": {} }'],
  ['"must": [{ "bool": {} }]', 'emptyClause: { "bool": {} }'],
  ['"must": [{ "range": {} }]'],
  ['"must": [{ "term": 7 }]'],
  [
    '"must": [{ "term": { "id": "1" }, "match": { "source": "1" } }]',
    'severalKinds: { "term": { "id": "1" }, "match": { "source": "1" } }',
  ],
  ['"must": [{ "term": { "id": "1", "source": "2" } }]', 'severalFields: { "id": "1", "source": "2" }'],
  ['"must": [{ "range": { "id": {}, "source": {} } }]'],
  // Twice, however it is written.
  [`"must": [${a}, ${a}]`, `duplicateClause: ${a}`],
  [`"must": [${a}, { "term": { "id": { "value": "1" } } }]`, 'duplicateClause: { "term": { "id": { "value": "1" } } }'],
  [`"must": [${a}, { "term": { "id": 1 } }]`],
  [`"must": [${a}, { "match": { "id": "1" } }]`],
  [`"must": [${a}], "should": [${a}]`],
  [
    `"must": [{ "bool": { "must": [${a}] } }, { "bool": {"must":[${a}]} }]`,
    `duplicateClause: { "bool": {"must":[${a}]} }`,
  ],
  [`"must": [${a}, { "bool": { "must": [${a}] } }]`],
  // One against the other.
  [`"must": [${a}, ${b}]`, `contradiction: ${b}`],
  [`"must": [${a}], "must_not": [${a}]`, `contradiction: ${a}`],
  [`"must_not": [${a}], "must": [${a}]`, `contradiction: ${a}`],
  [`"must_not": [${a}, ${b}]`],
  [`"should": [${a}, ${b}]`],
  [`"must": [${a}], "must_not": [${b}]`],
  [`"must": [${tag('x')}, ${tag('y')}]`],
  ['"must": [{ "term": { "nothing": "1" } }, { "term": { "nothing": "2" } }]'],
  [`"must": [${a}, { "term": { "id": "\${input:id}" } }]`],
  [`"must": [${a}, { "term": { "id": ["2"] } }]`],
  [`"must": [{ "match": { "id": "1" } }, { "match": { "id": "2" } }]`],
];
for (const [filter, ...codes] of cases)
  it(`knows what is wrong between clauses: ${filter}`, () => assert.deepEqual(codesOf(filter), codes));
