import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FacetChoice } from '../../../../src/domain/results/facets/filterRows.ts';
import { filterRows } from '../../../../src/domain/results/facets/filterRows.ts';
import { groupRows, linesOf } from '../../../../src/domain/results/order/groupRows.ts';
import { ranksOf, sortRows } from '../../../../src/domain/results/order/sortRows.ts';
import { ListColumn, TextColumn } from '../../../../src/domain/results/store/columns.ts';
import { ColumnWriter } from '../../../../src/domain/results/store/columnWriter.ts';
import { seededRandom } from '../../../../src/emulator/samples/random.ts';

const words = ['', 'a', 'b', 'c', '__proto__', '10', '9', '<i>', 'שלום'];

interface Row {
  readonly text: string;
  readonly lists: readonly (readonly string[])[];
  readonly number: number;
}

function rowsOf(random: () => number): readonly Row[] {
  const one = (): string => words[Math.floor(random() * words.length)] ?? '';
  const list = (): string[] => Array.from({ length: Math.floor(random() * 4) }, one).filter(Boolean);
  return Array.from({ length: Math.floor(random() * 60) }, () => ({
    text: one(),
    lists: [list(), list(), list()],
    number: random() < 0.2 ? Number.NaN : Math.floor(random() * 10),
  }));
}

/** Written in pieces, as rows come. */
function columnsOf(rows: readonly Row[], random: () => number) {
  const text = { writer: new ColumnWriter<Row>({ type: 'texts', read: (row) => row.text }), column: new TextColumn() };
  const lists = [0, 1, 2].map((at) => ({
    writer: new ColumnWriter<Row>({ type: 'lists', read: (row) => row.lists[at] ?? [] }),
    column: new ListColumn(),
  }));
  for (let from = 0; from < rows.length; ) {
    const to = from + 1 + Math.floor(random() * 20);
    const chunk = text.writer.write(rows.slice(from, to));
    if (chunk.type === 'texts') text.column.append(chunk);
    for (const { writer, column } of lists) {
      const piece = writer.write(rows.slice(from, to));
      if (piece.type === 'lists') column.append(piece);
    }
    from = to;
  }
  return { text: text.column, lists: lists.map(({ column }) => column) };
}

/** The same by the plainest of means, for one row and one choice. */
function passes({ lists }: Row, { facet, wanted, unwanted }: FacetChoice): boolean {
  const values = lists[Number(facet)] ?? [];
  const held = values.length === 0 ? [''] : values;
  return (
    (wanted.length === 0 || held.some((one) => wanted.includes(one))) && !held.some((one) => unwanted.includes(one))
  );
}

describe('filtering, counting, sorting and grouping, against the plainest evaluation', () => {
  for (let seed = 1; seed <= 150; seed += 1) {
    it(`seed ${seed}`, () => {
      const random = seededRandom(seed);
      const rows = rowsOf(random);
      const { text, lists } = columnsOf(rows, random);
      const some = (): string[] => words.filter(() => random() < 0.25);
      const choices = ['0', '1', '2']
        .filter(() => random() < 0.6)
        .map((facet) => ({ facet, wanted: some(), unwanted: some() }));
      const gone = [...rows.keys()].filter(() => random() < 0.1);
      const range = { values: rows.map(({ number }) => number), from: 2, to: 8 };
      const ranges = random() < 0.5 ? [range] : [];
      const isThere = (row: number): boolean =>
        !gone.includes(row) &&
        ranges.every(({ values, from, to }) => (values[row] ?? -1) >= from && (values[row] ?? -1) < to);
      const input = { count: rows.length, gone, choices, ranges };
      const result = filterRows({ ...input, facets: new Map(lists.map((column, at) => [String(at), column])) });

      const expected = [...rows.keys()].filter(
        (row) => isThere(row) && choices.every((one) => passes(rows[row] as Row, one)),
      );
      assert.deepEqual([...result.rows], expected);

      for (const [at, column] of lists.entries()) {
        const others = choices.filter(({ facet }) => facet !== String(at));
        const counted = [...rows.keys()].filter(
          (row) => isThere(row) && others.every((one) => passes(rows[row] as Row, one)),
        );
        for (const [code, value] of column.texts.entries()) {
          const has = (row: number): boolean => {
            const held = rows[row]?.lists[at] ?? [];
            return value === '' ? held.length === 0 : held.includes(value);
          };
          assert.equal(result.counts.get(String(at))?.[code], counted.filter(has).length, `${at} ${value}`);
        }
      }

      for (const direction of ['asc', 'desc'] as const) {
        const ranks = ranksOf(text.texts);
        const rankOf = (row: number): number => ranks[text.codeAt(row)] ?? 0;
        const sorted = sortRows(result.rows, { rankOf, most: ranks.length, direction });
        const sign = direction === 'asc' ? 1 : -1;
        const naive = [...result.rows].sort((a, b) => {
          const [left, right] = [rows[a]?.text ?? '', rows[b]?.text ?? ''];
          if (left === right) return a - b;
          if (left === '' || right === '') return left === '' ? 1 : -1;
          return left < right ? -sign : sign;
        });
        assert.deepEqual([...sorted], naive, direction);
      }

      const groups = groupRows(result.rows, { codeOf: (row) => text.codeAt(row), ranks: ranksOf(text.texts) });
      const sizes = new Map<string, number>();
      for (const row of result.rows) sizes.set(rows[row]?.text ?? '', (sizes.get(rows[row]?.text ?? '') ?? 0) + 1);
      assert.deepEqual(new Map(groups.map((group) => [text.texts[group.code], group.rows.length])), sizes);
      const lines = linesOf(groups, () => false);
      assert.deepEqual(
        [...lines].filter((line) => line >= 0).sort((a, b) => a - b),
        [...result.rows],
      );
    });
  }
});
