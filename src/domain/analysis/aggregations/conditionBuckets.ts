import type { Condition } from '../conditions/condition.ts';
import type { FieldReader } from '../reading/sessionReader.ts';
import type { AggregationResult, Collector, MakeCollector } from './collector.ts';
import { Bucket } from './collector.ts';
import { keyedBuckets } from './keyedBuckets.ts';
import { decimalKey } from './numberKeys.ts';

/** One bucket of the sessions that meet a condition. */
export class ConditionBucket implements Collector {
  readonly #holds: Condition;
  readonly #bucket: Bucket;

  constructor(holds: Condition, within: MakeCollector) {
    this.#holds = holds;
    this.#bucket = new Bucket(within);
  }

  collect(reader: FieldReader): void {
    if (this.#holds(reader)) this.#bucket.collect(reader);
  }

  result(): AggregationResult {
    return this.#bucket.result();
  }
}

/** The entries of a list, each by itself: what is within counts steps, tags or parameters, and no sessions. */
export class NestedBucket implements Collector {
  readonly #path: string;
  readonly #bucket: Bucket;

  constructor(path: string, within: MakeCollector) {
    this.#path = path;
    this.#bucket = new Bucket(within);
  }

  collect(reader: FieldReader): void {
    for (const entry of reader.entries(this.#path)) this.#bucket.collect(entry);
  }

  result(): AggregationResult {
    return this.#bucket.result();
  }
}

/** Back from entries to the sessions that hold them: each counts once. */
export class ReverseNestedBucket implements Collector {
  readonly #bucket: Bucket;
  #last: FieldReader | undefined;

  constructor(within: MakeCollector) {
    this.#bucket = new Bucket(within);
  }

  collect({ whole }: FieldReader): void {
    // The entries of a session come one after another.
    if (whole === this.#last) return;
    this.#last = whole;
    this.#bucket.collect(whole);
  }

  result(): AggregationResult {
    return this.#bucket.result();
  }
}

interface NamedCondition {
  /** Undefined for conditions that are told apart by their order. */
  readonly name: string | undefined;
  readonly holds: Condition;
}

/** A bucket for each of several conditions; a session may be in more than one. `otherName` names one for what meets none. */
export class ConditionsBuckets implements Collector {
  readonly #buckets: readonly (NamedCondition & { readonly bucket: Bucket })[];
  readonly #other: { readonly name: string; readonly bucket: Bucket } | undefined;

  constructor(conditions: readonly NamedCondition[], within: MakeCollector, otherName?: string) {
    this.#buckets = conditions.map((one) => ({ ...one, bucket: new Bucket(within) }));
    this.#other = otherName === undefined ? undefined : { name: otherName, bucket: new Bucket(within) };
  }

  collect(reader: FieldReader): void {
    let met = false;
    for (const { holds, bucket } of this.#buckets) {
      if (!holds(reader)) continue;
      met = true;
      bucket.collect(reader);
    }
    if (!met) this.#other?.bucket.collect(reader);
  }

  result(): AggregationResult {
    const named = this.#buckets.flatMap(({ name, bucket }) =>
      name === undefined ? [] : [[name, bucket.result()] as const],
    );
    const other = this.#other ? [[this.#other.name, this.#other.bucket.result()] as const] : [];
    if (named.length < this.#buckets.length)
      return { buckets: [...this.#buckets.map(({ bucket }) => bucket.result()), ...other.map(([, result]) => result)] };
    return { buckets: Object.fromEntries([...named, ...other]) };
  }
}

export interface NumberRange {
  readonly key: string | undefined;
  readonly from: number | undefined;
  readonly to: number | undefined;
}

/** A bucket for each range of numbers: from the first, up to the second without it. */
export class RangeBuckets implements Collector {
  readonly #ranges: readonly (NumberRange & { readonly bucket: Bucket })[];
  readonly #numbers: (reader: FieldReader) => readonly number[];
  readonly #isKeyed: boolean;

  constructor(
    ranges: readonly NumberRange[],
    {
      numbers,
      within,
      isKeyed,
    }: {
      readonly numbers: (reader: FieldReader) => readonly number[];
      readonly within: MakeCollector;
      /** Whether the buckets are an object by their keys. */
      readonly isKeyed: boolean;
    },
  ) {
    this.#isKeyed = isKeyed;
    // As Elasticsearch gives them, however they are written.
    const inOrder = ranges.toSorted((a, b) => compareEnds(a.from, b.from, -1) || compareEnds(a.to, b.to, 1));
    this.#ranges = inOrder.map((range) => ({ ...range, bucket: new Bucket(within) }));
    this.#numbers = numbers;
  }

  collect(reader: FieldReader): void {
    const numbers = this.#numbers(reader);
    for (const { from, to, bucket } of this.#ranges) {
      if (numbers.some((number) => (from === undefined || number >= from) && (to === undefined || number < to)))
        bucket.collect(reader);
    }
  }

  result(): AggregationResult {
    const buckets = this.#ranges.map(({ key, from, to, bucket }) => ({
      key: key ?? `${from === undefined ? '*' : decimalKey(from)}-${to === undefined ? '*' : decimalKey(to)}`,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...bucket.result(),
    }));
    return { buckets: this.#isKeyed ? keyedBuckets(buckets) : buckets };
  }
}

/** `open`: where a range without that end stands. */
function compareEnds(a: number | undefined, b: number | undefined, open: 1 | -1): number {
  if (a === b) return 0;
  if (a === undefined || b === undefined) return a === undefined ? open : -open;
  return a - b;
}
