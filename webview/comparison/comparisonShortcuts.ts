import * as l10n from '@vscode/l10n';
import type { Shortcuts } from '../parts/shortcutsView.ts';

/** What each key does on the page of a comparison. */
export const comparisonShortcuts = (): Shortcuts => [
  ['↑ ↓ Home End', l10n.t('Move through the steps')],
  ['Enter', l10n.t('Go to the difference’s detail')],
  ['Escape', l10n.t('Go back to the steps')],
  ['e / Shift+E, F8 / Shift+F8', l10n.t('Next / previous difference')],
  ['f', l10n.t('Only differences, or all steps')],
  ['o', l10n.t('Open the payload diff of the selected steps')],
  ['d', l10n.t('Compare both sessions as text')],
  ['s', l10n.t('Swap sides')],
  ['m', l10n.t('Personal data masked on screen, or not')],
  ['1 2 3', l10n.t('Steps, parameters, tags')],
  ['?', l10n.t('This list')],
];
