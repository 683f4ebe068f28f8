import type { FacetColumn } from './filterRows.ts';

export interface FacetValue {
  readonly text: string;
  readonly count: number;
}

/** The values of a facet with their counts, the most frequent first, then by text, and last of all none; those of no row only where they are `kept`. */
export function facetValues(
  { texts }: Pick<FacetColumn, 'texts'>,
  counts: ArrayLike<number>,
  kept: ReadonlySet<string> = new Set(),
): readonly FacetValue[] {
  const values: FacetValue[] = [];
  for (const [code, text] of texts.entries()) {
    const count = counts[code] ?? 0;
    if (count > 0 || kept.has(text)) values.push({ text, count });
  }
  const isNone = ({ text }: FacetValue): number => Number(text === '');
  return values.sort((a, b) => isNone(a) - isNone(b) || b.count - a.count || (a.text < b.text ? -1 : 1));
}

/** Values that have an order of their own (hours, durations) stand in it. */
export function orderedValues(
  { texts }: Pick<FacetColumn, 'texts'>,
  counts: ArrayLike<number>,
  order: readonly string[],
): readonly FacetValue[] {
  const codes = new Map(texts.map((text, code) => [text, code]));
  return order.flatMap((text) => {
    const count = counts[codes.get(text) ?? -1] ?? 0;
    return count > 0 ? [{ text, count }] : [];
  });
}
