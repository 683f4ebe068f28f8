import type { DateRange } from '../../domain/time/dates.ts';
import { halvesOf } from '../search/smallerWindows.ts';
import type { Pace } from './pace.ts';
import type { PartRequests } from './partRequests.ts';
import { readCrowd } from './readCrowd.ts';
import type { Counted, Missing, MissingReason } from './readingTypes.ts';
import type { ReadRow } from './readRow.ts';
import type { SessionTally } from './sessionTally.ts';
import type { TimeOrder } from './takePage.ts';
import { exactTotal, takePage } from './takePage.ts';

export interface LookAgainOptions {
  readonly requests: PartRequests;
  readonly tally: SessionTally;
  readonly order: TimeOrder;
  readonly pace: Pick<Pace, 'rows' | 'provenRows'>;
  /** Nothing more is asked for once so many requests were sent, of the reading as a whole. */
  readonly mostRequests: number;
}

const mostRounds = 3;
/** In one round. Two for each halving of two months down to a second, for a few places. */
const mostRequests = 250;

/**
 * Looks for what a count of the service has more than was read, and for what else has changed: counts halves of the range until the place is
 * found, and gives all that starts there now. What comes of it is again what is held. Returns what is still missing after that.
 */
export async function* lookAgain(
  counted: Counted,
  options: LookAgainOptions,
): AsyncGenerator<readonly ReadRow[], Missing | undefined> {
  const { tally, requests, order } = options;
  const { range } = counted;
  const search = new Search(options);
  let { total } = counted;
  let before = 0;
  for (let round = 0; ; round++) {
    const difference = tally.compare(range, total);
    if (difference === 0) return undefined;
    // Nothing came of looking, or the list does not come to rest.
    if (
      difference === before ||
      round === mostRounds ||
      (difference !== 0 && requests.requests >= options.mostRequests)
    )
      return difference > 0 ? { reason: search.reason, count: difference, range } : undefined;
    before = round > 0 || difference > 0 ? difference : 0;
    // Where more was read than was counted at first, more have come since: that alone is no reason to look.
    if (round > 0 || difference > 0) {
      search.begin();
      yield* search.within(range);
    }
    const now = (await requests.first(range, order, 1)).total;
    if (now.atLeast) return undefined;
    total = now.count;
  }
}

class Search {
  readonly #options: LookAgainOptions;
  #left = 0;
  reason: MissingReason = 'notGiven';

  constructor(options: LookAgainOptions) {
    this.#options = options;
  }

  begin(): void {
    this.#left = mostRequests;
  }

  async *within(range: DateRange): AsyncGenerator<readonly ReadRow[]> {
    const { requests, tally, order, pace } = this.#options;
    if (this.#left-- <= 0 || requests.requests >= this.#options.mostRequests) return;
    const page = await requests.first(range, order, tally.heldWithin(range) < pace.rows ? pace.rows : 1);
    const taken = takePage(page, range, order);
    // All that is there now says more than a count: one may be missing in it, and another gone since.
    if (taken.rest === undefined && !taken.isOdd) {
      tally.holdAnew(range, taken.rows);
      yield taken.rows;
      return;
    }
    const count = exactTotal(page);
    if (count !== undefined && tally.compare(range, count) === 0) return;
    if (page.rows.length > 1 && taken.isOdd) this.reason = 'repeated';
    const halves = halvesOf(range);
    if (halves) for (const half of halves) yield* this.within(half);
    else yield* this.#crowd(range);
  }

  async *#crowd(range: DateRange): AsyncGenerator<readonly ReadRow[]> {
    const { tally, requests, order, pace } = this.#options;
    const all: ReadRow[] = [];
    const pages = readCrowd({ range, order, requests, size: pace.provenRows });
    let next = await pages.next();
    for (; !next.done; next = await pages.next()) {
      // Only what they are remembered by: there may be many.
      all.push(...next.value.map(({ key, time }) => ({ key, time, bytes: nothing, members: {} })));
      yield next.value;
    }
    tally.holdAnew(range, all);
    if (next.value) {
      this.reason = next.value.reason;
      tally.crowdRead(range, next.value);
    }
  }
}

const nothing = new Uint8Array();
