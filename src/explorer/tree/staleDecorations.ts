import * as vscode from 'vscode';

const marker = 'stale';

/** The URI by which a row of an earlier run is known, so that it is drawn dimmed. It opens nothing. */
export function staleUri(session: vscode.Uri): vscode.Uri {
  return session.with({ query: marker });
}

/** Dims the rows of earlier runs: a tree item has no colour of its own. */
export function registerStaleDecorations(): vscode.Disposable {
  return vscode.window.registerFileDecorationProvider({
    provideFileDecoration: ({ query }) =>
      query === marker
        ? { color: new vscode.ThemeColor('disabledForeground'), tooltip: vscode.l10n.t('From an earlier run') }
        : undefined,
  });
}
