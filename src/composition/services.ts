import * as vscode from 'vscode';
import { CommandRegistrar } from '../host/commandRegistrar.ts';
import { ApiKeys } from '../host/connections/apiKeys.ts';
import { ConnectionClients } from '../host/connections/connectionClients.ts';
import { Connections } from '../host/connections/connections.ts';
import { DisposableStore } from '../host/disposables.ts';
import { Http } from '../host/http.ts';
import { Log } from '../host/log.ts';
import { once } from '../host/once.ts';
import { LocalEmulators } from './localEmulators.ts';
import type { Shared } from './shared.ts';

/** What every feature stands on. */
export interface Services {
  readonly context: vscode.ExtensionContext;
  readonly now: () => Date;
  readonly log: Log;
  readonly registrar: CommandRegistrar;
  /** Says what failed where there is no better place for it. */
  readonly failed: (error: unknown, what: string) => Promise<void>;
  readonly keys: ApiKeys;
  readonly connections: Connections;
  readonly clients: ConnectionClients;
  readonly emulators: LocalEmulators;
  /** What several features use, made when the first of them needs it. */
  readonly shared: () => Promise<Shared>;
  /** Owns all of it, and the features. */
  readonly store: DisposableStore;
}

/** Makes them in the order in which they depend on one another. */
export function makeServices(context: vscode.ExtensionContext): Services {
  const store = new DisposableStore();
  const now = (): Date => new Date();
  const log = store.add(new Log());
  const failed = async (error: unknown, what: string): Promise<void> => (await shared()).failed(error, what);
  const registrar = new CommandRegistrar({
    register: (id, run) => vscode.commands.registerCommand(id, run),
    failed,
  });
  const keys = new ApiKeys(context.secrets, context.globalState, process.env);
  const http = store.add(
    new Http(async (options) => (await import('../api/client/dispatcher.ts')).createDispatcher(options), log),
  );
  const emulators = new LocalEmulators(context.extensionUri, now);
  const connections = store.add(new Connections({ state: context.workspaceState, keys }));
  const clients = store.add(
    new ConnectionClients({
      connections,
      state: context.workspaceState,
      keys,
      http,
      log,
      createClient: async (options) => new (await import('../api/client/insightsClient.ts')).InsightsClient(options),
      createArchive: async (options) => (await import('./openArchive.ts')).openArchive(options),
      startSample: (starting) => emulators.startSample(starting),
      startFile: (file, starting) => emulators.startFile(file, starting),
    }),
  );
  const shared = once(async () =>
    (await import('./shared.ts')).makeShared({ context, connections, clients, now, log, store }),
  );
  return { context, now, log, registrar, failed, keys, connections, clients, emulators, shared, store };
}
