import { endsInTheMiddle } from '../../domain/json/endsInTheMiddle.ts';
import { parseJson } from '../../domain/json/parseJson.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import { retryAfterSeconds } from '../../domain/time/retryAfter.ts';
import type { SearchAnswer } from './answerShapes.ts';
import { isObject, readSearchAnswer, readSession } from './answerShapes.ts';
import { doubtOfDeletion } from './deletionAnswer.ts';
import type { Answer } from './exchange.ts';
import type { RefusedPart } from './insightsErrors.ts';
import {
  Cancelled,
  MalformedAnswer,
  NotFound,
  NotJson,
  RateLimited,
  Refused,
  ServerError,
  Unauthorized,
} from './insightsErrors.ts';
import type { SearchPage } from './searchPage.ts';
import { readSearchPage } from './searchPage.ts';
import type { Parameters, Question, ServiceOptions } from './serviceRequests.ts';
import { ServiceRequests } from './serviceRequests.ts';

export interface ClientOptions extends ServiceOptions {
  readonly now?: () => Date;
}

/** A session as far as the service would give it: `partial` when only its parameters came. */
export interface FoundSession {
  readonly session: SessionDocument;
  readonly partial: boolean;
}

/** The four endpoints of the Insights service. */
export class InsightsClient {
  readonly #requests: ServiceRequests;
  readonly #now: () => Date;
  #probing: Promise<RefusedPart> | undefined;

  constructor({ now = () => new Date(), ...options }: ClientOptions) {
    this.#requests = new ServiceRequests(options);
    this.#now = now;
  }

