import type { SessionDocument } from '../../domain/session/session.ts';
import type { DateRange } from '../../domain/time/dates.ts';
import { parseServiceTime } from '../../domain/time/serviceTime.ts';

type Row = Pick<SessionDocument, 'session_start_time'>;

/** How many rows of a page, in the order of time, start in the second of its last one; 0 where they are in no such order. */
export function startedLast(rows: readonly Row[], newestFirst: boolean): number {
  const seconds = rows.map(secondOf);
  const sign = newestFirst ? -1 : 1;
  const isInOrder = seconds.every((second, at) => at === 0 || (second - (seconds[at - 1] ?? 0)) * sign >= 0);
  return isInOrder ? seconds.filter((second) => second === seconds.at(-1)).length : 0;
}

/** Whether a row starts in the second that two windows share. */
export function startsBetween(row: Row, windows: readonly DateRange[]): boolean {
  const second = secondOf(row);
  return windows.some(({ from }) => from.getTime() / 1000 === second && windows.some(({ to }) => +to === +from));
}

/** Requests name times to the second. */
function secondOf({ session_start_time: start }: Row): number {
  return Math.floor((parseServiceTime(start)?.getTime() ?? Number.NaN) / 1000);
}
