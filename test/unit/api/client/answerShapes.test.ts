import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readCount, readSearchAnswer, readSession, readTotal } from '../../../../src/api/client/answerShapes.ts';

describe('the answer of a search', () => {
  it('has hits, a total and the size of a page', () => {
    assert.deepEqual(readSearchAnswer({ hits: [{ id: 'a' }], total: '7', page_size: '50' }), {
      hits: [{ id: 'a' }],
      total: { count: 7, atLeast: false },
      pageSize: 50,
    });
  });

  for (const nothing of [false, null, undefined, '', [], 0])
    it(`is one that tells of no error by ${JSON.stringify(nothing)}`, () =>
      assert.ok(readSearchAnswer({ hits: [], error: nothing, errors: nothing, timed_out: nothing })));

  for (const answer of [
    ...[null, [], 'hits', {}, { hits: {} }, { hits: ['a'] }, { hits: [null] }],
    ...[
      { hits: [], error: 'no' },
      { hits: [], errors: ['no'] },
      { hits: [], errors: true },
    ],
    { hits: [], timed_out: true },
  ])
    it(`is not ${JSON.stringify(answer)}`, () => assert.equal(readSearchAnswer(answer), undefined));
});

describe('a total', () => {
  const cases: [total: unknown, count: number, atLeast: boolean][] = [
    [12, 12, false],
    [{ value: 12 }, 12, false],
    [{ value: 12, relation: 'eq' }, 12, false],
    [{ value: 12, relation: 'gte' }, 12, true],
    [9999, 9999, false],
    [10_000, 10_000, true],
    [10_001, 10_001, false],
    [undefined, 3, true],
    [{ value: 'many' }, 3, true],
    [-1, 3, true],
  ];
  for (const [total, count, atLeast] of cases)
    it(JSON.stringify(total) ?? 'none', () => assert.deepEqual(readTotal(total, 3), { count, atLeast }));
});

describe('a count', () => {
  for (const [value, count] of [
    [0, 0],
    ['0', 0],
    ['12', 12],
    [' 12', undefined],
    ['12 ', undefined],
    ['1e3', undefined],
    ['', undefined],
    [1.5, undefined],
    [-1, undefined],
    [null, undefined],
    [true, undefined],
  ] as const)
    it(JSON.stringify(value), () => assert.equal(readCount(value), count));
});

describe('the session in an answer', () => {
  const [a, b] = [{ id: 'a' }, { id: 'b' }];
  const cases: [what: string, answer: unknown, id: string | undefined, session: object | undefined][] = [
    ['bare', a, 'b', a],
    ['in hits', { hits: [a] }, 'a', a],
    ['in hits of hits', { hits: [{ x: 1 }, b] }, 'b', b],
    ['in a list', [a], undefined, a],
    ['of several the one of the id', [a, b], 'b', b],
    ['of several none of the id', [a, b], 'c', undefined],
    ['the only one, whatever its id', [a], 'c', a],
    ['beside what is none', [null, b], 'b', b],
    ['beside what is none, without its id', [null, b], 'c', undefined],
    ['none in an empty list', [], 'a', undefined],
    ['none in a text', 'a', 'a', undefined],
    ['none in nothing', null, 'a', undefined],
  ];
  for (const [what, answer, id, session] of cases) it(what, () => assert.equal(readSession(answer, id), session));
});
