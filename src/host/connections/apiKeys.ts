import type * as vscode from 'vscode';
import type { Connection } from '../../domain/connections/connectionSettings.ts';

export const keyVariable = 'INSIGHTS_API_KEY';

const indexName = 'insights.keys';

/** Where a key was put: `session` when this machine has no place that keeps secrets. */
export type KeptWhere = 'store' | 'session';

/**
 * The keys, in VS Code's secret store. A key belongs to a connection's name and origin: who redefines the address of a
 * name gets none. The index beside it holds which names and origins have one, so that all of them can be forgotten.
 */
export class ApiKeys {
  readonly #secrets: vscode.SecretStorage;
  readonly #state: vscode.Memento;
  readonly #environment: Readonly<Record<string, string | undefined>>;
  readonly #thisSession = new Map<string, string>();

  constructor(
    secrets: vscode.SecretStorage,
    state: vscode.Memento,
    environment: Readonly<Record<string, string | undefined>>,
  ) {
    this.#secrets = secrets;
    this.#state = state;
    this.#environment = environment;
  }

  async get(connection: Connection): Promise<string | undefined> {
    const slot = slotOf(connection);
    return this.#thisSession.get(slot) ?? (await this.#read(slot)) ?? this.#fromEnvironment(connection);
  }

  /** Only what can be read back counts as kept: without a keyring, some systems take secrets and lose them. */
  async keep(connection: Connection, key: string): Promise<KeptWhere> {
    const slot = slotOf(connection);
    try {
      await this.#secrets.store(slot, key);
    } catch {
      // Read back below: what is not there was not kept.
    }
    if ((await this.#read(slot)) === key) {
      this.#thisSession.delete(slot);
      await this.#setIndex([...this.#index(), slot]);
      return 'store';
    }
    this.#thisSession.set(slot, key);
    return 'session';
  }

  /** The key goes with a connection that gets another name, and with none that gets another origin. */
  async move(from: Connection, to: Connection): Promise<void> {
    const slot = slotOf(from);
    if (slot === slotOf(to) || slot !== slotOf({ ...to, name: from.name })) return;
    const key = this.#thisSession.get(slot) ?? (await this.#read(slot));
    if (key === undefined) return;
    await this.keep(to, key);
    await this.#forgetSlot(slot);
  }

  async forget(connection: Connection): Promise<void> {
    await this.#forgetSlot(slotOf(connection));
  }

  /** Returns how many there were. */
  async forgetAll(): Promise<number> {
    const slots = new Set([...this.#index(), ...this.#thisSession.keys()]);
    for (const slot of slots) await this.#forgetSlot(slot);
    return slots.size;
  }

  async #forgetSlot(slot: string): Promise<void> {
    this.#thisSession.delete(slot);
    await this.#secrets.delete(slot);
    await this.#setIndex(this.#index().filter((other) => other !== slot));
  }

  async #read(slot: string): Promise<string | undefined> {
    try {
      return await this.#secrets.get(slot);
    } catch {
      return undefined;
    }
  }

  /** The environment's key goes where the person who started VS Code defined it to go, not where a repository says. */
  #fromEnvironment({ definedIn, kind }: Connection): string | undefined {
    return definedIn === 'user' && kind === 'service' ? this.#environment[keyVariable]?.trim() || undefined : undefined;
  }

  #index(): readonly string[] {
    return this.#state.get<readonly string[]>(indexName) ?? [];
  }

  async #setIndex(slots: readonly string[]): Promise<void> {
    await this.#state.update(indexName, [...new Set(slots)]);
  }
}

function slotOf({ name, address = '' }: Connection): string {
  return `insights.key:${JSON.stringify([name, address && new URL(address).origin])}`;
}
