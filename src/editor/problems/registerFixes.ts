import * as vscode from 'vscode';
import { insightsQuery } from '../queries/querySelector.ts';
import type { FixSources } from './fixSources.ts';
import { fixAllKind } from './fixSources.ts';

/**
 * The ways out of the problems at the cursor; and "fix all", for who wants it on saving too: `editor.codeActionsOnSave` with
 * `source.fixAll.insights`.
 */
export function registerFixes(sources: FixSources): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider(
      insightsQuery,
      {
        provideCodeActions: async (document, range) => (await import('./fixes.ts')).fixesAt(document, range, sources),
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
    vscode.languages.registerCodeActionsProvider(
      insightsQuery,
      { provideCodeActions: async (document) => (await import('./fixes.ts')).fixesOfAll(document, sources.now()) },
      { providedCodeActionKinds: [fixAllKind] },
    ),
  );
}
