import type { SearchRequest, SortKey } from '../../domain/query/request.ts';
import { searchParameters } from '../../domain/query/request.ts';
import type { DateRange } from '../../domain/time/dates.ts';
import { reachable } from '../client/answerShapes.ts';
import type { InsightsClient } from '../client/insightsClient.ts';
import { RateLimited } from '../client/insightsErrors.ts';
import { mayRefuseTiebreaker } from '../client/mayRefuseTiebreaker.ts';
import type { SearchPage } from '../client/searchPage.ts';
import { isRefusal, mayBeTooMuch } from './failureKinds.ts';
import type { Pace } from './pace.ts';
import type { Patience } from './patience.ts';
import type { AskedPage, TimeOrder } from './takePage.ts';

export interface PartRequestsOptions {
  readonly request: SearchRequest;
  readonly client: Pick<InsightsClient, 'searchPage'>;
  /** Whole documents; else what `request` projects. */
  readonly whole: boolean;
  /** The members that are read of each session. */
  readonly names: readonly string[];
  readonly signal: AbortSignal;
  readonly pace: Pace;
  readonly patience: Patience;
}

/** One page of a second in which more start than fit on one. */
export interface CrowdedPage {
  readonly page: number;
  readonly size: number;
  /** By start and id from the one end or from the other. */
  readonly order: TimeOrder;
  /** How sessions of one instant follow each other. */
  readonly ids: SortKey['direction'];
}

const startField = 'session_start_time';

/** Asks for parts of a range, with patience, and for as much at a time as the service gives. */
export class PartRequests {
  readonly #options: PartRequestsOptions;
  #requests = 0;
  #tiebreakerRefused = false;

  constructor(options: PartRequestsOptions) {
    this.#options = options;
  }

  get requests(): number {
    return this.#requests;
  }

  /** The service does not sort by id. */
  get tiebreakerRefused(): boolean {
    return this.#tiebreakerRefused;
  }

  /** The first of a range in the order of time: as many as are good to ask for, or so many. */
  async first(range: DateRange, order: TimeOrder, most = Number.POSITIVE_INFINITY): Promise<AskedPage> {
    const { pace, patience, request } = this.#options;
    for (;;) {
      let [size, began] = [Math.min(pace.rows, most), 0];
      const ask = (): Promise<SearchPage> => {
        [size, began] = [Math.min(pace.rows, most), performance.now()];
        return this.#send({ range, size, page: 0, sortBy: [timeKey(order)] });
      };
      try {
        const page = await patience.ask(ask, (error) => this.#adapt(error, size));
        const bytes = page.rows.reduce((sum, row) => sum + row.bytes.length, 0);
        const isAll = !page.total.atLeast && page.rows.length >= page.total.count;
        const ms = performance.now() - began;
        if (size > 1) pace.answered({ asked: size, rows: page.rows.length, bytes, isAll, ms });
        return { ...page, asked: size };
      } catch (error) {
        // Perhaps it was the size: the query's own is what its author knows to be taken.
        if (!isRefusal(error) || size <= request.pageSize || !pace.askForLess(size)) throw error;
      }
    }
  }

  /** A page by its number, each session in one place as far as the service sorts by id. */
  async crowded(range: DateRange, { page, size, order, ids }: CrowdedPage): Promise<SearchPage> {
    const tiebreaker: SortKey = { field: 'id', direction: ids };
    const ask = (sortBy: readonly SortKey[]): Promise<SearchPage> =>
      this.#options.patience.ask(
        () => this.#send({ range, size, page, sortBy }),
        (error) => this.#adapt(error, 0),
      );
    if (this.#tiebreakerRefused) return ask([timeKey(order)]);
    try {
      return await ask([timeKey(order), tiebreaker]);
    } catch (error) {
      if (!mayRefuseTiebreaker(error)) throw error;
      const answer = await ask([timeKey(order)]);
      this.#tiebreakerRefused = true;
      return answer;
    }
  }

  #adapt(error: unknown, size: number): void {
    if (error instanceof RateLimited) this.#options.pace.slowDown();
    if (size > 0 && mayBeTooMuch(error)) this.#options.pace.askForLess(size);
  }

  #send({ range, size, page, sortBy }: Sent): Promise<SearchPage> {
    const { request, client, whole, names, signal } = this.#options;
    const all = searchParameters({ ...request, sortBy, pageSize: Math.min(size, reachable) }, range, page);
    const parameters = whole ? all.filter(([name]) => name !== 'project_fields') : all;
    this.#requests++;
    return client.searchPage(parameters, names, signal);
  }
}

interface Sent {
  readonly range: DateRange;
  readonly size: number;
  readonly page: number;
  readonly sortBy: readonly SortKey[];
}

function timeKey(order: TimeOrder): SortKey {
  return { field: startField, direction: order === 'newestFirst' ? 'desc' : 'asc' };
}
