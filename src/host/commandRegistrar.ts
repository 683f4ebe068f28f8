import type * as vscode from 'vscode';
import type { CommandHandlers, CommandId, Commands } from './commands.ts';
import { DisposableStore } from './disposables.ts';

type Run = (...args: never[]) => unknown;

export interface CommandRegistrarNeeds {
  /** Makes VS Code know a command. */
  readonly register: (id: string, run: Run) => vscode.Disposable;
  /** Says what went wrong. Nobody waits for it to be read. */
  readonly failed: (error: unknown, id: CommandId) => unknown;
}

/** Registers the commands of features. What one of them throws is told in words: VS Code would show it as it is. */
export class CommandRegistrar {
  readonly #needs: CommandRegistrarNeeds;

  constructor(needs: CommandRegistrarNeeds) {
    this.#needs = needs;
  }

  /** Registers a feature's commands; the ids and the arguments are checked against the table. */
  register(handlers: CommandHandlers): vscode.Disposable {
    const store = new DisposableStore();
    // What VS Code hands on is what the table says, for each command.
    for (const [id, run] of Object.entries(handlers)) store.add(this.#registerOne(id as CommandId, run as Run));
    return store;
  }

  /** Registers commands whose code is loaded when the first of them is run. `load` gives the handlers of exactly these. */
  registerOnUse<Id extends CommandId>(
    ids: readonly Id[],
    load: () => Promise<{ readonly [Each in Id]: Commands[Each] }>,
  ): vscode.Disposable {
    const store = new DisposableStore();
    for (const id of ids) {
      const run = async (...args: never[]): Promise<unknown> => ((await load())[id] as Run)(...args);
      store.add(this.#registerOne(id, run));
    }
    return store;
  }

  #registerOne(id: CommandId, run: Run): vscode.Disposable {
    const { register, failed } = this.#needs;
    return register(id, async (...args) => {
      try {
        return await run(...args);
      } catch (error) {
        void failed(error, id);
        return undefined;
      }
    });
  }
}
