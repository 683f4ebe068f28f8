/**
 * What the page of a query's results and the host say to each other. Every message is answered (see `channel.ts`). Sessions travel as
 * pieces of columns (`rows`), never as documents; a session is known by its row, which is its place in its run and never changes.
 */

import type { RowChunk } from '../domain/results/store/columnChunk.ts';
import type { FieldKind } from '../domain/session/fields/fields.ts';
import type { AnalysisPageAnswers, AnalysisPageMessage, AnalysisView } from './analysisMessages.ts';
import type { CountFacets, FacetCountsView } from './facetMessages.ts';
import type { NodeNames, ViewSettings } from './messages.ts';

/** All that the page shows but the rows. */
export interface ResultsView {
  /** What the query is called. */
  readonly name: string;
  readonly settings: ViewSettings;
  readonly run: RunView;
  readonly columns: readonly ResultsColumn[];
  readonly nodeNames: NodeNames;
  /** By what the query has the service sort. */
  readonly sort: { readonly path: string; readonly direction: 'asc' | 'desc' };
  /** The row whose session was opened or walked to last: a page that comes back shows it. */
  readonly at?: number;
  /** What the query's results were last looked at with: the page's own, which any version may have written. */
  readonly look?: unknown;
}

/** The run whose sessions are shown: the newest, or the last good one while that has none. */
export interface RunView {
  /** Another number is another run: its rows take the place of those before. */
  readonly number: number;
  /** `none`: the query was not run in this window. */
  readonly state: 'none' | 'running' | 'done' | 'failed' | 'cancelled';
  /** What came of it, as the tree says it: `50 of 1,204`. */
  readonly outcome: string;
  /** Why sessions are missing from what came, in a sentence. */
  readonly shortfall?: string;
  /** On which connection, and when. */
  readonly about: string;
  /** Why it failed, and what can be done, in words. */
  readonly failure?: { readonly sentence: string; readonly action?: string };
  /** Of a run that found nothing: that it did, and in which range. `explain`: the service can be asked why. */
  readonly empty?: { readonly sentence: string; readonly range: string; readonly explain: boolean };
  /** The rows are of an earlier run; a sentence that says of when. */
  readonly stale?: string;
  readonly loaded: number;
  /** How many there are; `atLeast` while that is not known. */
  readonly total: { readonly count: number; readonly atLeast: boolean };
  readonly canLoadMore: boolean;
  /** The rows that were deleted since. */
  readonly gone: readonly number[];
  /** Fields that are on their way for the sessions that are there. */
  readonly asking: readonly string[];
  /** The facets whose values came with every session. */
  readonly facets: readonly string[];
  /** Facets can be counted over all sessions, whatever of them is loaded. */
  readonly countsAll: boolean;
}

export interface ResultsColumn {
  readonly path: string;
  readonly title: string;
  readonly kind: FieldKind | undefined;
  /** Whether the service can sort by it. */
  readonly sortable: boolean;
  /** Of how many sessions, from the first on, it was asked for: beyond them nobody knows what is there. */
  readonly asked: number;
}

export type CopyFormat = 'tsv' | 'markdown' | 'json';

