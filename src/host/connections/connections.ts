import { stat } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import type { ClientOptions, InsightsClient } from '../../api/client/insightsClient.ts';
import { DisposableStore } from '../disposables.ts';
import { ConnectionProblem } from '../errors/connectionProblem.ts';
import type { Http } from '../http.ts';
import type { Log } from '../log.ts';
import { connectionSettings, defaultConnectionName, onDidChangeSetting, requestTimeoutMs } from '../settings.ts';
import { confirmed } from '../surfaces/messages.ts';
import type { ApiKeys } from './apiKeys.ts';
import type { Connection, ConnectionSlip } from './connectionSettings.ts';
import { readConnections, sampleConnection } from './connectionSettings.ts';
import { isDefinedByWorkspace } from './hiddenConnections.ts';
import { isThisMachine } from './isThisMachine.ts';
import type { OriginalClient } from './lazyClient.ts';

/** A service that runs on this machine for as long as it is needed. */
export interface LocalService {
  readonly origin: string;
  readonly key: string;
  /** Closes once nothing has been asked of it for so long. */
  closeWhenIdle(ms: number): void;
  close(): Promise<void>;
  /** Is aborted when it is closed. */
  readonly closed: AbortSignal;
}

export interface ConnectionsOptions {
  readonly state: vscode.Memento;
  readonly keys: ApiKeys;
  readonly http: Http;
  readonly log: Log;
  readonly createClient: (options: ClientOptions) => Promise<InsightsClient>;
  readonly startSample: () => Promise<LocalService>;
  readonly startFile: (file: string) => Promise<LocalService>;
}

const activeName = 'insights.activeConnection';
const allowedName = 'insights.allowedConnections';
const mostOthers = 3;
/** A person may ask for the next page of a file that has been written anew, if not for ever. */
const supersededIdleMs = 10 * 60_000;

/** The connections there are, the active one, and clients of them. */
export class Connections {
  readonly #options: ConnectionsOptions;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<void>());
  readonly #local = new Map<string, { readonly version: string; readonly service: Promise<LocalService> }>();
  readonly #superseded = new Set<LocalService>();

  readonly onDidChange = this.#changed.event;

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
    return connection.kind === 'file' || (await this.#options.keys.get(connection)) !== undefined;
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

  /** A client of it. Throws a ConnectionProblem when nothing may be sent there: no trust, no permission, no key. */
  async clientFor(connection: Connection): Promise<InsightsClient> {
    return (await this.#originalFor(connection)).client;
  }

  /** Where its requests go; a service on this machine is started for that. Throws a ConnectionProblem when there is none of that name. */
  async originOf(name: string | undefined): Promise<string> {
    const connection = await this.#resolved(name);
    if (connection.kind === 'service') return connection.address ?? '';
    if (connection.kind === 'file' && !vscode.workspace.isTrusted)
      throw new ConnectionProblem('untrusted', connection.name);
    return (await this.#localService(connection)).service.origin;
  }

  /** Asked for by name: settings may have changed since. What nobody asked for asks nobody (`quiet`): without permission it throws. */
  async clientForName(name: string | undefined, asking: 'ask' | 'quiet' = 'ask'): Promise<InsightsClient> {
    return (await this.#originalFor(await this.#resolved(name), asking)).client;
  }

  /** Asks whether requests may go to a connection, where that has to be asked. Answers with whether they may. */
  async allow(name: string): Promise<boolean> {
    const connection = this.find(name);
    if (connection?.kind !== 'service' || !vscode.workspace.isTrusted) return true;
    return this.#mayAsk(connection) || this.#allowed(connection.name, new URL(connection.address ?? ''));
  }

  /** The same, with what tells whether it asks what a client of that name asked before. */
  async originalForName(name: string | undefined): Promise<OriginalClient<InsightsClient>> {
    return this.#originalFor(await this.#resolved(name));
  }

  dispose(): void {
    this.#store.dispose();
    for (const { service } of this.#local.values()) service.then(({ close }) => close()).catch(() => {});
    for (const service of this.#superseded) void service.close();
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

  async #originalFor(connection: Connection, asking: 'ask' | 'quiet' = 'ask'): Promise<OriginalClient<InsightsClient>> {
    const { kind, name, address = '' } = connection;
    if (kind === 'service') return { client: await this.#serviceClient(connection, asking), origin: address };
    if (kind === 'file' && !vscode.workspace.isTrusted) throw new ConnectionProblem('untrusted', name);
    const { slot, version, service } = await this.#localService(connection);
    const client = await this.#client(service.origin, service.key, await this.#options.http.local());
    return { client, origin: JSON.stringify([slot, version]), ended: service.closed };
  }

  async #serviceClient(connection: Connection, asking: 'ask' | 'quiet'): Promise<InsightsClient> {
    const { name, address = '' } = connection;
    if (!vscode.workspace.isTrusted) throw new ConnectionProblem('untrusted', name);
    const allowed = this.#mayAsk(connection) || (asking === 'ask' && (await this.#allowed(name, new URL(address))));
    if (!allowed) throw new ConnectionProblem('notAllowed', name);
    const key = await this.#options.keys.get(connection);
    if (key === undefined) throw new ConnectionProblem('noKey', name);
    const local = isThisMachine(new URL(address).hostname);
    return this.#client(address, key, await (local ? this.#options.http.local() : this.#options.http.outside()));
  }

  #client(origin: string, key: string, dispatcher: ClientOptions['dispatcher']): Promise<InsightsClient> {
    const { createClient, log } = this.#options;
    log.hide(key);
    return createClient({
      origin,
      key,
      dispatcher,
      timeoutMs: requestTimeoutMs(),
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

  /** The service that stands for a file as it is now, or for the samples; `slot` and `version` say which that is. */
  async #localService(connection: Connection): Promise<Started> {
    const { startFile, startSample } = this.#options;
    if (connection.kind !== 'file') return { slot: '', version: '', service: await this.#started('', '', startSample) };
    const file = absolute(connection.file ?? '');
    // What was written anew since is read anew.
    const state = await stat(file).catch(() => undefined);
    const version = `${state?.mtimeMs} ${state?.size}`;
    const service = await this.#started(file, version, () =>
      startFile(file).catch((cause: unknown) => {
        throw new ConnectionProblem('unreadableFile', connection.name, cause);
      }),
    );
    return { slot: file, version, service };
  }

  #started(slot: string, version: string, start: () => Promise<LocalService>): Promise<LocalService> {
    const running = this.#local.get(slot);
    if (running?.version === version) return running.service;
    running?.service.then((service) => this.#supersede(service)).catch(() => {});
    const service = start();
    this.#local.set(slot, { version, service });
    service.catch(() => {
      if (this.#local.get(slot)?.service === service) this.#local.delete(slot);
    });
    return service;
  }

  /** Runs and exports that have begun with it are still asking it. */
  #supersede(service: LocalService): void {
    this.#superseded.add(service);
    service.closed.addEventListener('abort', () => this.#superseded.delete(service), { once: true });
    service.closeWhenIdle(supersededIdleMs);
  }
}

interface Started {
  readonly slot: string;
  readonly version: string;
  readonly service: LocalService;
}

function absolute(file: string): string {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  return path.isAbsolute(file) || !folder ? path.normalize(file) : path.join(folder, file);
}

function entryOf(name: string, { origin }: URL): string {
  return JSON.stringify([name, origin]);
}
