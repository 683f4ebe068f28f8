import * as vscode from 'vscode';
import { registerChecks } from './checks/registerChecks.ts';
import { registerEditor } from './editor/registerEditor.ts';
import type { FaultScenario } from './emulator/faults/faults.ts';
import type { EmulatorProcessOptions } from './emulator/process/emulatorProcess.ts';
import type { Emulator } from './emulator/server/server.ts';
import { registerArchiveResults } from './explorer/archiving/registerArchiveResults.ts';
import { registerDeleteSessions } from './explorer/deletion/registerDeleteSessions.ts';
import { registerExplainEmpty } from './explorer/empty/registerExplainEmpty.ts';
import { registerExportResults } from './explorer/export/registerExportResults.ts';
import { registerFindSession } from './explorer/find/registerFindSession.ts';
import { registerRecent } from './explorer/recent/registerRecent.ts';
import { registerExplorer } from './explorer/registerExplorer.ts';
import { registerSentRequests } from './explorer/runs/registerSentRequests.ts';
import { registerSimulateFaults } from './explorer/runs/registerSimulateFaults.ts';
import { ApiKeys } from './host/connections/apiKeys.ts';

import { registerConnectionStatus } from './host/connections/connectionStatus.ts';
import { Connections } from './host/connections/connections.ts';
import { registerConnectionCommands } from './host/connections/registerConnectionCommands.ts';
import { DisposableStore } from './host/disposables.ts';
import { Http } from './host/http.ts';
import { Log } from './host/log.ts';
import { once } from './host/once.ts';
import { onDidChangeSetting } from './host/settings.ts';
import { toggleTimeZone } from './host/timeZone/toggleTimeZone.ts';
import { registerResults } from './results/registerResults.ts';
import { registerLinks } from './viewer/links/registerLinks.ts';
import { registerViewer } from './viewer/registerViewer.ts';

/** What served the sample or a file gives its memory back. */
const emulatorIdleMs = 15 * 60_000;

/** Tells when rows say times in another zone, or show or mask personal data. */
function onDidChangeWords(listener: (change: unknown) => unknown): vscode.Disposable {
  const settings = ['insights.timeZone', 'insights.session.maskPersonalData'];
  return vscode.Disposable.from(...settings.map((name) => onDidChangeSetting(name, () => listener(undefined))));
}

function later(call: () => void, ms: number): () => void {
  const timer = setTimeout(call, ms);
  return () => clearTimeout(timer);
}

