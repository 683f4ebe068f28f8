import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { jsonDifferences, pathText } from '../../../../src/domain/comparison/jsonDifferences.ts';

const told = (left: unknown, right: unknown): string[] =>
  [...jsonDifferences(left, right)].map(
    ({ path, left: ours, right: theirs, noise }) =>
      `${pathText(path)}: ${JSON.stringify(ours)} | ${JSON.stringify(theirs)}${noise ? ` (${noise})` : ''}`,
  );

describe('differences of JSON', () => {
  const cases: [what: string, left: unknown, right: unknown, expected: string[]][] = [
    ['equal values', { a: [1, { b: null }] }, { a: [1, { b: null }] }, []],
    ['the order of keys', { a: 1, b: 2 }, { b: 2, a: 1 }, []],
    ['a value', { a: { b: 1 } }, { a: { b: 2 } }, ['a.b: 1 | 2']],
    ['a type', { a: '1' }, { a: 1 }, ['a: "1" | 1']],
    ['null is not nothing', { a: null }, {}, ['a: null | undefined']],
    ['keys of one side', { a: 1, c: 3 }, { b: 2, c: 3 }, ['a: 1 | undefined', 'b: undefined | 2']],
    ['an object and a list', { a: {} }, { a: [] }, ['a: {} | []']],
    ['the whole', 'busy', { ok: true }, [': "busy" | {"ok":true}']],
    ['an entry more at the front', { a: [1, 2, 3] }, { a: [0, 1, 2, 3] }, ['a[0]: undefined | 0']],
    [
      'an entry that changed',
      [{ n: 1, ok: true }, { n: 2 }],
      [{ n: 1, ok: false }, { n: 2 }],
      ['[0].ok: true | false'],
    ],
    ['an entry less at the end', ['a', 'b'], ['a'], ['[1]: "b" | undefined']],
    ['what is an id of its own', { trace_id: 'x', a: 1 }, { trace_id: 'y', a: 1 }, ['trace_id: "x" | "y" (ownId)']],
    ['noise spelled in any way', { 'X-Request-ID': 1 }, { 'X-Request-ID': 2 }, ['X-Request-ID: 1 | 2 (ownId)']],
    ['all within noise', { trace: { a: 1 } }, { trace: { a: 2 } }, ['trace.a: 1 | 2 (ownId)']],
    ['keys that are no words', { 'a.b': { ' ': 1 } }, { 'a.b': { ' ': 2 } }, ['["a.b"][" "]: 1 | 2']],
    ['keys of Object', { constructor: 1 }, {}, ['constructor: 1 | undefined']],
    ['__proto__', JSON.parse('{"__proto__":1}'), {}, ['__proto__: 1 | undefined']],
  ];
  for (const [what, left, right, expected] of cases) {
    it(what, () => assert.deepEqual(told(left, right), expected));
  }

  it('are none between a value and itself, and the same from the other side', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.jsonValue({ maxDepth: 4 }), (left, right) => {
        const copy: unknown = JSON.parse(JSON.stringify(left));
        assert.deepEqual(told(JSON.parse(JSON.stringify(left)), copy), []);
        assert.equal(told(left, right).length === 0, told(right, left).length === 0);
      }),
    );
  });

  for (const [open, close] of [
    ['[', ']'],
    ['{"a":', '}'],
  ] as const) {
    it(`of values nested 50,000 deep in ${open}${close}`, () => {
      const deep = (inner: number): unknown => JSON.parse(open.repeat(50_000) + inner + close.repeat(50_000));
      const [only, ...more] = [...jsonDifferences(deep(1), deep(2))];
      assert.deepEqual([only?.path.length, only?.left, only?.right, more.length], [50_000, 1, 2, 0]);
    });
  }
});
