import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { findInColumns } from '../../../../src/domain/results/order/findInColumns.ts';
import { groupRows, linesOf } from '../../../../src/domain/results/order/groupRows.ts';
import { ranksOf, sortRows } from '../../../../src/domain/results/order/sortRows.ts';
import { sortTexts } from '../../../../src/domain/results/order/sortTexts.ts';
import { sortValue } from '../../../../src/domain/results/rows/rowColumns.ts';

/** Texts in the order in which sorting puts them. */
function sorted(path: string, texts: readonly string[], direction: 'asc' | 'desc'): readonly string[] {
  const ranks = ranksOf(['', ...texts.filter(Boolean)], sortValue(path));
  const codes = texts.map((text) => (text === '' ? 0 : ['', ...texts.filter(Boolean)].indexOf(text)));
  const rows = Uint32Array.from(texts.keys());
  const rankOf = (row: number): number => ranks[codes[row] ?? 0] ?? 0;
  return [...sortRows(rows, { rankOf, most: ranks.length, direction })].map((row) => texts[row] ?? '');
}

describe('sorting', () => {
  const cases: [what: string, path: string, texts: string[], asc: string[], desc: string[]][] = [
    ['numbers as numbers', 'channel_data.duration', ['9', '10', '100'], ['9', '10', '100'], ['100', '10', '9']],
    ['nothing last in both directions', 'source', ['b', '', 'a'], ['a', 'b', ''], ['b', 'a', '']],
    [
      'what is no number after all numbers',
      'channel_data.duration',
      ['n/a', '5', ''],
      ['5', 'n/a', ''],
      ['n/a', '5', ''],
    ],
    [
      'dates as instants, however they are written',
      'session_start_time',
      ['2026-05-02T00:00:00', '2026-05-01T23:00:00-05:00', '2026-05-01T10:00:00Z'],
      ['2026-05-01T10:00:00Z', '2026-05-02T00:00:00', '2026-05-01T23:00:00-05:00'],
      ['2026-05-01T23:00:00-05:00', '2026-05-02T00:00:00', '2026-05-01T10:00:00Z'],
    ],
    ['ids as texts', 'source', ['9', '10'], ['10', '9'], ['9', '10']],
    [
      'names of every object',
      'source',
      ['constructor', '__proto__'],
      ['__proto__', 'constructor'],
      ['constructor', '__proto__'],
    ],
  ];
  for (const [what, path, texts, asc, desc] of cases) {
    it(what, () => {
      assert.deepEqual(sorted(path, texts, 'asc'), asc);
      assert.deepEqual(sorted(path, texts, 'desc'), desc);
    });
  }

  it('texts in the order of their units, whatever they hold', () => {
    // With letters beyond one byte all texts are compared; without, most are told apart by numbers.
    const few = fc.constantFrom('a', 'b', '\u0000', 'ÿ');
    const any = fc.constantFrom('a', 'b', '0', '9', '\u0000', 'é', 'ÿ', 'Ā', 'ש', '\uFFFF', '😀');
    const textsOf = (letters: fc.Arbitrary<string>) =>
      fc.array(
        fc.array(letters, { maxLength: 9 }).map((all) => all.join('')),
        { maxLength: 12 },
      );
    const texts = fc.oneof(textsOf(few), textsOf(any));
    fc.assert(
      fc.property(fc.constantFrom('', 'a', '2026-05-'), texts, (beginning, rest) => {
        const all = ['', ...rest.map((one) => beginning + one)];
        const codes = Uint32Array.from(all.keys()).subarray(1);
        const naive = [...codes].map((code) => all[code]).sort();
        assert.deepEqual(
          [...sortTexts(all, codes)].map((code) => all[code]),
          naive,
        );
      }),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 1_000) },
    );
  });

  it('texts that differ only far behind where they are told apart by numbers', () => {
    const all = ['', 'x-1234567b', 'x-1234567', 'x-1234567a', 'x-1234566z', 'x-1234567a'];
    const codes = Uint32Array.of(1, 2, 3, 4, 5);
    assert.deepEqual([...sortTexts(all, codes)], [4, 2, 3, 5, 1]);
    assert.deepEqual([...codes], [1, 2, 3, 4, 5]);
  });

  it('keeps the order of equal rows', () => {
    const rows = Uint32Array.of(3, 1, 2);
    assert.deepEqual([...sortRows(rows, { rankOf: () => 1, most: 2, direction: 'desc' })], [3, 1, 2]);
  });

  it('sorts nothing, and rows without any value', () => {
    assert.equal(sortRows(new Uint32Array(0), { rankOf: () => 0, most: 1, direction: 'asc' }).length, 0);
    assert.deepEqual([...sortRows(Uint32Array.of(1, 0), { rankOf: () => 0, most: 1, direction: 'asc' })], [1, 0]);
  });
});

describe('groups', () => {
  const codes = [1, 2, 2, 0, 1, 2];
  const ranks = Uint32Array.of(0, 2, 1);
  const groups = groupRows(Uint32Array.of(5, 4, 3, 2, 1, 0), { codeOf: (row) => codes[row] ?? 0, ranks });

  it('stand by size, with their rows in order', () => {
    assert.deepEqual(
      groups.map(({ code, rows }) => [code, ...rows]),
      [
        [2, 5, 2, 1],
        [1, 4, 0],
        [0, 3],
      ],
    );
  });

  it('that are first in the rows, and smaller or without a value, stand where they belong', () => {
    const of = (...each: number[]) =>
      groupRows(Uint32Array.from(each.keys()), {
        codeOf: (row) => each[row] ?? 0,
        ranks: Uint32Array.of(0, 3, 1, 2),
      }).map(({ code }) => code);
    assert.deepEqual(of(1, 2, 2), [2, 1]);
    assert.deepEqual(of(1, 2, 3), [2, 3, 1]);
    assert.deepEqual(of(0, 1), [1, 0]);
    assert.deepEqual(of(0, 0, 1), [0, 1]);
  });

  it('are lines of heads and rows, without the rows of those that are folded', () => {
    assert.deepEqual([...linesOf(groups, ({ code }) => code === 1)], [-1, 5, 2, 1, -2, -3, 3]);
  });
});

describe('finding in the table', () => {
  const column = {
    texts: ['', '447700900123', 'ACME <b>'],
    wordsOf: (text: string) => (text === '447700900123' ? 'Robin' : text),
    codeOf: (row: number) => [1, 2, 0][row] ?? 0,
  };
  const lines = Int32Array.of(-1, 2, 1, 0);
  const cases: [searched: string, cells: number[][]][] = [
    ['acme', [[2, 1]]],
    ['0900', [[3, 1]]],
    ['robin', [[3, 1]]],
    ['<B>', [[2, 1]]],
    ['', []],
    ['   ', []],
    ['nowhere', []],
  ];
  for (const [searched, cells] of cases) {
    it(`"${searched}"`, () => {
      const found = findInColumns(lines, [undefined, column], searched);
      assert.deepEqual(
        found.map(({ line, column: at }) => [line, at]),
        cells,
      );
    });
  }
});
