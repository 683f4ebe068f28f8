import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';

/** What is said by `src/words`, in VS Code's language. */
export function translated(say: () => string): string {
  l10n.config({ contents: vscode.l10n.bundle ?? {} });
  return say();
}
