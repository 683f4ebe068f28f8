import * as vscode from 'vscode';
import { Runs } from './api/runs.ts';
import { InputAnswers } from './editor/inputAnswers.ts';
import { learnFromRuns } from './editor/learnFromRuns.ts';
import { registerEditor } from './editor/registerEditor.ts';
import { SeenValues } from './editor/seenValues.ts';
import { ApiKeys } from './host/apiKeys.ts';
import { registerConnectionCommands } from './host/connectionCommands.ts';
import { registerConnectionStatus } from './host/connectionStatus.ts';
import { Connections } from './host/connections.ts';
import { DisposableStore } from './host/disposables.ts';
import { Http } from './host/http.ts';
import { Log } from './host/log.ts';
import { wordsOfError } from './host/words.ts';
import { registerViewer } from './viewer/registerViewer.ts';

/** The composition root: everything is made here, in the order in which it depends on one another, and handed to VS Code. */
export function activate(context: vscode.ExtensionContext): void {
  const store = new DisposableStore();
  context.subscriptions.push(store);
  // Nothing else wakes VS Code's JSON features for our language, and query files rely on them. They may be disabled.
  void vscode.extensions.getExtension('vscode.json-language-features')?.activate();

  const now = (): Date => new Date();
  const log = store.add(new Log());
  const keys = new ApiKeys(context.secrets, context.globalState, process.env);
  const http = store.add(
    new Http(async (options) => (await import('./api/dispatcher.ts')).createDispatcher(options), log),
  );
  const connections = store.add(
    new Connections({
      state: context.workspaceState,
      keys,
      http,
      log,
      createClient: async (options) => new (await import('./api/insightsClient.ts')).InsightsClient(options),
      startSample: async () => (await import('./emulator/server.ts')).startEmulator({ now: now() }),
      startFile: async (file) => {
        const sessions = (await import('./emulator/openSessions.ts')).openSessions(file);
        return (await import('./emulator/server.ts')).startEmulator({ sessions });
      },
    }),
  );
  store.add(registerConnectionCommands({ connections, keys, log }));
  store.add(registerConnectionStatus(connections));
  const runs = store.add(new Runs(now));
  store.add(
    registerViewer({
      extensionUri: context.extensionUri,
      load: async ({ connection, day, id }, signal) => {
        const client = await connections.clientForName(connection);
        return (await client.getSession(id, day, signal)).session;
      },
      wordsOf: (error) => wordsOfError(error).sentence,
    }),
  );

  const seenValues = store.add(new SeenValues(context.workspaceState));
  const answers = new InputAnswers(context.workspaceState);
  store.add(learnFromRuns(runs, seenValues));
  store.add(
    registerEditor({
      now,
      seenValues,
      answers,
      runs: {
        runOf: (query) => runs.current(query.toString()),
        connectionOf: async (name = connections.activeName) => {
          const connection = connections.find(name);
          return connection && { name, ready: await connections.isReady(connection) };
        },
        onDidChange: (listener) =>
          vscode.Disposable.from(runs.onDidChange(listener), connections.onDidChange(listener)),
      },
      connectionNames: () => connections.list().map(({ name }) => name),
      connectionNameOf: (query) => query.value.connection ?? connections.activeName,
    }),
  );
}
