import * as vscode from 'vscode';
import type { LocalProgress } from './localService.ts';

/** What somebody waits for while a file is read, in a few words. */
export function progressWords({ step, share }: LocalProgress): string {
  const percent = Math.floor(share * 100);
  return step === 'reading'
    ? vscode.l10n.t('reading the file, {0}%', percent)
    : vscode.l10n.t('indexing the file, {0}%', percent);
}

/** The same, where it stands alone. */
export function progressSentence({ step, share }: LocalProgress): string {
  const percent = Math.floor(share * 100);
  return step === 'reading'
    ? vscode.l10n.t('Reading the file, {0}%…', percent)
    : vscode.l10n.t('Indexing the file, {0}%…', percent);
}
