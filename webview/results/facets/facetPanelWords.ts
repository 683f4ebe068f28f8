import * as l10n from '@vscode/l10n';
import { numberText } from '../../parts/words/numberText.ts';
import { spoken } from '../../parts/words/spoken.ts';

export const facetPanelWords = spoken(() => ({
  title: l10n.t('Facets'),
  ask: l10n.t('Not asked for yet: Enter asks'),
  asking: l10n.t('Asking for it…'),
  empty: l10n.t('No values'),
  noneTyped: l10n.t('None has this: Enter filters for it'),
  counting: l10n.t('Counting all sessions…'),
  hint: l10n.t(
    'Enter filters, x leaves out, / finds or types a value, q puts it into the query, Shift+Q leaves it out there',
  ),
  hintOfAll: l10n.t(
    'Enter filters the loaded sessions and counts all that pass, x leaves out, / finds or types a value, q puts it into the query, Shift+Q leaves it out there',
  ),
  wanted: l10n.t('filtered for'),
  unwanted: l10n.t('left out'),
  closeFind: l10n.t('Show all values again (Escape)'),
  typePair: l10n.t('Type the name of the parameter, = and its value.'),
  noSession: l10n.t('No session has this value any more.'),
}));

export const facetPanelPhrases = {
  countedOver: (loaded: number, total: string) => l10n.t('{0} of {1} loaded', numberText(loaded), total),
  allCounted: (total: number) =>
    total === 1 ? l10n.t('All counted: {0} session', total) : l10n.t('All counted: {0} sessions', numberText(total)),
  allPassing: ({ passing, total, shown, loaded }: Record<'passing' | 'total' | 'shown' | 'loaded', number>) =>
    l10n.t(
      '{0} of all {1} sessions pass, {2} of the {3} loaded',
      numberText(passing),
      numberText(total),
      numberText(shown),
      numberText(loaded),
    ),
  /** Beside a facet that counts no more than this. */
  loadedOnly: (loaded: number) => l10n.t('of {0} loaded', numberText(loaded)),
  moreThan: (count: number) => l10n.t('More than {0} more values', numberText(count)),
  more: (count: number) =>
    count === 1 ? l10n.t('{0} more value', count) : l10n.t('{0} more values', numberText(count)),
  chosen: (count: number) => (count === 1 ? l10n.t('{0} chosen', count) : l10n.t('{0} chosen', numberText(count))),
  value: (value: string, count: number) =>
    count === 1 ? l10n.t('{0}, {1} session', value, count) : l10n.t('{0}, {1} sessions', value, numberText(count)),
  typeValue: (facet: string) => l10n.t('{0}: find or type a value', facet),
  shown: (count: number) =>
    count === 1
      ? l10n.t('{0} session passes the filters.', count)
      : l10n.t('{0} sessions pass the filters.', numberText(count)),
} as const;
