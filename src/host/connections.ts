import { stat } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import type { ClientOptions, InsightsClient } from '../api/insightsClient.ts';
import type { ApiKeys } from './apiKeys.ts';
import { ConnectionProblem } from './connectionProblem.ts';
import type { Connection, ConnectionSlip } from './connectionSettings.ts';
import { readConnections, sampleConnection } from './connectionSettings.ts';
import { DisposableStore } from './disposables.ts';
import type { Http } from './http.ts';
import type { Log } from './log.ts';
import { connectionSettings, defaultConnectionName, onDidChangeSetting, requestTimeoutMs } from './settings.ts';

/** A service that runs on this machine for as long as it is needed. */
export interface LocalService {
  readonly origin: string;
  readonly key: string;
  close(): Promise<void>;
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

/** The connections there are, the active one, and clients of them. */
export class Connections {
  readonly #options: ConnectionsOptions;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<void>());
  readonly #local = new Map<string, { readonly version: string; readonly service: Promise<LocalService> }>();

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
    throw new ConnectionProblem(slip?.problem ?? 'unknown', wanted);
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
    if (connection.kind === 'service') return this.#serviceClient(connection);
    if (connection.kind === 'file' && !vscode.workspace.isTrusted)
      throw new ConnectionProblem('untrusted', connection.name);
    const { origin, key } = await this.#localService(connection);
    return this.#client(origin, key, await this.#options.http.local());
  }

  /** Where its requests go; a service on this machine is started for that. Throws a ConnectionProblem when there is none of that name. */
  async originOf(name: string | undefined): Promise<string> {
    const connection = this.resolve(name);
    if (connection.kind === 'service') return connection.address ?? '';
    if (connection.kind === 'file' && !vscode.workspace.isTrusted)
      throw new ConnectionProblem('untrusted', connection.name);
    return (await this.#localService(connection)).origin;
  }

  /** Asked for by name: settings may have changed since. */
  async clientForName(name: string | undefined): Promise<InsightsClient> {
    return this.clientFor(this.resolve(name));
  }

  dispose(): void {
    this.#store.dispose();
    for (const { service } of this.#local.values()) service.then(({ close }) => close()).catch(() => {});
  }

  async #serviceClient(connection: Connection): Promise<InsightsClient> {
    const { name, address = '' } = connection;
    if (!vscode.workspace.isTrusted) throw new ConnectionProblem('untrusted', name);
    if (connection.definedIn === 'workspace' && !(await this.#allowed(name, new URL(address)))) {
      throw new ConnectionProblem('notAllowed', name);
    }
    const key = await this.#options.keys.get(connection);
    if (key === undefined) throw new ConnectionProblem('noKey', name);
    const local = /^(localhost|127\.|\[::1\])/.test(new URL(address).hostname);
    return this.#client(address, key, await (local ? this.#options.http.local() : this.#options.http.outside()));
  }

  #client(origin: string, key: string, dispatcher: ClientOptions['dispatcher']): Promise<InsightsClient> {
    const { createClient, log } = this.#options;
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
    const { state } = this.#options;
    const allowed = this.#allowedEntries();
    const entry = entryOf(name, address);
    if (allowed.includes(entry)) return true;
    const allow = vscode.l10n.t('Send Requests');
    const answer = await vscode.window.showWarningMessage(
      vscode.l10n.t('Send requests to {0}?', address.host),
      {
        modal: true,
        detail: vscode.l10n.t(
          'This workspace defines the connection "{0}". Queries and your API key for it will be sent to {1}.',
          name,
          address.origin,
        ),
      },
      allow,
    );
    if (answer !== allow) return false;
    await state.update(allowedName, [...allowed, entry]);
    return true;
  }

  #mayAsk({ name, address = '', definedIn }: Connection): boolean {
    return definedIn !== 'workspace' || this.#allowedEntries().includes(entryOf(name, new URL(address)));
  }

  #allowedEntries(): readonly string[] {
    return this.#options.state.get<readonly string[]>(allowedName) ?? [];
  }

  async #localService(connection: Connection): Promise<LocalService> {
    const { startFile, startSample } = this.#options;
    if (connection.kind !== 'file') return this.#started('', '', startSample);
    const file = absolute(connection.file ?? '');
    // What was written anew since is read anew.
    const state = await stat(file).catch(() => undefined);
    return this.#started(file, `${state?.mtimeMs} ${state?.size}`, () =>
      startFile(file).catch((cause: unknown) => {
        throw new ConnectionProblem('unreadableFile', connection.name, cause);
      }),
    );
  }

  #started(slot: string, version: string, start: () => Promise<LocalService>): Promise<LocalService> {
    const running = this.#local.get(slot);
    if (running?.version === version) return running.service;
    running?.service.then(({ close }) => close()).catch(() => {});
    const service = start();
    this.#local.set(slot, { version, service });
    service.catch(() => {
      if (this.#local.get(slot)?.service === service) this.#local.delete(slot);
    });
    return service;
  }
}

function absolute(file: string): string {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  return path.isAbsolute(file) || !folder ? path.normalize(file) : path.join(folder, file);
}

function entryOf(name: string, { origin }: URL): string {
  return JSON.stringify([name, origin]);
}
