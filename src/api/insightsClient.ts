import type { Dispatcher } from 'undici';
import type { SessionDocument } from '../domain/session.ts';
import { excerptOf } from './answerExcerpt.ts';
import type { SearchAnswer } from './answerShapes.ts';
import { isObject, readSearchAnswer, readSession } from './answerShapes.ts';
import { connectionFailure } from './connectionFailure.ts';
import { Deadline } from './deadline.ts';
import type { RefusedPart } from './insightsErrors.ts';
import {
  AnswerError,
  Cancelled,
  InsightsError,
  MalformedAnswer,
  NotFound,
  NotJson,
  RateLimited,
  Redirected,
  Refused,
  ServerError,
  Unauthorized,
} from './insightsErrors.ts';

export interface ClientOptions {
  /** The service's address; a path in it is kept. The key is sent there and nowhere else. */
  readonly origin: string;
  readonly key: string;
  readonly dispatcher: Dispatcher;
  /** How long a request may take, with all its retries. */
  readonly timeoutMs?: number;
  readonly now?: () => Date;
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

/** A session as far as the service would give it: `partial` when only its parameters came. */
export interface FoundSession {
  readonly session: SessionDocument;
  readonly partial: boolean;
}

interface Question {
  readonly method?: 'GET' | 'DELETE';
  /** Below `/insights/sessions`. */
  readonly path: readonly string[];
  readonly shownPath: string;
  readonly parameters: Parameters;
  readonly signal: AbortSignal | undefined;
}

interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  readonly headers: Record<string, string | string[] | undefined>;
}

const defaultTimeoutMs = 60_000;
const mostRedirects = 3;

/** The four endpoints of the Insights service. */
export class InsightsClient {
  readonly #options: ClientOptions;
  readonly #base: URL;
  readonly #timeoutMs: number;
  #probing: Promise<RefusedPart> | undefined;

  constructor(options: ClientOptions) {
    this.#options = options;
    this.#base = new URL(options.origin);
    this.#timeoutMs = options.timeoutMs ?? defaultTimeoutMs;
  }

  async search(parameters: Parameters, signal?: AbortSignal): Promise<SearchAnswer> {
    const answer = await this.#ask({ path: [], shownPath: '', parameters, signal });
    const read = readSearchAnswer(this.#json(answer));
    if (!read) throw new MalformedAnswer(this.#excerpt(answer), 'shape');
    return read;
  }

  /** The session of that id that started then (the day is enough), else wherever it is found, else what the service has of it. */
  async getSession(id: string, start: Date, signal?: AbortSignal): Promise<FoundSession> {
    const parameters = startParameter(start);
    const attempts = [
      () => this.#document({ path: [id], shownPath: '/{id}', parameters, signal }, id),
      () => this.#document({ path: ['search', id], shownPath: '/search/{id}', parameters: [], signal }, id),
      () => this.#parametersOf(id, parameters, signal),
    ];
    let first: NotFound | undefined;
    for (const attempt of attempts) {
      try {
        return await attempt();
      } catch (error) {
        if (!(error instanceof NotFound)) throw error;
        first ??= error;
      }
    }
    throw first;
  }

  /** Looks for a session without knowing when it was. Slow. */
  async findSession(id: string, signal?: AbortSignal): Promise<FoundSession> {
    return this.#document({ path: ['search', id], shownPath: '/search/{id}', parameters: [], signal }, id);
  }

  /** Sent once, whatever happens to it. */
  async deleteSession(id: string, start: Date, signal?: AbortSignal): Promise<void> {
    await this.#ask({
      method: 'DELETE',
      path: [id],
      shownPath: '/{id}',
      parameters: startParameter(start),
      signal,
    });
  }

