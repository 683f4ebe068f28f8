import type { DateRange } from '../../domain/time/dates.ts';
import type { PartLeft, ReadingState } from '../reading/readingState.ts';
import type { Counted, Missing } from '../reading/readingTypes.ts';
import type { Place } from '../search/sortOrder.ts';

/** Keeps lines of text beside a file that is being written, so that it can be gone on with. */
export interface ExportJournal {
  lines(): Promise<readonly string[]>;
  add(line: string): Promise<void>;
  /** Puts these in place of all there are. */
  replace(lines: readonly string[]): Promise<void>;
}

/** A session that was given: where it stands in the file follows from the lengths of those before it. */
export interface WrittenRow {
  readonly key: string;
  readonly time: number | undefined;
  /** With what ends it; 0 for one that is not in the file. */
  readonly length: number;
  /** Its place in the query's order. */
  readonly places: readonly Place[];
}

/** What was written at a time, and what was left to be read then. */
export interface JournalEntry {
  readonly rows: readonly WrittenRow[];
  readonly isLate: boolean;
  /** How many of them are not in the file because the refinement doesn’t keep them. */
  readonly leftOut: number;
  /** How long the file was after it. */
  readonly end: number;
  readonly left: ReadingState;
}

type Range = readonly [from: number, to: number];

/** As it stands in a line. */
interface Line {
  readonly rows: readonly (readonly [key: string, time: number | null, length: number, ...places: (Place | null)[]])[];
  readonly late: boolean;
  readonly leftOut?: number;
  readonly end: number;
  readonly parts: readonly (readonly [...Range, isCounted: boolean])[];
  readonly counted: readonly (readonly [...Range, total: number])[];
  readonly missing: readonly (readonly [...Range, reason: Missing['reason'], count: number | null])[];
}

export function lineOf({ rows, isLate, leftOut, end, left }: JournalEntry): string {
  const line: Line = {
    rows: rows.map(({ key, time = null, length, places }) => [
      key,
      time,
      length,
      ...places.map((place) => place ?? null),
    ]),
    late: isLate,
    ...(leftOut > 0 ? { leftOut } : {}),
    end,
    parts: left.parts.map(({ range, isCounted = false }) => [...timesOf(range), isCounted]),
    counted: left.counted.map(({ range, total }) => [...timesOf(range), total]),
    missing: left.missing.map(({ range, reason, count = null }) => [...timesOf(range), reason, count]),
  };
  return JSON.stringify(line);
}

/** Undefined for a line that was cut when its writing was. */
export function entryIn(text: string): JournalEntry | undefined {
  try {
    const { rows, late, leftOut = 0, end, parts, counted, missing } = JSON.parse(text) as Line;
    return {
      rows: rows.map(([key, time, length, ...places]) => ({
        key,
        time: time ?? undefined,
        length,
        places: places.map((place) => place ?? undefined),
      })),
      isLate: late,
      leftOut,
      end,
      left: {
        parts: parts.map(([from, to, isCounted]): PartLeft => ({ range: rangeOf(from, to), isCounted })),
        counted: counted.map(([from, to, total]): Counted => ({ range: rangeOf(from, to), total })),
        missing: missing.map(
          ([from, to, reason, count]): Missing => ({ range: rangeOf(from, to), reason, count: count ?? undefined }),
        ),
      },
    };
  } catch {
    return undefined;
  }
}

function timesOf({ from, to }: DateRange): Range {
  return [from.getTime(), to.getTime()];
}

function rangeOf(from: number, to: number): DateRange {
  return { from: new Date(from), to: new Date(to) };
}
