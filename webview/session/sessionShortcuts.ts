import * as l10n from '@vscode/l10n';
import type { Shortcuts } from '../parts/shortcutsView.ts';

/** What each key does on the page of a session. */
export const sessionShortcuts = (): Shortcuts => [
  ['↑ ↓ Home End', l10n.t('Move through the list in focus')],
  ['Enter', l10n.t('Go to the step’s detail')],
  ['Escape', l10n.t('Go back to the list')],
  ['← →', l10n.t('Fold / unfold the turn, or the rounds that repeat')],
  ['e / Shift+E, F8 / Shift+F8', l10n.t('Next / previous problem; where no step failed, what else stands out')],
  ['n / p, Alt+PageDown / PageUp', l10n.t('Next / previous turn')],
  ['j / k, Alt+↓ / Alt+↑', l10n.t('Next / previous session of the list')],
  ['Shift+J / Shift+K', l10n.t('Next / previous session of the list that failed')],
  ['v / Shift+V', l10n.t('Next / previous tab')],
  ['t', l10n.t('Times in UTC or in your zone')],
  ['/', l10n.t('Search; Enter and Shift+Enter step through matches')],
  ['1 2 3', l10n.t('Talk, steps, everything')],
  ['[ ]', l10n.t('Fold / unfold all turns and rounds')],
  ['g', l10n.t('Graph in place of the list')],
  ['Shift+↑ ↓ ← →, + - 0', l10n.t('Move the graph, zoom it, show all of it')],
  ['m', l10n.t('Personal data masked on screen, or not')],
  ['d / Shift+D', l10n.t('Next / previous part of the step: response, request, headers, state, raw')],
  ['r', l10n.t('The step as it was recorded, and back')],
  ['c', l10n.t('Copy the session as Markdown')],
  ['Shift+C', l10n.t('Copy the step’s request as cURL, secrets left out')],
  ['s', l10n.t('Share the session, a turn, a step or what is selected; what leaves is shown first')],
  ['a', l10n.t('Open the recording in the browser')],
  ['f / Shift+F', l10n.t('Put a value of the step or session into a query, or leave it out')],
  ['o', l10n.t('Open the response in an editor')],
  ['?', l10n.t('This list')],
];
