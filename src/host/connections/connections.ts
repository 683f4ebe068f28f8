import * as vscode from 'vscode';
import type { ClientOptions, InsightsClient } from '../../api/client/insightsClient.ts';
import type { ArchiveClient } from '../../archive/archiveClient.ts';
import type { Connection, ConnectionSlip } from '../../domain/connections/connectionSettings.ts';
import { needsSecret, readConnections, sampleConnection } from '../../domain/connections/connectionSettings.ts';
import { isThisMachine } from '../../domain/connections/isThisMachine.ts';
import { DisposableStore } from '../disposables.ts';
import { ConnectionProblem } from '../errors/connectionProblem.ts';
import type { Http } from '../http.ts';
import type { Log } from '../log.ts';
import { connectionSettings, defaultConnectionName, onDidChangeSetting, requestTimeoutMs } from '../settings.ts';
import { confirmed } from '../surfaces/messages.ts';
import type { ApiKeys } from './apiKeys.ts';
import type { CreateArchive } from './archiveConnection.ts';
import { isDefinedByWorkspace } from './hiddenConnections.ts';
import type { OriginalClient } from './lazyClient.ts';
import type { LocalConnections, LocalStarters } from './localConnections.ts';
import type { LocalProgress } from './localService.ts';
import type { VerifiableService } from './whileServed.ts';

export interface ConnectionsOptions extends LocalStarters {
  readonly state: vscode.Memento;
  readonly keys: ApiKeys;
  readonly http: Http;
  readonly log: Log;
  readonly createClient: (options: ClientOptions) => Promise<InsightsClient>;
  readonly createArchive: CreateArchive;
}

const activeName = 'insights.activeConnection';
const allowedName = 'insights.allowedConnections';
const mostOthers = 3;
/** What is on this machine takes the time that it takes: who waits sees how far it is, and can cancel. */
const fileTimeoutMs = 3_600_000;

/** How a client is asked for. */
export interface Asking {
  /** Nobody did anything for it: where permission is missing nobody is asked for it. */
  readonly quiet?: boolean;
  /** Ends the start of a service on this machine. */
  readonly signal?: AbortSignal | undefined;
}

/** The connections there are, the active one, and clients of them. */
export class Connections {
  readonly #options: ConnectionsOptions;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<void>());
  readonly #progressed = this.#store.add(new vscode.EventEmitter<void>());
  #loadingLocal: Promise<LocalConnections> | undefined;
  #local: LocalConnections | undefined;

  readonly onDidChange = this.#changed.event;
  /** Tells that `progressOf` a connection may be another. */
  readonly onDidProgress = this.#progressed.event;

  constructor(options: ConnectionsOptions) {
    this.#options = options;
    for (const name of ['insights.connections', 'insights.activeConnection', 'insights.request']) {
      this.#store.add(onDidChangeSetting(name, () => this.#changed.fire()));
    }
    this.#store.add(vscode.workspace.onDidGrantWorkspaceTrust(() => this.#changed.fire()));
  }

  list(): readonly Connection[] {
    return readConnections(connectionSettings()).connections;
  }

  /** Settings that describe no connection. */
  slips(): readonly ConnectionSlip[] {
    return readConnections(connectionSettings()).slips;
  }

  find(name: string): Connection | undefined {
    return this.list().find((connection) => connection.name === name);
  }

  get activeName(): string {
    return this.#options.state.get<string>(activeName) ?? defaultConnectionName();
  }

  /** The active one; `sample` when that is gone. */
  get active(): Connection {
    return this.find(this.activeName) ?? sampleConnection;
  }

  /** Without a name, the one that the settings say. */
  async setActive(name: string | undefined): Promise<void> {
    await this.#options.state.update(activeName, name);
    this.#changed.fire();
  }

  /** The one that a query file names, else the active one. Throws a ConnectionProblem when there is none of that name. */
  resolve(name: string | undefined): Connection {
    const wanted = name ?? this.activeName;
    const found = this.find(wanted);
    if (found) return found;
    const slip = this.slips().find((one) => one.name === wanted);
    throw new ConnectionProblem(slip?.problem ?? 'unknown', wanted, slip?.value);
  }

