import type { FieldReader } from '../reading/sessionReader.ts';

/** What an aggregation found, in the form in which Elasticsearch answers: buckets with counts, or values. */
export interface AggregationResult {
  readonly [name: string]: unknown;
}

/** Counts or measures one session after another. */
export interface Collector {
  collect(reader: FieldReader): void;
  result(): AggregationResult;
}

/** Makes a collector that has seen nothing yet: one for each bucket that an aggregation is within. */
export type MakeCollector = () => Collector;

/** The sessions of one bucket: how many, and what the aggregations within it say of them. */
export class Bucket {
  readonly #within: Collector;
  #count = 0;

  constructor(within: MakeCollector) {
    this.#within = within();
  }

  get count(): number {
    return this.#count;
  }

  collect(reader: FieldReader): void {
    this.#count += 1;
    this.#within.collect(reader);
  }

  result(): AggregationResult {
    return { doc_count: this.#count, ...this.#within.result() };
  }
}
