/**
 * What the page of a query's results and the host say of what is worked out over every session of the query's range, whatever of them is
 * loaded. The page asks for it, and is told how far it is by `analysis`.
 */

import type { PathMap } from '../domain/analysis/pathMap/pathMap.ts';
import type { AggregationTable } from '../domain/analysis/table/aggregationTables.ts';

export type AnalysisKind = 'aggregations' | 'pathMap';

/** How the reading of the sessions stands. */
export interface ReadingView {
  /** The number of the run whose sessions they are. */
  readonly run: number;
  readonly state: 'none' | 'running' | 'done' | 'failed' | 'cancelled';
  readonly read: number;
  /** Those that the query's refinement keeps. */
  readonly kept: number;
  readonly total: { readonly count: number; readonly atLeast: boolean };
  /** What the service counts and did not give. */
  readonly missing: number;
  /** Those that start outside of the range. */
  readonly outside: number;
  /** Whether there are some that the filter can't have found. */
  readonly filterUnheeded: boolean;
  /** Why it failed, in words. */
  readonly failure?: string;
  /** Which range was read, in words. */
  readonly range: string;
}

export interface AggregationsView extends ReadingView {
  readonly kind: 'aggregations';
  /** Whether the query has any. */
  readonly asked: boolean;
  readonly tables: readonly AggregationTable[];
}

/** What the map of a run is held against. */
export type MapComparison =
  | { readonly with: 'nothing' }
  /** The range of the same length before it. */
  | { readonly with: 'rangeBefore' }
  /** Two versions of agents, by their ids. */
  | { readonly with: 'version'; readonly before: string; readonly after: string };

export interface MapVersion {
  readonly id: string;
  /** The agent's name. */
  readonly agent: string;
  readonly sessions: number;
}

export interface PathMapView extends ReadingView {
  readonly kind: 'pathMap';
  readonly comparison: MapComparison;
  readonly map: PathMap | undefined;
  /** How many of the weakest nodes and transitions are not in `map`: there are too many. */
  readonly cut?: { readonly nodes: number; readonly edges: number };
  /** What it is compared with. */
  readonly before: PathMap | undefined;
  /** The versions of agents in the sessions, those with the most sessions first. */
  readonly versions: readonly MapVersion[];
  /** How many more there are that cannot be compared. */
  readonly otherVersions: number;
}

export type AnalysisView = AggregationsView | PathMapView;

export type AnalysisPageMessage =
  /** Counts and measures as the query's `aggs` say. */
  | { readonly type: 'aggregate' }
  | { readonly type: 'mapPaths'; readonly comparison: MapComparison }
  | { readonly type: 'cancelAnalysis'; readonly kind: AnalysisKind }
  /** Copies what was aggregated, or asks where to save it. */
  | { readonly type: 'takeAggregations'; readonly to: 'clipboard' | 'file'; readonly format: 'csv' | 'json' }
  /** The loaded rows whose session came through a node of the map, or from it to another. */
  | { readonly type: 'rowsOnPath'; readonly from: string; readonly to?: string };

export interface AnalysisPageAnswers {
  aggregate: undefined;
  mapPaths: undefined;
  cancelAnalysis: undefined;
  /** A sentence to say. */
  takeAggregations: string | undefined;
  rowsOnPath: Uint32Array;
}
