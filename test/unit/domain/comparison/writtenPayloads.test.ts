import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareSessions } from '../../../../src/domain/comparison/compareSessions.ts';
import { jsonDifferences, pathText } from '../../../../src/domain/comparison/jsonDifferences.ts';
import { parseJson } from '../../../../src/domain/json/parseJson.ts';
import { writeJson } from '../../../../src/domain/json/writeJson.ts';

const told = (left: string, right: string): string[] =>
  [...jsonDifferences(parseJson(left), parseJson(right))].map(
    ({ path, left: ours, right: theirs }) =>
      `${pathText(path)}: ${ours === undefined ? '-' : writeJson(ours)} | ${theirs === undefined ? '-' : writeJson(theirs)}`,
  );

describe('payloads are compared as they were written', () => {
  const cases: [left: string, right: string, expected: string[]][] = [
    [
      '{"order_id":1234567890123456788}',
      '{"order_id":1234567890123456789}',
      ['order_id: 1234567890123456788 | 1234567890123456789'],
    ],
    ['{"id":1234567890123456789}', '{"id":1234567890123456789}', []],
    ['{"total":12.50}', '{"total":12.5}', ['total: 12.50 | 12.5']],
    ['{"total":12.50}', '{ "total": 12.50 }', []],
    ['{"n":1e400}', '{"n":null}', ['n: 1e400 | null']],
    ['[1.0,2.0,3.0]', '[2.0,3.0]', ['[0]: 1.0 | -']],
    ['{"a":1,"a":2}', '{"a":2}', ['a: 1 | 2', 'a: 2 | -']],
    ['{"a":1}', '{"a":1,"b":2,"a":3}', ['a: - | 3', 'b: - | 2']],
    ['{"2":1,"1":2}', '{"1":2,"2":1}', []],
  ];
  for (const [left, right, expected] of cases) {
    it(`${left} | ${right}`, () => assert.deepEqual(told(left, right).sort(), expected.sort()));
  }

  it('of two sessions too', () => {
    const session = (payload: string) =>
      parseJson(
        JSON.stringify({ id: 'a', flow_path: [{ type: 'webhook', node_id: 'n', response: { code: 200, payload } }] }),
      );
    const { paths } = compareSessions(
      session('{"order_id":1234567890123456788}'),
      session('{"order_id":1234567890123456789}'),
    );
    assert.equal(paths.differences.length, 1);
  });

  it('nested deep', () => {
    const deep = (end: string) => `${'{"a":['.repeat(50_000)}${end}${']}'.repeat(50_000)}`;
    const found = [...jsonDifferences(parseJson(deep('1.0')), parseJson(deep('2.0')))];
    assert.deepEqual(
      found.map(({ path }) => path.length),
      [100_000],
    );
  });
});
