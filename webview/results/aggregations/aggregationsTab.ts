import { analysisWords } from '../analysis/analysisWords.ts';
import type { MakeTab } from '../model/resultsTab.ts';
import { aggregationsShortcuts } from './aggregationsShortcuts.ts';
import { AggregationsView } from './aggregationsView.ts';

/** What the query's `aggs` count over every session of its range. */
export const aggregationsTab: MakeTab = (context) => {
  const aggregations = new AggregationsView(context);
  return {
    id: 'aggregations',
    label: () => analysisWords.aggregations,
    view: () => aggregations.view(),
    focus: () => aggregations.focus(),
    key: (event) => aggregations.key(event),
    shortcuts: aggregationsShortcuts,
  };
};