  /** Whether nothing is missing to send requests there. */
  async isReady(connection: Connection): Promise<boolean> {
    if (connection.kind === 'sample') return true;
    if (!vscode.workspace.isTrusted) return false;
    return !needsSecret(connection) || (await this.#options.keys.get(connection)) !== undefined;
  }

  /** The names of all connections that lack nothing to be asked. */
  async ready(): Promise<readonly string[]> {
    const all = await Promise.all(this.list().map(async (one) => ((await this.isReady(one)) ? [one.name] : [])));
    return all.flat();
  }

  /** The other services that may be asked without asking the person first: a few of those with a key, and none beside what is on this machine. */
  async othersReady(name: string | undefined): Promise<readonly string[]> {
    if (name === undefined || this.find(name)?.kind !== 'service') return [];
    const ready: string[] = [];
    for (const connection of this.list()) {
      if (ready.length >= mostOthers) break;
      if (connection.name === name || connection.kind !== 'service' || !this.#mayAsk(connection)) continue;
      if (await this.isReady(connection)) ready.push(connection.name);
    }
    return ready;
  }

  /** Tells that a key was set or forgotten. */
  keysChanged(): void {
    this.#changed.fire();
  }

  /** How far the file behind a connection is read, while somebody waits for that. */
  progressOf(name: string): LocalProgress | undefined {
    const connection = this.#local && this.find(name);
    return connection?.kind === 'file' ? this.#local?.progressOf(connection) : undefined;
  }

  /**
   * A client of it; a service on this machine is started for that. Throws a ConnectionProblem when nothing may be sent there: no trust,
   * no permission, no key.
   */
  async clientFor(connection: Connection, signal?: AbortSignal): Promise<VerifiableService> {
    return (await this.#originalFor(connection, { signal })).client;
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
    const connection = this.find(name);
    if (!connection || !isElsewhere(connection) || !vscode.workspace.isTrusted) return true;
    return this.#mayAsk(connection) || this.#allowed(connection.name, new URL(connection.address ?? ''));
  }

  /** The same, with what tells whether it asks what a client of that name asked before. */
  async originalForName(name: string | undefined, signal?: AbortSignal): Promise<OriginalClient> {
    return this.#originalFor(await this.#resolved(name), { signal });
  }

  /** The archive of that name. Throws a ConnectionProblem when there is none, or nothing may be sent there. */
  async archiveOf(name: string): Promise<ArchiveClient> {
    const connection = await this.#resolved(name);
    if (connection.kind !== 'archive') throw new ConnectionProblem('unknown', name);
    return this.#archiveClient(connection, false);
  }

  dispose(): void {
    this.#store.dispose();
    this.#local?.dispose();
  }

  /** As `resolve`; of one that it does not know it finds out whether the workspace defines it and is not trusted to. */
  async #resolved(name: string | undefined): Promise<Connection> {
    try {
      return this.resolve(name);
    } catch (error) {
      const wanted = name ?? this.activeName;
      const hidden = !vscode.workspace.isTrusted && (await isDefinedByWorkspace(wanted));
      throw hidden ? new ConnectionProblem('untrustedDefinition', wanted) : error;
    }
  }

  async #originalFor(
    connection: Connection,
    { quiet = false, signal }: Asking,
  ): Promise<OriginalClient<VerifiableService>> {
    const { kind, name, address = '' } = connection;
    if (kind === 'service') return { client: await this.#serviceClient(connection, quiet), origin: address };
    if (kind === 'archive')
      return { client: await this.#archiveClient(connection, quiet), origin: originOfArchive(connection) };
    if (kind === 'file' && !vscode.workspace.isTrusted) throw new ConnectionProblem('untrusted', name);
    const [local, { whileServed }] = await Promise.all([this.#localConnections(), import('./whileServed.ts')]);
    const { origin, service } = await local.serve(connection, signal);
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

  async #serviceClient(connection: Connection, quiet: boolean): Promise<InsightsClient> {
    const { name, address = '' } = connection;
    await this.#permit(connection, quiet);
    const key = await this.#options.keys.get(connection);
    if (key === undefined) throw new ConnectionProblem('noKey', name);
    return this.#client(address, key, await this.#dispatcherTo(address));
  }

  async #archiveClient(connection: Connection, quiet: boolean): Promise<ArchiveClient> {
    const { name, address = '', archive } = connection;
    await this.#permit(connection, quiet);
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

  /** Throws where nothing may be sent to a connection: no trust, no permission. */
  async #permit(connection: Connection, quiet: boolean): Promise<void> {
    const { name, address = '' } = connection;
    if (!vscode.workspace.isTrusted) throw new ConnectionProblem('untrusted', name);
    const allowed = this.#mayAsk(connection) || (!quiet && (await this.#allowed(name, new URL(address))));
    if (!allowed) throw new ConnectionProblem('notAllowed', name);
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

  /** A repository says where requests go: the person decides whether they do, once for each name and origin. */
  async #allowed(name: string, address: URL): Promise<boolean> {
    const allow = await confirmed({
      question: vscode.l10n.t('Send requests to {0}?', address.host),
      detail: [
        vscode.l10n.t(
          'This workspace defines the connection "{0}". Queries and your API key for it will be sent to {1}.',
          name,
          address.origin,
        ),
      ],
      yes: vscode.l10n.t('Send Requests'),
      no: vscode.l10n.t('Do Not Send'),
    });
    if (!allow) return false;
    await this.#options.state.update(allowedName, [...this.#allowedEntries(), entryOf(name, address)]);
    return true;
  }

  #mayAsk({ name, address = '', definedIn }: Connection): boolean {
    return definedIn !== 'workspace' || this.#allowedEntries().includes(entryOf(name, new URL(address)));
  }

  #allowedEntries(): readonly string[] {
    return this.#options.state.get<readonly string[]>(allowedName) ?? [];
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

function entryOf(name: string, { origin }: URL): string {
  return JSON.stringify([name, origin]);
}
