import type { SearchRequest } from '../../domain/query/request.ts';
import type { Total } from './answerShapes.ts';
import type { SessionRow } from './searchPage.ts';

/** Where a page of a range ended. What is in it is the service's own. */
export interface RangeCursor {
  readonly place: string;
  /** What holds the moment that all pages are of. */
  readonly moment?: string | undefined;
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

/** What a service does that takes a range of any length at once: pages without an end, and counts over everything. */
export interface RangeService {
  /** One page, of what the request finds and, as far as the service can tell, its refinement keeps. */
  readRange(question: RangeQuestion, signal?: AbortSignal): Promise<RangePage>;
  /** Lets go of the moment that a cursor holds. Never fails. */
  endRange(cursor: RangeCursor): Promise<void>;
  aggregate(question: AggregationQuestion, signal?: AbortSignal): Promise<RangeAggregation>;
}

/** A client that may ask such a service. */
export interface MayTakeRanges {
  readonly ranges?: RangeService | undefined;
}
