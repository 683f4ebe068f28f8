import assert from 'node:assert/strict';
import { it } from 'node:test';
import { findInputProblems } from '../../../../../src/domain/query/problems/inputProblems.ts';
import { parseQuery } from '../../../../../src/domain/query/query.ts';

const input = (id: string, more: object = {}) => ({ id, type: 'promptString', ...more });
const codesOf = (query: object): readonly string[] =>
  findInputProblems(parseQuery(JSON.stringify(query))).map((problem) =>
    `${problem.code} ${'id' in problem ? problem.id : ''}`.trim(),
  );

const cases: readonly (readonly [query: object, ...codes: readonly string[]])[] = [
  [{}],
  [{ from_date: '${input:a}', inputs: [input('a')] }],
  [{ inputs: [input('a')] }, 'unusedInput a'],
  [{ from_date: '${input:a}' }, 'undeclaredInput a'],
  [{ from_date: '${input:a}', inputs: [input('a'), input('a')] }, 'repeatedInput a'],
  // Which of them is not used nobody knows.
  [{ inputs: [input('a'), input('b'), input('a')] }, 'unusedInput b', 'repeatedInput a'],
  [{ from_date: '${input:a}', inputs: [{ id: 'a', type: 'password' }] }, 'passwordInput a'],
  [{ inputs: [{ type: 'password' }] }, 'passwordInput'],
  [{ from_date: '${input:a}', inputs: [{ id: 'a', type: 'pickString' }] }, 'pickWithoutOptions'],
  [{ from_date: '${input:a}', inputs: [{ id: 'a', type: 'pickString', options: [] }] }, 'pickWithoutOptions'],
  [{ from_date: '${input:a}', inputs: [{ id: 'a', type: 'pickString', options: ['x'] }] }],
  [{ from_date: '${input:a', inputs: [input('a')] }, 'unusedInput a', 'brokenReference'],
  [{ from_date: '${env:}' }, 'brokenReference'],
  [{ from_date: '${other:a} ${env:HOME}' }],
];
for (const [query, ...codes] of cases)
  it(`knows what is wrong with inputs: ${JSON.stringify(query)}`, () => assert.deepEqual(codesOf(query), codes));
