import type { SearchRequest } from '../../domain/query/request.ts';
import { fieldsOfList } from '../../domain/query/request.ts';
import { InsightsError } from '../client/insightsErrors.ts';
import type { CollectOptions } from '../reading/collectSessions.ts';
import type { SearchOptions } from '../search/searchOptions.ts';
import { searchSessions } from '../search/searchSessions.ts';
import { Emitter } from './emitter.ts';
import type { FacetCounter } from './facetCounter.ts';
import type { RunState } from './run.ts';
import { Run } from './run.ts';
import type { AggregateAll, CollectAll, CountAllFacets, RunFacetQuestion, RunIdentity } from './runOptions.ts';

export interface StartRun {
  readonly queryUri: string;
  readonly queryName: string;
  readonly connection: string;
  readonly request: SearchRequest;
  /** What cannot give pages as bytes runs queries, and no more. */
  readonly client: SearchOptions['client'] & Partial<CollectOptions['client']>;
}

/** What is remembered of a run: which one it was and its figures, nothing of what it found. */
export interface RunRecord extends RunIdentity {
  readonly state: RunState;
  readonly durationMs: number;
  readonly shown: number;
  readonly total: { readonly count: number; readonly atLeast: boolean };
  readonly requests: number;
  readonly errorCode?: string;
}

const longestHistory = 100;

/** The runs that stand: for each query the current one, and the last good one while a later has nothing to show. */
export class Runs {
  readonly #clock: () => Date;
  readonly #current = new Map<string, Run>();
  readonly #good = new Map<string, Run>();
  readonly #history: RunRecord[] = [];
  readonly #changed = new Emitter<string>();

  /** Tells the URI of the query whose runs changed. */
  readonly onDidChange = this.#changed.event;

  constructor(clock: () => Date = () => new Date()) {
    this.#clock = clock;
  }

  /** Starts a run; one of the same query that is still going is cancelled. */
  start({ queryUri, queryName, connection, request: asked, client }: StartRun): Run {
    this.cancel(queryUri);
    const fields = fieldsOfList(asked);
    const request = { ...asked, projectFields: fields };
    const identity = { queryUri, queryName, connection, range: request.range, startedAt: this.#clock() };
    const collect = collectBy(client, asked);
    const run = new Run({
      identity,
      pageSize: request.pageSize,
      skipped: request.pageNumber * request.pageSize,
      keeps: request.refinement?.keeps,
      search: (options) => searchSessions({ request, client, resumable: true, ...options }),
      fields,
      searchFields: (projectFields) => searchSessions({ request: { ...request, projectFields }, client }),
      collect,
      aggs: asked.aggs,
      aggregate: aggregateBy(client, asked, identity.startedAt),
      countFacets: countFacetsBy(client, asked, collect),
      isByStart: request.sortBy[0]?.field === 'session_start_time',
      now: () => performance.now(),
    });
    this.#current.set(queryUri, run);
    run.onDidChange(() => {
      const { queryUri: now } = run.identity;
      if (this.#current.get(now) === run) this.#changed.fire(now);
    });
    run.finished.then(() => this.#remember(run));
    this.#changed.fire(queryUri);
    return run;
  }

  current(queryUri: string): Run | undefined {
    return this.#current.get(queryUri);
  }

  /** The last run that came to its end, when it is not the current one: its rows are old and have to say so. */
  stale(queryUri: string): Run | undefined {
    const good = this.#good.get(queryUri);
    return good === this.#current.get(queryUri) ? undefined : good;
  }

  get all(): readonly Run[] {
    return [...this.#current.values()];
  }

  /** The newest first. */
  get history(): readonly RunRecord[] {
    return this.#history;
  }

  cancel(queryUri: string): void {
    this.#current.get(queryUri)?.cancel();
  }

  cancelAll(): void {
    for (const run of this.#current.values()) run.cancel();
  }

  /** What was found by the query at `from`, or by those in the folder there, is of `to` from now on: the file was renamed. */
  move(from: string, to: string): void {
    const moved = (uri: string): string | undefined =>
      uri === from || uri.startsWith(`${from}/`) ? `${to}${uri.slice(from.length)}` : undefined;
    for (const [index, record] of this.#history.entries()) {
      const queryUri = moved(record.queryUri);
      if (queryUri !== undefined) this.#history[index] = { ...record, queryUri };
    }
    for (const runs of [this.#current, this.#good]) {
      for (const [uri, run] of [...runs]) {
        const queryUri = moved(uri);
        if (queryUri === undefined) continue;
        runs.delete(uri);
        run.move(queryUri);
        runs.set(queryUri, run);
        this.#changed.fire(uri);
        this.#changed.fire(queryUri);
      }
    }
  }

  /** Lets go of a query's rows. */
  forget(queryUri: string): void {
    this.cancel(queryUri);
    this.#current.delete(queryUri);
    this.#good.delete(queryUri);
    this.#changed.fire(queryUri);
  }

  dispose(): void {
    this.cancelAll();
  }

  #remember(run: Run): void {
    const { identity, state, durationMs, sessions, total, requests, error } = run;
    if (state === 'done' && this.#current.get(identity.queryUri) === run) this.#good.set(identity.queryUri, run);
    const errorCode = error instanceof InsightsError ? error.code : undefined;
    this.#history.unshift({
      ...identity,
      state,
      durationMs,
      shown: sessions.length,
      total,
      requests,
      ...(errorCode ? { errorCode } : {}),
    });
    this.#history.splice(longestHistory);
    this.#changed.fire(identity.queryUri);
  }
}

function aggregateBy({ ranges }: StartRun['client'], request: SearchRequest, now: Date): AggregateAll | undefined {
  const { aggs } = request;
  if (!ranges || aggs === undefined) return undefined;
  return ({ signal, onProgress }) => ranges.aggregate({ request, aggs, now, onProgress }, signal);
}

function collectBy(client: StartRun['client'], asked: SearchRequest): CollectAll {
  return async ({ range, ...options }, collectors) => {
    if (!givesBytes(client)) throw new TypeError('The client gives no pages as bytes.');
    const { collectSessions } = await import('../reading/collectSessions.ts');
    return collectSessions({ ...options, request: range ? { ...asked, range } : asked, client }, collectors);
  };
}

function countFacetsBy(
  { ranges }: StartRun['client'],
  request: SearchRequest,
  collect: CollectAll,
): CountAllFacets | undefined {
  if (!ranges) return undefined;
  const ask = (asked: RunFacetQuestion, signal: AbortSignal) => ranges.countFacets({ ...asked, request }, signal);
  const listed = fieldsOfList(request);
  let counter: Promise<FacetCounter> | undefined;
  return async (asked, signal) => {
    counter ??= import('./facetCounter.ts').then(({ FacetCounter }) => new FacetCounter({ ask, collect, listed }));
    return (await counter).count(asked, signal);
  };
}

function givesBytes(client: StartRun['client']): client is SearchOptions['client'] & CollectOptions['client'] {
  return client.searchPage !== undefined;
}
