import * as vscode from 'vscode';
import type { Run } from '../api/run.ts';
import type { RunRecord, Runs } from '../api/runs.ts';
import { toCurl } from '../domain/request.ts';
import { durationText, timeWithZone } from '../domain/zonedTime.ts';
import { registerCommands } from '../host/commands.ts';
import { queryOf } from './queryTarget.ts';
import { totalText } from './rowItems.ts';
import type { RunSources } from './runQuery.ts';
import { prepareQuery, showFailure } from './runQuery.ts';
import { curlOf, parametersText } from './sentText.ts';

export interface SentSources extends RunSources {
  readonly zone: () => string;
  /** Where a connection's requests go. Throws when it is not there any more. */
  readonly originOf: (connection: string) => Promise<string>;
}

const scheme = 'insights-sent';

/** What was sent: as a document, as a command line, and the runs there were. */
export function registerSentRequests(sources: SentSources): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const provideTextDocumentContent = async (uri: vscode.Uri): Promise<string> => {
    const query = vscode.Uri.parse(uri.query);
    const run = sources.runs.current(query.toString());
    return run ? sentDocument(run, sources) : vscode.l10n.t('This query was not run in this window.');
  };
  return vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent,
    }),
    registerCommands({
      'insights.showSent': async (target) => {
        const query = queryOf(target);
        if (!query) return;
        const name = query.path.split('/').at(-1) ?? '';
        const path = `/${vscode.l10n.t('Sent by {0}', name)}.md`;
        const uri = vscode.Uri.from({ scheme, path, query: query.toString() });
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
        vscode.window.setStatusBarMessage(vscode.l10n.t('Copied as cURL, without the key.'), 5000);
      },
      'insights.showHistory': () => showHistory(sources.runs, sources.zone()),
    }),
  );
}

/** The first request of the run that stands, else the one that the query would send. */
async function curlOfQuery(query: vscode.Uri, sources: SentSources): Promise<string | undefined> {
  const run = sources.runs.current(query.toString());
  const [parameters] = run?.sent ?? [];
  if (run && parameters) return curlOf(await sources.originOf(run.identity.connection), parameters);
  const prepared = await prepareQuery(query, sources);
  return prepared && toCurl(await sources.originOf(prepared.service.name), prepared.request);
}

async function sentDocument(run: Run, sources: SentSources): Promise<string> {
  const { queryName, connection, range, startedAt } = run.identity;
  const zone = sources.zone();
  // A connection that is gone since leaves its place empty.
  const origin = await sources.originOf(connection).catch(() => '');
  const lines = [
    `# ${vscode.l10n.t('What "{0}" sent', queryName)}`,
    '',
    `- ${vscode.l10n.t('Connection: {0}', connection)} ${origin}`,
    `- ${vscode.l10n.t('Range: {0} to {1}', timeWithZone(range.from, 'utc'), timeWithZone(range.to, 'utc'))}`,
    `- ${vscode.l10n.t('Run at: {0}, {1}', timeWithZone(startedAt, zone), durationText(run.durationMs))}`,
    ...foundLines(run),
    `- ${vscode.l10n.t('Requests: {0}', run.requests)}`,
  ];
  const left = run.requests - run.sent.length;
  if (left > 0) {
    lines.push('', vscode.l10n.t('Of these only the first is here, and the newest {0}.', run.sent.length - 1));
  }
  for (const [index, parameters] of run.sent.entries()) {
    const number = index === 0 ? 1 : left + index + 1;
    lines.push('', `## ${vscode.l10n.t('Request {0}', number)}`, '', '```', parametersText(parameters), '```');
    lines.push('', '```sh', curlOf(origin, parameters), '```');
  }
  return `${lines.join('\n')}\n`;
}

/** Nothing is counted before the first answer. */
function foundLines({ sessions, total }: Run): readonly string[] {
  if (uncounted(total)) return [];
  return [`- ${vscode.l10n.t('Sessions: {0} of {1}', sessions.length, totalText(total))}`];
}

function uncounted({ count, atLeast }: Run['total']): boolean {
  return count === 0 && atLeast;
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
  const picked = await vscode.window.showQuickPick(items, {
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
