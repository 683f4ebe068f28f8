import type { Dispatcher } from 'undici';
import type { RequestProgress, WatchedOptions } from './requestProgress.ts';

/** The code of an answer with a part of what was asked for, though nobody asked for a part. */
export const partOfAnswer = 'PART_OF_ANSWER';

/**
 * Hands an answer on when all of it has come. A connection cut in the middle of a body is then a failed request like any
 * other, which can be sent again; the service knows no ranges to go on from where it was cut. Keeps the progress of the request.
 */
export function wholeAnswers(): Dispatcher.DispatcherComposeInterceptor {
  return (dispatch) => (options: WatchedOptions, handler) =>
    dispatch(options, new WholeAnswer(handler, options.progress ?? { sent: false, begun: false, attempts: 0 }));
}

class WholeAnswer implements Dispatcher.DispatchHandler, Dispatcher.DispatchController {
  readonly #handler: Dispatcher.DispatchHandler;
  readonly #progress: RequestProgress;
  readonly #chunks: Buffer[] = [];
  #socket: Dispatcher.DispatchController | undefined;
  #start: (() => void) | undefined;
  #end: (() => void) | undefined;
  #part = false;
  #handingOn = false;
  #over = false;

  paused = false;
  aborted = false;
  reason: Error | null = null;

  constructor(handler: Dispatcher.DispatchHandler, progress: RequestProgress) {
    this.#handler = handler;
    this.#progress = progress;
  }

  get rawHeaders() {
    return this.#socket?.rawHeaders ?? null;
  }

  get rawTrailers() {
    return this.#socket?.rawTrailers ?? null;
  }

  onRequestStart(socket: Dispatcher.DispatchController, context: unknown): void {
    this.#socket = socket;
    Object.assign(this.#progress, { sent: true, begun: false, attempts: this.#progress.attempts + 1 });
    this.#handler.onRequestStart?.(this, context);
  }

  onResponseStart(
    ...[socket, status, headers, message]: Parameters<Required<Dispatcher.DispatchHandler>['onResponseStart']>
  ): void {
    this.#socket = socket;
    // Told ahead of the answer, which is still to come.
    if (status < 200) return;
    Object.assign(this.#progress, { begun: true, status });
    this.#part = status === 206;
    this.#start = () => this.#handler.onResponseStart?.(this, status, headers, message);
  }

  onResponseData(_socket: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#chunks.push(chunk);
  }

  onResponseEnd(...[, trailers]: Parameters<Required<Dispatcher.DispatchHandler>['onResponseEnd']>): void {
    this.#progress.begun = false;
    if (this.#part) {
      this.#fail(Object.assign(new Error('a part of the answer'), { code: partOfAnswer }));
      return;
    }
    this.#end = () => this.#handler.onResponseEnd?.(this, trailers);
    this.#handOn();
  }

  onResponseError(_socket: Dispatcher.DispatchController, error: Error): void {
    this.#fail(error);
  }

  pause(): void {
    this.paused = true;
  }

  resume(): void {
    this.paused = false;
    this.#handOn();
  }

  abort(reason: Error): void {
    if (this.aborted || this.#over) return;
    this.aborted = true;
    this.reason = reason;
    if (this.#end) this.#fail(reason);
    else this.#socket?.abort(reason);
  }

  /** One part after the other, as far as the handler wants them. */
  #handOn(): void {
    if (!this.#end || this.#handingOn) return;
    this.#handingOn = true;
    try {
      while (!this.paused && !this.#over) this.#handOnOne();
    } finally {
      this.#handingOn = false;
    }
  }

  #handOnOne(): void {
    const start = this.#start;
    this.#start = undefined;
    const chunk = start ? undefined : this.#chunks.shift();
    if (start) {
      start();
    } else if (chunk) {
      this.#handler.onResponseData?.(this, chunk);
    } else {
      this.#over = true;
      this.#end?.();
    }
  }

  #fail(error: Error): void {
    if (this.#over) return;
    this.#over = true;
    this.#handler.onResponseError?.(this, error);
  }
}
