import type { Answer, Exchange, Outgoing, SentPieces } from '../../api/client/exchange.ts';
import type { SentRequest } from '../../api/client/serviceRequests.ts';
import { writeJson } from '../../domain/json/writeJson.ts';
import { wellFormed } from '../../domain/text/wellFormed.ts';
import type { ArchiveAsked } from './archiveError.ts';
import { ArchiveError } from './archiveError.ts';
import type { Credentials } from './credentials.ts';
import { authorizationOf } from './credentials.ts';
import type { ExcerptOf } from './failureOf.ts';
import { failureOf } from './failureOf.ts';
import { pause } from './pause.ts';

export interface ArchiveRequestsOptions {
  /** The cluster's address; a path in it is kept. Credentials are sent there and nowhere else. */
  readonly address: string;
  readonly credentials: Credentials;
  readonly exchange: Pick<Exchange, 'send'>;
  readonly excerptOf: ExcerptOf;
  readonly onAnswer?: ((sent: SentRequest) => void) | undefined;
  readonly pause?: Pause | undefined;
}

/** Resolves after so long, or as soon as the signal is aborted. */
export type Pause = (ms: number, signal: AbortSignal | undefined) => Promise<void>;

export interface ArchiveQuestion {
  readonly asked: ArchiveAsked;
  readonly method: Outgoing['method'];
  /** Below the address. */
  readonly path: readonly string[];
  readonly parameters?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** A body that is written already: lines of JSON. */
  readonly lines?: SentPieces;
  readonly signal: AbortSignal | undefined;
  /** Sent once, whatever happens to it. */
  readonly once?: boolean;
  /** Answers that are for whoever asks to judge. */
  readonly takes?: readonly number[];
}

const mostAttempts = 4;
const firstPauseMs = 250;
const longestPauseMs = 10_000;

/** Sends requests to one cluster. What passes by itself is asked again, a few times, unless it must be sent once. */
export class ArchiveRequests {
  readonly #options: ArchiveRequestsOptions;
  readonly #base: URL;
  readonly #pause: Pause;

  constructor(options: ArchiveRequestsOptions) {
    this.#options = options;
    this.#base = new URL(options.address);
    this.#pause = options.pause ?? pause;
  }

  /** The path of the address, without a slash at its end. */
  get base(): string {
    return this.#base.pathname.replace(/\/+$/, '');
  }

  get excerptOf(): ExcerptOf {
    return this.#options.excerptOf;
  }

  /** The answer, where it is a good one or one of those that are taken. Throws an ArchiveError, or the exchange's failure. */
  async ask(question: ArchiveQuestion): Promise<Answer> {
    for (let attempt = 1; ; attempt++) {
      const failure = await this.#attempt(question);
      if (failure.answer) return failure.answer;
      if (question.once || attempt >= mostAttempts || !passes(failure.error)) throw failure.error;
      const pauseMs = pauseAfter(failure.error, firstPauseMs * 2 ** (attempt - 1));
      // Nobody who looks at a list waits so long for it.
      if (pauseMs > longestPauseMs) throw failure.error;
      await this.#pause(pauseMs, question.signal);
      if (question.signal?.aborted) throw failure.error;
    }
  }

  async #attempt(
    question: ArchiveQuestion,
  ): Promise<{ readonly answer: Answer } | { readonly answer?: undefined; readonly error: unknown }> {
    try {
      const answer = await this.#send(question);
      if (question.takes?.includes(answer.status)) return { answer };
      const { excerptOf } = this;
      const signsIn = this.#options.credentials.kind !== 'none';
      const error = failureOf(answer, { ...question, base: this.base, excerptOf, signsIn });
      return error ? { error } : { answer };
    } catch (error) {
      return { error };
    }
  }

  async #send({ asked, method, path, parameters = {}, body, lines, signal }: ArchiveQuestion): Promise<Answer> {
    const url = new URL(this.#base);
    url.pathname = `${this.base}/${path.map(encodeSegment).join('/')}`;
    url.search = new URLSearchParams(parameters).toString();
    const started = performance.now();
    const tell = (outcome: number | string): void => {
      const shown = `${this.#base.host}/${shownPath(path)}`;
      this.#options.onAnswer?.({ method, path: shown, outcome, ms: Math.round(performance.now() - started) });
    };
    const sent = lines ?? (body === undefined ? undefined : writeJson(body));
    try {
      const answer = await this.#options.exchange.send({
        asked: asked === 'read' ? 'search' : asked === 'delete' ? 'delete' : 'check',
        method,
        url,
        headers: {
          ...authorizationOf(this.#options.credentials),
          ...(sent === undefined ? {} : { 'content-type': lines ? 'application/x-ndjson' : 'application/json' }),
        },
        body: sent,
        signal,
      });
      tell(answer.status);
      return answer;
    } catch (error) {
      tell(error instanceof Error ? error.message : 'failed');
      throw error;
    }
  }
}

/** Whether asking again may help: an answer that says so, or a connection that was cut. */
export function passes(error: unknown): boolean {
  if (error instanceof ArchiveError) return error.passes;
  const { code, problem } = error as { readonly code?: unknown; readonly problem?: unknown };
  return code === 'unreachable' && problem !== 'unknownName' && problem !== 'notHttp';
}

/** How long to wait after a failure: as long as the cluster says, where it does. */
export function pauseAfter(error: unknown, otherwiseMs: number): number {
  const seconds = error instanceof ArchiveError ? error.retryAfterSeconds : undefined;
  return seconds === undefined ? otherwiseMs : seconds * 1000;
}

/** Ids and queries are not told. */
function shownPath(path: readonly string[]): string {
  const at = path.indexOf('_doc');
  return (at < 0 ? path : [...path.slice(0, at + 1), '{id}']).join('/');
}

/** Commas and stars of index patterns stay what they are. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(wellFormed(segment)).replaceAll('%2C', ',');
}
