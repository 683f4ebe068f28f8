import * as vscode from 'vscode';
import { masksScreen, writeMasksScreen } from './settings.ts';

/**
 * Masks personal data in all that sessions show, or shows it again. Written where it takes effect: the workspace's settings when they
 * define it, else the user's. Answers with a sentence that says how it is now.
 */
export async function toggleMask(): Promise<string> {
  const masked = !masksScreen();
  await writeMasksScreen(masked);
  return masked
    ? vscode.l10n.t('Personal data is masked in sessions now.')
    : vscode.l10n.t('Personal data is shown in sessions now.');
}
