import type { DateRange } from '../../domain/time/dates.ts';
import type { Total } from '../client/answerShapes.ts';
import { halvesOf } from '../search/smallerWindows.ts';
import type { Pace } from './pace.ts';
import { piecesOf } from './piecesOf.ts';
import type { PartLeft } from './readingState.ts';
import type { ReadRow } from './readRow.ts';
import type { SessionTally } from './sessionTally.ts';
import type { AskedPage, TimeOrder } from './takePage.ts';
import { exactTotal, takePage } from './takePage.ts';

export interface RangePartsOptions {
  /** What is to be read, in the order in which it is given. */
  readonly parts: readonly PartLeft[];
  readonly order: TimeOrder;
  readonly pace: Pace;
  /** Asks for the first of a range. */
  readonly ask: (range: DateRange) => Promise<AskedPage>;
  /** Where the counts of ranges go that do not come at once. */
  readonly tally: Pick<SessionTally, 'count' | 'noteEnd'>;
}

/** How often a range is cut of which the service gave none of what it counts: what is withheld everywhere would be cut down to each second. */
const mostCutsInVain = 250;

/** How many are left in parts that were counted together. */
interface Left {
  count: number;
}

/** A part of the range. It becomes several when it does not fit into one answer. */
interface Part {
  range: DateRange;
  readonly isCounted: boolean;
  /** How many are in it and in those that were cut with it; undefined while nobody has counted. */
  left: Left | undefined;
  asked?: Promise<void>;
  rows?: readonly ReadRow[];
  bytes: number;
  /** So many start within a second that they do not fit into one answer. */
  isCrowd: boolean;
  failure?: { readonly error: unknown };
}

/** The part that is next: its sessions, or a second that is too crowded for one answer. */
export interface NextPart {
  readonly range: DateRange;
  readonly isCounted: boolean;
  readonly rows: readonly ReadRow[] | undefined;
}

/** The parts of a range that are still to be read. Several are asked for at once, and given one after the other. */
export class RangeParts {
  readonly #options: RangePartsOptions;
  readonly #parts: Part[];
  #onTheirWay = 0;
  #waitingBytes = 0;
  #cutsInVain = 0;

  constructor(options: RangePartsOptions) {
    this.#options = options;
    this.#parts = options.parts.map(({ range, isCounted = false }) => partOf(range, { isCounted }));
  }

  /** What has not been given. */
  get left(): readonly PartLeft[] {
    return joined(this.#parts, this.#options.order);
  }

  /** How many sessions that is, as far as is known. */
  get expected(): Total {
    const waiting = this.#parts.reduce((sum, { rows }) => sum + (rows?.length ?? 0), 0);
    const unread = this.#parts.filter(({ rows }) => !rows);
    const left = new Set(unread.map((part) => part.left));
    const count = [...left].reduce((sum, one) => sum + (one?.count ?? 0), waiting);
    return { count, atLeast: left.has(undefined) };
  }

  /** Throws the failure of the next part when its turn has come. Undefined at the end. */
  async next(): Promise<NextPart | undefined> {
    for (;;) {
      const [first] = this.#parts;
      if (!first) return undefined;
      this.#askAhead();
      await first.asked;
      if (first !== this.#parts[0]) continue;
      if (first.failure) throw first.failure.error;
      const { range, isCounted, rows } = first;
      if (!rows && !first.isCrowd) continue;
      if (rows) {
        this.#parts.shift();
        this.#waitingBytes -= first.bytes;
        this.#askAhead();
      }
      return { range, isCounted, rows };
    }
  }

  /** The crowded second that came as the next part has been given. */
  crowdIsRead(): void {
    this.#parts.shift();
  }

  #askAhead(): void {
    for (const part of this.#parts) {
      if (part.failure) return;
      if (part.asked) continue;
      const isNext = part === this.#parts[0];
      if (!isNext && !this.#options.pace.leavesRoom(this.#onTheirWay, this.#waitingBytes)) return;
      part.asked = this.#ask(part);
    }
  }

  async #ask(part: Part): Promise<void> {
    this.#onTheirWay++;
    try {
      const page = await this.#options.ask(part.range);
      this.#take(part, page);
    } catch (error) {
      part.failure = { error };
    } finally {
      this.#onTheirWay--;
    }
    this.#askAhead();
  }

  #take(part: Part, page: AskedPage): void {
    const { order, tally, pace } = this.#options;
    const { rows, rest, isOdd, isInVain } = takePage(page, part.range, order);
    const { range } = part;
    const total = exactTotal(page);
    if (part.left) part.left.count = Math.max(0, part.left.count - (total ?? rows.length));
    tally.noteEnd(range, rows);
    const isCounted = part.isCounted || total !== undefined;
    if ((rest || isOdd) && total !== undefined && !part.isCounted) tally.count({ range, total });
    if (isInVain) this.#cutsInVain += 1;
    // What it holds back is counted, and told in the end.
    const isDoubtful = this.#cutsInVain > mostCutsInVain;
    const isGivenUp = isInVain && isDoubtful;
    if (rest === range && !isGivenUp) {
      const halves = halvesOf(range);
      const left = total === undefined ? undefined : { count: total };
      part.isCrowd = !halves;
      part.left = left;
      if (halves) this.#replace(part, this.#inOrder(halves.map((half) => partOf(half, { isCounted, left }))));
      return;
    }
    part.rows = rows;
    part.bytes = rows.reduce((sum, row) => sum + row.bytes.length, 0);
    this.#waitingBytes += part.bytes;
    if (!rest || isGivenUp) return;
    part.range = order === 'newestFirst' ? { from: rest.to, to: range.to } : { from: range.from, to: rest.from };
    const count = page.total.count - rows.length;
    const left = total === undefined ? undefined : { count };
    const pieces = piecesOf(rest, isDoubtful ? 1 : count / pace.rows);
    this.#replace(part, [part, ...this.#inOrder(pieces.map((piece) => partOf(piece, { isCounted, left })))]);
  }

  #replace(part: Part, by: readonly Part[]): void {
    this.#parts.splice(this.#parts.indexOf(part), 1, ...by);
  }

  /** From the oldest first. */
  #inOrder(parts: readonly Part[]): readonly Part[] {
    return this.#options.order === 'newestFirst' ? [...parts].reverse() : parts;
  }
}

function partOf(range: DateRange, { isCounted, left }: { isCounted: boolean; left?: Left | undefined }): Part {
  return { range, isCounted, left, bytes: 0, isCrowd: false };
}

/** Neighbours are one again: how they were cut was for what was known of how many there are. */
function joined(parts: readonly Part[], order: TimeOrder): readonly PartLeft[] {
  const left: PartLeft[] = [];
  for (const { range, isCounted } of parts) {
    const before = left.at(-1);
    const touches =
      before && (order === 'newestFirst' ? +before.range.from === +range.to : +before.range.to === +range.from);
    if (!before || !touches || before.isCounted !== isCounted) left.push({ range, isCounted });
    else {
      const [older, newer] = order === 'newestFirst' ? [range, before.range] : [before.range, range];
      left[left.length - 1] = { range: { from: older.from, to: newer.to }, isCounted };
    }
  }
  return left;
}
