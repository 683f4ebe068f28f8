import { isoText } from '../../time/calendar.ts';
import type { Token } from '../../tokens/fieldTokens.ts';
import type { FieldReader } from '../reading/sessionReader.ts';
import type { AggregationResult, Collector } from './collector.ts';
import type { AggregatedField } from './fieldValues.ts';
import { numbersOf, tokensOf } from './fieldValues.ts';
import { decimalKey } from './numberKeys.ts';

/** How many values there are. Of exact texts an index holds each value of a session once. */
export class ValueCount implements Collector {
  readonly #field: AggregatedField;
  #count = 0;

  constructor(field: AggregatedField) {
    this.#field = field;
  }

  collect(reader: FieldReader): void {
    const tokens = tokensOf(reader, this.#field);
    this.#count += this.#field.kind === 'id' ? new Set(tokens).size : tokens.length;
  }

  result(): AggregationResult {
    return { value: this.#count };
  }
}

/** How many different values there are: counted, where Elasticsearch estimates. */
export class Cardinality implements Collector {
  readonly #field: AggregatedField;
  readonly #seen = new Set<Token>();

  constructor(field: AggregatedField) {
    this.#field = field;
  }

  collect(reader: FieldReader): void {
    for (const token of tokensOf(reader, this.#field)) this.#seen.add(token);
  }

  result(): AggregationResult {
    return { value: this.#seen.size };
  }
}

const measures = ['min', 'max', 'avg', 'sum', 'stats'] as const;
export type Measure = (typeof measures)[number];

/** The least, the greatest, the mean and the sum of a field's values; null where there is none. */
export class Stats implements Collector {
  readonly #field: AggregatedField;
  readonly #measure: Measure;
  #count = 0;
  #min = Number.POSITIVE_INFINITY;
  #max = Number.NEGATIVE_INFINITY;
  #sum = 0;
  /** What the sum lost by rounding, so that it does not depend on the order. */
  #lost = 0;

  constructor(field: AggregatedField, measure: Measure) {
    this.#field = field;
    this.#measure = measure;
  }

  collect(reader: FieldReader): void {
    for (const value of numbersOf(reader, this.#field)) {
      this.#count += 1;
      if (value < this.#min) this.#min = value;
      if (value > this.#max) this.#max = value;
      this.#add(value);
    }
  }

  result(): AggregationResult {
    const found = this.#count > 0;
    const sum = this.#sum + this.#lost;
    const all = {
      count: this.#count,
      min: found ? this.#min : null,
      max: found ? this.#max : null,
      avg: found ? sum / this.#count : null,
      sum,
    };
    const isTime = this.#field.kind === 'date';
    if (this.#measure === 'stats')
      return isTime ? { ...all, ...asTimes({ min: all.min, max: all.max, avg: all.avg }) } : all;
    const value = all[this.#measure];
    return { value, ...(isTime && this.#measure !== 'sum' ? asTimes({ value }) : {}) };
  }

  /** Neumaier's summation. */
  #add(value: number): void {
    const sum = this.#sum + value;
    this.#lost += Math.abs(this.#sum) >= Math.abs(value) ? this.#sum - sum + value : value - sum + this.#sum;
    this.#sum = sum;
  }
}

/** The values below which these percents of all lie: exact, between the two nearest, where Elasticsearch estimates. */
export class Percentiles implements Collector {
  readonly #field: AggregatedField;
  readonly #percents: readonly number[];
  #values = new Float64Array(64);
  #count = 0;

  constructor(field: AggregatedField, percents: readonly number[]) {
    this.#field = field;
    this.#percents = percents;
  }

  collect(reader: FieldReader): void {
    for (const value of numbersOf(reader, this.#field)) {
      if (this.#count === this.#values.length) {
        const larger = new Float64Array(this.#values.length * 2);
        larger.set(this.#values);
        this.#values = larger;
      }
      this.#values[this.#count] = value;
      this.#count += 1;
    }
  }

  result(): AggregationResult {
    const sorted = this.#values.slice(0, this.#count).sort();
    const entries = this.#percents.map((percent) => [decimalKey(percent), percentileOf(sorted, percent)] as const);
    const values = Object.fromEntries(entries);
    return { values: this.#field.kind === 'date' ? { ...values, ...asTimes(values) } : values };
  }
}

/** Beside each instant its text, as Elasticsearch names it. */
export function asTimes(values: Readonly<Record<string, number | null>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [[`${name}_as_string`, isoText(value)]])),
  );
}

function percentileOf(sorted: Float64Array, percent: number): number | null {
  if (sorted.length === 0) return null;
  const rank = (percent / 100) * (sorted.length - 1);
  const below = sorted[Math.floor(rank)] ?? 0;
  const above = sorted[Math.ceil(rank)] ?? 0;
  return below + (above - below) * (rank - Math.floor(rank));
}