  async search(parameters: Parameters, signal?: AbortSignal): Promise<SearchAnswer> {
    const answer = await this.#ask({ path: [], shownPath: '', parameters, signal, asked: 'search' });
    const read = readSearchAnswer(this.#json(answer));
    if (!read) throw new MalformedAnswer(this.#excerpt(answer), 'shape');
    return read;
  }

  /** The same for reading many: sessions stay the bytes that came, and only their members of these names are read. */
  async searchPage(parameters: Parameters, names: readonly string[], signal?: AbortSignal): Promise<SearchPage> {
    const answer = await this.#ask({ path: [], shownPath: '', parameters, signal, asked: 'search' });
    const page = this.#searchPage(answer, names);
    if (!page) throw new MalformedAnswer(this.#excerpt(answer), 'shape');
    return page;
  }

  /** The session of that id that started then (the day is enough), else wherever it is found, else what the service has of it. */
  async getSession(id: string, start: Date, signal?: AbortSignal): Promise<FoundSession> {
    const parameters = startParameter(start);
    const attempts = [
      () => this.#document({ path: [id], shownPath: '/{id}', parameters, signal, asked: 'get' }, id),
      () => this.findSession(id, signal),
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
    return this.#document(
      { path: ['search', id], shownPath: '/search/{id}', parameters: [], signal, asked: 'find' },
      id,
    );
  }

  /** Sent once, whatever happens to it. */
  async deleteSession(id: string, start: Date, signal?: AbortSignal): Promise<void> {
    const parameters = startParameter(start);
    const answer = await this.#ask({ path: [id], shownPath: '/{id}', parameters, signal, asked: 'delete' });
    const doubt = doubtOfDeletion(answer.body, id);
    if (doubt === 'webPage') throw new NotJson(this.#excerpt(answer));
    if (doubt) throw new MalformedAnswer(this.#excerpt(answer), 'shape');
  }

  /** The smallest search there is: fails when the service is not there or refuses the key. */
  async verify(signal?: AbortSignal): Promise<void> {
    const question = this.#probe(signal);
    const answer = await this.#requests.send(question);
    if (answer.status === 401) throw new Unauthorized(this.#excerpt(answer), { refused: 'key', asked: 'check' });
    this.#throwUnlessGood(answer, question);
    if (!readSearchAnswer(this.#json(answer))) throw new MalformedAnswer(this.#excerpt(answer), 'shape');
  }

  async #document(question: Question, id: string): Promise<FoundSession> {
    const answer = await this.#ask(question);
    const json = this.#json(answer);
    // An empty list of hits is how a search says that there is none.
    const empty = Array.isArray(json)
      ? json.length === 0
      : isObject(json) && Array.isArray(json.hits) && json.hits.length === 0;
    if (empty) throw new NotFound(this.#excerpt(answer), { what: 'session' });
    const session = readSession(json, id);
    if (session?.id === undefined) throw new MalformedAnswer(this.#excerpt(answer), 'shape');
    if (session.id !== id) throw new MalformedAnswer(this.#excerpt(answer), 'otherSession');
    return { session, partial: false };
  }

  async #parametersOf(id: string, parameters: Parameters, signal?: AbortSignal): Promise<FoundSession> {
    const answer = await this.#ask({
      path: [id, 'parameters'],
      shownPath: '/{id}/parameters',
      parameters,
      signal,
      asked: 'get',
    });
    const json = this.#json(answer);
    // A service that knows no such address may answer it as a search.
    if (isObject(json) && Array.isArray(json.hits) && json.hits.length === 0) {
      throw new NotFound(this.#excerpt(answer), { what: 'session' });
    }
    const read = readSession(json);
    if (read?.id === id) return { session: read, partial: false };
    if (read?.id !== undefined) throw new MalformedAnswer(this.#excerpt(answer), 'otherSession');
    const found = isObject(json) && !isObject(json.parameters) ? { parameters: json } : (read ?? { parameters: json });
    return { session: { ...found, id } as SessionDocument, partial: true };
  }

  async #ask(question: Question): Promise<Answer> {
    const answer = await this.#requests.send(question);
    if (answer.status === 401) {
      const refused = await this.#whatWasRefused(question.signal);
      throw new Unauthorized(this.#excerpt(answer), { refused, asked: question.asked });
    }
    this.#throwUnlessGood(answer, question);
    return answer;
  }

  /** A query that cannot be refused tells whether the key is. Requests that are refused together ask once. */
  #whatWasRefused(signal: AbortSignal | undefined): Promise<RefusedPart> {
    this.#probing ??= this.#requests
      .send(this.#probe(signal))
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

  #probe(signal: AbortSignal | undefined): Question {
    const today = this.#now().toISOString().slice(0, 10);
    const parameters: Parameters = [
      ['from_date', `${today}T00:00:00`],
      ['to_date', `${today}T23:59:59`],
      ['page_number', '0'],
      ['page_size', '1'],
      ['project_fields', '["id"]'],
    ];
    return { path: [], shownPath: '', parameters, signal, asked: 'check' };
  }

  #throwUnlessGood(answer: Answer, { asked, parameters }: Question): void {
    const { status } = answer;
    if (status >= 200 && status < 300) return;
    const excerpt = this.#excerpt(answer);
    const gone = status === 404 || status === 410;
    if (gone && (asked === 'search' || asked === 'check')) throw new NotFound(excerpt, { what: 'service' });
    // Only a session that is to be deleted is looked for at one day alone.
    const day = asked === 'delete' ? new Map(parameters).get(startParameterName) : undefined;
    if (gone) throw new NotFound(excerpt, { what: 'session', day });
    const wait = retryAfterSeconds(answer.headers, Date.now());
    if (status === 429) throw new RateLimited(excerpt, wait);
    if (status < 500) throw new Refused(excerpt, asked, wait);
    throw new ServerError(excerpt, { retried: answer.again, retryAfterSeconds: wait });
  }

  #searchPage(answer: Answer, names: readonly string[]): SearchPage | undefined {
    try {
      return readSearchPage(answer.bytes, names);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      // It has words of its own for what is no JSON.
      this.#json(answer);
      return undefined;
    }
  }

  #json(answer: Answer): unknown {
    try {
      return parseJson(answer.body);
    } catch {
      if (endsInTheMiddle(answer.body)) throw new MalformedAnswer(this.#excerpt(answer), 'truncated');
      // Of a page that somebody else answered with, its words help; of sessions, their beginning does not.
      if (beginsAsJson.test(answer.body)) throw new MalformedAnswer(this.#excerpt(answer), 'syntax');
    }
    throw new NotJson(this.#excerpt(answer));
  }

  #excerpt(answer: Answer) {
    return this.#requests.excerptOf(answer);
  }
}

const beginsAsJson = /^\s*(?:\{\s*["'}]|\[)/;
const startParameterName = 'session_start_time';

function startParameter(start: Date): Parameters {
  return [[startParameterName, start.toISOString().slice(0, 10)]];
}
