import * as vscode from 'vscode';
import type { ArchiveProgress } from '../../archive/writing/archiveJournal.ts';
import type { Archived } from '../../archive/writing/archiveSessions.ts';
import { numberText } from '../export/exportWords.ts';

/** `1,200 of 20,000`. */
export function archivingWords(
  progress: ArchiveProgress & { readonly total: number; readonly atLeast: boolean },
): string {
  const all = `${numberText(progress.total)}${progress.atLeast ? '+' : ''}`;
  return vscode.l10n.t('{0} of {1}', numberText(progress.written), all);
}

/** What came of archiving that has ended, or how far one has come that stopped. */
export function archivedWords(archived: Archived, archive: string): string {
  const { written, refused, leftOut, unmasked, unnamed, inArchive, missing } = archived;
  const lost = missing.reduce((sum, { count = 1 }) => sum + count, 0);
  return [
    written === 1
      ? vscode.l10n.t('1 session was archived to "{0}".', archive)
      : vscode.l10n.t('{0} sessions were archived to "{1}".', numberText(written), archive),
    ...said(leftOut, vscode.l10n.t('Not kept by the refinement: {0}.', numberText(leftOut))),
    ...said(refused, vscode.l10n.t('Refused by the cluster: {0}.', numberText(refused))),
    ...said(unmasked, vscode.l10n.t('Left out because they couldn’t be masked: {0}.', numberText(unmasked))),
    ...said(unnamed, vscode.l10n.t('Left out because they have no id: {0}.', numberText(unnamed))),
    ...said(lost, vscode.l10n.t('Counted by the service and not given: {0}.', numberText(lost))),
    ...(inArchive === undefined
      ? []
      : [vscode.l10n.t('Of this range and filter the archive has {0}.', numberText(inArchive))]),
  ].join(' ');
}

function said(count: number, sentence: string): readonly string[] {
  return count > 0 ? [sentence] : [];
}
