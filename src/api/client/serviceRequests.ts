import type { Dispatcher } from 'undici';
import { createKeyMask } from '../../domain/sharing/keyMask.ts';
import { excerptOf } from './answerExcerpt.ts';
import { Redirected, TimedOut } from './connectionErrors.ts';
import { connectionFailure, factsOf } from './connectionFailure.ts';
import { Deadline } from './deadline.ts';
import { decodeAnswer } from './decodeAnswer.ts';
import type { ServiceDispatcher } from './dispatcher.ts';
import type { AnswerExcerpt, Asked } from './insightsErrors.ts';
import { AnswerError, Cancelled, InsightsError } from './insightsErrors.ts';
import type { RequestProgress, WatchedOptions } from './requestProgress.ts';
import { acceptedEncodings, largestAnswer, unpackAnswer } from './unpackAnswer.ts';
import { UnreadableAnswer } from './unreadableAnswer.ts';

export interface ServiceOptions {
  /** The service's address; a path in it is kept. The key is sent there and nowhere else. */
  readonly origin: string;
  readonly key: string;
  readonly dispatcher: ServiceDispatcher;
  /** How long a request may take, with all its retries. */
  readonly timeoutMs?: number;
  /** How many bytes an answer may have, by default 256 MiB: more is not read. */
  readonly largestAnswer?: number;
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
  readonly asked: Asked;
  /** Below `/insights/sessions`. */
  readonly path: readonly string[];
  readonly shownPath: string;
  readonly parameters: Parameters;
  readonly signal: AbortSignal | undefined;
}

export interface Answer {
  readonly status: number;
  readonly contentType: string;
  /** Unpacked, in UTF-8. */
  readonly bytes: Uint8Array;
  /** The text that the bytes are. */
  readonly body: string;
  readonly headers: Record<string, string | string[] | undefined>;
}

type Method = SentRequest['method'];

const timeoutCodes = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);
const defaultTimeoutMs = 60_000;
const mostRedirects = 3;

/** Sends requests to one service, in time or not at all, with its key and to its origin only. */
export class ServiceRequests {
  readonly #options: ServiceOptions;
  readonly #base: URL;
  readonly #timeoutMs: number;
  readonly #maskKey: (text: string) => string;
  /** Whether anything has come back yet. */
  #answered = false;

  constructor(options: ServiceOptions) {
    this.#options = options;
    this.#base = new URL(options.origin);
    this.#timeoutMs = options.timeoutMs ?? defaultTimeoutMs;
    this.#maskKey = createKeyMask(options.key);
  }

  /** Any answer, whatever its status. Throws an InsightsError when none came. */
  async send(question: Question): Promise<Answer> {
    const { onAnswer } = this.#options;
    const method = methodOf(question);
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
    const method = methodOf(question);
    let url = this.#urlOf(question);
    const progress: RequestProgress = { sent: false, begun: false };
    const timedOut = (): TimedOut => this.#timedOut(question.asked, url, progress);
    const deadline = new Deadline({ ms: this.#timeoutMs, timedOut }, question.signal);
    try {
      for (let redirects = 0; ; redirects++) {
        // A retry waits without a socket to abort: who cancels does not wait for it.
        const answer = await Promise.race([
          this.#request(url, method, { signal: deadline.signal, progress }),
          deadline.passed,
        ]);
        this.#answered = true;
        const location = answer.status >= 300 && answer.status < 400 ? answer.headers.location : undefined;
        if (location === undefined) return answer;
        const next = URL.canParse(String(location), url.href) ? new URL(String(location), url) : undefined;
        if (!next) throw new Redirected('nowhere', this.#maskKey(String(location)).slice(0, 100));
        if (next.origin !== url.origin || method === 'DELETE') {
          throw new Redirected('elsewhere', this.#maskKey(next.origin));
        }
        if (redirects >= mostRedirects) throw new Redirected('circles', this.#maskKey(next.origin));
        url = next;
      }
    } catch (error) {
      if (error instanceof InsightsError) throw error;
      if (question.signal?.aborted) throw new Cancelled();
      if (timeoutCodes.has(factsOf(error).code)) throw timedOut();
      throw connectionFailure(error, { ...progress, host: url.host });
    } finally {
      deadline.end();
    }
  }

  #timedOut(asked: Asked, url: URL, { sent }: RequestProgress): TimedOut {
    // A proxy that once let an answer through is not what a slow search waits for.
    const proxy = sent && this.#answered ? undefined : this.#options.dispatcher.proxyFor?.(url);
    return new TimedOut(this.#timeoutMs, { asked, sent, proxy });
  }

  #urlOf({ path, parameters }: Question): URL {
    const url = new URL(this.#base);
    const parts = ['insights', 'sessions', ...path.map(encodeSegment)];
    url.pathname = `${url.pathname.replace(/\/+$/, '')}/${parts.join('/')}`;
    url.search = new URLSearchParams(parameters.map(([name, value]): [string, string] => [name, value])).toString();
    return url;
  }

  async #request(
    url: URL,
    method: Method,
    watched: { readonly signal: AbortSignal; readonly progress: RequestProgress },
  ): Promise<Answer> {
    const options: Dispatcher.RequestOptions & WatchedOptions = {
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method,
      headers: {
        'X-Vgai-Key': this.#options.key,
        accept: 'application/json',
        'accept-encoding': acceptedEncodings,
      },
      headersTimeout: this.#timeoutMs,
      bodyTimeout: this.#timeoutMs,
      ...watched,
    };
    const { statusCode, headers, body } = await this.#options.dispatcher.request(options);
    const contentType = String(headers['content-type'] ?? '');
    const bytes = await this.#readable(statusCode, headers, new Uint8Array(await body.arrayBuffer()));
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

  async #readable(status: number, headers: Answer['headers'], bytes: Uint8Array): Promise<Uint8Array> {
    const contentEncoding = this.#maskKey(String(headers['content-encoding'] ?? ''));
    const contentType = this.#maskKey(String(headers['content-type'] ?? ''));
    try {
      const largest = this.#options.largestAnswer ?? largestAnswer;
      return decodeAnswer(await unpackAnswer(bytes, { contentEncoding, largest }), contentType);
    } catch (error) {
      // What was refused is refused, whether or not its reason can be read.
      if (status >= 400 && error instanceof UnreadableAnswer) return new Uint8Array();
      throw error;
    }
  }
}

function methodOf({ asked }: Question): Method {
  return asked === 'delete' ? 'DELETE' : 'GET';
}

/** `.` and `..` are steps in a path even when encoded; no session is called so. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(/^\.+$/, (dots) => '%252E'.repeat(dots.length));
}