export type ResultsPageMessage =
  /** The page is there; answered with what to show. Rows follow. */
  | { readonly type: 'ready' }
  /** What the results are looked at with now, for when they are opened again. */
  | { readonly type: 'look'; readonly look: unknown }
  /** Why nothing was done, for who looks at the window: who hears the page is told there. */
  | { readonly type: 'tell'; readonly sentence: string }
  | { readonly type: 'run' }
  | { readonly type: 'cancel' }
  | { readonly type: 'loadMore' }
  | { readonly type: 'loadAll' }
  /** Does what the failure of the run offers. */
  | { readonly type: 'mend' }
  | { readonly type: 'openQuery' }
  /** Looks for what empties the query. */
  | { readonly type: 'explainEmpty' }
  | AnalysisPageMessage
  | { readonly type: 'toggleMask' }
  /** Opens the session of a row. `order`: the rows as they stand, to be walked through from there; absent where they stand as they were found. */
  | { readonly type: 'open'; readonly row: number; readonly preview: boolean; readonly order?: Uint32Array }
  /** Asks the service for the values of a facet, of all sessions that are there. */
  | { readonly type: 'ask'; readonly facet: string }
  | CountFacets
  /** Asks the service for what the columns lack. */
  | { readonly type: 'askColumns' }
  /** Changes the query's `project_fields`; without a path of what to add, the person is asked. */
  | { readonly type: 'addColumn'; readonly path?: string }
  | { readonly type: 'removeColumn'; readonly path: string }
  | { readonly type: 'moveColumn'; readonly path: string; readonly to: number }
  /** Has the service sort: changes the query's `sort_by`, and runs it. */
  | { readonly type: 'sortByService'; readonly path: string; readonly direction: 'asc' | 'desc' }
  /** Puts a value of a facet into the query. */
  | ({ readonly type: 'filterQuery' } & FacetRequest)
  /** Puts a range of starts into the query, in milliseconds: from `from` on, and below `to`. */
  | { readonly type: 'setDates'; readonly from: number; readonly to: number }
  /** Takes the last change of the query back. */
  | { readonly type: 'undoQuery' }
  /** Asks in which form, where the format is absent. */
  | { readonly type: 'copyRows'; readonly rows: Uint32Array; readonly format?: CopyFormat }
  | { readonly type: 'export'; readonly rows: Uint32Array }
  | { readonly type: 'compare'; readonly rows: readonly [number, number] }
  | { readonly type: 'delete'; readonly rows: Uint32Array };

export interface FacetRequest {
  readonly facet: string;
  readonly value: string;
  readonly occurrence: 'must' | 'must_not';
  /** A session that has the value, and which of its values it is; absent where none does that is loaded. */
  readonly row?: number;
  readonly place?: number;
}

export interface ResultsPageAnswers extends AnalysisPageAnswers {
  ready: ResultsView;
  look: undefined;
  tell: undefined;
  run: undefined;
  cancel: undefined;
  loadMore: undefined;
  loadAll: undefined;
  mend: undefined;
  openQuery: undefined;
  explainEmpty: undefined;
  /** A sentence to say. */
  toggleMask: string | undefined;
  open: string | undefined;
  ask: undefined;
  /** Undefined where another question came meanwhile. */
  countFacets: FacetCountsView | undefined;
  askColumns: undefined;
  // What became of it, in a sentence to say.
  addColumn: string | undefined;
  removeColumn: string | undefined;
  moveColumn: string | undefined;
  sortByService: string | undefined;
  filterQuery: string | undefined;
  setDates: string | undefined;
  undoQuery: string | undefined;
  copyRows: string | undefined;
  export: string | undefined;
  compare: undefined;
  delete: undefined;
}

/** What both a command and a key in the page do. */
export type ResultsAction = 'showShortcuts' | 'nextTab' | 'previousTab' | 'resetLook';

export type ResultsHostMessage =
  /** The run, the query's columns or a setting changed. */
  | { readonly type: 'show'; readonly view: ResultsView }
  /** More rows of a run, or more columns of its rows. Answered when the page has taken them. */
  | { readonly type: 'rows'; readonly run: number; readonly chunk: RowChunk }
  /** The session of a row is shown: it was walked to. */
  | { readonly type: 'walked'; readonly row: number }
  /** What is worked out over all sessions stands otherwise than before. */
  | { readonly type: 'analysis'; readonly view: AnalysisView }
  | { readonly type: 'act'; readonly action: ResultsAction };

export interface ResultsHostAnswers {
  show: undefined;
  rows: undefined;
  walked: undefined;
  analysis: undefined;
  act: undefined;
}
