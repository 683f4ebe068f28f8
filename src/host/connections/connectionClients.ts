import * as vscode from 'vscode';
import type { ClientOptions, InsightsClient } from '../../api/client/insightsClient.ts';
import type { ArchiveClient } from '../../archive/archiveClient.ts';
import type { Connection } from '../../domain/connections/connectionSettings.ts';
import { needsSecret } from '../../domain/connections/connectionSettings.ts';
import { isThisMachine } from '../../domain/connections/isThisMachine.ts';
import type { UnfoundSessions } from '../../domain/connections/unfoundSessions.ts';
import { DisposableStore } from '../disposables.ts';
import { ConnectionProblem } from '../errors/connectionProblem.ts';
import type { Http } from '../http.ts';
import type { Log } from '../log.ts';
import { requestTimeoutMs } from '../settings.ts';
import type { ApiKeys } from './apiKeys.ts';
import type { CreateArchive } from './archiveConnection.ts';
import type { Connections } from './connections.ts';
import { isDefinedByWorkspace } from './hiddenConnections.ts';
import type { OriginalClient } from './lazyClient.ts';
import type { LocalConnections, LocalStarters } from './localConnections.ts';
import type { LocalProgress } from './localService.ts';
import { PermittedConnections } from './permittedConnections.ts';
import type { VerifiableService } from './whileServed.ts';

export interface ConnectionClientsOptions extends LocalStarters {
  readonly connections: Connections;
  readonly state: vscode.Memento;
  readonly keys: ApiKeys;
  readonly http: Http;
  readonly log: Log;
  readonly createClient: (options: ClientOptions) => Promise<InsightsClient>;
  readonly createArchive: CreateArchive;
}

const mostOthers = 3;
/** What is on this machine takes the time that it takes: who waits sees how far it is, and can cancel. */
const fileTimeoutMs = 3_600_000;

/** How a client is asked for. */
export interface Asking {
  /** Nobody did anything for it: where permission is missing nobody is asked for it. */
  readonly quiet?: boolean;
  /** The person wants to be asked, whatever was answered a moment ago. */
  readonly again?: boolean;
  /** Ends the start of a service on this machine. */
  readonly signal?: AbortSignal | undefined;
}

/** Clients of connections, for whoever may send requests there. */
export class ConnectionClients {
  readonly #options: ConnectionClientsOptions;
  readonly #connections: Connections;
  readonly #store = new DisposableStore();
  readonly #progressed = this.#store.add(new vscode.EventEmitter<void>());
  readonly #permitted: PermittedConnections;
  #loadingLocal: Promise<LocalConnections> | undefined;
  #local: LocalConnections | undefined;

  /** Tells that `progressOf` a connection may be another. */
  readonly onDidProgress = this.#progressed.event;

  constructor(options: ConnectionClientsOptions) {
    this.#options = options;
    this.#connections = options.connections;
    this.#permitted = new PermittedConnections(options.state);
  }

