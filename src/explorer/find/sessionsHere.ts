import type { Lookup } from '../../domain/find/lookup.ts';
import type { LocatedSession } from '../../domain/find/sessionIndex.ts';
import { fitsLookup, SessionIndex } from '../../domain/find/sessionIndex.ts';
import type { DateRange } from '../../domain/time/dates.ts';

const sliceMs = 8;
const mostGiven = 1000;

/** The sessions that can be looked through at once: what is loaded, and what the services gave so far, whatever was asked. */
export class SessionsHere {
  readonly #index: SessionIndex;
  #given: readonly LocatedSession[] = [];
  #reading: NodeJS.Immediate | undefined;

  constructor(loaded: readonly LocatedSession[]) {
    this.#index = new SessionIndex(loaded);
  }

  dispose(): void {
    clearImmediate(this.#reading);
  }

  /** Reads what is loaded in slices, so that keys are answered meanwhile. */
  read(done: () => void): void {
    clearImmediate(this.#reading);
    const slice = (): void => {
      this.#index.readUntil(performance.now() + sliceMs, () => performance.now());
      if (!this.#index.isReady) this.#reading = setImmediate(slice);
      else done();
    };
    slice();
  }

  /** What a service gave may fit what is typed next. */
  give(rows: readonly LocatedSession[]): void {
    if (rows.length === 0) return;
    this.#given = [...rows, ...this.#given.filter((one) => !rows.includes(one))].slice(0, mostGiven);
  }

  search(
    lookup: Lookup,
    { range, most, beside }: { range: DateRange | undefined; most: number; beside: readonly LocatedSession[] },
  ): readonly LocatedSession[] {
    const fitting = this.#given.filter((one) => !beside.includes(one) && fitsLookup(one.session, lookup, range));
    return [...fitting, ...this.#index.search(lookup, { range, most })];
  }
}
