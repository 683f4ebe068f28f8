import type * as vscode from 'vscode';
import type { Run } from '../../api/runs/run.ts';
import type { Runs } from '../../api/runs/runs.ts';
import type { SeenValues } from './seenValues.ts';

/** Learns from the sessions that runs load, each once, when its page is there. */
export function learnFromRuns(runs: Runs, seenValues: SeenValues): vscode.Disposable {
  const learned = new WeakMap<Run, number>();
  return runs.onDidChange((queryUri) => {
    const run = runs.current(queryUri);
    if (!run || run.state === 'running') return;
    const known = learned.get(run) ?? 0;
    if (run.sessions.length === known) return;
    learned.set(run, run.sessions.length);
    seenValues.learn(run.identity.connection, run.sessions.slice(known));
  });
}
