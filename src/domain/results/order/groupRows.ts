/** The rows that have the same value in a column. */
export interface RowGroup {
  /** The value's code; 0 for the rows that have none. */
  readonly code: number;
  readonly rows: Uint32Array;
}

/** Rows by their value in a column, the largest group first, then in the order of values; rows within one stay in their order. */
export function groupRows(
  rows: Uint32Array,
  { codeOf, ranks }: { codeOf: (row: number) => number; ranks: Uint32Array },
): readonly RowGroup[] {
  const counts = new Uint32Array(ranks.length);
  for (const row of rows) {
    const code = codeOf(row);
    counts[code] = (counts[code] ?? 0) + 1;
  }
  const groups = new Map<number, { rows: Uint32Array; filled: number }>();
  for (const row of rows) {
    const code = codeOf(row);
    let group = groups.get(code);
    if (!group) {
      group = { rows: new Uint32Array(counts[code] ?? 0), filled: 0 };
      groups.set(code, group);
    }
    group.rows[group.filled] = row;
    group.filled += 1;
  }
  // Those without a value stand after those of the same size that have one.
  const place = (code: number): number => (code === 0 ? Number.POSITIVE_INFINITY : (ranks[code] ?? 0));
  return [...groups]
    .map(([code, group]) => ({ code, rows: group.rows }))
    .sort((a, b) => b.rows.length - a.rows.length || place(a.code) - place(b.code));
}

/** The lines of a table: rows as they are, and before those of each group its head, as `-1` for the first, `-2` for the second. */
export function linesOf(groups: readonly RowGroup[], isFolded: (group: RowGroup) => boolean): Int32Array {
  const folded = groups.map(isFolded);
  const length = groups.reduce((sum, { rows }, index) => sum + 1 + (folded[index] ? 0 : rows.length), 0);
  const lines = new Int32Array(length);
  let at = 0;
  for (const [index, { rows }] of groups.entries()) {
    lines[at] = -1 - index;
    at += 1;
    if (folded[index]) continue;
    lines.set(rows, at);
    at += rows.length;
  }
  return lines;
}
