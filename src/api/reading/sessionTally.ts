import type { DateRange } from '../../domain/time/dates.ts';
import { HeldTimes } from './heldTimes.ts';
import type { CrowdRead } from './readCrowd.ts';
import type { ReadingState } from './readingState.ts';
import type { Counted, Missing } from './readingTypes.ts';
import type { ReadRow } from './readRow.ts';

/** What was read beside what the service counts, and what is known not to come. */
export class SessionTally {
  readonly #held = new HeldTimes();
  /** Requests name times to the second: whether the rest of the last one is within a range is the service's to say, and shows in an answer. */
  #endsWithSecond = false;
  readonly #counted: Counted[];
  #missing: readonly Missing[];
  /** How many were held of its range when something was found missing. */
  readonly #heldBefore = new Map<Missing, number>();

  constructor({ counted, missing }: Pick<ReadingState, 'counted' | 'missing'> = { counted: [], missing: [] }) {
    this.#counted = [...counted];
    this.#missing = [...missing];
  }

  get counted(): readonly Counted[] {
    return this.#counted;
  }

  get missing(): readonly Missing[] {
    return this.#missing;
  }

  /** A session was given. */
  hold(time: number | undefined): void {
    if (time !== undefined) this.#held.add(time);
  }

  /** The service told anew of all that starts within a range: what it no longer has does not count. */
  holdAnew(range: DateRange, rows: readonly ReadRow[]): void {
    this.noteEnd(range, rows);
    const times = rows.map(({ time }) => time).filter((time) => time !== undefined);
    this.#held.replace(range, this.#endsWithSecond, times);
  }

  /** An answer came for a range. */
  noteEnd({ to }: DateRange, rows: readonly ReadRow[]): void {
    if (this.#endsWithSecond || !rows.some(({ time }) => time !== undefined && time > to.getTime())) return;
    this.#endsWithSecond = true;
    // Counted otherwise from now on.
    this.#heldBefore.clear();
  }

  heldWithin(range: DateRange): number {
    return this.#held.within(range, this.#endsWithSecond);
  }

  /** What is to be held against what was read in the end. */
  count(counted: Counted): void {
    this.#counted.push(counted);
  }

  /** It was looked for, and did not come. */
  miss(missing: Missing): void {
    this.#missing = [...this.#missing, missing];
    this.#heldBefore.set(missing, this.heldWithin(missing.range));
  }

  /** What was missed may have come with what is beside it: where two ranges meet, a second is in both. */
  forgetFound(): void {
    this.#missing = this.#missing.flatMap((one) => {
      const found = this.heldWithin(one.range) - (this.#heldBefore.get(one) ?? Number.POSITIVE_INFINITY);
      if (one.count === undefined || found <= 0) return [one];
      return found < one.count ? [{ ...one, count: one.count - found }] : [];
    });
  }

  /** A crowded second was read, and not all of it: what is out of reach is not looked for again. */
  crowdRead(range: DateRange, { missing, reason }: CrowdRead): void {
    const isKnown = this.#missing.some((one) => one.reason === reason && isWithin(one.range, range));
    if (reason === 'crowdedSecond' && !isKnown) this.#missing = [...this.#missing, { reason, count: missing, range }];
  }

  /** How many more the service counts in a range than were read there, beside those that are known to be missing. Negative when fewer. */
  compare(range: DateRange, total: number): number {
    const known = this.#missing
      .filter((one) => isWithin(one.range, range))
      .reduce((sum, { count = 0 }) => sum + count, 0);
    return total - this.heldWithin(range) - known;
  }
}

function isWithin(inner: DateRange, outer: DateRange): boolean {
  return inner.from >= outer.from && inner.to <= outer.to;
}
