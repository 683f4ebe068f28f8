/** The places of texts in their order, by code: equal ones have the same. 0 is for nothing, which stands last in either direction. */
export function ranksOf(texts: readonly string[], worth?: (text: string) => number): Uint32Array {
  const ranks = new Uint32Array(texts.length);
  const codes = Uint32Array.from({ length: Math.max(0, texts.length - 1) }, (_, index) => index + 1);
  const values = worth && Float64Array.from(texts, (text, code) => (code === 0 ? Number.NaN : worth(text)));
  const compare = values
    ? byWorth(texts, values)
    : (a: number, b: number) => compareTexts(texts[a] ?? '', texts[b] ?? '');
  let rank = 0;
  let before: number | undefined;
  for (const code of codes.sort(compare)) {
    if (before === undefined || compare(before, code) !== 0) rank += 1;
    ranks[code] = rank;
    before = code;
  }
  return ranks;
}

/** The places of numbers in their order, by row; 0 for what is no number. */
export function ranksOfNumbers(values: Float64Array): Uint32Array {
  const ranks = new Uint32Array(values.length);
  const distinct = values.filter((value) => !Number.isNaN(value)).sort();
  const order = new Map<number, number>();
  for (const value of distinct) if (!order.has(value)) order.set(value, order.size + 1);
  for (const [row, value] of values.entries()) ranks[row] = order.get(value) ?? 0;
  return ranks;
}

/** Rows in the order of their ranks; equal ones stay in the order in which they came, and those of rank 0 are last. */
export function sortRows(
  rows: Uint32Array,
  { rankOf, most, direction }: { rankOf: (row: number) => number; most: number; direction: 'asc' | 'desc' },
): Uint32Array {
  // One bucket for each rank: as fast for a hundred thousand rows as they can be read.
  const starts = new Uint32Array(most + 2);
  const bucketOf = (row: number): number => {
    const rank = rankOf(row);
    if (rank === 0) return most;
    return direction === 'asc' ? rank - 1 : most - rank;
  };
  for (const row of rows) {
    const next = bucketOf(row) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let bucket = 1; bucket < starts.length; bucket += 1)
    starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0);
  const sorted = new Uint32Array(rows.length);
  for (const row of rows) {
    const bucket = bucketOf(row);
    const at = starts[bucket] ?? 0;
    sorted[at] = row;
    starts[bucket] = at + 1;
  }
  return sorted;
}

/** Numbers first, in their order; texts that are none after them. */
function byWorth(texts: readonly string[], values: Float64Array): (a: number, b: number) => number {
  return (a, b) => {
    const [left, right] = [values[a] ?? Number.NaN, values[b] ?? Number.NaN];
    if (left < right) return -1;
    if (left > right) return 1;
    if (left === right) return 0;
    if (!Number.isNaN(left)) return -1;
    return Number.isNaN(right) ? compareTexts(texts[a] ?? '', texts[b] ?? '') : 1;
  };
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
