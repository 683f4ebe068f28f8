import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { movableConditions } from '../../../../../src/domain/query/problems/movableConditions.ts';
import { parseQuery } from '../../../../../src/domain/query/query.ts';

const a = '{ "term": { "id": "a" } }';
const b = '{ "term": { "id": "b" } }';

/** The conditions of a refinement that may move, as `occurrence clause < what is taken out`. */
function moved(refine: string): readonly string[] {
  const text = `{ "refine": ${refine} }`;
  return movableConditions(parseQuery(text)).map(
    ({ occurrence, clause, node }) => `${occurrence} ${clause} < ${text.slice(node.offset, node.offset + node.length)}`,
  );
}
const clauseOf = (condition: string): string | undefined =>
  moved(`{ "must": [${condition}] }`)[0]?.slice('must '.length).split(' < ')[0];

describe('conditions that the service itself can decide', () => {
  const lists: [refine: string, ...expected: string[]][] = [
    [`{ "must": [${a}] }`, `must ${a} < ${a}`],
    [`{ "filter": [${a}, ${b}] }`, `must ${a} < ${a}`, `must ${b} < ${b}`],
    [`{ "must_not": [${a}] }`, `must_not ${a} < ${a}`],
    // A single condition goes with its list.
    [`{ "must": ${a} }`, `must ${a} < "must": ${a}`],
    [`{ "should": [${a}, ${b}] }`, `must { "bool": { "should": [${a}, ${b}] } } < "should": [${a}, ${b}]`],
    [`{ "should": [${a}, { "exists": { "field": "id" } }] }`],
    [`{ "should": [${a}], "minimum_should_match": 1 }`],
    [`{ "must": [{ "exists": { "field": "id" } }, ${a}] }`, `must ${a} < ${a}`],
    [`{ "other": [${a}] }`],
    ['{ "must": [] }'],
    ['{ "must": [5] }'],
    ['{ "must": }'],
    ['[]'],
  ];
  for (const [refine, ...expected] of lists) it(refine, () => assert.deepEqual(moved(refine), expected));

  it('none where nothing is refined', () => assert.deepEqual(movableConditions(parseQuery('{}')), []));

  const conditions: [condition: string, clause: string | undefined][] = [
    [a, a],
    ['{ "term": { "id": { "value": "a" } } }', a],
    ['{ "term": { "id": { "value": "a", "case_insensitive": true } } }', undefined],
    ['{ "term": { "id": { "is": "a" } } }', undefined],
    ['{ "term": { "id": { "value": ["a"] } } }', undefined],
    ['{ "term": { "id": ["a"] } }', undefined],
    ['{ "term": { "id": "a", "source": "b" } }', undefined],
    ['{ "term": { "id": "a" }, "match": { "id": "a" } }', undefined],
    ['{ "term": { "nothing": "a" } }', undefined],
    ['{ "term": { "agent_information": "a" } }', undefined],
    ['{ "term": {} }', undefined],
    ['{ "term": { "id": } }', undefined],
    ['{ "terms": { "id": ["a", "b"] } }', `{ "bool": { "should": [${a}, ${b}] } }`],
    ['{ "terms": { "id": [] } }', undefined],
    ['{ "terms": { "id": ["a", ["b"]] } }', undefined],
    ['{ "terms": { "id": "a" } }', undefined],
    ['{ "match": { "transcription.user": "x y" } }', '{ "match": { "transcription.user": "x y" } }'],
    ['{ "match": { "id": "a" } }', a],
    ['{ "match": { "id": { "query": "a" } } }', a],
    ['{ "match": { "id": { "query": "a", "operator": "and" } } }', undefined],
    ['{ "prefix": { "id": "a" } }', undefined],
    [`{ "bool": { "must": ${a}, "filter": [${b}] } }`, `{ "bool": { "must": [${a}, ${b}] } }`],
    [`{ "bool": { "must_not": [${a}], "should": [${b}] } }`, `{ "bool": { "must_not": [${a}], "should": [${b}] } }`],
    [`{ "bool": { "must": [${a}, { "prefix": { "id": "a" } }] } }`, undefined],
    [`{ "bool": { "must": [${a}], "minimum_should_match": 1 } }`, undefined],
    ['{ "bool": { "must": [] } }', undefined],
    ['{ "bool": {} }', undefined],
    ['{ "bool": 5 }', undefined],
  ];
  for (const [condition, clause] of conditions) it(condition, () => assert.equal(clauseOf(condition), clause));
});
