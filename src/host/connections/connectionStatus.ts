import * as vscode from 'vscode';
import { parseQuery } from '../../domain/query/query.ts';
import { DisposableStore } from '../disposables.ts';
import type { Connections } from './connections.ts';

/** The status bar says where a query would go: the connection of the query file in the editor, else the active one. */
export function registerConnectionStatus(connections: Connections): vscode.Disposable {
  const store = new DisposableStore();
  const item = store.add(vscode.window.createStatusBarItem('insights.connection', vscode.StatusBarAlignment.Left, 50));
  item.name = vscode.l10n.t('Insights Connection');
  item.command = 'insights.switchConnection';
  const show = (): void => {
    const pinned = connectionOf(vscode.window.activeTextEditor?.document);
    const name = pinned ?? connections.activeName;
    const connection = connections.find(name);
    item.text = `$(${connection ? 'plug' : 'warning'}) ${name}`;
    item.tooltip = tooltipOf({ name, pinned: pinned !== undefined, known: connection !== undefined });
    item.accessibilityInformation = { label: item.tooltip };
    const background = connection ? (connection.production ? 'warning' : undefined) : 'error';
    item.backgroundColor = background ? new vscode.ThemeColor(`statusBarItem.${background}Background`) : undefined;
    item.show();
  };
  store.add(connections.onDidChange(show));
  store.add(vscode.window.onDidChangeActiveTextEditor(show));
  store.add(
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === vscode.window.activeTextEditor?.document && document.languageId === 'insights-query') show();
    }),
  );
  show();
  return store;
}

function connectionOf(document: vscode.TextDocument | undefined): string | undefined {
  if (document?.languageId !== 'insights-query') return undefined;
  const { connection } = parseQuery(document.getText()).value;
  return typeof connection === 'string' && connection ? connection : undefined;
}

function tooltipOf({ name, pinned, known }: { name: string; pinned: boolean; known: boolean }): string {
  if (!known) return vscode.l10n.t('There is no connection named "{0}".', name);
  if (pinned) return vscode.l10n.t('This query goes to "{0}", as it says itself.', name);
  return vscode.l10n.t('Queries go to the active connection "{0}". Select to switch.', name);
}
