import * as l10n from '@vscode/l10n';
import { numberText } from '../../parts/words/numberText.ts';
import { spoken } from '../../parts/words/spoken.ts';

export const aggregationsWords = spoken(() => ({
  none: l10n.t(
    'The query has no "aggs". Write some, for example { "by_agent": { "terms": { "field": "agent_information.name" } } }, and run it again.',
  ),
  count: l10n.t('Count'),
  others: l10n.t('others'),
  overall: l10n.t('Over all sessions'),
  noBuckets: l10n.t('No session has a value.'),
  copyCsv: l10n.t('Copy as CSV'),
  copyJson: l10n.t('Copy as JSON'),
  saveCsv: l10n.t('Save as CSV…'),
  exact: l10n.t('Counted exactly, percentiles and different values too, where Elasticsearch estimates.'),
}));

export const aggregationsPhrases = {
  more: (left: number) => l10n.t('{0} more rows: copy or save to see all', numberText(left)),
  /** Of a chart whose bars are its rows. */
  chart: (name: string, buckets: number) => l10n.t('Chart of {0}: {1} buckets', name, numberText(buckets)),
} as const;
