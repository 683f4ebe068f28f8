import * as vscode from 'vscode';
import type { RunRecord, Runs } from '../../api/runs/runs.ts';
import { toCurl } from '../../domain/query/request.ts';
import { durationText, timeWithZone } from '../../domain/time/zonedTime.ts';
import type { Commands } from '../../host/commands.ts';
import { pickOne } from '../../host/surfaces/questions.ts';
import { tellInStatusBar } from '../../host/surfaces/statusBar.ts';
import { queryOf } from '../queries/queryTarget.ts';
import { totalText } from '../words/countWords.ts';
import { prepareQuery, showFailure } from './runQuery.ts';
import type { SentSources } from './sentDocument.ts';
import { sentDocument } from './sentDocument.ts';
import { sentScheme } from './sentScheme.ts';
import { curlOf } from './sentText.ts';

/** What shows and copies what was sent; `changed` hears of documents that are to be read anew. */
export function sentCommands(sources: SentSources, changed: vscode.EventEmitter<vscode.Uri>): SentCommands {
  return {
    'insights.showSent': async (target) => {
      const query = queryOf(target);
      if (!query) return;
      const name = query.path.split('/').at(-1) ?? '';
      const path = `/${vscode.l10n.t('Sent by {0}', name)}.md`;
      const uri = vscode.Uri.from({ scheme: sentScheme, path, query: query.toString() });
      changed.fire(uri);
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: true });
    },
    'insights.copyCurl': async (target) => {
      const query = queryOf(target);
      if (!query) return;
      let line: string | undefined;
      try {
        line = await curlOfQuery(query, sources);
      } catch (error) {
        await showFailure(error, sources.wordsOf);
      }
      if (!line) return;
      await vscode.env.clipboard.writeText(line);
      tellInStatusBar(vscode.l10n.t('Copied as cURL, without the key.'));
    },
    'insights.showHistory': () => showHistory(sources.runs, sources.zone()),
  };
}

export type SentCommands = Pick<Commands, 'insights.showSent' | 'insights.copyCurl' | 'insights.showHistory'>;

/** The text of a document that says what a query's run sent. */
export async function sentText(uri: vscode.Uri, sources: SentSources): Promise<string> {
  const query = vscode.Uri.parse(uri.query);
  const run = sources.runs.current(query.toString());
  if (!run) return vscode.l10n.t('This query was not run in this window.');
  return sentDocument(run, sources);
}

/** The first request of the run that stands, else the one that the query would send. */
async function curlOfQuery(query: vscode.Uri, sources: SentSources): Promise<string | undefined> {
  const run = sources.runs.current(query.toString());
  const [parameters] = run?.sent ?? [];
  if (run && parameters) return curlOf(await sources.originOf(run.identity.connection), parameters);
  const prepared = await prepareQuery(query, sources);
  return prepared && toCurl(await sources.originOf(prepared.service.name), prepared.request);
}

async function showHistory(runs: Runs, zone: string): Promise<void> {
  const items = runs.history.map((run) => ({
    label: run.queryName,
    description: [timeWithZone(run.startedAt, zone), run.connection, outcomeOf(run), durationText(run.durationMs)].join(
      ' · ',
    ),
    iconPath: new vscode.ThemeIcon(
      run.state === 'failed' ? 'error' : run.state === 'cancelled' ? 'circle-slash' : 'history',
    ),
    uri: vscode.Uri.parse(run.queryUri),
  }));
  const picked = await pickOne(items, {
    title: vscode.l10n.t('Runs in This Window'),
    placeHolder:
      items.length > 0 ? vscode.l10n.t('Enter opens the query') : vscode.l10n.t('No query was run in this window yet.'),
    matchOnDescription: true,
  });
  if (picked) await vscode.commands.executeCommand('vscode.open', picked.uri);
}

function outcomeOf({ state, shown, total }: RunRecord): string {
  if (state === 'failed') return vscode.l10n.t('failed');
  if (state === 'cancelled') return vscode.l10n.t('cancelled');
  return vscode.l10n.t('{0} of {1}', shown.toLocaleString('en'), totalText(total));
}
