import * as vscode from 'vscode';
import type { Connection, ConnectionSlip } from '../../domain/connections/connectionSettings.ts';
import { needsSecret, readConnections, sampleConnection } from '../../domain/connections/connectionSettings.ts';
import { DisposableStore } from '../disposables.ts';
import { ConnectionProblem } from '../errors/connectionProblem.ts';
import { connectionSettings, defaultConnectionName, onDidChangeSetting } from '../settings.ts';
import type { ApiKeys } from './apiKeys.ts';

export interface ConnectionsOptions {
  readonly state: vscode.Memento;
  readonly keys: ApiKeys;
}

const activeName = 'insights.activeConnection';

/** The connections there are, the active one, and what each of them lacks. */
export class Connections {
  readonly #options: ConnectionsOptions;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<void>());

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
    return !needsSecret(connection) || (await this.#options.keys.get(connection)) !== undefined;
  }

  /** The names of all connections that lack nothing to be asked. */
  async ready(): Promise<readonly string[]> {
    const all = await Promise.all(this.list().map(async (one) => ((await this.isReady(one)) ? [one.name] : [])));
    return all.flat();
  }

  /** Tells that a key was set or forgotten. */
  keysChanged(): void {
    this.#changed.fire();
  }

  dispose(): void {
    this.#store.dispose();
  }
}
