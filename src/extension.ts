import * as vscode from 'vscode';
import { Runs } from './api/runs.ts';
import { InputAnswers } from './editor/inputAnswers.ts';
import { learnFromRuns } from './editor/learnFromRuns.ts';
import { registerEditor } from './editor/registerEditor.ts';
import { SeenValues } from './editor/seenValues.ts';
import { DisposableStore } from './host/disposables.ts';

/** The composition root: everything is made here, in the order in which it depends on one another, and handed to VS Code. */
export function activate(context: vscode.ExtensionContext): void {
  const store = new DisposableStore();
  context.subscriptions.push(store);
  // Nothing else wakes VS Code's JSON features for our language, and query files rely on them. They may be disabled.
  void vscode.extensions.getExtension('vscode.json-language-features')?.activate();

  const now = (): Date => new Date();
  const runs = store.add(new Runs(now));

  const seenValues = store.add(new SeenValues(context.workspaceState));
  const answers = new InputAnswers(context.workspaceState);
  store.add(learnFromRuns(runs, seenValues));
  store.add(
    registerEditor({
      now,
      zone: () => 'utc',
      seenValues,
      answers,
      runs: {
        runOf: (query) => runs.current(query.toString()),
        connectionOf: async (name = 'sample') => ({ name, ready: true }),
        onDidChange: (listener) => runs.onDidChange(listener),
      },
      connectionNames: () => ['sample'],
      connectionNameOf: (query) => query.value.connection ?? 'sample',
    }),
  );
}
