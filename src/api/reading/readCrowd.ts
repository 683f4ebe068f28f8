import type { DateRange } from '../../domain/time/dates.ts';
import { reachable } from '../client/answerShapes.ts';
import type { PartRequests } from './partRequests.ts';
import type { MissingReason } from './readingTypes.ts';
import type { ReadRow } from './readRow.ts';
import { onceOf, readRow } from './readRow.ts';
import type { TimeOrder } from './takePage.ts';
import { exactTotal } from './takePage.ts';

export interface Crowd {
  readonly range: DateRange;
  readonly order: TimeOrder;
  readonly requests: PartRequests;
  /** How many are asked for at a time. */
  readonly size: number;
}

/** What is missing of a crowded second when it was read. */
export interface CrowdRead {
  /** How many; undefined where the service does not count them. */
  readonly missing: number | undefined;
  readonly reason: MissingReason;
  readonly read: number;
}

const mostPasses = 4;
/** What is held back may leave a page empty; one after the other, they are behind the last session, whatever is counted. */
const mostEmptyPages = 5;

/**
 * Reads a second that holds more than fit on a page: page by page from the one end, and as long as something is missing from the other. So
 * twice as many can be reached as pages reach, and what moved between two pages comes after all. Undefined when all of it came.
 */
export async function* readCrowd(crowd: Crowd): AsyncGenerator<readonly ReadRow[], CrowdRead | undefined> {
  const { requests } = crowd;
  const met = new Set<string>();
  // In the query's order, ids rise from the one end; from the other everything is turned round.
  const near = { order: crowd.order, ids: 'asc' } as const;
  const far = { order: crowd.order === 'newestFirst' ? 'oldestFirst' : 'newestFirst', ids: 'desc' } as const;
  let isRepeating = false;
  for (let pass = 1; ; pass++) {
    const before = met.size;
    const read = yield* readPages({ ...crowd, ...(pass % 2 === 1 ? near : far) }, met);
    const { total, pages } = read;
    isRepeating ||= read.isRepeating;
    const missing = total === undefined ? undefined : total - met.size;
    if (missing !== undefined && missing <= 0) return undefined;
    // Without a count, it is all where nothing could move between two pages, or another pass found nothing new.
    const isStill = pages <= 1 || (pass > 1 && met.size === before);
    const isInReach = met.size < reachable;
    if (missing === undefined && isStill && isInReach) return undefined;
    if (pass < mostPasses && (pass < 2 || met.size > before)) continue;
    const isCrowded = !isInReach || (total ?? 0) > reachable;
    const reason = isCrowded
      ? 'crowdedSecond'
      : requests.tiebreakerRefused
        ? 'noTiebreaker'
        : isRepeating
          ? 'repeated'
          : 'notGiven';
    return { missing, reason, read: met.size };
  }
}

/** What a pass saw of the service: how many it counts, and on how many pages there were sessions. */
interface Pass {
  readonly total: number | undefined;
  readonly pages: number;
  readonly isRepeating: boolean;
}

/** The pages of a second from one end, as far as they are not met yet. */
async function* readPages(
  { range, order, ids, requests, ...crowd }: Crowd & { readonly ids: 'asc' | 'desc' },
  met: Set<string>,
): AsyncGenerator<readonly ReadRow[], Pass> {
  let { size } = crowd;
  let [pages, emptyPages, isRepeating] = [0, 0, false];
  for (let page = 0; ; page++) {
    const answer = await requests.crowded(range, { page, size, order, ids });
    const total = exactTotal(answer);
    const given = answer.rows.length;
    // A service that gives smaller pages than it was asked for counts its pages in them.
    if (page === 0 && given > 0 && given < size && (total === undefined || given < total)) size = given;
    const once = new Map(answer.rows.map(readRow).map((row) => [onceOf(row), row]));
    isRepeating ||= once.size < given;
    if (given > 0) pages++;
    emptyPages = given > 0 ? 0 : emptyPages + 1;
    const rows = [...once].flatMap(([key, row]) => (met.has(key) || !met.add(key) ? [] : [row]));
    if (rows.length > 0) yield rows;
    const isCounted = total !== undefined && emptyPages < mostEmptyPages;
    // Of one that gives more than it counts, as long as there is more.
    const isMore = isCounted && met.size > total && rows.length > 0;
    const isLast = isCounted && !isMore ? met.size >= total || (page + 1) * size >= total : given === 0;
    if (isLast || (page + 2) * size > reachable) return { total, pages, isRepeating };
  }
}
