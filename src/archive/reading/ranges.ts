import type {
  AggregationQuestion,
  FacetCounts,
  FacetQuestion,
  RangeAggregation,
  RangeCursor,
  RangePage,
  RangeQuestion,
  RangeService,
} from '../../api/client/rangeService.ts';
import type { SearchRequest } from '../../domain/query/request.ts';
import { listFields } from '../../domain/query/request.ts';
import type { EngineQuery } from '../asking/engineQuery.ts';
import { rangeQuery } from '../asking/rangeQuery.ts';
import { sortOf } from '../asking/sortOf.ts';
import { ArchiveError } from '../client/archiveError.ts';
import type { ArchiveRequests } from '../client/archiveRequests.ts';
import { aggregate, count } from './aggregate.ts';
import { countFacets } from './countFacets.ts';
import { Moments } from './moments.ts';
import type { Hits } from './readHits.ts';
import type { Searches } from './searches.ts';

/** A range of any length, page after page by the place of the last session, and counts over all of it. */
export class Ranges implements RangeService {
  readonly #searches: Searches;
  readonly #moments: Moments;
  /** What the pages of a request look for: to find it out may take a request. */
  readonly #queries = new WeakMap<SearchRequest, Promise<EngineQuery>>();

  constructor(requests: ArchiveRequests, searches: Searches, pattern: string) {
    this.#searches = searches;
    this.#moments = new Moments(requests, pattern);
  }

  async readRange(question: RangeQuestion, signal?: AbortSignal): Promise<RangePage> {
    const { request, size, after, isSteady = false } = question;
    const query = await this.#queryOf(request, signal);
    const begin = async (): Promise<string | undefined> => (isSteady ? this.#moments.begin(signal) : undefined);
    let moment = after?.moment ?? (await begin());
    let known = after?.total;
    const read = (): Promise<Hits> =>
      this.#searches.search(
        {
          ...searchOf(question),
          query,
          after: after?.place,
          moment,
          keepAlive: this.#moments.keepAlive,
          withoutTotal: known !== undefined,
        },
        signal,
      );
    let found: Hits;
    try {
      found = await read();
    } catch (error) {
      const isLost = moment !== undefined && hasEnded(error);
      // Who asks for the next page knows of the moment that it has, and ends it; of one that was just begun nobody does.
      if (moment !== undefined && (isLost || after?.moment === undefined)) await this.#moments.end(moment);
      // A moment ends with the node that held it, and with time. Each session has one place: another moment goes on from there.
      if (!isLost) throw error;
      [moment, known] = [await begin(), undefined];
      found = await read().catch(async (again: unknown) => {
        if (moment !== undefined) await this.#moments.end(moment);
        throw again;
      });
    }
    const { hits, facts } = found;
    const total = known ?? found.total;
    const place = hits.at(-1)?.place;
    const isLast = hits.length < size || place === undefined;
    const held = typeof facts.pit_id === 'string' ? facts.pit_id : moment;
    if (isLast && held !== undefined) await this.#moments.end(held);
    return {
      rows: hits,
      total: { count: total, atLeast: false },
      next: isLast ? undefined : { place, moment: held, ...(held !== undefined && { total }) },
    };
  }

  async endRange({ moment }: RangeCursor): Promise<void> {
    if (moment !== undefined) await this.#moments.end(moment);
  }

  aggregate(question: AggregationQuestion, signal?: AbortSignal): Promise<RangeAggregation> {
    return aggregate({ searches: this.#searches, ranges: this }, question, signal);
  }

  count(question: AggregationQuestion, signal?: AbortSignal): Promise<RangeAggregation | undefined> {
    return count(this.#searches, question, signal);
  }

  countFacets(question: FacetQuestion, signal?: AbortSignal): Promise<FacetCounts> {
    return countFacets(this.#searches, question, signal);
  }

  #queryOf(request: SearchRequest, signal: AbortSignal | undefined): Promise<EngineQuery> {
    const known = this.#queries.get(request);
    if (known) return known;
    const asked = rangeQuery(request);
    const found = this.#searches
      .hasAny(asked.hasLong, signal)
      .then((hasLong) => (hasLong ? asked.orLong : asked.query));
    this.#queries.set(request, found);
    found.catch(() => this.#queries.delete(request));
    return found;
  }
}

/** The page that a question is about, but for what it looks for and its place. */
export function searchOf({ request, size, whole, names, onAsk }: RangeQuestion) {
  return {
    size,
    onAsk,
    sort: sortOf(request.sortBy),
    names,
    ...(whole ? {} : { fields: [...new Set([...(request.projectFields ?? listFields), ...names])] }),
  };
}

function hasEnded(error: unknown): boolean {
  if (!(error instanceof ArchiveError)) return false;
  return error.passes || error.problem === 'momentEnded';
}
