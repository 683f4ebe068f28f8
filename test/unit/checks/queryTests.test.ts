import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testsOf } from '../../../src/checks/tests/queryTests.ts';
import { parseQuery } from '../../../src/domain/query/query.ts';

type Found = Parameters<typeof testsOf>[0];

/** A query file, of which only the path is asked. */
function tests(text: string | undefined, path = '/repository/queries/calls.insights.json') {
  const uri = { path } as Found['uri'];
  return testsOf({ uri, query: text === undefined ? undefined : parseQuery(text), isSaved: true });
}

describe('a query file as tests', () => {
  const names: readonly (readonly [query: string, name: string])[] = [
    ['{ "name": " Calls " }', 'Calls'],
    ['{ "name": "  " }', 'calls'],
    ['{ "name": 3 }', 'calls'],
    ['{', 'calls'],
  ];
  for (const [query, name] of names)
    it(`is called ${name} where it stands as ${query}`, () => {
      assert.equal(tests(query).name, name);
    });

  it('is called as the file is that nobody could read, and expects nothing', () => {
    const { name, expectations, fixtures, at } = tests(undefined, '/a/odd name.json');
    assert.deepEqual([name, expectations, fixtures, at], ['odd name.json', [], [], { line: 1, column: 1 }]);
  });

  it('has an expectation for each, at its place and as it is written', () => {
    const { at, expectations } = tests(
      '{\n  "expect": [\n    { "total": { "gt": 0 } },\n    { "name": "few" }\n  ]\n}',
    );
    assert.deepEqual(
      [at.line, expectations.map(({ start, end }) => [start, end])],
      [
        2,
        [
          [
            { line: 3, column: 5 },
            { line: 3, column: 29 },
          ],
          [
            { line: 4, column: 5 },
            { line: 4, column: 22 },
          ],
        ],
      ],
    );
    assert.deepEqual(
      expectations.map(({ written }) => written),
      ['{ "total": { "gt": 0 } }', '{ "name": "few" }'],
    );
  });

  it('knows an expectation again by its name, wherever it moves, and else by its place', () => {
    const keys = (...expect: readonly object[]) => tests(JSON.stringify({ expect })).expectations.map(({ key }) => key);
    const [few, total] = [{ name: 'few' }, { total: { gt: 0 } }];
    assert.deepEqual(keys(total, few), ['0', 'few']);
    assert.deepEqual(keys(few, total), ['few', '1']);
  });

  it('tells expectations of one name apart', () => {
    const expect = [{ name: 'few' }, { name: 'few' }, { name: '0' }, {}];
    const keys = tests(JSON.stringify({ expect })).expectations.map(({ key }) => key);
    assert.equal(new Set(keys).size, 4, keys.join(', '));
  });

  it('has the fixtures that are names', () => {
    assert.deepEqual(tests('{ "fixtures": ["a.insights-session.json", 3, null] }').fixtures, [
      'a.insights-session.json',
    ]);
    assert.deepEqual(tests('{ "fixtures": "calls" }').fixtures, []);
  });
});
