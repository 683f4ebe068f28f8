import * as vscode from 'vscode';
import { registerEditor } from '../editor/registerEditor.ts';
import type { Services } from './services.ts';

/** Query files and node files in the editor. */
export function editorFeature({ connections, clients, now, shared, registrar }: Services): vscode.Disposable {
  return registerEditor(registrar, async () => {
    const { runs, seenValues, nodeFiles, answers, resultsLooks, commits, running } = await shared();
    return {
      now,
      seenValues,
      nodeFiles,
      looks: resultsLooks,
      answers,
      commits,
      runs: {
        runOf: (query) => runs.current(query.toString()),
        connectionOf: async (name = connections.activeName) => {
          const connection = connections.find(name);
          return connection && { name, ready: await connections.isReady(connection) };
        },
        unseenOf: (query) => running.followed.unseenOf(query.toString()),
        progressOf: (connection) => clients.progressOf(connection),
        wordsOf: running.wordsOf,
        onDidChange: (listener) =>
          vscode.Disposable.from(
            runs.onDidChange(listener),
            running.followed.onDidChange(listener),
            connections.onDidChange(listener),
            clients.onDidProgress(listener),
          ),
      },
      connectionNames: () => connections.list().map(({ name }) => name),
      connectionNameOf: (query) => query.value.connection ?? connections.activeName,
    };
  });
}
