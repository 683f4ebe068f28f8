import { reachable } from '../client/answerShapes.ts';

/** How much is good to ask for. */
export interface Measure {
  /** Before it is known how long sessions are. */
  readonly firstRows: number;
  /** An answer of about this length is worth its request, and is not long in memory. */
  readonly answerBytes: number;
  /** What may be on its way, or wait for its turn. A few answers keep the reader busy where they come at once; where they come late, time is lost with each that waits to be asked for. */
  readonly heldBytes: { readonly near: number; readonly far: number };
}

/**
 * Whole sessions are written down as they came. Others are mostly read one by one, which takes longer than to ask for them: what is there early
 * only waits, and grows old among the garbage that reading makes, until all of the heap is gone through.
 */
export const measures: Readonly<Record<'whole' | 'projected', Measure>> = {
  whole: { firstRows: 100, answerBytes: 2_000_000, heldBytes: { near: 10_200_000, far: 34_000_000 } },
  projected: { firstRows: 1000, answerBytes: 700_000, heldBytes: { near: 2_200_000, far: 5_600_000 } },
};

export const mostAtOnce = 24;
/** Sessions are not spread evenly: a range that is so full by their count mostly fits into one answer. */
export const fullness = 0.85;
/** The first of a service nearby takes no longer. */
const nearMs = 40;
const fewestRows = 10;
/** Services often give no more at a time: parts that were cut for larger answers would each have to be asked for twice. */
const likelyMostRows = 1000;
const mostRows = Math.min(5000, reachable);

export interface AnswerSize {
  readonly asked: number;
  readonly rows: number;
  readonly bytes: number;
  /** It was all there is in its range. */
  readonly isAll: boolean;
  readonly ms: number;
}

/**
 * How much is asked for at a time, and how often at once: as large as answers are good to handle and the service gives, as many as it takes.
 */
export class Pace {
  readonly #measure: Measure;
  #rows: number;
  #most = likelyMostRows;
  /** The service has shown that it gives no more. */
  #isLimited = false;
  #atOnce = mostAtOnce;
  #answers = 0;
  #shortestMs = Number.POSITIVE_INFINITY;
  #proven = 1;
  #bytesOfRow: number | undefined;

  constructor(measure: Measure) {
    this.#measure = measure;
    this.#rows = measure.firstRows;
  }

  get rows(): number {
    return Math.min(this.#rows, this.#most);
  }

  /** As many as the service has taken to be asked for. */
  get provenRows(): number {
    return Math.min(this.rows, this.#proven);
  }

  /** Whether another answer may be asked for while so many are on their way, and so many bytes wait for their turn. */
  leavesRoom(onTheirWay: number, waitingBytes: number): boolean {
    const { answerBytes, heldBytes } = this.#measure;
    const answer = this.#bytesOfRow === undefined ? answerBytes : this.rows * this.#bytesOfRow * fullness;
    const most = this.#shortestMs <= nearMs ? heldBytes.near : heldBytes.far;
    return onTheirWay < this.#atOnce && (onTheirWay + 1) * answer + waitingBytes <= most;
  }

  /** An answer came, so long after it was asked for. */
  answered({ asked, rows, bytes, isAll, ms }: AnswerSize): void {
    this.#shortestMs = Math.min(this.#shortestMs, ms);
    this.#proven = Math.max(this.#proven, asked);
    if (!isAll && rows > 0 && rows < asked) this.#limitTo(rows);
    else if (rows >= likelyMostRows && rows >= asked && !this.#isLimited) this.#most = mostRows;
    if (rows > 0) {
      const average = bytes / rows;
      this.#bytesOfRow = this.#bytesOfRow === undefined ? average : (this.#bytesOfRow * 3 + average) / 4;
      this.#rows = Math.max(fewestRows, Math.round(this.#measure.answerBytes / this.#bytesOfRow));
    }
    this.#answers++;
    if (this.#answers < 2 * this.#atOnce || this.#atOnce >= mostAtOnce) return;
    this.#answers = 0;
    this.#atOnce++;
  }

  /** The service turned a request away because there were too many. */
  slowDown(): void {
    this.#atOnce = Math.max(1, this.#atOnce >> 1);
    this.#answers = 0;
  }

  /** So many rows were too much. False when it cannot be less. */
  askForLess(than: number): boolean {
    if (than <= fewestRows) return false;
    this.#limitTo(Math.max(fewestRows, than >> 1));
    return true;
  }

  #limitTo(rows: number): void {
    this.#most = Math.min(this.#most, rows);
    this.#isLimited = true;
  }
}
