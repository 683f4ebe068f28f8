import type { DateRange } from '../../domain/time/dates.ts';

/** When the sessions started that were read, so that a count of the service can be compared with them. */
export class HeldTimes {
  #times = new Float64Array(1024);
  #count = 0;
  #sorted = true;

  add(time: number): void {
    if (this.#count === this.#times.length) {
      const longer = new Float64Array(Math.max(1024, this.#times.length * 2));
      longer.set(this.#times);
      this.#times = longer;
    }
    this.#times[this.#count++] = time;
    this.#sorted = false;
  }

  /** How many started within a range, with what started in the second of its end or without. */
  within({ from, to }: DateRange, endsWithSecond: boolean): number {
    return this.#firstFrom(lastOf(to, endsWithSecond) + 1) - this.#firstFrom(from.getTime());
  }

  /** The service told anew of all that started within a range: what it no longer has does not count. */
  replace({ from, to }: DateRange, endsWithSecond: boolean, times: readonly number[]): void {
    const last = lastOf(to, endsWithSecond);
    const isElsewhere = (time: number): boolean => time < from.getTime() || time > last;
    const kept = this.#sortedTimes().filter(isElsewhere);
    // What was given of other times is held where it belongs already.
    const told = times.filter((time) => !isElsewhere(time));
    this.#times = new Float64Array(kept.length + told.length);
    this.#times.set(kept);
    this.#times.set(told, kept.length);
    this.#count = this.#times.length;
    this.#sorted = false;
  }

  #sortedTimes(): Float64Array {
    const held = this.#times.subarray(0, this.#count);
    if (!this.#sorted) held.sort();
    this.#sorted = true;
    return held;
  }

  #firstFrom(time: number): number {
    const times = this.#sortedTimes();
    let [low, high] = [0, times.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((times[middle] ?? 0) < time) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function lastOf(to: Date, endsWithSecond: boolean): number {
  return to.getTime() + (endsWithSecond ? 999 : 0);
}
