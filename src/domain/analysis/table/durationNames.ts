import { asRecord, isRecord } from '../../json/looseValues.ts';
import { entriesOf } from '../../json/writtenEntries.ts';
import { findField } from '../../session/fields/fields.ts';

const measures: ReadonlySet<string> = new Set(['min', 'max', 'avg', 'sum', 'stats', 'percentiles']);

/** Which of `aggs` are in milliseconds, each by its names from the outside in. */
export class DurationNames {
  readonly #measures = new Set<string>();
  readonly #buckets = new Set<string>();

  constructor(aggs: unknown) {
    this.#visit(aggs, []);
  }

  /** Whether what an aggregation measures is a duration. `property`: which of its numbers; how many there are is none. */
  isMeasure(names: readonly string[], property: string): boolean {
    return property !== 'count' && this.#measures.has(JSON.stringify(names));
  }

  /** Whether the keys of an aggregation's buckets are durations. */
  isBucket(names: readonly string[]): boolean {
    return this.#buckets.has(JSON.stringify(names));
  }

  #visit(aggs: unknown, around: readonly string[]): void {
    for (const [name, aggregation] of isRecord(aggs) ? entriesOf(aggs) : []) {
      const names = [...around, name];
      for (const [type, body] of entriesOf(asRecord(aggregation))) {
        if (type === 'aggs' || type === 'aggregations') this.#visit(body, names);
        else if (isInMilliseconds(body)) {
          if (measures.has(type)) this.#measures.add(JSON.stringify(names));
          else if (type === 'histogram') this.#buckets.add(JSON.stringify(names));
        }
      }
    }
  }
}

function isInMilliseconds(body: unknown): boolean {
  const { field } = asRecord(body);
  return typeof field === 'string' && findField(field)?.unit === 'milliseconds';
}
