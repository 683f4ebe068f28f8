import * as l10n from '@vscode/l10n';
import type { Shortcuts } from '../parts/shortcutsView.ts';
import type { ResultsTab } from './model/resultsTab.ts';

/** What each key does in the results, those of the shown view first. */
export function resultsShortcuts(tab: ResultsTab | undefined): Shortcuts {
  return [
    ...(tab?.shortcuts?.() ?? []),
    ['1 – 9', l10n.t('Show a view')],
    ['0, Shift+Alt+Z', l10n.t('Reset order, filters, widths and facets')],
    ['m', l10n.t('Mask personal data, or show it')],
    ['?', l10n.t('Show shortcuts')],
    ['Ctrl+Alt+R', l10n.t('Run the query again')],
  ];
}
