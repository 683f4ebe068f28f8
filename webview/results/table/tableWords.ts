import * as l10n from '@vscode/l10n';
import { numberText } from '../../parts/words/numberText.ts';
import { spoken } from '../../parts/words/spoken.ts';

export const tableWords = spoken(() => ({
  sessions: l10n.t('Sessions'),
  facets: l10n.t('Facets'),
  find: l10n.t('Find in table'),
  noMatch: l10n.t('No cell contains this.'),
  addColumn: l10n.t('Add column (+)'),
  sortedHere: l10n.t('sorted here'),
  nothingSelected: l10n.t('Select a session first.'),
  selectTwo: l10n.t('Select two sessions to compare.'),
  noColumn: l10n.t('Go to a column first.'),
  unfiltered: l10n.t('All filters are cleared.'),
  unsorted: l10n.t('In the order of the query.'),
  noFacets: l10n.t('There are no sessions to count.'),
  noFilter: l10n.t('Nothing is filtered.'),
  pending: l10n.t('…'),
  nextMatch: l10n.t('Next match'),
  previousMatch: l10n.t('Previous match'),
  copy: l10n.t('Copy'),
  export: l10n.t('Export what is shown'),
  compare: l10n.t('Compare'),
  showFacets: l10n.t('Show facets'),
  hideFacets: l10n.t('Hide facets'),
  notSortable: l10n.t('The service can’t sort by this field.'),
  askColumns: l10n.t('Ask for what the columns lack'),
}));

export const tablePhrases = {
  gridOf: (name: string, count: number) =>
    count === 1 ? l10n.t('{0}: {1} session', name, count) : l10n.t('{0}: {1} sessions', name, numberText(count)),
  sorted: (title: string, direction: 'asc' | 'desc') =>
    direction === 'asc' ? l10n.t('Sorted by {0}, ascending.', title) : l10n.t('Sorted by {0}, descending.', title),
  sortedHere: (title: string, direction: 'asc' | 'desc', loaded: number) =>
    direction === 'asc'
      ? l10n.t('The {1} loaded sessions are sorted by {0}, ascending.', title, numberText(loaded))
      : l10n.t('The {1} loaded sessions are sorted by {0}, descending.', title, numberText(loaded)),
  grouped: (title: string, groups: number) =>
    groups === 1
      ? l10n.t('Grouped by {0}: {1} group.', title, groups)
      : l10n.t('Grouped by {0}: {1} groups.', title, numberText(groups)),
  group: (value: string, count: number) =>
    count === 1 ? l10n.t('{0}: {1} session', value, count) : l10n.t('{0}: {1} sessions', value, numberText(count)),
  selected: (count: number) =>
    count === 1 ? l10n.t('{0} selected', count) : l10n.t('{0} selected', numberText(count)),
  match: (index: number, count: number) => l10n.t('{0} of {1} matches', numberText(index), numberText(count)),
  matches: (count: number) => (count === 1 ? l10n.t('{0} match', count) : l10n.t('{0} matches', numberText(count))),
  wanted: (name: string, value: string) => l10n.t('{0}: {1}', name, value),
  unwanted: (name: string, value: string) => l10n.t('not {0}: {1}', name, value),
  remove: (words: string) => l10n.t('Remove the filter {0}', words),
  duration: (from: string, to: string) => l10n.t('Duration {0} to {1}', from, to),
  start: (from: string, to: string) => l10n.t('Start {0} to {1}', from, to),
  sortedByService: (title: string) => l10n.t('sorted by {0}, by the service', title),
  sortedByHere: (title: string) => l10n.t('sorted by {0}, here', title),
  width: (title: string, width: number) => l10n.t('{0} is {1} pixels wide.', title, width),
} as const;
