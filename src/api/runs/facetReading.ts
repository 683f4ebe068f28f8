import { CollectedFacets } from '../../domain/results/facets/collectedFacets.ts';
import type { SessionCollector } from '../reading/collectSessions.ts';

/** Gives every session to a collector, unless there are more than so many: then it resolves to how many there are. */
export type ReadAll = (collector: SessionCollector, most: number, signal: AbortSignal) => Promise<number | undefined>;

/** More sessions are not kept: their values are, so that each further choice is counted at once. */
const mostKept = 200_000;

/** One reading of all sessions for their facets, which whoever asks waits for. */
export class FacetReading {
  /** So many sessions had been deleted when it began. */
  readonly gone: number;
  /** A number where there are too many to be kept. */
  readonly #facets: Promise<CollectedFacets | number>;
  readonly #stopping = new AbortController();
  #waiting = 0;
  #isRead = false;
  #isGivenUp = false;

  constructor(gone: number, read: ReadAll) {
    this.gone = gone;
    const facets = new CollectedFacets();
    this.#facets = read(facets, mostKept, this.#stopping.signal).then((tooMany) => tooMany ?? facets);
    this.#facets.then(
      () => (this.#isRead = true),
      // What failed is read anew for who asks next.
      () => (this.#isGivenUp = true),
    );
  }

  /** Nobody waited for it any more. */
  get isGivenUp(): boolean {
    return this.#isGivenUp;
  }

  /** Who waits may stop waiting: what is read goes on for whoever asks at once after. It ends when nobody waits for it any more. */
  async wait(signal: AbortSignal): Promise<CollectedFacets | number> {
    this.#waiting += 1;
    try {
      return await Promise.race([this.#facets, aborted(signal)]);
    } finally {
      this.#waiting -= 1;
      setTimeout(() => {
        if (this.#waiting > 0 || this.#isRead) return;
        this.#isGivenUp = true;
        this.#stopping.abort();
      });
    }
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const end = (): void => reject(signal.reason);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}
