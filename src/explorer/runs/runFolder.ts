import * as vscode from 'vscode';
import type { Run } from '../../api/runs/run.ts';
import type { RenamedFile } from '../../host/movedUri.ts';
import { movedUri } from '../../host/movedUri.ts';
import { tellInformation, tellWarning } from '../../host/surfaces/messages.ts';
import { withProgress } from '../../host/surfaces/progress.ts';
import type { QueryFile } from '../queries/queryFiles.ts';
import type { Refusal, RunSources } from './runQuery.ts';
import { prepareOrRefuse, startRun } from './runQuery.ts';

export interface Folder {
  readonly name: string;
  readonly queries: readonly QueryFile[];
}

/** How many of a folder's queries are asked for at once: the service counts requests. */
const mostAtOnce = 3;
const mostNamed = 3;

/** A query that did not run, and why, where that is not said of its row. */
interface NotRun {
  readonly file: QueryFile;
  readonly reason: string | undefined;
}

/** Runs all queries of a folder as one thing: one progress, one way to cancel it, and one sentence at its end. */
export async function runFolder({ name, queries }: Folder, sources: RunSources): Promise<void> {
  const running = new Map<Run, Promise<void>>();
  const failed: NotRun[] = [];
  const renamed: RenamedFile[] = [];
  const listening = vscode.workspace.onDidRenameFiles(({ files }) => renamed.push(...files));
  let done = 0;
  const title = vscode.l10n.t('Running the queries in "{0}"', name);
  const cancelled = await withProgress(title, async (report, signal) => {
    let asking = false;
    const tell = (increment: number): void =>
      report({ message: vscode.l10n.t('{0} of {1}', done + failed.length, queries.length), increment });
    const follow = async (file: QueryFile, run: Run): Promise<void> => {
      await run.finished;
      running.delete(run);
      if (run.state === 'done') done += 1;
      else if (run.state === 'failed') failed.push({ file, reason: sources.wordsOf(run.error).sentence });
      tell(100 / queries.length);
    };
    // What was begun ends at once, too; so does the question that is asked.
    signal.addEventListener('abort', () => {
      for (const run of running.keys()) run.cancel();
      if (asking) void vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    });
    tell(0);
    for (const file of queries) {
      const uri = movedUri(file.uri, renamed) ?? file.uri;
      // Inputs are asked for one after the other.
      asking = true;
      const prepared = await prepareOrRefuse(uri, sources);
      asking = false;
      if (signal.aborted) break;
      if ('type' in prepared) {
        // Who leaves a question leaves the rest of them, too.
        if (prepared.type === 'left') return true;
        failed.push({ file, reason: reasonOf(prepared, sources) });
        tell(100 / queries.length);
        continue;
      }
      const run = startRun(uri, prepared, sources);
      running.set(run, follow(file, run));
      if (running.size >= mostAtOnce) await Promise.race(running.values());
      if (signal.aborted) break;
    }
    await Promise.all(running.values());
    // One that was cancelled when all had run already changed nothing.
    return signal.aborted && done + failed.length < queries.length;
  });
  // Those that are on their way when a question is left run to their end.
  await Promise.all(running.values());
  listening.dispose();
  const ran = wordsOfCount(done, queries.length);
  const words = [...(cancelled ? [vscode.l10n.t('Cancelled.')] : []), ran, ...wordsOfFailed(failed)].join(' ');
  // Whoever waits for the command waits for the runs, not for the message to be read.
  void (failed.length > 0 ? tellWarning(words) : tellInformation(words));
}

function reasonOf(refusal: Exclude<Refusal, { readonly type: 'left' }>, { wordsOf }: RunSources): string {
  switch (refusal.type) {
    case 'problem':
      return vscode.l10n.t('The file has problems.');
    case 'sentence':
      return refusal.sentence;
    case 'failure':
      return wordsOf(refusal.error).sentence;
  }
}

function wordsOfCount(done: number, all: number): string {
  return all === 1 ? vscode.l10n.t('{0} of 1 query ran.', done) : vscode.l10n.t('{0} of {1} queries ran.', done, all);
}

/** Those that did not run, by name as far as there is room, and why, where that is the same of all; else their rows, or their problems, say it. */
function wordsOfFailed(failed: readonly NotRun[]): readonly string[] {
  if (failed.length === 0) return [];
  const names = failed.slice(0, mostNamed).map(({ file }) => file.name);
  const rest = failed.length - names.length;
  const [reason, ...others] = new Set(failed.map(({ reason }) => reason));
  return [
    rest > 0
      ? vscode.l10n.t('Not run: {0}, and {1} more.', names.join(', '), rest)
      : vscode.l10n.t('Not run: {0}.', names.join(', ')),
    ...(reason !== undefined && others.length === 0 ? [reason] : []),
  ];
}
