import type { AggregationResult } from '../../../domain/analysis/aggregations/collector.ts';
import type { LooseRecord } from '../../../domain/json/looseValues.ts';

/** An aggregation as an engine is asked it. */
export interface AskedAggregation {
  readonly body: LooseRecord;
  /** The answer as it is worked out here; undefined where the engine's is none that can be relied on. */
  readonly read: (answer: LooseRecord) => AggregationResult | undefined;
}

export interface Asking {
  readonly now: Date;
  readonly long: Set<string>;
  /** What an engine only estimates is not asked of it. */
  readonly exactly?: boolean;
}

/** All aggregations of one level. */
export interface Level extends AskedAggregation {
  /** As they are written in the query. */
  readonly aggs: unknown;
}

/** How an aggregation of one type is asked; undefined where an engine does not answer it as it is answered here. */
export type Ask = (body: LooseRecord, within: Level, asking: Asking) => AskedAggregation | undefined;
