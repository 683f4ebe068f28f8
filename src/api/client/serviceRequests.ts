import { createKeyMask } from '../../domain/masking/keyMask.ts';
import { wellFormed } from '../../domain/text/wellFormed.ts';
import { excerptOf } from './answerExcerpt.ts';
import type { ServiceDispatcher } from './dispatcher.ts';
import type { Answer } from './exchange.ts';
import { Exchange } from './exchange.ts';
import type { AnswerExcerpt, Asked } from './insightsErrors.ts';
import { AnswerError } from './insightsErrors.ts';

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
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
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

/** Sends requests to one service, in time or not at all, with its key and to its origin only. */
export class ServiceRequests {
  readonly #options: ServiceOptions;
  readonly #base: URL;
  readonly #exchange: Exchange;
  readonly #maskKey: (text: string) => string;

  constructor(options: ServiceOptions) {
    this.#options = options;
    this.#base = new URL(options.origin);
    this.#maskKey = createKeyMask(options.key);
    const { dispatcher, timeoutMs, largestAnswer } = options;
    this.#exchange = new Exchange({ dispatcher, timeoutMs, largestAnswer, mask: this.#maskKey });
  }

  /** Any answer, whatever its status. Throws an InsightsError when none came. */
  async send(question: Question): Promise<Answer> {
    const { onAnswer } = this.#options;
    const { asked, signal } = question;
    const method = asked === 'delete' ? 'DELETE' : 'GET';
    const started = performance.now();
    const tell = (outcome: number | string): void => {
      const path = `${this.#base.host}/insights/sessions${question.shownPath}`;
      onAnswer?.({ method, path, outcome, ms: Math.round(performance.now() - started) });
    };
    try {
      const headers = { 'X-Vgai-Key': this.#options.key };
      const answer = await this.#exchange.send({ asked, method, url: this.#urlOf(question), headers, signal });
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

  #urlOf({ path, parameters }: Question): URL {
    const url = new URL(this.#base);
    const parts = ['insights', 'sessions', ...path.map(encodeSegment)];
    url.pathname = `${url.pathname.replace(/\/+$/, '')}/${parts.join('/')}`;
    url.search = new URLSearchParams(parameters.map(([name, value]): [string, string] => [name, value])).toString();
    return url;
  }
}

/** `.` and `..` are steps in a path even when encoded; no session is called so. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(wellFormed(segment)).replace(/^\.+$/, (dots) => '%252E'.repeat(dots.length));
}
