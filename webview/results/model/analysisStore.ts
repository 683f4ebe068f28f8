import type { AggregationsView, AnalysisView, PathMapView } from '../../../src/protocol/analysisMessages.ts';

/** What the host said last of what is worked out over every session. */
export class AnalysisStore {
  #aggregations: AggregationsView | undefined;
  #pathMap: PathMapView | undefined;

  take(view: AnalysisView): void {
    if (view.kind === 'aggregations') this.#aggregations = view;
    else this.#pathMap = view;
  }

  get aggregations(): AggregationsView | undefined {
    return this.#aggregations;
  }

  get pathMap(): PathMapView | undefined {
    return this.#pathMap;
  }
}
