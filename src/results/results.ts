import * as vscode from 'vscode';
import type { Run } from '../api/runs/run.ts';
import type { Commands } from '../host/commands.ts';
import { DisposableStore } from '../host/disposables.ts';
import type { RenamedFile } from '../host/movedUri.ts';
import { isWithin, movedUri } from '../host/movedUri.ts';
import { said } from '../host/pages/said.ts';
import { fileName, queryName } from '../host/queries/queryNames.ts';
import { queryOf, tellNoQuery } from '../host/queries/queryTarget.ts';
import { readQuery } from '../host/queries/readQuery.ts';
import { openResults, queryOfResults, resultsUri, resultsViewType } from '../host/resultsUri.ts';
import { rowWithKeys } from '../host/rowsWithKeys.ts';
import type { ResultsAction } from '../protocol/resultsMessages.ts';
import type { ResultsCommandId } from './resultsCommandIds.ts';
import type { PanelNeeds } from './resultsPanel.ts';
import { ResultsPanel } from './resultsPanel.ts';

export interface ResultsNeeds extends Omit<PanelNeeds, 'dist' | 'numberOf'> {
  readonly extensionUri: vscode.Uri;
  /** The query that is selected in the view of queries. */
  readonly selectedQuery: () => vscode.Uri | undefined;
  /** The query of the row there that the keys are at, while they are in the view. */
  readonly queryWithKeys: () => Promise<vscode.Uri | undefined>;
}

/** The results of queries, each in panels of its own, and what their commands do. */
export class Results {
  readonly #store = new DisposableStore();
  readonly #needs: PanelNeeds;
  readonly #panels = new Set<ResultsPanel>();
  readonly commands: Pick<Commands, ResultsCommandId>;

  constructor({ extensionUri, selectedQuery, queryWithKeys, ...needs }: ResultsNeeds) {
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
    this.#store.add(
      vscode.workspace.onDidDeleteFiles(({ files }) => {
        needs.looks.remove((query) => files.some((file) => isWithin(vscode.Uri.parse(query), file)));
      }),
    );
    const act = (action: ResultsAction) => () => this.#act(action);
    this.commands = {
      'insights.openResults': async (target) => {
        const query = target === rowWithKeys ? await queryWithKeys() : (queryOf(target) ?? selectedQuery());
        if (query) await this.open(query);
        else tellNoQuery();
      },
      'insights.results.showShortcuts': act('showShortcuts'),
      'insights.results.nextTab': act('nextTab'),
      'insights.results.previousTab': act('previousTab'),
      'insights.results.resetLook': act('resetLook'),
    };
  }

  dispose(): void {
    this.#store.dispose();
  }

  /** Opens what a query found, or what it will find. */
  async open(query: vscode.Uri): Promise<void> {
    const name = (await readQuery(query).catch(() => undefined))?.value.name;
    const title = queryName(name, query);
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
  async #follow(files: readonly RenamedFile[]): Promise<void> {
    this.#needs.looks.move((query) => movedUri(vscode.Uri.parse(query), files)?.toString());
    for (const tab of vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs)) {
      const { input } = tab;
      if (!(input instanceof vscode.TabInputCustom) || input.viewType !== resultsViewType) continue;
      const query = queryOfResults(input.uri);
      const moved = query && movedUri(query, files);
      if (!query || !moved) continue;
      const options = { viewColumn: tab.group.viewColumn, preview: tab.isPreview, preserveFocus: !tab.isActive };
      const name = input.uri.path.slice(1) === fileName(query) ? fileName(moved) : input.uri.path.slice(1);
      await vscode.commands.executeCommand('vscode.openWith', resultsUri(moved, name), resultsViewType, options);
      await vscode.window.tabGroups.close(tab, true);
    }
  }
}
