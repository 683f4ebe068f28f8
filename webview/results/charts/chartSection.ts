import type { nothing, TemplateResult } from 'lit/html.js';
import type { RangeChoice } from '../model/resultsState.ts';
import type { ShownChart } from './barChart.ts';

/** What spans of bars are of. */
export type SpanOf = RangeChoice['of'];

/** A chart with all that is said of it. */
export interface ChartSection {
  readonly id: string;
  readonly of: SpanOf;
  readonly title: string;
  readonly chart: Pick<ShownChart, 'label' | 'bars' | 'ticks' | 'marks'>;
  /** The spans of its bars. */
  readonly buckets: readonly { readonly from: number; readonly to: number }[];
  /** Why it has no bars. */
  readonly empty: string;
  readonly below: TemplateResult | typeof nothing;
  /** How many sessions are in no bar; empty where all are in one. */
  readonly without: string;
  /** The same as a table. */
  readonly headings: readonly string[];
  readonly numbers: readonly (readonly string[])[];
}

/** What stands below the bars: where the first, the middle and the last begin. */
export function ticksOf(
  buckets: readonly { readonly from: number }[],
  said: (ms: number) => string,
): readonly string[] {
  const places = [...new Set([0, Math.floor(buckets.length / 2), buckets.length - 1])];
  return places.flatMap((place) => {
    const bucket = buckets[place];
    return bucket ? [said(bucket.from)] : [];
  });
}
