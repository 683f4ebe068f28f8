import type { Dispatcher } from 'undici';
import { createKeyMask } from '../../domain/sharing/keyMask.ts';
import { excerptOf } from './answerExcerpt.ts';
import { connectionFailure } from './connectionFailure.ts';
import { Deadline } from './deadline.ts';
import type { AnswerExcerpt } from './insightsErrors.ts';
import { AnswerError, Cancelled, InsightsError, Redirected } from './insightsErrors.ts';

export interface ServiceOptions {
  /** The service's address; a path in it is kept. The key is sent there and nowhere else. */
  readonly origin: string;
  readonly key: string;
  readonly dispatcher: Dispatcher;
  /** How long a request may take, with all its retries. */
  readonly timeoutMs?: number;
  readonly onAnswer?: (sent: SentRequest) => void;
}

/** What may be told of a request: ids and the query are left out. */
export interface SentRequest {
  readonly method: 'GET' | 'DELETE';
  readonly path: string;
  readonly outcome: number | string;
  readonly ms: number;
}

export type Parameters = readonly (readonly [name: string, value: string])[];

export interface Question {
  readonly method?: 'GET' | 'DELETE';
  /** Below `/insights/sessions`. */
  readonly path: readonly string[];
  readonly shownPath: string;
  readonly parameters: Parameters;
  readonly signal: AbortSignal | undefined;
  /** Whether it is a search that somebody wrote, and could ask for less. */
  readonly searching?: boolean;
}

export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly bytes: Uint8Array;
  /** The text that the bytes are. */
  readonly body: string;
  readonly headers: Record<string, string | string[] | undefined>;
}

const defaultTimeoutMs = 60_000;
const mostRedirects = 3;

/** Sends requests to one service, in time or not at all, with its key and to its origin only. */
export class ServiceRequests {
  readonly #options: ServiceOptions;
  readonly #base: URL;
  readonly #timeoutMs: number;
  readonly #maskKey: (text: string) => string;

  constructor(options: ServiceOptions) {
    this.#options = options;
    this.#base = new URL(options.origin);
    this.#timeoutMs = options.timeoutMs ?? defaultTimeoutMs;
    this.#maskKey = createKeyMask(options.key);
  }

  /** Any answer, whatever its status. Throws an InsightsError when none came. */
  async send(question: Question): Promise<Answer> {
    const { onAnswer } = this.#options;
    const method = question.method ?? 'GET';
    const started = performance.now();
    const tell = (outcome: number | string): void => {
      const path = `${this.#base.host}/insights/sessions${question.shownPath}`;
      onAnswer?.({ method, path, outcome, ms: Math.round(performance.now() - started) });
    };
    try {
      const answer = await this.#travel(question);
      tell(answer.status);
      return answer;
    } catch (error) {
      tell(error instanceof AnswerError || !(error instanceof Error) ? 'failed' : error.message);
      throw error;
    }
  }

  /** The beginning of an answer, without the key. */
  excerptOf(answer: Answer): AnswerExcerpt {
    return excerptOf(answer, this.#maskKey);
  }

  /** Sends it, and follows redirects as long as they stay on the key's own origin. */
  async #travel(question: Question): Promise<Answer> {
    if (question.signal?.aborted) throw new Cancelled();
    const searching = question.searching === true;
    const deadline = new Deadline({ ms: this.#timeoutMs, searching }, question.signal);
    let url = this.#urlOf(question);
    try {
      for (let redirects = 0; ; redirects++) {
        // A retry waits without a socket to abort: who cancels does not wait for it.
        const answer = await Promise.race([
          this.#request(url, question.method ?? 'GET', deadline.signal),
          deadline.passed,
        ]);
        const location = answer.status >= 300 && answer.status < 400 ? answer.headers.location : undefined;
        if (location === undefined) return answer;
        const next = new URL(String(location), url);
        if (next.origin !== url.origin || question.method === 'DELETE' || redirects >= mostRedirects) {
          throw new Redirected(url.origin, this.#maskKey(next.origin));
        }
        url = next;
      }
    } catch (error) {
      if (error instanceof InsightsError) throw error;
      if (question.signal?.aborted) throw new Cancelled();
      throw connectionFailure(error, { url, timeoutMs: this.#timeoutMs, searching });
    } finally {
      deadline.end();
    }
  }

  #urlOf({ path, parameters }: Question): URL {
    const url = new URL(this.#base);
    const parts = ['insights', 'sessions', ...path.map(encodeSegment)];
    url.pathname = `${url.pathname.replace(/\/+$/, '')}/${parts.join('/')}`;
    url.search = new URLSearchParams(parameters.map(([name, value]): [string, string] => [name, value])).toString();
    return url;
  }

  async #request(url: URL, method: 'GET' | 'DELETE', signal: AbortSignal): Promise<Answer> {
    const { statusCode, headers, body } = await this.#options.dispatcher.request({
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method,
      headers: { 'X-Vgai-Key': this.#options.key, accept: 'application/json' },
      headersTimeout: this.#timeoutMs,
      bodyTimeout: this.#timeoutMs,
      signal,
    });
    const contentType = String(headers['content-type'] ?? '');
    const bytes = new Uint8Array(await body.arrayBuffer());
    return {
      status: statusCode,
      contentType,
      headers,
      bytes,
      get body() {
        return new TextDecoder().decode(bytes);
      },
    };
  }
}

/** `.` and `..` are steps in a path even when encoded; no session is called so. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(/^\.+$/, (dots) => '%252E'.repeat(dots.length));
}
