import * as vscode from 'vscode';
import { said } from '../../host/pages/said.ts';

/** For commands that need a session in front. */
export function sayNoSession(): void {
  said(vscode.l10n.t('Open a session first.'));
}
