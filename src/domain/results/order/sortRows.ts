import { distinctNumbers, placeOf } from './distinctNumbers.ts';
import { sortTexts } from './sortTexts.ts';

/** The places of texts in their order, by code: equal ones have the same. 0 is for nothing, which stands last in either direction. */
export function ranksOf(texts: readonly string[], worth?: (text: string) => number): Uint32Array {
  const ranks = new Uint32Array(texts.length);
  if (!worth) {
    rankTexts(ranks, texts, { codes: codesOf(texts, () => true), after: 0 });
    return ranks;
  }
  const values = new Float64Array(texts.length).fill(Number.NaN);
  for (let code = 1; code < texts.length; code += 1) values[code] = worth(texts[code] ?? '');
  const isNumber = (code: number): boolean => !Number.isNaN(values[code]);
  const distinct = distinctNumbers(values);
  for (let code = 1; code < texts.length; code += 1) {
    if (isNumber(code)) ranks[code] = placeOf(distinct, values[code] ?? 0) + 1;
  }
  // Texts that are no number stand after all that are.
  rankTexts(ranks, texts, { codes: codesOf(texts, (code) => !isNumber(code)), after: distinct.length });
  return ranks;
}

function codesOf(texts: readonly string[], isWanted: (code: number) => boolean): Uint32Array {
  const codes = new Uint32Array(texts.length);
  let count = 0;
  for (let code = 1; code < texts.length; code += 1) {
    if (!isWanted(code)) continue;
    codes[count] = code;
    count += 1;
  }
  return codes.subarray(0, count);
}

function rankTexts(
  ranks: Uint32Array,
  texts: readonly string[],
  { codes, after }: { readonly codes: Uint32Array; readonly after: number },
): void {
  let rank = after;
  let before: string | undefined;
  for (const code of sortTexts(texts, codes)) {
    const text = texts[code];
    if (text !== before) rank += 1;
    ranks[code] = rank;
    before = text;
  }
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
