import type { Answer } from '../../api/client/exchange.ts';
import type { LooseRecord } from '../../domain/json/looseValues.ts';
import { asList, asRecord, asText } from '../../domain/json/looseValues.ts';
import { ArchiveError } from '../client/archiveError.ts';
import type { ArchiveRequests } from '../client/archiveRequests.ts';
import { engineErrorIn, engineErrorOf, mayPass, problemOf, textOf } from '../client/engineError.ts';
import { recordIn } from '../client/recordIn.ts';

/** How long a moment is held for the next page, where a cluster has no lower limit. */
const usualKeepAlive = '5m';

const longerThanAllowed = /^Keep alive for request \(\w+\) is too large\. It must be less than \((\w+)\)/u;

/** The two ways in which engines hold a moment: a point in time. */
const ways = [
  {
    path: ['_search', 'point_in_time'],
    name: 'pit_id',
    end: (id: string) => ({ path: ['_search', 'point_in_time'], body: { pit_id: [id] } }),
  },
  { path: ['_pit'], name: 'id', end: (id: string) => ({ path: ['_pit'], body: { id } }) },
] as const;

/** Holds moments of an index pattern: OpenSearch and Elasticsearch have the same under other names. */
export class Moments {
  readonly #requests: ArchiveRequests;
  readonly #pattern: string;
  #way: (typeof ways)[number] | 'none' | undefined;
  #keepAlive = usualKeepAlive;

  constructor(requests: ArchiveRequests, pattern: string) {
    this.#requests = requests;
    this.#pattern = pattern;
  }

  get keepAlive(): string {
    return this.#keepAlive;
  }

  /** Undefined where the engine holds none. */
  async begin(signal: AbortSignal | undefined): Promise<string | undefined> {
    const known = this.#way;
    if (known === 'none') return undefined;
    for (const way of known ? [known] : ways) {
      let answer = await this.#ask(way.path, signal);
      const [, most] = longerThanAllowed.exec(engineErrorIn(answer.body)?.reason ?? '') ?? [];
      if (most !== undefined) {
        this.#keepAlive = most;
        answer = await this.#ask(way.path, signal);
      }
      const { [way.name]: named, _shards: shards, error } = recordIn(answer.body);
      const problem = engineErrorOf(error) && problemOf(answer.status, engineErrorOf(error), 'read');
      const about = { asked: 'read', what: this.#pattern } as const;
      // It knows the way; the indexes are not there, or closed.
      if (problem === 'noIndex' || problem === 'closedIndex') throw new ArchiveError(problem, about);
      const id = answer.status < 300 ? asText(named) : undefined;
      if (id === undefined) continue;
      // A moment of some shards alone is searched as if there were no others.
      if (Number(asRecord(shards).failed ?? 0) > 0) throw this.#partly(asRecord(shards));
      this.#way = way;
      return id;
    }
    this.#way = 'none';
    return undefined;
  }

  #ask(path: readonly string[], signal: AbortSignal | undefined): Promise<Answer> {
    return this.#requests.ask({
      asked: 'read',
      method: 'POST',
      path: [this.#pattern, ...path],
      parameters: { keep_alive: this.#keepAlive },
      signal,
      // What an engine does not have it refuses in one of these ways.
      takes: [400, 404, 405],
    });
  }

  #partly({ failures }: LooseRecord): ArchiveError {
    const error = engineErrorOf(asRecord(asList(failures)[0]).reason);
    const problem = problemOf(503, error, 'read');
    const answer = error && this.#requests.excerptOf({ status: 503, contentType: '', body: textOf(error) });
    const about = { asked: 'read', what: this.#pattern, answer, passes: mayPass(problem) } as const;
    return new ArchiveError(problem === 'failed' ? 'redIndex' : problem, about);
  }

  /** Never fails: a moment ends by itself. */
  async end(id: string): Promise<void> {
    if (!this.#way || this.#way === 'none') return;
    const { path, body } = this.#way.end(id);
    await this.#requests
      .ask({ asked: 'read', method: 'DELETE', path, body, signal: undefined, takes: [404], once: true })
      .catch(() => {});
  }
}
