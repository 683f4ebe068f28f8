import { parseJson } from '../../domain/json/parseJson.ts';
import type { SearchRequest } from '../../domain/query/request.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import type { Total } from '../client/answerShapes.ts';
import type { RangeCursor, RangePage, RangeService, SentSearch } from '../client/rangeService.ts';
import { completedRequest } from './completedRequest.ts';
import { Interruptible, refuseEnded } from './interruptible.ts';
import { Resumption } from './resumption.ts';
import { SentRequests } from './sentRequests.ts';
import type { SessionStream } from './sessionStream.ts';

export interface RangeStreamOptions {
  readonly request: SearchRequest;
  readonly ranges: RangeService;
  readonly signal?: AbortSignal;
  readonly resumable?: boolean;
  readonly onProgress?: () => void;
}

const mostSkippedAtOnce = 10_000;

/**
 * The sessions of a service that takes any range at once. Pages follow each other by the place of their last session and hold nothing of the
 * service between them: a person may take their time.
 */
export class RangeStream implements SessionStream {
  readonly #options: RangeStreamOptions;
  readonly #request: SearchRequest;
  readonly #resumption: Resumption | undefined;
  readonly #rows: AsyncIterator<SessionDocument>;
  readonly #sent = new SentRequests<SentSearch>();
  readonly #requests: Interruptible;
  #total: Total | undefined;
  #asked = 0;

  readonly counted: Promise<void>;
  readonly tiebreakerRefused = false;
  readonly missing = 0;
  readonly moved = 0;
  readonly incomplete = false;

  constructor(options: RangeStreamOptions) {
    this.#options = options;
    this.#request = completedRequest(options.request, ['id', 'session_start_time']);
    this.#resumption = options.resumable ? new Resumption() : undefined;
    this.#requests = new Interruptible(options.signal);
    const first = this.#page(
      undefined,
      this.#skipped > 0 ? this.#skippedAtOnce(this.#skipped) : this.#request.pageSize,
    );
    this.counted = first.then(() => {});
    this.counted.catch(() => {});
    const rows = this.#read(first);
    this.#rows = this.#resumption?.rows(rows) ?? rows;
  }

  [Symbol.asyncIterator](): AsyncIterator<SessionDocument> {
    return this.#rows;
  }

  interrupt(): void {
    this.#requests.interrupt();
  }

  get total(): Total {
    return this.#total ?? { count: 0, atLeast: true };
  }

  get windows(): { readonly answered: number; readonly all: number } {
    return { answered: this.#total ? 1 : 0, all: 1 };
  }

  get requests(): number {
    return this.#asked;
  }

  get sent(): readonly SentSearch[] {
    return this.#sent.kept;
  }

  /** The rows before the query's own page. */
  get #skipped(): number {
    return this.#request.pageNumber * this.#request.pageSize;
  }

  #skippedAtOnce(left: number): number {
    return Math.min(left, mostSkippedAtOnce);
  }

  // Of one place in one order, nothing moves; and a cluster gives what its range and its filter say.
  readonly unchecked = false;
  readonly outside = 0;
  readonly filterUnheeded = false;

  async *#read(first: Promise<RangePage>): AsyncGenerator<SessionDocument> {
    let asked: Promise<RangePage> | undefined = first;
    let cursor: RangeCursor | undefined;
    let toSkip = this.#skipped;
    try {
      for (;;) {
        const [after, size] = [cursor, toSkip > 0 ? this.#skippedAtOnce(toSkip) : this.#request.pageSize];
        const ask = (): Promise<RangePage> => {
          const page = asked ?? this.#page(after, size);
          asked = undefined;
          return page;
        };
        const { rows, next } = await (this.#resumption?.lasting(ask) ?? ask());
        if (toSkip > 0) toSkip -= rows.length;
        else for (const { bytes } of rows) yield parseJson(Buffer.from(bytes).toString()) as SessionDocument;
        if (!next) return;
        cursor = next;
      }
    } finally {
      this.#requests.stop();
    }
  }

  async #page(after: RangeCursor | undefined, size: number): Promise<RangePage> {
    const { signal } = this.#requests;
    refuseEnded(signal);
    this.#asked++;
    const onAsk = (sent: SentSearch): void => this.#sent.add(sent);
    const question = { request: this.#request, size, whole: false, names: [], after, onAsk };
    const page = await this.#options.ranges.readRange(question, signal);
    this.#total = page.total;
    this.#options.onProgress?.();
    return page;
  }
}