  /** The other services that may be asked without asking the person first: a few of those with a key, and none beside what is on this machine. */
  async othersReady(name: string | undefined): Promise<readonly string[]> {
    if (name === undefined || this.#connections.find(name)?.kind !== 'service') return [];
    const ready: string[] = [];
    for (const connection of this.#connections.list()) {
      if (ready.length >= mostOthers) break;
      if (connection.name === name || connection.kind !== 'service' || !this.#permitted.has(connection)) continue;
      if (await this.#connections.isReady(connection)) ready.push(connection.name);
    }
    return ready;
  }

  /** How far the file behind a connection is read, while somebody waits for that. */
  progressOf(name: string): LocalProgress | undefined {
    const connection = this.#local && this.#connections.find(name);
    return connection?.kind === 'file' ? this.#local?.progressOf(connection) : undefined;
  }

  /** Which sessions of the file behind a connection nobody finds, once it was read. */
  unfoundIn(name: string): UnfoundSessions | undefined {
    const connection = this.#local && this.#connections.find(name);
    return connection?.kind === 'file' ? this.#local?.unfoundIn(connection) : undefined;
  }

  /**
   * A client of it; a service on this machine is started for that. Throws a ConnectionProblem when nothing may be sent there: no trust,
   * no permission, no key.
   */
  async clientFor(connection: Connection, signal?: AbortSignal): Promise<VerifiableService> {
    return (await this.#originalFor(connection, { signal, again: true })).client;
  }

  /** Where its requests go; a service on this machine is started for that. Throws a ConnectionProblem when there is none of that name. */
  async originOf(name: string | undefined): Promise<string> {
    const connection = await this.#resolved(name);
    if (isElsewhere(connection)) return connection.address ?? '';
    if (connection.kind === 'file' && !vscode.workspace.isTrusted)
      throw new ConnectionProblem('untrusted', connection.name);
    return (await (await this.#localConnections()).serve(connection)).service.origin;
  }

  /** Asked for by name: settings may have changed since. What nobody asked for asks nobody (`quiet`): without permission it throws. */
  async clientForName(name: string | undefined, asking: Asking = {}): Promise<VerifiableService> {
    return (await this.#originalFor(await this.#resolved(name), asking)).client;
  }

  /** Asks whether requests may go to a connection, where that has to be asked. Answers with whether they may. */
  async allow(name: string): Promise<boolean> {
    const connection = this.#connections.find(name);
    if (!connection || !isElsewhere(connection) || !vscode.workspace.isTrusted) return true;
    return this.#permitted.allow(connection, { again: true });
  }

  /** The same, with what tells whether it asks what a client of that name asked before. */
  async originalForName(name: string | undefined, asking: Asking = {}): Promise<OriginalClient> {
    return this.#originalFor(await this.#resolved(name), asking);
  }

  /** The archive of that name. Throws a ConnectionProblem when there is none, or nothing may be sent there. */
  async archiveOf(name: string): Promise<ArchiveClient> {
    const connection = await this.#resolved(name);
    if (connection.kind !== 'archive') throw new ConnectionProblem('unknown', name);
    return this.#archiveClient(connection, {});
  }

  dispose(): void {
    this.#store.dispose();
    this.#local?.dispose();
  }

  /** As `Connections.resolve`; of one that it does not know it finds out whether the workspace defines it and is not trusted to. */
  async #resolved(name: string | undefined): Promise<Connection> {
    try {
      return this.#connections.resolve(name);
    } catch (error) {
      const wanted = name ?? this.#connections.activeName;
      const hidden = !vscode.workspace.isTrusted && (await isDefinedByWorkspace(wanted));
      throw hidden ? new ConnectionProblem('untrustedDefinition', wanted) : error;
    }
  }

  async #originalFor(connection: Connection, asking: Asking): Promise<OriginalClient<VerifiableService>> {
    const { kind, name, address = '' } = connection;
    if (kind === 'service') return { client: await this.#serviceClient(connection, asking), origin: address };
    if (kind === 'archive')
      return { client: await this.#archiveClient(connection, asking), origin: originOfArchive(connection) };
    if (kind === 'file' && !vscode.workspace.isTrusted) throw new ConnectionProblem('untrusted', name);
    const [local, { whileServed }] = await Promise.all([this.#localConnections(), import('./whileServed.ts')]);
    const { origin, service } = await local.serve(connection, asking.signal);
    const timeoutMs = kind === 'file' ? fileTimeoutMs : requestTimeoutMs();
    const client = await this.#client(service.origin, service.key, await this.#options.http.local(), timeoutMs);
    return { client: whileServed(client, service, name), origin, ended: service.closed };
  }

  #localConnections(): Promise<LocalConnections> {
    this.#loadingLocal ??= import('./localConnections.ts').then(({ LocalConnections }) => {
      this.#local = new LocalConnections(this.#options, () => this.#progressed.fire());
      return this.#local;
    });
    return this.#loadingLocal;
  }

  async #serviceClient(connection: Connection, asking: Asking): Promise<InsightsClient> {
    const { name, address = '' } = connection;
    await this.#permitted.require(connection, asking);
    const key = await this.#options.keys.get(connection);
    if (key === undefined) throw new ConnectionProblem('noKey', name);
    return this.#client(address, key, await this.#dispatcherTo(address));
  }

  async #archiveClient(connection: Connection, asking: Asking): Promise<ArchiveClient> {
    const { name, address = '', archive } = connection;
    await this.#permitted.require(connection, asking);
    const secret = needsSecret(connection) ? await this.#options.keys.get(connection) : '';
    if (secret === undefined)
      throw new ConnectionProblem(archive?.signIn === 'password' ? 'noPassword' : 'noKey', name);
    const { createArchive, log } = this.#options;
    log.hide(secret);
    return createArchive({
      address,
      access: archive ?? { index: '', signIn: 'none' },
      secret,
      dispatcher: await this.#dispatcherTo(address),
      timeoutMs: requestTimeoutMs(),
      onAnswer: (sent) => log.request(sent),
    });
  }

  #dispatcherTo(address: string): ReturnType<Http['local']> {
    const { http } = this.#options;
    return isThisMachine(new URL(address).hostname) ? http.local() : http.outside();
  }

  #client(
    origin: string,
    key: string,
    dispatcher: ClientOptions['dispatcher'],
    timeoutMs = requestTimeoutMs(),
  ): Promise<InsightsClient> {
    const { createClient, log } = this.#options;
    log.hide(key);
    return createClient({
      origin,
      key,
      dispatcher,
      timeoutMs,
      onAnswer: (sent) => log.request(sent),
    });
  }
}

/** Two archives of one cluster hold other sessions. */
function originOfArchive({ address = '', archive }: Connection): string {
  return `${address}/${archive?.index ?? ''}`;
}

/** Whether its requests leave this extension's own services. */
function isElsewhere({ kind }: Connection): boolean {
  return kind === 'service' || kind === 'archive';
}