/** What is learned from sessions, by what one finds them by. */
const knownTopics = { tag: 'tag', agent: 'agentName', node: 'nodeId' } as const;

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
    new Http(async (options) => (await import('./api/client/dispatcher.ts')).createDispatcher(options), log),
  );
  const startEmulator = async (options: Omit<EmulatorProcessOptions, 'script' | 'idleMs'>): Promise<Emulator> => {
    const script = vscode.Uri.joinPath(context.extensionUri, 'dist/emulatorProcess.js').fsPath;
    const { startEmulatorProcess } = await import('./emulator/process/emulatorProcess.ts');
    return startEmulatorProcess({ ...options, script, idleMs: emulatorIdleMs });
  };
  const sample: { emulator?: Emulator; faults?: FaultScenario | undefined } = {};
  const connections = store.add(
    new Connections({
      state: context.workspaceState,
      keys,
      http,
      log,
      createClient: async (options) => new (await import('./api/client/insightsClient.ts')).InsightsClient(options),
      createArchive: async (options) => (await import('./openArchive.ts')).openArchive(options),
      startSample: async (starting) => {
        const served = { kind: 'sample', now: now().toISOString() } as const;
        sample.emulator = await startEmulator({ ...starting, served, faults: sample.faults });
        return sample.emulator;
      },
      startFile: (file, starting) => startEmulator({ ...starting, served: { kind: 'file', file } }),
    }),
  );
  store.add(registerConnectionCommands({ connections, keys, log }));
  store.add(registerConnectionStatus(connections));
  const shared = once(async () => (await import('./shared.ts')).makeShared({ context, connections, now, store }));
  const viewer = store.add(
    registerViewer(async () => {
      const [{ nodeFiles, resultNeighbours, seenValues, running, recent, opensBehind }, { sessionOfRow }] =
        await Promise.all([shared(), import('./explorer/tree/sessionOfRow.ts')]);
      return {
        extensionUri: context.extensionUri,
        load: async ({ connection, day, id }, signal) => {
          // Who reads it may be VS Code by itself: nobody is asked anything.
          const client = await connections.clientForName(connection, { quiet: true, signal });
          const loaded = await client.getSession(id, day, signal);
          // Only whole sessions tell of nodes. Whoever waits for this one does not wait for that.
          setTimeout(() => seenValues.learn(connection, [loaded.session]));
          recent.opened(connection, loaded.session);
          return loaded;
        },
        // Of no connection: what it teaches is offered where names are given, and never as what a query would find.
        seen: (session) => seenValues.learn('', [session]),
        wordsOf: (error) => running.wordsOf(error).sentence,
        allow: (connection) => connections.allow(connection),
        results: resultNeighbours,
        remembered: context.globalState,
        toggleTimeZone: () => toggleTimeZone(context.globalState),
        nodeFiles,
        sessionOfRow,
        opensBehind: (session) => opensBehind.has(session),
        filter: async (session, request) => {
          const query = resultNeighbours.queryOf(session);
          const { filterValue } = await import('./editor/writing/filterValue.ts');
          return filterValue({ ...request, query, session, now: now() });
        },
      };
    }),
  );
  store.add(
    registerLinks({
      extensionId: context.extension.id,
      hasConnection: (name) => connections.find(name) !== undefined,
      sessionOfRow: async (row) => (await import('./explorer/tree/sessionOfRow.ts')).sessionOfRow(row),
    }),
  );

  store.add(
    registerEditor(async () => {
      const { runs, seenValues, nodeFiles, answers, running } = await shared();
      return {
        now,
        seenValues,
        nodeFiles,
        answers,
        runs: {
          runOf: (query) => runs.current(query.toString()),
          connectionOf: async (name = connections.activeName) => {
            const connection = connections.find(name);
            return connection && { name, ready: await connections.isReady(connection) };
          },
          unseenOf: (query) => running.followed.unseenOf(query.toString()),
          progressOf: (connection) => connections.progressOf(connection),
          wordsOf: running.wordsOf,
          onDidChange: (listener) =>
            vscode.Disposable.from(
              runs.onDidChange(listener),
              running.followed.onDidChange(listener),
              connections.onDidChange(listener),
              connections.onDidProgress(listener),
            ),
        },
        connectionNames: () => connections.list().map(({ name }) => name),
        connectionNameOf: (query) => query.value.connection ?? connections.activeName,
      };
    }),
  );

  const explorer = store.add(
    registerExplorer(async () => {
      const { running, nodeFiles, clientOf } = await shared();
      return {
        ...running,
        nameOf: (query, nodeId) => nodeFiles.namesFor(query).get(nodeId)?.name,
        onDidChangeWords: (listener) =>
          vscode.Disposable.from(
            onDidChangeWords(listener),
            nodeFiles.onDidChange(() => listener(undefined)),
          ),
        progressOf: (connection) => connections.progressOf(connection),
        onDidProgress: connections.onDidProgress,
        activeConnection: () => connections.activeName,
        startFollowing: async ({ request, service: { name, client } }, options) => {
          const [{ Follower }, { askForNew }] = await Promise.all([
            import('./api/follow/follower.ts'),
            import('./api/follow/askForNew.ts'),
          ]);
          const isFile = connections.find(name)?.kind === 'file';
          const ask = askForNew(request, () => (isFile ? clientOf(name) : client), Date.now);
          return new Follower({ ...options, ask, now: Date.now, later });
        },
        newestOf: async ({ client }, request, signal) =>
          (await import('./api/follow/askForNew.ts')).newestOf(request, client, signal),
        samples: vscode.Uri.joinPath(context.extensionUri, 'samples'),
        storage: context.globalStorageUri,
      };
    }),
  );
  store.add(
    registerResults(async () => {
      const { runs, deleted, lists, nodeFiles, running } = await shared();
      return {
        selectedQuery: () => explorer.selectedQuery,
        extensionUri: context.extensionUri,
        runs,
        deleted,
        lists,
        nodeFiles,
        wordsOf: running.wordsOf,
        progressOf: (connection) => connections.progressOf(connection),
        onDidProgress: connections.onDidProgress,
      };
    }),
  );
  store.add(
    registerRecent(async () => {
      const { running, recent } = await shared();
      return { ...running, recent, onDidChangeWords };
    }),
  );
  store.add(
    registerFindSession(async () => {
      const [{ running, runs, deleted, clientOf, recent, seenValues, opensBehind }, { ServiceLookup }] =
        await Promise.all([shared(), import('./api/lookup/serviceLookup.ts')]);
      return {
        ...running,
        activeConnection: () => connections.activeName,
        serviceOf: (name) => ({ name, client: clientOf(name) }),
        allow: (name) => connections.allow(name),
        ready: () => connections.ready(),
        othersReady: (name) => connections.othersReady(name),
        searchSessions: async (options) => (await import('./api/search/searchSessions.ts')).searchSessions(options),
        createLookup: () => new ServiceLookup(later),
        loaded: () =>
          runs.all.flatMap(({ sessions, identity: { connection } }) =>
            sessions.filter((session) => !deleted.has(connection, session)).map((session) => ({ connection, session })),
          ),
        recent: () => recent.all,
        knownValues: (connection) => (kind) =>
          seenValues.valuesAbout(connection, knownTopics[kind]).map(({ value }) => value),
        opensBehind,
      };
    }),
  );
  store.add(
    registerExplainEmpty(async () => {
      const { running, clientOf, seenValues } = await shared();
      return {
        ...running,
        explain: async (connection, options) => {
          const names = await connections.othersReady(connection);
          const others = names.map((connection) => ({ connection, client: clientOf(connection) }));
          const { explainEmpty } = await import('./api/search/explainEmpty.ts');
          return explainEmpty({
            ...options,
            others,
            seenValues: (field) => seenValues.valuesOf(connection, field).map(({ value }) => value),
          });
        },
      };
    }),
  );
  store.add(
    registerExportResults(
      once(async () => {
        const [{ running }, { UnfinishedExports }] = await Promise.all([
          shared(),
          import('./explorer/export/unfinishedExports.ts'),
        ]);
        return {
          ...running,
          exportSessions: async (options) => (await import('./api/export/exportSessions.ts')).exportSessions(options),
          unfinished: new UnfinishedExports(context.workspaceState, context.globalStorageUri),
          serviceOf: async (connection) => (await connections.originalForName(connection)).origin,
        };
      }),
    ),
  );
  store.add(
    registerChecks(async () => {
      const [{ running, nodeFiles }, { checkQuery }] = await Promise.all([
        shared(),
        import('./api/checks/checkQuery.ts'),
      ]);
      return {
        ...running,
        nodeFiles,
        checkQuery,
        openSession: (session, step) => viewer.open(session, step),
        workflows: vscode.Uri.joinPath(context.extensionUri, 'samples/ci'),
      };
    }),
  );
  store.add(
    registerArchiveResults(
      once(async () => {
        const [{ running }, { UnfinishedArchives }, { archiveSessions }, { readSessions }] = await Promise.all([
          shared(),
          import('./explorer/archiving/unfinishedArchives.ts'),
          import('./archive/writing/archiveSessions.ts'),
          import('./api/reading/readSessions.ts'),
        ]);
        return {
          ...running,
          archiveSessions,
          readSessions,
          archives: () => connections.list().flatMap(({ name, kind }) => (kind === 'archive' ? [name] : [])),
          archiveOf: (connection) => connections.archiveOf(connection),
          serviceOf: async (connection) => (await connections.originalForName(connection)).origin,
          unfinished: new UnfinishedArchives(context.workspaceState, context.globalStorageUri),
        };
      }),
    ),
  );
  store.add(registerSentRequests(async () => (await shared()).running));
  store.add(
    registerDeleteSessions(async () => {
      const { running, clientOf } = await shared();
      return {
        ...running,
        clientOf: async (connection) => clientOf(connection),
        evict: (uri) => viewer.evict(uri),
        receipt: (line) => log.info(line),
      };
    }),
  );
  store.add(
    registerSimulateFaults({
      faultIds: async () => (await import('./emulator/faults/namedFaults.ts')).namedFaults.map(({ id }) => id),
      setFault: async (id) => {
        const { namedFaults } = await import('./emulator/faults/namedFaults.ts');
        // The emulator may not have been started yet, and may be started again.
        sample.faults = namedFaults.find((fault) => fault.id === id)?.scenario;
        sample.emulator?.setFaults(sample.faults);
      },
    }),
  );
}
