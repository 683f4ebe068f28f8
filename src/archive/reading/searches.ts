import type { Answer } from '../../api/client/exchange.ts';
import type { SentSearch } from '../../api/client/rangeService.ts';
import { asList, asRecord, isRecord } from '../../domain/json/looseValues.ts';
import { parseJson } from '../../domain/json/parseJson.ts';
import type { EngineQuery } from '../asking/engineQuery.ts';
import { ArchiveError } from '../client/archiveError.ts';
import type { ArchiveRequests } from '../client/archiveRequests.ts';
import { engineErrorOf, mayPass, problemOf, textOf } from '../client/engineError.ts';
import { sourceField } from '../mapping/archivedField.ts';
import type { Hit, Hits } from './readHits.ts';
import { readHits } from './readHits.ts';
import { refuseForeign } from './refuseForeign.ts';

export interface Search {
  readonly query: EngineQuery;
  readonly size: number;
  readonly from?: number;
  readonly sort?: readonly unknown[];
  /** The place that the page before ended at, as it was written. */
  readonly after?: string | undefined;
  readonly moment?: string | undefined;
  /** Without a total the engine passes over what stands before the place, instead of counting it. */
  readonly withoutTotal?: boolean;
  readonly keepAlive?: string;
  /** The fields that are given of each session; all of them without, and none where it is empty. */
  readonly fields?: readonly string[] | undefined;
  /** The members that are read of each session. */
  readonly names?: readonly string[];
  readonly aggs?: unknown;
  readonly onAsk?: ((sent: SentSearch) => void) | undefined;
}

/** Searches an index pattern. An answer is of all its shards and of fields as queries need them, or there is none. */
export class Searches {
  readonly #requests: ArchiveRequests;
  readonly #pattern: string;
  #fits: Promise<void> | undefined;

  constructor(requests: ArchiveRequests, pattern: string) {
    this.#requests = requests;
    this.#pattern = pattern;
  }

  async search(search: Search, signal: AbortSignal | undefined): Promise<Hits> {
    const { fields, names = [] } = search;
    const sent = sentSearch(search, this.#pattern);
    search.onAsk?.(sent);
    const asked = this.#requests.ask({ asked: 'read', method: 'POST', ...sent, signal });
    const [answer] = await Promise.all([asked, this.#fitting()]);
    const read = readHits(answer.bytes, names, fields);
    if (!read || !isRecord(read.facts._shards)) throw new ArchiveError('notEngine', { asked: 'read' });
    if (read.isOld) throw new ArchiveError('oldEngine', { asked: 'read' });
    this.#refusePart(read.facts, answer);
    if (fields?.length !== 0) refuseWithoutSource(read.hits);
    return read;
  }

  /** Found out once, beside the first search. */
  #fitting(): Promise<void> {
    this.#fits ??= refuseForeign(this.#requests, this.#pattern).catch((error: unknown) => {
      this.#fits = undefined;
      throw error;
    });
    return this.#fits;
  }

  /** What came of a part alone is never shown as if it were all. */
  #refusePart(
    { _shards: shards, _clusters: clusters, timed_out: timedOut, terminated_early: endedEarly }: Hits['facts'],
    { status, contentType }: Pick<Answer, 'status' | 'contentType'>,
  ): void {
    const about = { asked: 'read', what: this.#pattern } as const;
    const { total, failed, failures } = asRecord(shards);
    if (isPartOfClusters(clusters)) throw new ArchiveError('redIndex', { ...about, passes: true });
    if (total === 0) throw new ArchiveError('noIndex', about);
    if (Number(failed ?? 0) > 0) {
      const error = engineErrorOf(asRecord(asList(failures)[0]).reason);
      const answer = error && this.#requests.excerptOf({ status, contentType, body: textOf(error) });
      const problem = problemOf(503, error, 'read');
      throw new ArchiveError(problem === 'failed' ? 'redIndex' : problem, {
        ...about,
        answer,
        passes: mayPass(problem),
      });
    }
    if (timedOut === true || endedEarly === true) throw new ArchiveError('unfinished', { ...about, passes: true });
  }

  /** Whether a query finds anything; there may be none to ask. */
  async hasAny(query: EngineQuery | undefined, signal: AbortSignal | undefined): Promise<boolean> {
    return query !== undefined && (await this.count(query, signal)) > 0;
  }

  async count(query: EngineQuery, signal: AbortSignal | undefined): Promise<number> {
    return (await this.search({ query, size: 0 }, signal)).total;
  }
}

/** Other clusters that a pattern names may be left out, and shards of theirs are then not counted. */
function isPartOfClusters(clusters: unknown): boolean {
  const { skipped, partial, failed } = asRecord(clusters);
  return [skipped, partial, failed].some((count) => Number(count ?? 0) > 0);
}

/** An index that doesn't keep what was written gives hits with nothing in them. */
function refuseWithoutSource(hits: readonly Hit[]): void {
  const empty = hits.find(({ bytes }) => bytes.length === 0);
  if (empty) throw new ArchiveError('foreignMapping', { asked: 'read', what: empty.index, field: '_source' });
}

/** A search as it is sent. */
export function sentSearch(search: Search, pattern: string): SentSearch {
  return {
    path: search.moment === undefined ? [pattern, '_search'] : ['_search'],
    parameters: { allow_partial_search_results: 'false' },
    body: bodyOf(search),
  };
}

function bodyOf(search: Search): unknown {
  const { query, size, from, sort, after, moment, keepAlive, withoutTotal = false, fields, aggs } = search;
  return {
    size,
    track_total_hits: !withoutTotal,
    query: { bool: { filter: [query] } },
    ...(from ? { from } : {}),
    ...(sort ? { sort } : {}),
    // Numbers in it are longer than JavaScript's, and go back as they came.
    ...(after === undefined ? {} : { search_after: parseJson(after) }),
    ...(moment === undefined ? {} : { pit: { id: moment, keep_alive: keepAlive } }),
    ...(fields === undefined ? {} : { _source: fields.length > 0 ? [...fields, sourceField] : false }),
    ...(aggs === undefined ? {} : { aggs }),
  };
}
