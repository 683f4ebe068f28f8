import type { SearchAnswer } from '../api/client/answerShapes.ts';
import type { FoundSession } from '../api/client/insightsClient.ts';
import type { RangeService } from '../api/client/rangeService.ts';
import type { SearchPage } from '../api/client/searchPage.ts';
import type { Parameters } from '../api/client/serviceRequests.ts';
import { parseJson } from '../domain/json/parseJson.ts';
import type { SearchRequest } from '../domain/query/request.ts';
import { listFields } from '../domain/query/request.ts';
import type { SessionDocument } from '../domain/session/session.ts';
import { anyOf } from './asking/engineQuery.ts';
import { requestOfParameters } from './asking/parametersRequest.ts';
import { rangeQuery } from './asking/rangeQuery.ts';
import { sortOf } from './asking/sortOf.ts';
import type { ArchiveRequestsOptions } from './client/archiveRequests.ts';
import { ArchiveRequests } from './client/archiveRequests.ts';
import { SessionNotFound } from './client/sessionNotFound.ts';
import type { ArchiveFacts } from './engine/archiveFacts.ts';
import { archiveFacts } from './engine/archiveFacts.ts';
import { Ranges } from './reading/ranges.ts';
import type { Hit, Hits } from './reading/readHits.ts';
import { Searches } from './reading/searches.ts';

export interface ArchiveOptions extends ArchiveRequestsOptions {
  /** The indexes that are read, and the name of those that are written: `insights-sessions-*`. */
  readonly pattern: string;
}

/** Sessions in a cluster of OpenSearch or Elasticsearch. It is asked what the service is asked, and takes ranges of any length. */
export class ArchiveClient {
  readonly #options: ArchiveOptions;
  readonly #searches: Searches;
  /** For who sends requests of its own to the same cluster. */
  readonly requests: ArchiveRequests;
  readonly ranges: RangeService;

  constructor(options: ArchiveOptions) {
    this.#options = options;
    this.requests = new ArchiveRequests(options);
    this.#searches = new Searches(this.requests, options.pattern);
    this.ranges = new Ranges(this.requests, this.#searches, options.pattern);
  }

  get pattern(): string {
    return this.#options.pattern;
  }

  async search(parameters: Parameters, signal?: AbortSignal): Promise<SearchAnswer> {
    const request = requestOfParameters(parameters);
    const whole = request.projectFields === undefined;
    const { hits, total } = await this.#page(request, { names: [], whole, signal });
    const documents = hits.map(({ bytes }) => parseJson(Buffer.from(bytes).toString()) as SessionDocument);
    return { hits: documents, total: { count: total, atLeast: false }, pageSize: request.pageSize };
  }

  async searchPage(parameters: Parameters, names: readonly string[], signal?: AbortSignal): Promise<SearchPage> {
    const request = requestOfParameters(parameters);
    const whole = request.projectFields === undefined;
    const { hits, total } = await this.#page(request, { names, whole, signal });
    return { rows: hits, total: { count: total, atLeast: false }, pageSize: request.pageSize };
  }

  /** The session of that id, whenever it started. */
  async getSession(id: string, _start: Date, signal?: AbortSignal): Promise<FoundSession> {
    return this.findSession(id, signal);
  }

  async findSession(id: string, signal?: AbortSignal): Promise<FoundSession> {
    const hit = await this.#hitOf(id, undefined, signal);
    return { session: parseJson(Buffer.from(hit.bytes).toString()) as SessionDocument, partial: false };
  }

  /** Sent once, whatever happens to it. */
  async deleteSession(id: string, _start: Date, signal?: AbortSignal): Promise<void> {
    const { index, documentId, routing } = await this.#hitOf(id, [], signal);
    const answer = await this.requests.ask({
      asked: 'delete',
      method: 'DELETE',
      path: [index, '_doc', documentId],
      parameters: { refresh: 'true', ...(routing === undefined ? {} : { routing }) },
      signal,
      once: true,
      takes: [404],
    });
    if (answer.status === 404) throw new SessionNotFound();
  }

  /** Fails when the cluster is not there, or cannot be asked as this connection does. */
  async verify(signal?: AbortSignal): Promise<void> {
    await this.facts(signal);
  }

  /** What there is: the engine, its indexes, and whether their mapping is ours. */
  facts(signal?: AbortSignal): Promise<ArchiveFacts> {
    return archiveFacts({ requests: this.requests, searches: this.#searches, pattern: this.pattern }, signal);
  }

  #page(
    request: SearchRequest,
    {
      names,
      whole,
      signal,
    }: { readonly names: readonly string[]; readonly whole: boolean; readonly signal: AbortSignal | undefined },
  ): Promise<Hits> {
    return this.#searches.search(
      {
        query: rangeQuery(request).query,
        size: request.pageSize,
        from: request.pageNumber * request.pageSize,
        sort: sortOf(request.sortBy),
        names,
        ...(whole ? {} : { fields: request.projectFields ?? listFields }),
      },
      signal,
    );
  }

  async #hitOf(id: string, fields: readonly string[] | undefined, signal: AbortSignal | undefined): Promise<Hit> {
    const query = anyOf([{ ids: { values: [id] } }, { term: { id } }]);
    const { hits } = await this.#searches.search({ query, size: 1, fields }, signal);
    if (!hits[0]) throw new SessionNotFound();
    return hits[0];
  }
}
