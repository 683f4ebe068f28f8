import * as l10n from '@vscode/l10n';
import type { MakeTab } from '../model/resultsTab.ts';
import { resultsWords } from '../model/resultsWords.ts';
import { ChartsView } from './chartsView.ts';

/** The sessions over time and by duration. */
export const chartsTab: MakeTab = (context) => {
  const charts = new ChartsView(context);
  return {
    id: 'charts',
    label: () => resultsWords.charts,
    view: () => charts.view(),
    focus: () => charts.focus(),
    shortcuts: () => [
      ['← / →', l10n.t('Choose a bar')],
      ['Shift+← / →', l10n.t('Choose several')],
      ['Enter', l10n.t('Narrow the table to them')],
      ['q', l10n.t('Put their dates into the query')],
    ],
  };
};
