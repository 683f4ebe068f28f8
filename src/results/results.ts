import * as vscode from 'vscode';
import type { Run } from '../api/runs/run.ts';
import type { Commands } from '../host/commands.ts';
import { DisposableStore } from '../host/disposables.ts';
import { said } from '../host/pages/said.ts';
import { fileName } from '../host/queries/queryNames.ts';
import { queryOf } from '../host/queries/queryTarget.ts';
import { readQuery } from '../host/queries/readQuery.ts';
import { openResults, queryOfResults, resultsUri, resultsViewType } from '../host/resultsUri.ts';
import type { ResultsAction } from '../protocol/resultsMessages.ts';
import type { ResultsCommandId } from './resultsCommandIds.ts';
import type { PanelNeeds } from './resultsPanel.ts';
import { ResultsPanel } from './resultsPanel.ts';

export interface ResultsNeeds extends Omit<PanelNeeds, 'dist' | 'numberOf'> {
  readonly extensionUri: vscode.Uri;
  /** The query that is selected in the view of queries. */
  readonly selectedQuery: () => vscode.Uri | undefined;
}

/** The results of queries, each in panels of its own, and what their commands do. */
export class Results {
  readonly #store = new DisposableStore();
  readonly #needs: PanelNeeds;
  readonly #panels = new Set<ResultsPanel>();
  readonly commands: Pick<Commands, ResultsCommandId>;

  constructor({ extensionUri, selectedQuery, ...needs }: ResultsNeeds) {
    const numbers = new WeakMap<Run, number>();
    let last = 0;
    const numberOf = (run: Run): number => {
      const number = numbers.get(run) ?? ++last;
      numbers.set(run, number);
      return number;
    };
    this.#needs = { ...needs, numberOf, dist: vscode.Uri.joinPath(extensionUri, 'dist') };
    this.#store.add(needs.lists.onDidMove((session) => this.#panels.forEach((panel) => void panel.walked(session))));
    this.#store.add(vscode.workspace.onDidRenameFiles(({ files }) => void this.#follow(files)));
    const act = (action: ResultsAction) => () => this.#act(action);
    this.commands = {
      'insights.openResults': async (target) => {
        const query = queryOf(target) ?? selectedQuery();
        if (query) await this.open(query);
        else said(vscode.l10n.t('Open a query file first, or select one in the view of queries.'));
      },
      'insights.results.showShortcuts': act('showShortcuts'),
      'insights.results.nextTab': act('nextTab'),
      'insights.results.previousTab': act('previousTab'),
    };
  }

  dispose(): void {
    this.#store.dispose();
  }

  /** Opens what a query found, or what it will find. */
  async open(query: vscode.Uri): Promise<void> {
    const name = (await readQuery(query).catch(() => undefined))?.value.name;
    const title = typeof name === 'string' && name.trim() !== '' ? name.trim() : fileName(query);
    await vscode.commands.executeCommand(
      'vscode.openWith',
      openResults(query) ?? resultsUri(query, title),
      resultsViewType,
    );
  }

  show(uri: vscode.Uri, webviewPanel: vscode.WebviewPanel): void {
    const panel = new ResultsPanel({ uri, query: queryOfResults(uri), panel: webviewPanel }, this.#needs);
    this.#panels.add(panel);
    webviewPanel.onDidDispose(() => {
      this.#panels.delete(panel);
      panel.dispose();
    });
  }

  /** Has the page in front do something; says so when there is none. */
  async #act(action: ResultsAction): Promise<void> {
    const panel = [...this.#panels].find(({ active }) => active);
    if (!panel) return void said(vscode.l10n.t('Open the results of a query first.'));
    panel.focus();
    await panel.act(action);
  }

  /** Results go where their query's file goes: the tab of an address that no longer leads anywhere gives its place to another. */
  async #follow(files: readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[]): Promise<void> {
    for (const { oldUri, newUri } of files) {
      const open = openResults(oldUri);
      const tab = open && tabOf(open);
      if (!tab) continue;
      const options = { viewColumn: tab.group.viewColumn, preview: tab.isPreview, preserveFocus: !tab.isActive };
      const name = open.path.slice(1) === fileName(oldUri) ? fileName(newUri) : open.path.slice(1);
      await vscode.commands.executeCommand('vscode.openWith', resultsUri(newUri, name), resultsViewType, options);
      await vscode.window.tabGroups.close(tab, true);
    }
  }
}

function tabOf(uri: vscode.Uri): vscode.Tab | undefined {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .find(({ input }) => input instanceof vscode.TabInputCustom && input.uri.toString() === uri.toString());
}
