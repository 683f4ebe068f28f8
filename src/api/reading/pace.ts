import { reachable } from '../client/answerShapes.ts';

/** An answer of about this length is worth its request, and is not long in memory. */
const goodAnswerBytes = 1_500_000;
/** What may be on its way, or wait for its turn. */
const mostHeldBytes = 24_000_000;
const mostAtOnce = 8;
const fewestRows = 10;
const mostRows = 5000;

/**
 * How much is asked for at a time, and how often at once: as large as answers are good to handle and the service gives, as many as it takes.
 */
export class Pace {
  #rows: number;
  #most: number = Math.min(mostRows, reachable);
  #atOnce = mostAtOnce;
  #answers = 0;
  #proven = 1;
  #bytesOfRow: number | undefined;

  /** `firstRows` is what is asked for before it is known how long sessions are. */
  constructor(firstRows: number) {
    this.#rows = firstRows;
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
    const answer = this.#bytesOfRow === undefined ? goodAnswerBytes : this.rows * this.#bytesOfRow;
    return onTheirWay < this.#atOnce && (onTheirWay + 1) * answer + waitingBytes <= mostHeldBytes;
  }

  /** An answer came. */
  answered({ asked, rows, bytes, isAll }: { asked: number; rows: number; bytes: number; isAll: boolean }): void {
    this.#proven = Math.max(this.#proven, asked);
    // It gives no more at a time.
    if (!isAll && rows > 0 && rows < asked) this.#most = Math.min(this.#most, rows);
    if (rows > 0) {
      const average = bytes / rows;
      this.#bytesOfRow = this.#bytesOfRow === undefined ? average : (this.#bytesOfRow * 3 + average) / 4;
      this.#rows = Math.max(fewestRows, Math.round(goodAnswerBytes / this.#bytesOfRow));
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
    this.#most = Math.max(fewestRows, Math.min(this.#most, than >> 1));
    return true;
  }
}
