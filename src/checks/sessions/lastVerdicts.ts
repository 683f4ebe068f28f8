import * as vscode from 'vscode';
import type { BrokenSession } from './brokenSession.ts';

/** What came of an expectation when it was checked last. */
export interface LastVerdict {
  readonly name: string;
  readonly held: boolean;
  readonly broken: readonly BrokenSession[];
}

/** What came of each query file when it was checked last in this window, by the keys of its expectations. */
export class LastVerdicts implements vscode.Disposable {
  readonly #verdicts = new Map<string, ReadonlyMap<string, LastVerdict>>();
  readonly #running = new Set<string>();
  readonly #changed = new vscode.EventEmitter<void>();

  readonly onDidChange = this.#changed.event;

  of(query: vscode.Uri): ReadonlyMap<string, LastVerdict> | undefined {
    return this.#verdicts.get(query.toString());
  }

  isRunning(query: vscode.Uri): boolean {
    return this.#running.has(query.toString());
  }

  begin(query: vscode.Uri): void {
    this.#running.add(query.toString());
    this.#changed.fire();
  }

  /** Without verdicts it did not come to any, and those there were stay. */
  end(query: vscode.Uri, verdicts?: ReadonlyMap<string, LastVerdict>): void {
    this.#running.delete(query.toString());
    if (verdicts) this.#verdicts.set(query.toString(), verdicts);
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
