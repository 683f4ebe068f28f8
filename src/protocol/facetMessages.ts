/** What the page of a query's results and the host say of facets that are counted over all sessions, whatever of them is loaded. */

import type { FacetValue } from '../domain/results/facets/facetValues.ts';
import type { FacetChoice } from '../domain/results/facets/filterRows.ts';

/** Has facets counted over everything; what was asked before is not answered any more. */
export interface CountFacets {
  readonly type: 'countFacets';
  readonly facets: readonly string[];
  /** Each facet is counted over what all choices but its own let through. */
  readonly choices: readonly FacetChoice[];
  /** From `from` on and below `to`, in milliseconds. */
  readonly ranges: readonly { readonly of: 'start' | 'duration'; readonly from: number; readonly to: number }[];
  /** In which starts are shown: `utc` or the name of a zone. */
  readonly zone: string;
  /** How many of the sessions that are shown were deleted since. */
  readonly gone: number;
}

export interface FacetCountsView {
  /** The number of the run whose sessions they are. */
  readonly run: number;
  /** Undefined where none is counted over everything. */
  readonly counted:
    | {
        readonly total: number;
        /** Those that pass all choices. */
        readonly passing: number;
        /** Those of the facets that were counted. */
        readonly facets: readonly {
          readonly facet: string;
          readonly values: readonly FacetValue[];
          /** There are others, of fewer sessions. */
          readonly hasOthers: boolean;
        }[];
      }
    | undefined;
  /** Why some or all of them count what is loaded, in a sentence. */
  readonly note?: string;
}