  /** The smallest search there is: fails when the service is not there or refuses the key. */
  async verify(signal?: AbortSignal): Promise<void> {
    const answer = await this.#send({ path: [], shownPath: '', parameters: this.#probe(), signal });
    if (answer.status === 401) throw new Unauthorized(this.#excerpt(answer), 'key');
    this.#throwUnlessGood(answer, 'service');
    if (!readSearchAnswer(this.#json(answer))) throw new MalformedAnswer(this.#excerpt(answer), 'shape');
  }

  async #document(question: Question, id: string): Promise<FoundSession> {
    const answer = await this.#ask(question);
    const json = this.#json(answer);
    // An empty list of hits is how a search says that there is none.
    const empty = Array.isArray(json)
      ? json.length === 0
      : isObject(json) && Array.isArray(json.hits) && json.hits.length === 0;
    if (empty) throw new NotFound(this.#excerpt(answer), 'session');
    const session = readSession(json);
    if (!session) throw new MalformedAnswer(this.#excerpt(answer), 'shape');
    if (session.id !== id) throw new MalformedAnswer(this.#excerpt(answer), 'otherSession');
    return { session, partial: false };
  }

  async #parametersOf(id: string, parameters: Parameters, signal?: AbortSignal): Promise<FoundSession> {
    const answer = await this.#ask({ path: [id, 'parameters'], shownPath: '/{id}/parameters', parameters, signal });
    const json = this.#json(answer);
    const read = readSession(json);
    if (read?.id === id) return { session: read, partial: false };
    if (read?.id !== undefined) throw new MalformedAnswer(this.#excerpt(answer), 'otherSession');
    const found = isObject(json) && !isObject(json.parameters) ? { parameters: json } : (read ?? { parameters: json });
    return { session: { ...found, id } as SessionDocument, partial: true };
  }

  async #ask(question: Question): Promise<Answer> {
    const answer = await this.#send(question);
    if (answer.status === 401) {
      throw new Unauthorized(this.#excerpt(answer), await this.#whatWasRefused(question.signal));
    }
    this.#throwUnlessGood(answer, question.path.length > 0 ? 'session' : 'service');
    return answer;
  }

  /** A query that cannot be refused tells whether the key is. Requests that are refused together ask once. */
  #whatWasRefused(signal: AbortSignal | undefined): Promise<RefusedPart> {
    this.#probing ??= this.#send({ path: [], shownPath: '', parameters: this.#probe(), signal })
      .then(
        ({ status }): RefusedPart => (status === 401 ? 'key' : status === 200 ? 'query' : 'undecided'),
        (error: unknown): RefusedPart => {
          if (error instanceof Cancelled) throw error;
          return 'undecided';
        },
      )
      .finally(() => {
        this.#probing = undefined;
      });
    return this.#probing;
  }

  #probe(): Parameters {
    const today = (this.#options.now?.() ?? new Date()).toISOString().slice(0, 10);
    return [
      ['from_date', `${today}T00:00:00`],
      ['to_date', `${today}T23:59:59`],
      ['page_number', '0'],
      ['page_size', '1'],
      ['project_fields', '["id"]'],
    ];
  }

  #throwUnlessGood(answer: Answer, what: 'session' | 'service'): void {
    const { status } = answer;
    if (status >= 200 && status < 300) return;
    const excerpt = this.#excerpt(answer);
    if (status === 404) throw new NotFound(excerpt, what);
    if (status === 429) throw new RateLimited(excerpt, secondsIn(answer.headers['retry-after']));
    throw status >= 500 ? new ServerError(excerpt) : new Refused(excerpt);
  }

  #json(answer: Answer): unknown {
    try {
      const json: unknown = JSON.parse(answer.body);
      if (typeof json === 'object' && json !== null) return json;
    } catch {
      if (/^\s*[[{]/.test(answer.body)) throw new MalformedAnswer(this.#excerpt(answer), 'truncated');
    }
    throw new NotJson(this.#excerpt(answer));
  }

  #excerpt(answer: Answer) {
    return excerptOf(answer, this.#options.key);
  }

  async #send(question: Question): Promise<Answer> {
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

  /** Sends it, and follows redirects as long as they stay on the key's own origin. */
  async #travel(question: Question): Promise<Answer> {
    if (question.signal?.aborted) throw new Cancelled();
    const deadline = new Deadline(this.#timeoutMs, question.signal);
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
          throw new Redirected(url.origin, next.origin);
        }
        url = next;
      }
    } catch (error) {
      if (error instanceof InsightsError) throw error;
      if (question.signal?.aborted) throw new Cancelled();
      throw connectionFailure(error, { url, timeoutMs: this.#timeoutMs });
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
    return { status: statusCode, contentType, headers, body: await body.text() };
  }
}

/** `.` and `..` are steps in a path even when encoded; no session is called so. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(/^\.+$/, (dots) => '%252E'.repeat(dots.length));
}

function startParameter(start: Date): Parameters {
  return [['session_start_time', start.toISOString().slice(0, 10)]];
}

function secondsIn(header: string | string[] | undefined): number | undefined {
  const seconds = Number(Array.isArray(header) ? header[0] : header);
  return Number.isFinite(seconds) ? seconds : undefined;
}
