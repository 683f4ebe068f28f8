import * as l10n from '@vscode/l10n';
import type { Shortcuts } from '../../parts/shortcutsView.ts';

/** What each key does in the table. */
export function tableShortcuts(): Shortcuts {
  return [
    ['j / k', l10n.t('Next / previous session')],
    ['Enter', l10n.t('Open the session')],
    ['Space', l10n.t('Preview it beside, and stay here')],
    ['Shift+↓ / ↑', l10n.t('Select more')],
    ['t', l10n.t('Take the session into the selection, or out of it')],
    ['Ctrl+A', l10n.t('Select all')],
    ['s', l10n.t('Sort by the column')],
    ['g', l10n.t('Group by the column, or no longer')],
    ['< / >', l10n.t('Make the column narrower / wider')],
    ['/', l10n.t('Find in the table')],
    ['n / Shift+N', l10n.t('Next / previous match')],
    ['u', l10n.t('Clear all filters')],
  ];
}
