import * as l10n from '@vscode/l10n';
import { spoken } from '../../parts/spoken.ts';
import { numberText } from '../model/resultsWords.ts';

export const facetPanelWords = spoken(() => ({
  title: l10n.t('Facets'),
  ask: l10n.t('Not asked for yet: Enter asks'),
  askRest: l10n.t('Not asked for of all: Enter asks'),
  asking: l10n.t('Asking for it…'),
  empty: l10n.t('No values'),
  hint: l10n.t('Enter filters, x leaves out, q puts it into the query, Shift+Q leaves it out there'),
  wanted: l10n.t('filtered for'),
  unwanted: l10n.t('left out'),
  noSession: l10n.t('No session has this value any more.'),
}));

export const facetPanelPhrases = {
  countedOver: (loaded: number, total: string) => l10n.t('{0} of {1} loaded', numberText(loaded), total),
  more: (count: number) =>
    count === 1 ? l10n.t('{0} more value', count) : l10n.t('{0} more values', numberText(count)),
  chosen: (count: number) => (count === 1 ? l10n.t('{0} chosen', count) : l10n.t('{0} chosen', numberText(count))),
  value: (value: string, count: number) =>
    count === 1 ? l10n.t('{0}, {1} session', value, count) : l10n.t('{0}, {1} sessions', value, numberText(count)),
  shown: (count: number) =>
    count === 1
      ? l10n.t('{0} session passes the filters.', count)
      : l10n.t('{0} sessions pass the filters.', numberText(count)),
} as const;
