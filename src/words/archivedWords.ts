import * as l10n from '@vscode/l10n';
import type { ArchiveProgress } from '../archive/writing/archiveJournal.ts';
import type { Archived } from '../archive/writing/archiveSessions.ts';

/** How numbers are written where it is read. */
type NumberText = (count: number) => string;

/** `1,200 of 20,000`. */
export function archivingWords(
  { written, total, atLeast }: Pick<ArchiveProgress, 'written'> & { readonly total: number; readonly atLeast: boolean },
  number: NumberText,
): string {
  return l10n.t('{0} of {1}', number(written), `${number(total)}${atLeast ? '+' : ''}`);
}

/** What came of archiving that has ended, or how far one has come that stopped. */
export function archivedWords(archived: Archived, archive: string, number: NumberText): string {
  const { written, refused, leftOut, unmasked, unnamed, missing, outside, filterUnheeded } = archived;
  const lost = missing.reduce((sum, { count = 1 }) => sum + count, 0);
  return [
    written === 1
      ? l10n.t('1 session was archived to "{0}".', archive)
      : l10n.t('{0} sessions were archived to "{1}".', number(written), archive),
    ...said(leftOut, l10n.t('Not kept by the refinement: {0}.', number(leftOut))),
    ...said(refused, l10n.t('Refused by the cluster: {0}.', number(refused))),
    ...said(unmasked, l10n.t('Left out because they couldn’t be masked: {0}.', number(unmasked))),
    ...said(unnamed, l10n.t('Left out because they have no id: {0}.', number(unnamed))),
    ...said(lost, l10n.t('Counted by the service and not given: {0}.', number(lost))),
    ...said(
      outside,
      l10n.t('Outside of the range that was asked for: {0}. The service may not heed the dates.', number(outside)),
    ),
    ...(filterUnheeded ? [l10n.t('Some sessions don’t match the filter: the service may not heed all of it.')] : []),
    ...comparedWords(archived, number),
  ].join(' ');
}

function comparedWords({ inArchive, tooFew }: Archived, number: NumberText): readonly string[] {
  if (!inArchive) return [];
  const { count, filtered } = inArchive;
  const has = filtered
    ? l10n.t('The archive has {0} of this range and filter.', number(count))
    : l10n.t('The archive has {0} of this range.', number(count));
  return tooFew ? [has, l10n.t('Those are fewer than were written: archive them again.')] : [has];
}

function said(count: number, sentence: string): readonly string[] {
  return count > 0 ? [sentence] : [];
}
