import * as vscode from 'vscode';
import type { Exported, ExportProgress } from '../../api/export/exportSessions.ts';
import type { Waiting } from '../../api/reading/patience.ts';
import type { Missing } from '../../api/reading/readingTypes.ts';
import { toServiceTime } from '../../domain/time/dates.ts';
import { numberText } from '../../host/numberText.ts';

/** `1,200 of 20,000`. */
export function progressWords({ written, leftOut, total, atLeast }: ExportProgress): string {
  const all = `${numberText(total)}${atLeast ? '+' : ''}`;
  return leftOut === undefined
    ? vscode.l10n.t('{0} of {1}', numberText(written), all)
    : vscode.l10n.t(
        '{0} of the first {1} after refinement, {2} in all',
        numberText(written),
        numberText(written + leftOut),
        all,
      );
}

export function waitingWords({ pauseMs }: Waiting, cause: string): string {
  const seconds = Math.ceil(pauseMs / 1000);
  return seconds === 1
    ? vscode.l10n.t('Trying again in 1 second. {0}', cause)
    : vscode.l10n.t('Trying again in {0} seconds. {1}', numberText(seconds), cause);
}

/** What came of an export that has ended. */
export function exportedWords({ written, leftOut, missing, outside, filterUnheeded, unmasked }: Exported): string {
  return [
    writtenWords(written, leftOut),
    ...missing.map(missingWords),
    ...(outside === undefined ? [] : [outsideWords(outside)]),
    ...(filterUnheeded
      ? [vscode.l10n.t('Some sessions don’t match the filter: the service may not heed all of it.')]
      : []),
    ...unmaskedWords(unmasked),
  ].join(' ');
}

function outsideWords(count: number): string {
  return count === 1
    ? vscode.l10n.t('1 starts outside of the range that was asked for: the service may not heed the dates.')
    : vscode.l10n.t(
        '{0} start outside of the range that was asked for: the service may not heed the dates.',
        numberText(count),
      );
}

function writtenWords(written: number, leftOut: number | undefined): string {
  if (leftOut !== undefined) {
    return vscode.l10n.t('Exported: {0} of {1} after refinement.', numberText(written), numberText(written + leftOut));
  }
  return written === 1
    ? vscode.l10n.t('1 session was exported.')
    : vscode.l10n.t('{0} sessions were exported.', numberText(written));
}

/** What stands in the file of one that has stopped. */
export function stoppedWords({ written, leftOut, total, unmasked }: Exported, name: string): string {
  const holds =
    leftOut === undefined
      ? vscode.l10n.t('"{0}" holds {1} of {2} sessions.', name, numberText(written), numberText(total))
      : vscode.l10n.t(
          '"{0}" holds {1} of the first {2} sessions after refinement, {3} in all.',
          name,
          numberText(written),
          numberText(written + leftOut),
          numberText(total),
        );
  return [holds, ...unmaskedWords(unmasked)].join(' ');
}

function missingWords({ reason, count, range }: Missing): string {
  const number = count === undefined ? '?' : numberText(count);
  const from = `${toServiceTime(range.from)}Z`;
  const to = `${toServiceTime(range.to)}Z`;
  switch (reason) {
    case 'crowdedSecond':
      return vscode.l10n.t(
        'Missing: {0} that start at {1}. The service doesn’t give more of one second.',
        number,
        from,
      );
    case 'noTiebreaker':
      return vscode.l10n.t(
        'Missing: {0} that start at {1}. The service doesn’t sort by id, so its pages overlap.',
        number,
        from,
      );
    case 'repeated':
      return vscode.l10n.t(
        'Missing: {0} between {1} and {2}. The service gave other sessions twice instead.',
        number,
        from,
        to,
      );
    case 'notGiven':
      return vscode.l10n.t(
        'Missing: {0} between {1} and {2}. The service counts more sessions than it gives.',
        number,
        from,
        to,
      );
  }
}

function unmaskedWords(count: number): readonly string[] {
  if (count === 0) return [];
  return [
    count === 1
      ? vscode.l10n.t('1 session couldn’t be masked and was left out.')
      : vscode.l10n.t('{0} sessions couldn’t be masked and were left out.', numberText(count)),
  ];
}

/** A file without its folder. */
export function nameOf(file: string): string {
  return vscode.Uri.file(file).path.split('/').at(-1) ?? file;
}
