import * as vscode from 'vscode';
import { DisposableStore } from '../disposables.ts';
import { tellWarning } from '../surfaces/messages.ts';
import { StatusItem } from '../surfaces/statusBar.ts';
import type { Connections } from './connections.ts';

/** The status bar says where a query would go: the connection of the query file in the editor, else the active one. */
export function registerConnectionStatus(connections: Connections): vscode.Disposable {
  const store = new DisposableStore();
  const name = vscode.l10n.t('Insights Connection');
  const item = store.add(new StatusItem({ id: 'insights.connection', name, side: 'left', priority: 50 }));
  const show = async (): Promise<void> => {
    const document = vscode.window.activeTextEditor?.document;
    const [pinned, slips] = await Promise.all([connectionOf(document), slipSentences(connections)]);
    if (document !== vscode.window.activeTextEditor?.document) return;
    const name = pinned ?? connections.activeName;
    const connection = connections.find(name);
    item.show({
      icon: connection ? 'plug' : 'warning',
      text: name,
      tooltip: [tooltipOf({ name, pinned: pinned !== undefined, known: connection !== undefined }), ...slips].join(' '),
      command: 'insights.switchConnection',
      background: connection ? (connection.production ? 'warning' : undefined) : 'error',
    });
  };
  // Who edits the settings hears of what is new in them; everybody else finds it in the tooltip.
  const told = new Set<string>();
  const tellSlips = async (say: (sentence: string) => unknown): Promise<void> => {
    for (const sentence of await slipSentences(connections)) {
      if (!told.has(sentence)) void say(sentence);
      told.add(sentence);
    }
  };
  void tellSlips(() => {});
  store.add(
    connections.onDidChange(() => {
      void show();
      void tellSlips(tellSlip);
    }),
  );
  store.add(vscode.window.onDidChangeActiveTextEditor(() => void show()));
  store.add(
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === vscode.window.activeTextEditor?.document && document.languageId === 'insights-query')
        void show();
    }),
  );
  void show();
  return store;
}

/** What is wrong with settings of connections; most windows have nothing of it. */
async function slipSentences(connections: Connections): Promise<readonly string[]> {
  const slips = connections.slips();
  if (slips.length === 0) return [];
  const { slipWords } = await import('./slipWords.ts');
  return slips.map((slip) => slipWords(slip).sentence);
}

async function tellSlip(sentence: string): Promise<void> {
  const open = vscode.l10n.t('Open Settings');
  const answer = await tellWarning(sentence, open);
  if (answer === open) await vscode.commands.executeCommand('workbench.action.openSettings', 'insights.connections');
}

async function connectionOf(document: vscode.TextDocument | undefined): Promise<string | undefined> {
  if (document?.languageId !== 'insights-query') return undefined;
  const { parseQuery } = await import('../../domain/query/query.ts');
  const { connection } = parseQuery(document.getText()).value;
  return typeof connection === 'string' && connection ? connection : undefined;
}

function tooltipOf({ name, pinned, known }: { name: string; pinned: boolean; known: boolean }): string {
  if (!known && !vscode.workspace.isTrusted) {
    return vscode.l10n.t('"{0}" isn’t available: what this workspace defines waits until you trust it.', name);
  }
  if (!known) return vscode.l10n.t('There is no connection named "{0}".', name);
  if (pinned) return vscode.l10n.t('This query goes to "{0}", as it says itself.', name);
  return vscode.l10n.t('Queries go to the active connection "{0}". Select to switch.', name);
}
