import { analysisWords } from '../analysis/analysisWords.ts';
import type { MakeTab } from '../model/resultsTab.ts';
import { pathMapShortcuts } from './pathMapShortcuts.ts';
import { PathMapView } from './pathMapView.ts';

/** What ran after what in every session of the query's range. */
export const pathMapTab: MakeTab = (context) => {
  const map = new PathMapView(context);
  return {
    id: 'pathMap',
    label: () => analysisWords.pathMap,
    view: () => map.view(),
    focus: () => map.focus(),
    key: (event) => map.key(event),
    shortcuts: pathMapShortcuts,
  };
};
