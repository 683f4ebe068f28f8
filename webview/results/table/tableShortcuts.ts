import * as l10n from '@vscode/l10n';
import type { Shortcuts } from '../../parts/shortcutsView.ts';

/** What each key does in the table. */
export function tableShortcuts(): Shortcuts {
  return [
    ['j / k', l10n.t('Next / previous session')],
    ['Enter', l10n.t('Open the session')],
    ['Space', l10n.t('Preview it beside, and stay here')],
    ['Shift+↓ / ↑', l10n.t('Select more')],
    ['t', l10n.t('Add the session to the selection, or remove it')],
    ['Ctrl+A', l10n.t('Select all')],
    ['s', l10n.t('Sort by the column, here or by the service')],
    ['g', l10n.t('Group by the column, or no longer')],
    ['+ / -', l10n.t('Add a column / remove it')],
    ['Alt+← / →', l10n.t('Move the column')],
    ['< / >', l10n.t('Make the column narrower / wider')],
    ['a', l10n.t('Ask for what the columns lack')],
    ['f / Shift+F', l10n.t('Go to the facets / show or hide them')],
    [l10n.t('/ in the facets'), l10n.t('Find a value, or type one that is not in the list')],
    ['u', l10n.t('Clear all filters')],
    ['/', l10n.t('Find in the table')],
    ['n / Shift+N', l10n.t('Next / previous match')],
    ['Ctrl+C / y', l10n.t('Copy as a table / choose how')],
    ['d', l10n.t('Compare two sessions')],
    ['e', l10n.t('Export what is shown')],
    [l10n.t('Delete'), l10n.t('Delete the sessions')],
    ['l', l10n.t('Load more')],
    ['Ctrl+Z', l10n.t('Undo the last change to the query')],
  ];
}
