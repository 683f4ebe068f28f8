import * as l10n from '@vscode/l10n';
import { numberText } from '../../parts/words/numberText.ts';
import { spoken } from '../../parts/words/spoken.ts';

/** Words that more than one view of the results uses. */
export const resultsWords = spoken(() => ({
  loading: l10n.t('Loading the results…'),
  table: l10n.t('Table'),
  charts: l10n.t('Charts'),
  run: l10n.t('Run Query'),
  runAgain: l10n.t('Run Again'),
  cancel: l10n.t('Cancel'),
  loadMore: l10n.t('Load More'),
  loadAll: l10n.t('Load All'),
  openQuery: l10n.t('Open Query'),
  notRun: l10n.t('This query hasn’t been run in this window yet.'),
  running: l10n.t('Sessions appear here as they come.'),
  nothingFound: l10n.t('No sessions found.'),
  explainEmpty: l10n.t('Why 0 Results?'),
  allDeleted: l10n.t('All sessions that were found have been deleted.'),
  nothingPasses: l10n.t('No session passes the chosen filters.'),
  clearFilters: l10n.t('Clear Filters'),
  lookReset: l10n.t('Order, filters and widths are reset.'),
  resetLook: l10n.t('Reset order, filters, widths and facets (0)'),
  stopped: l10n.t('Cancelled before the first session came.'),
  outcome: l10n.t('Outcome'),
  none: l10n.t('none'),
  empty: l10n.t('(empty)'),
  notAsked: l10n.t('not asked for'),
}));

/** Sentences with something in them. */
export const resultsPhrases = {
  shownOf: (shown: number, loaded: number) =>
    l10n.t('{0} of {1} sessions shown', numberText(shown), numberText(loaded)),
  sessions: (count: number) => (count === 1 ? l10n.t('{0} session', count) : l10n.t('{0} sessions', numberText(count))),
} as const;

export function totalText({ count, atLeast }: { readonly count: number; readonly atLeast: boolean }): string {
  return `${numberText(count)}${atLeast ? '+' : ''}`;
}

/** A text of which nothing would be seen is said to be empty. */
export function seenText(text: string): string {
  return /^[\s\p{Cc}\p{Cf}]*$/u.test(text) ? resultsWords.empty : text;
}
