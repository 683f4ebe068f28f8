import type { SentRequest } from '../api/client/serviceRequests.ts';
import { createKeyMask } from '../domain/masking/keyMask.ts';
import { inertText } from '../domain/text/inertText.ts';
import type { ToldRetry } from './logLines.ts';
import { requestLine, retryLine } from './logLines.ts';

/** What lines go to. */
export interface LogSink {
  info(line: string): void;
  warn(line: string): void;
}

/** Writes the lines of the log. No key that was to be hidden is in any of them, whoever put it there. */
export class LogWriter {
  readonly #sink: LogSink;
  readonly #masks = new Map<string, (line: string) => string>();

  constructor(sink: LogSink) {
    this.#sink = sink;
  }

  /** From now on this key is masked. */
  hide(key: string): void {
    if (!this.#masks.has(key)) this.#masks.set(key, createKeyMask(key));
  }

  request(sent: SentRequest): void {
    this.info(requestLine(sent));
  }

  retry(retry: ToldRetry): void {
    this.warn(retryLine(retry));
  }

  info(line: string): void {
    this.#sink.info(this.#masked(line));
  }

  warn(line: string): void {
    this.#sink.warn(this.#masked(line));
  }

  /** Also one line, whatever came into it. */
  #masked(line: string): string {
    return inertText([...this.#masks.values()].reduce((masked, mask) => mask(masked), line));
  }
}
