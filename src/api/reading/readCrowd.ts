import type { DateRange } from '../../domain/dates.ts';
import { reachable } from '../answerShapes.ts';
import type { Questions } from './questions.ts';
import type { MissingReason } from './readingTypes.ts';
import type { ReadRow } from './readRow.ts';
import { readRow } from './readRow.ts';
import type { TimeOrder } from './takePage.ts';
import { exactTotal } from './takePage.ts';

export interface Crowd {
  readonly range: DateRange;
  readonly order: TimeOrder;
  readonly questions: Questions;
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

/**
 * Reads a second that holds more than fit on a page, page by page from the one end and then, as far as something is missing, from the other: so
 * twice as many can be reached as pages reach, and what moved between two pages comes after all. Undefined when all of it came.
 */
export async function* readCrowd(crowd: Crowd): AsyncGenerator<readonly ReadRow[], CrowdRead | undefined> {
  const { range, questions } = crowd;
  const met = new Set<string>();
  let [total, atLeast, isRepeating] = [0, false, false];
  const other: TimeOrder = crowd.order === 'newestFirst' ? 'oldestFirst' : 'newestFirst';
  for (const order of [crowd.order, other, crowd.order]) {
    let size = crowd.size;
    for (let page = 0; (page + 1) * size <= reachable; page++) {
      const answer = await questions.crowded(range, { page, size, order });
      const exactly = exactTotal(answer);
      total = exactly ?? Math.max(answer.total.count, met.size);
      atLeast = exactly === undefined;
      // A service that gives smaller pages than it was asked for counts its pages in them.
      const given = answer.rows.length;
      if (page === 0 && given > 0 && given < size && (atLeast || given < total)) size = given;
      const rows = answer.rows.map(readRow).filter(({ key }) => !met.has(key) && met.add(key));
      isRepeating ||= rows.length < given;
      if (rows.length > 0) yield rows;
      if (atLeast ? given === 0 : met.size >= total || (page + 1) * size >= total) break;
    }
    if (!atLeast && met.size >= total) return undefined;
    if (atLeast && met.size < reachable) return undefined;
  }
  const reason =
    total >= reachable
      ? 'crowdedSecond'
      : questions.tiebreakerRefused
        ? 'noTiebreaker'
        : isRepeating
          ? 'repeated'
          : 'notGiven';
  return { missing: atLeast ? undefined : total - met.size, reason, read: met.size };
}
