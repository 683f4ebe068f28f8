import type { SessionDocument } from '../../domain/session/session.ts';
import type { DateRange } from '../../domain/time/dates.ts';
import type { AggregationQuestion, FacetCounts, FacetQuestion, RangeAggregation } from '../client/rangeService.ts';
import type { Collected, CollectOptions, SessionCollector } from '../reading/collectSessions.ts';
import type { SessionStream } from '../search/sessionStream.ts';

/** What a run was, which says later what its rows are. */
export interface RunIdentity {
  readonly queryUri: string;
  readonly queryName: string;
  readonly connection: string;
  readonly range: DateRange;
  readonly startedAt: Date;
}

export interface RunOptions {
  readonly identity: RunIdentity;
  readonly pageSize: number;
  /** Rows that stand before the first one, when the query asks for a later page. */
  readonly skipped: number;
  /** Whether a session that the service found is wanted; without it every one is. */
  readonly keeps?: ((session: SessionDocument) => boolean) | undefined;
  readonly search: (options: { onProgress: () => void }) => SessionStream;
  /** The fields that `search` brings of each session, and the same search for others. */
  readonly fields: readonly string[];
  readonly searchFields: (fields: readonly string[]) => SessionStream;
  /** Gives every session of the query's range to whoever asks, not only its pages. */
  readonly collect: CollectAll;
  readonly aggs?: Readonly<Record<string, unknown>> | undefined;
  /** Counts `aggs` over all sessions, where the service does that by itself. */
  readonly aggregate?: AggregateAll | undefined;
  /** Counts facets over all sessions, of a service that takes all of a range. */
  readonly countFacets?: CountAllFacets | undefined;
  /** Whether sessions come in the order of their start, in either direction. */
  readonly isByStart: boolean;
  readonly now: () => number;
}

/** What a service that counts by itself is asked, and how far it is where it has to read for it. */
export type AggregateAll = (options: {
  readonly signal: AbortSignal;
  readonly onProgress: NonNullable<AggregationQuestion['onProgress']>;
}) => Promise<RangeAggregation>;

export interface RunFacetQuestion extends Omit<FacetQuestion, 'request'> {
  /** How many sessions of the run were deleted: what was read before has them. */
  readonly gone: number;
  /** Counts what sessions show where each of them is masked as a whole. */
  readonly mask?: SessionMasking | undefined;
}

/** Masks the JSON of one session. */
export interface SessionMasking {
  session(json: string): string;
}

/** `masked`: there are too many sessions to be masked for it. */
export type RunFacetCounts = FacetCounts | { readonly uncounted: 'masked' };

/** Has facets counted over all sessions of a run. */
export type CountAllFacets = (asked: RunFacetQuestion, signal: AbortSignal) => Promise<RunFacetCounts>;

/** What collectors see of every session; `range` is another one than the run's own. */
export type CollectAll = (
  options: Omit<CollectOptions, 'request' | 'client'> & { readonly range?: DateRange },
  collectors: readonly SessionCollector[],
) => Promise<Collected>;
