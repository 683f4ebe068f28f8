import type { Dispatcher } from 'undici';
import { Redirected, TimedOut } from './connectionErrors.ts';
import { connectionFailure, factsOf } from './connectionFailure.ts';
import { Deadline } from './deadline.ts';
import { decodeAnswer } from './decodeAnswer.ts';
import type { ServiceDispatcher } from './dispatcher.ts';
import type { Asked } from './insightsErrors.ts';
import { Cancelled, InsightsError } from './insightsErrors.ts';
import type { RequestProgress, WatchedOptions } from './requestProgress.ts';
import { acceptedEncodings, largestAnswer, unpackAnswer } from './unpackAnswer.ts';
import { UnreadableAnswer } from './unreadableAnswer.ts';

export interface ExchangeOptions {
  readonly dispatcher: ServiceDispatcher;
  /** How long a request may take, with all its retries. */
  readonly timeoutMs?: number | undefined;
  /** How many bytes an answer may have, by default 256 MiB: more is not read. */
  readonly largestAnswer?: number | undefined;
  /** Takes secrets out of a text. */
  readonly mask: (text: string) => string;
}

/** A request as it is sent. Its headers go to its own origin and nowhere else. */
export interface Outgoing {
  readonly asked: Asked;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string | SentPieces | undefined;
  readonly signal: AbortSignal | undefined;
}

/** A body that is sent piece by piece, so that nobody holds all of it at once. */
export interface SentPieces extends Iterable<Uint8Array> {
  /** How many bytes they are together. */
  readonly size: number;
}

export interface Answer {
  readonly status: number;
  readonly contentType: string;
  /** Unpacked, in UTF-8. */
  readonly bytes: Uint8Array;
  /** The text that the bytes are. */
  readonly body: string;
  readonly headers: Record<string, string | string[] | undefined>;
  /** Whether it came to a request that was sent before, to the same address. */
  readonly again: boolean;
}

const timeoutCodes = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);
const defaultTimeoutMs = 60_000;
const mostRedirects = 3;
/** Those that name another address; the other statuses of their hundred are answers. */
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
/** Those that want the same request sent again, which therefore was not carried out. */
const repeating: ReadonlySet<number> = new Set([307, 308]);

interface Redirecting extends Pick<Outgoing, 'url' | 'method' | 'asked'> {
  /** The addresses that it was sent to. */
  readonly seen: ReadonlySet<string>;
}

/** Sends requests and gets their answers, in time or not at all. */
export class Exchange {
  readonly #options: ExchangeOptions;
  readonly #timeoutMs: number;
  /** Whether anything has come back yet. */
  #answered = false;

  constructor(options: ExchangeOptions) {
    this.#options = options;
    this.#timeoutMs = options.timeoutMs ?? defaultTimeoutMs;
  }

