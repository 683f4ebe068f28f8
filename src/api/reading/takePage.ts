import type { DateRange } from '../../domain/time/dates.ts';
import type { SearchPage } from '../client/searchPage.ts';
import { restOfWindow } from '../search/smallerWindows.ts';
import type { ReadRow } from './readRow.ts';
import { onceOf, readRow } from './readRow.ts';

export type TimeOrder = 'newestFirst' | 'oldestFirst';

/** An answer, and how many it was asked for. */
export interface AskedPage extends SearchPage {
  readonly asked: number;
}

/** What an answer gives of the range that it was asked for. */
export interface Taken {
  /** In the order of time, none twice: all that the service has up to where `rest` begins. */
  readonly rows: readonly ReadRow[];
  /** What is to be asked for next; the range itself where it has to be asked for in smaller parts. Undefined when this was all. */
  readonly rest: DateRange | undefined;
  /** The answer contradicts itself: a session came twice, or fewer came than it counts. */
  readonly isOdd: boolean;
  /** Nothing of the range came, though the service counts some there. */
  readonly isInVain: boolean;
}

const second = 1000;

/**
 * Takes of an answer what is certain. One that holds as many sessions as it counts is all of its range at one moment, whatever comes and goes
 * later. Of any other the sessions are taken up to the second of the last one, and that second on is asked for anew, whatever came before it
 * meanwhile.
 */
export function takePage(page: AskedPage, range: DateRange, order: TimeOrder): Taken {
  const given = page.rows.length;
  const rows = onlyOnce(page.rows.map(readRow));
  const count = exactTotal(page);
  const isRepeating = rows.length < given;
  // The answer to another question.
  const isElsewhere = given > 0 && rows.every(({ time }) => time !== undefined && isFarOutside(time, range));
  // A full page is never all: a count that happens to be as long may have stopped there.
  const isAll =
    count === undefined ? given === 0 : given >= count && given < Math.min(page.asked, page.pageSize ?? page.asked);
  if (isAll)
    return { rows, rest: undefined, isOdd: isRepeating || isElsewhere || rows.length < (count ?? 0), isInVain: false };
  if (given === 0 || isElsewhere) return { rows: [], rest: range, isOdd: true, isInVain: true };
  const last = rows.at(-1)?.time;
  const rest = isInOrder(rows, order) && last !== undefined ? restOfWindow(range, new Date(last), order) : undefined;
  if (!rest || last === undefined) return { rows: [], rest: range, isOdd: isRepeating, isInVain: false };
  const cut = Math.floor(last / second);
  const certain = rows.filter(({ time }) => time !== undefined && Math.floor(time / second) !== cut);
  return { rows: certain, rest, isOdd: isRepeating, isInVain: false };
}

/** How many the service counts; undefined where it stopped counting, or gave more than it counts. */
export function exactTotal({ total, rows }: SearchPage): number | undefined {
  return total.atLeast || rows.length > total.count ? undefined : total.count;
}

/** Beyond the seconds that a request names, and those beside them. */
function isFarOutside(time: number, { from, to }: DateRange): boolean {
  return time < from.getTime() - second || time >= to.getTime() + second;
}

function onlyOnce(rows: readonly ReadRow[]): readonly ReadRow[] {
  const times = new Map<string, number | undefined>();
  const others = new Set<string>();
  return rows.filter((row) => {
    const { key, time } = row;
    if (!times.has(key)) return times.set(key, time);
    // Hardly ever.
    return times.get(key) !== time && !others.has(onceOf(row)) && others.add(onceOf(row));
  });
}

function isInOrder(rows: readonly ReadRow[], order: TimeOrder): boolean {
  const sign = order === 'newestFirst' ? -1 : 1;
  return rows.every(({ time }, at) => {
    const before = rows[at - 1]?.time;
    return time !== undefined && (before === undefined || (time - before) * sign >= 0);
  });
}
