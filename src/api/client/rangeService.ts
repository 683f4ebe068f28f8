import type { SearchRequest } from '../../domain/query/request.ts';
import type { FacetValue } from '../../domain/results/facets/facetValues.ts';
import type { FacetChoice } from '../../domain/results/facets/filterRows.ts';
import type { Total } from './answerShapes.ts';
import type { SessionRow } from './searchPage.ts';

/** Where a page of a range ended. What is in it is the service's own. */
export interface RangeCursor {
  readonly place: string;
  /** What holds the moment that all pages are of. */
  readonly moment?: string | undefined;
  /** How many there are of that moment, once they are counted. */
  readonly total?: number | undefined;
}

/** A search as a cluster is sent it. */
export interface SentSearch {
  /** Below the cluster's address. */
  readonly path: readonly string[];
  readonly parameters: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface RangeQuestion {
  /** Its range may be of any length; its page and its page size do not count here. */
  readonly request: SearchRequest;
  readonly size: number;
  /** Whole documents; else the fields that the request projects. */
  readonly whole: boolean;
  /** The members that are read of each session. */
  readonly names: readonly string[];
  /** Where the page before ended. */
  readonly after?: RangeCursor | undefined;
  /** All pages are of the moment of the first: the last cursor has to be ended. */
  readonly isSteady?: boolean;
  /** Hears what is sent for it. */
  readonly onAsk?: ((sent: SentSearch) => void) | undefined;
}

export interface RangePage {
  readonly rows: readonly SessionRow[];
  readonly total: Total;
  /** Undefined after the last page. */
  readonly next: RangeCursor | undefined;
}

export interface RangeAggregation {
  /** As Elasticsearch answers. */
  readonly result: Readonly<Record<string, unknown>>;
  /** The sessions that it is about: those that the query finds and its refinement keeps. */
  readonly total: number;
}

export interface AggregationQuestion {
  readonly request: SearchRequest;
  readonly aggs: unknown;
  /** When dates in conditions are taken at. */
  readonly now: Date;
  /** How many sessions were read, where the service does not do it by itself. */
  readonly onProgress?: (read: number, total: Total) => void;
}

/** What is counted of all sessions that a request finds, as facets count them. */
export interface FacetQuestion {
  readonly request: SearchRequest;
  /** By name: those that a list has, those of the start and the duration. */
  readonly facets: readonly string[];
  /** Each facet is counted over what all choices but its own let through. */
  readonly choices: readonly FacetChoice[];
  /** Starts and durations from `from` on and below `to`, in milliseconds. */
  readonly ranges: readonly { readonly of: 'start' | 'duration'; readonly from: number; readonly to: number }[];
  /** In which starts are shown. */
  readonly zone: string;
}

/** The values of a facet over all sessions. */
export interface CountedFacet {
  /** The most frequent first; the empty text is for sessions without a value. */
  readonly values: readonly FacetValue[];
  /** There are others, of fewer sessions. */
  readonly hasOthers: boolean;
}

export type FacetCounts =
  | {
      readonly total: number;
      /** Those that pass all choices. */
      readonly passing: number;
      /** Those of the facets that could be counted, by name. */
      readonly facets: ReadonlyMap<string, CountedFacet>;
    }
  /** Why none is: sessions were kept without what facets count, or the refinement is decided session by session. */
  | { readonly uncounted: 'older'; readonly sessions: number }
  | { readonly uncounted: 'refined' };

/** What a service does that takes a range of any length at once: pages without an end, and counts over everything. */
export interface RangeService {
  /** One page, of what the request finds and, as far as the service can tell, its refinement keeps. */
  readRange(question: RangeQuestion, signal?: AbortSignal): Promise<RangePage>;
  /** Lets go of the moment that a cursor holds. Never fails. */
  endRange(cursor: RangeCursor): Promise<void>;
  aggregate(question: AggregationQuestion, signal?: AbortSignal): Promise<RangeAggregation>;
  /**
   * Those of `aggs` that it counts by itself and exactly, the others left out of the result. Undefined where it cannot tell by itself which
   * sessions the refinement keeps. It reads no session for it.
   */
  count(question: AggregationQuestion, signal?: AbortSignal): Promise<RangeAggregation | undefined>;
  countFacets(question: FacetQuestion, signal?: AbortSignal): Promise<FacetCounts>;
}

/** A client that may ask such a service. */
export interface MayTakeRanges {
  readonly ranges?: RangeService | undefined;
}