  /** Any answer, whatever its status. Throws an InsightsError when none came. Follows redirects of a GET within its origin. */
  async send(outgoing: Outgoing): Promise<Answer> {
    const { signal, asked, method } = outgoing;
    if (signal?.aborted) throw new Cancelled();
    let { url } = outgoing;
    const progress: RequestProgress = {
      sent: false,
      begun: false,
      attempts: 0,
      until: performance.now() + this.#timeoutMs,
    };
    const timedOut = (): TimedOut => this.#timedOut(asked, url, progress);
    const seen = new Set([url.href]);
    const deadline = new Deadline({ ms: this.#timeoutMs, timedOut }, signal);
    try {
      for (;;) {
        // A retry waits without a socket to abort: who cancels does not wait for it.
        const answer = await Promise.race([
          this.#request({ ...outgoing, url }, { signal: deadline.signal, progress }),
          deadline.passed,
        ]);
        this.#answered = true;
        if (!redirects.has(answer.status)) return answer;
        const next = this.#redirectOf(answer, { url, method, asked, seen });
        seen.add(next.href);
        progress.attempts = 0;
        url = next;
      }
    } catch (error) {
      if (error instanceof InsightsError) throw error;
      if (signal?.aborted) throw new Cancelled();
      if (timeoutCodes.has(factsOf(error).code)) throw timedOut();
      throw connectionFailure(error, {
        ...progress,
        host: url.host,
        secure: url.protocol === 'https:',
        proxy: this.#options.dispatcher.proxyFor?.(url),
      });
    } finally {
      deadline.end();
    }
  }

  /** Where an answer sends a request on to. Throws unless it goes there: a GET, within its origin, a few times. */
  #redirectOf({ status, headers }: Answer, { url, method, asked, seen }: Redirecting): URL {
    const { mask } = this.#options;
    const location = [headers.location ?? ''].flat()[0] ?? '';
    const next = location !== '' && URL.canParse(location, url.href) ? new URL(location, url) : undefined;
    if (!next || !/^https?:$/.test(next.protocol)) throw new Redirected('nowhere', mask(location).slice(0, 100));
    const to = mask(next.origin);
    if (next.origin !== url.origin) {
      throw new Redirected(next.protocol === 'http:' && url.protocol === 'https:' ? 'insecure' : 'elsewhere', to);
    }
    if (method !== 'GET') throw new Redirected(repeating.has(status) ? 'unsafe' : 'afterwards', to);
    // The fragment is not sent.
    next.hash = '';
    if (seen.has(next.href)) throw new Redirected('circles', to);
    if (seen.size > mostRedirects) throw new Redirected('tooOften', to);
    // What is answered there would look like what was asked for.
    if (asked === 'search' && losesQuery(url, next)) throw new Redirected('otherQuestion', to);
    return next;
  }

  #timedOut(asked: Asked, url: URL, { sent, begun, status }: RequestProgress): TimedOut {
    // A proxy that once let an answer through is not what a slow search waits for.
    const proxy = sent && this.#answered ? undefined : this.#options.dispatcher.proxyFor?.(url);
    return new TimedOut(this.#timeoutMs, { asked, sent, begun, status: begun ? undefined : status, proxy });
  }

  async #request(
    { url, method, headers: own, body: sent }: Outgoing,
    watched: { readonly signal: AbortSignal; readonly progress: RequestProgress },
  ): Promise<Answer> {
    const options: Dispatcher.RequestOptions & WatchedOptions = {
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method,
      headers: { accept: 'application/json', 'accept-encoding': acceptedEncodings, ...own, ...lengthOf(sent) },
      // undici takes pieces too; its types don't say so.
      ...(sent === undefined ? {} : { body: sent as NonNullable<Dispatcher.RequestOptions['body']> }),
      headersTimeout: this.#timeoutMs,
      bodyTimeout: this.#timeoutMs,
      ...watched,
    };
    const { statusCode, headers, body } = await this.#options.dispatcher.request(options);
    const contentType = String(headers['content-type'] ?? '');
    const bytes = await this.#readable(statusCode, headers, new Uint8Array(await body.arrayBuffer()));
    return new AnswerThatCame({
      status: statusCode,
      contentType,
      headers,
      again: watched.progress.attempts > 1,
      bytes,
    });
  }

  async #readable(status: number, headers: Answer['headers'], bytes: Uint8Array): Promise<Uint8Array> {
    const { mask } = this.#options;
    const contentEncoding = mask(String(headers['content-encoding'] ?? ''));
    const contentType = mask(String(headers['content-type'] ?? ''));
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

/** Of an object that is written with a getter, V8 makes a shape of its own each time, which keeps all of it for long: here, the bytes. */
class AnswerThatCame implements Answer {
  readonly status: number;
  readonly contentType: string;
  readonly headers: Answer['headers'];
  readonly again: boolean;
  readonly bytes: Uint8Array;

  constructor({ status, contentType, headers, again, bytes }: Omit<Answer, 'body'>) {
    this.status = status;
    this.contentType = contentType;
    this.headers = headers;
    this.again = again;
    this.bytes = bytes;
  }

  get body(): string {
    return new TextDecoder().decode(this.bytes);
  }
}

function losesQuery({ searchParams: asked }: URL, { searchParams: kept }: URL): boolean {
  return [...asked].some(([name, value]) => !kept.getAll(name).includes(value));
}

function lengthOf(sent: Outgoing['body']): Readonly<Record<string, string>> {
  return isPieces(sent) ? { 'content-length': String(sent.size) } : {};
}

function isPieces(sent: Outgoing['body']): sent is SentPieces {
  return typeof sent === 'object' && !(sent instanceof Uint8Array);
}
