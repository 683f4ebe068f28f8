import * as l10n from '@vscode/l10n';
import type { Shortcuts } from '../../parts/shortcutsView.ts';

/** What each key does in the path map. */
export function pathMapShortcuts(): Shortcuts {
  return [
    ['↑ / ↓', l10n.t('Previous / next node')],
    ['Enter', l10n.t('Show the sessions of the node in the table')],
    ['Tab', l10n.t('To its transitions: Enter shows theirs')],
    ['[ / ]', l10n.t('Fold more / fewer weak transitions')],
    ['t', l10n.t('Show the numbers as a table, or the map')],
    ['Shift+↑ ↓ ← →', l10n.t('Move the map')],
    ['+ / - / 0', l10n.t('Zoom in / out / all')],
    ['r', l10n.t('Read all sessions again')],
    ['Escape', l10n.t('Cancel the reading')],
  ];
}
