import * as l10n from '@vscode/l10n';
import type { ReadingView } from '../../../src/protocol/analysisMessages.ts';
import { numberText } from '../../parts/words/numberText.ts';
import { spoken } from '../../parts/words/spoken.ts';
import { totalText } from '../model/resultsWords.ts';

export const analysisWords = spoken(() => ({
  aggregations: l10n.t('Aggregations'),
  pathMap: l10n.t('Path Map'),
  read: l10n.t('Read All Sessions'),
  readAgain: l10n.t('Read Again'),
  notRun: l10n.t('Run the query first: what it asks for is read from its first to its last session.'),
  ofAnEarlierRun: l10n.t('This is from an earlier run of the query. Read again for the newest.'),
}));

export const analysisPhrases = {
  state: ({ state, read, kept, total, missing, outside, filterUnheeded }: ReadingView): string => {
    const all = numberText(read);
    const refined = kept === read ? '' : l10n.t(', {0} after refinement', numberText(kept));
    if (state === 'running') return l10n.t('{0} of {1} sessions read{2}…', all, totalText(total), refined);
    if (state === 'cancelled') return l10n.t('Cancelled after {0} of {1} sessions{2}', all, totalText(total), refined);
    if (state === 'failed') return l10n.t('Failed after {0} of {1} sessions{2}', all, totalText(total), refined);
    if (state === 'none') return '';
    const lost = missing > 0 ? l10n.t('; the service counts {0} that it did not give', numberText(missing)) : '';
    const elsewhere =
      outside > 0
        ? l10n.t('; {0} start outside of the range: the service may not heed the dates', numberText(outside))
        : '';
    const unfiltered = filterUnheeded
      ? l10n.t('; some don’t match the filter: the service may not heed all of it')
      : '';
    const noted = `${lost}${elsewhere}${unfiltered}`;
    return read === 1
      ? l10n.t('Over 1 session{0}{1}', refined, noted)
      : l10n.t('Over all {0} sessions{1}{2}', all, refined, noted);
  },
} as const;
