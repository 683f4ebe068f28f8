import * as vscode from 'vscode';
import { toCurl } from '../../domain/query/request.ts';
import type { Commands } from '../../host/commands.ts';
import { queryOrWords } from '../../host/queries/queryTarget.ts';
import { tellInStatusBar } from '../../host/surfaces/statusBar.ts';
import { prepareQuery } from './runQuery.ts';
import type { SentSources } from './sentDocument.ts';
import { sentDocument } from './sentDocument.ts';
import { sentScheme } from './sentScheme.ts';
import { curlOf } from './sentText.ts';

/** What shows and copies what was sent; `changed` hears of documents that are to be read anew. */
export function sentCommands(sources: SentSources, changed: vscode.EventEmitter<vscode.Uri>): SentCommands {
  return {
    'insights.showSent': async (target) => {
      const query = queryOrWords(target);
      if (!query) return;
      const name = query.path.split('/').at(-1) ?? '';
      const path = `/${vscode.l10n.t('Sent by {0}', name)}.md`;
      const uri = vscode.Uri.from({ scheme: sentScheme, path, query: query.toString() });
      changed.fire(uri);
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: true });
    },
    'insights.copyCurl': async (target) => {
      const query = queryOrWords(target);
      if (!query) return;
      const line = await curlOfQuery(query, sources);
      if (!line) return;
      await vscode.env.clipboard.writeText(line);
      tellInStatusBar(vscode.l10n.t('Copied as cURL, without the key.'));
    },
  };
}

export type SentCommands = Pick<Commands, 'insights.showSent' | 'insights.copyCurl'>;

/** The text of a document that says what a query's run sent. */
export async function sentText(uri: vscode.Uri, sources: SentSources): Promise<string> {
  const query = vscode.Uri.parse(uri.query);
  const run = sources.runs.current(query.toString());
  if (!run) return vscode.l10n.t('This query hasn’t been run in this window.');
  return sentDocument(run, sources);
}

/** The first request of the run that stands, else the one that the query would send. */
async function curlOfQuery(query: vscode.Uri, sources: SentSources): Promise<string | undefined> {
  const run = sources.runs.current(query.toString());
  const [sent] = run?.sent ?? [];
  if (run && sent) return curlOf(await sources.sentTo(run.identity.connection), sent);
  const prepared = await prepareQuery(query, sources);
  if (!prepared) return undefined;
  const to = await sources.sentTo(prepared.service.name);
  return to.access
    ? curlOf(to, await sources.firstSearch(prepared.request, to.access.index))
    : toCurl(to.origin, prepared.request);
}
