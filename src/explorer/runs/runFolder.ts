import * as vscode from 'vscode';
import type { Run } from '../../api/runs/run.ts';
import { tellInformation, tellWarning } from '../../host/surfaces/messages.ts';
import { withProgress } from '../../host/surfaces/progress.ts';
import type { QueryFile } from '../queries/queryFiles.ts';
import type { RunSources } from './runQuery.ts';
import { prepareOrRefuse, startRun } from './runQuery.ts';

export interface Folder {
  readonly name: string;
  readonly queries: readonly QueryFile[];
}

/** How many of a folder's queries are asked for at once: the service counts requests. */
const mostAtOnce = 3;
const mostNamed = 3;

/** Runs all queries of a folder as one thing: one progress, one way to cancel it, and one sentence at its end. */
export async function runFolder({ name, queries }: Folder, sources: RunSources): Promise<void> {
  const running = new Map<Run, Promise<void>>();
  const failed: QueryFile[] = [];
  let done = 0;
  const title = vscode.l10n.t('Running the queries in "{0}"', name);
  const cancelled = await withProgress(title, async (report, signal) => {
    const tell = (increment: number): void =>
      report({ message: vscode.l10n.t('{0} of {1}', done + failed.length, queries.length), increment });
    const follow = async (file: QueryFile, run: Run): Promise<void> => {
      await run.finished;
      running.delete(run);
      if (run.state === 'done') done += 1;
      else if (run.state === 'failed') failed.push(file);
      tell(100 / queries.length);
    };
    // What was begun ends at once, too.
    signal.addEventListener('abort', () => {
      for (const run of running.keys()) run.cancel();
    });
    tell(0);
    for (const file of queries) {
      // Inputs are asked for one after the other.
      const prepared = await prepareOrRefuse(file.uri, sources);
      if (signal.aborted) break;
      if ('type' in prepared) {
        failed.push(file);
        tell(100 / queries.length);
        // Who leaves a question leaves the rest of them, too.
        if (prepared.type === 'left') break;
        continue;
      }
      const run = startRun(file.uri, prepared, sources);
      running.set(run, follow(file, run));
      if (running.size >= mostAtOnce) await Promise.race(running.values());
      if (signal.aborted) break;
    }
    await Promise.all(running.values());
    return signal.aborted;
  });
  const ran = wordsOfCount(done, queries.length);
  const words = [...(cancelled ? [vscode.l10n.t('Cancelled.')] : []), ran, ...wordsOfFailed(failed)].join(' ');
  // Whoever waits for the command waits for the runs, not for the message to be read.
  void (failed.length > 0 ? tellWarning(words) : tellInformation(words));
}

function wordsOfCount(done: number, all: number): string {
  return all === 1 ? vscode.l10n.t('{0} of 1 query ran.', done) : vscode.l10n.t('{0} of {1} queries ran.', done, all);
}

/** Those that did not run, by name as far as there is room: their rows, or their problems, say why. */
function wordsOfFailed(failed: readonly QueryFile[]): readonly string[] {
  if (failed.length === 0) return [];
  const names = failed.slice(0, mostNamed).map(({ name }) => name);
  const rest = failed.length - names.length;
  return [
    rest > 0
      ? vscode.l10n.t('Not run: {0}, and {1} more.', names.join(', '), rest)
      : vscode.l10n.t('Not run: {0}.', names.join(', ')),
  ];
}
