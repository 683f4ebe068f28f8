import * as l10n from '@vscode/l10n';
import type { Shortcuts } from '../../parts/shortcutsView.ts';

/** What each key does in the aggregations. */
export function aggregationsShortcuts(): Shortcuts {
  return [
    ['c', l10n.t('Copy as CSV')],
    ['Shift+C', l10n.t('Copy as JSON')],
    ['e', l10n.t('Save as CSV')],
    ['Shift+E', l10n.t('Save as JSON')],
    ['r', l10n.t('Read all sessions again')],
    ['Escape', l10n.t('Cancel the reading')],
  ];
}
