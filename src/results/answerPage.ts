import * as vscode from 'vscode';
import type { Run } from '../api/runs/run.ts';
import { fieldsOfFacet, listedFacets } from '../domain/results/rows/facetFields.ts';
import { runCommand } from '../host/commands.ts';
import { said } from '../host/pages/said.ts';
import { toggleMask } from '../host/toggleMask.ts';
import type { AnalysisPageMessage } from '../protocol/analysisMessages.ts';
import type { ResultsPageMessage } from '../protocol/resultsMessages.ts';
import { dateQuery, filterQuery, sortQuery } from './query/askQuery.ts';
import { changeColumns, pickColumn } from './query/changeColumns.ts';
import type { QueryColumns } from './query/queryColumns.ts';
import type { QueryEdits } from './query/queryEdits.ts';
import type { ResultsSources } from './resultsSources.ts';
import { compareRows, deleteRows, openRow } from './rows/openRow.ts';
import { copyRows, exportRows } from './rows/shareRows.ts';

/** The panel that asks. */
export interface AskingPanel {
  readonly query: vscode.Uri | undefined;
  readonly columns: QueryColumns;
  /** Changes the query's text; undefined where there is no query. */
  readonly edits: QueryEdits | undefined;
  /** The run whose sessions it shows. */
  readonly run: Run | undefined;
  readonly active: boolean;
  /** Puts the keys into the page. */
  focus(): void;
}

type Asked = Exclude<ResultsPageMessage, { type: 'ready' | 'look' | 'countFacets' } | AnalysisPageMessage>;

/** Answers what a page asks of the host. */
export async function answerPage(message: Asked, panel: AskingPanel, sources: ResultsSources): Promise<unknown> {
  if (message.type === 'tell') said(message.sentence);
  else if (message.type === 'toggleMask') return said(await toggleMask());
  else if (panel.query)
    return (await ofQuery(message, panel.query, panel)) ?? (await ofRun(message, panel.query, { panel, sources }));
  return undefined;
}

/** What is about the query's text. */
async function ofQuery(message: Asked, query: vscode.Uri, panel: AskingPanel): Promise<string | undefined> {
  const { columns, run, edits } = panel;
  if (!edits) return undefined;
  switch (message.type) {
    case 'openQuery':
      await vscode.commands.executeCommand('vscode.open', query);
      return undefined;
    case 'addColumn': {
      const path = message.path ?? (await pickColumn(columns.paths));
      panel.focus();
      if (path === undefined) return undefined;
      const sentence = await changeColumns(edits, columns, { type: 'add', path });
      void run?.more.ask([path]);
      return said(sentence);
    }
    case 'removeColumn':
      return said(await changeColumns(edits, columns, { type: 'remove', path: message.path }));
    case 'moveColumn':
      return said(await changeColumns(edits, columns, { type: 'move', path: message.path, to: message.to }));
    case 'sortByService':
      if (await sortQuery(edits, message.path, message.direction)) void runCommand('insights.runQuery', query);
      return said(vscode.l10n.t('The service sorts by {0}: sort_by of the query says so.', message.path));
    case 'filterQuery':
      return run && said(await filterQuery({ edits, name: columns.name, run }, message));
    case 'setDates':
      return said(await dateQuery({ edits, name: columns.name }, message));
    case 'undoQuery':
      return said(await edits.undo());
    default:
      return undefined;
  }
}

interface Asking {
  readonly panel: AskingPanel;
  readonly sources: ResultsSources;
}

/** What is about the run and its sessions. */
async function ofRun(message: Asked, query: vscode.Uri, { panel, sources }: Asking): Promise<string | undefined> {
  const { run, columns } = panel;
  if (message.type === 'run') void runCommand('insights.runQuery', query);
  else if (message.type === 'explainEmpty') void runCommand('insights.explainEmpty', query);
  else if (message.type === 'mend') await mend(query, sources);
  if (!run) return undefined;
  const shared = { run, query, paths: columns.paths, name: columns.name };
  switch (message.type) {
    case 'cancel':
      run.more.cancel();
      await runCommand('insights.cancelRun', query);
      return undefined;
    case 'loadMore':
      void run.loadMore();
      return undefined;
    case 'loadAll':
      void run.loadAll();
      return undefined;
    case 'ask': {
      const facet = listedFacets.find((one) => one === message.facet);
      if (facet) void run.more.ask(fieldsOfFacet(facet));
      return undefined;
    }
    case 'askColumns':
      void run.more.ask(columns.paths);
      return undefined;
    case 'open':
      return said(await openRow(message, { run, active: panel.active }, sources.lists));
    case 'copyRows':
      return said(await copyRows({ ...shared, rows: message.rows }, message.format));
    case 'export':
      return exportRows({ ...shared, rows: message.rows });
    case 'compare':
      await compareRows(run, message.rows);
      return undefined;
    case 'delete':
      await deleteRows(run, message.rows);
      return undefined;
    default:
      return undefined;
  }
}

/** Does what the failure of the newest run offers. */
async function mend(query: vscode.Uri, { runs, wordsOf }: ResultsSources): Promise<void> {
  const run = runs.current(query.toString());
  if (!run) return;
  const { action, runAgain } = wordsOf(run.error, run.identity.connection);
  if (runAgain || !action) void runCommand('insights.runQuery', query);
  else await vscode.commands.executeCommand(action.command, ...(action.arguments ?? []));
}
