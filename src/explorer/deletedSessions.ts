import * as vscode from 'vscode';
import type { Run } from '../api/run.ts';
import type { SessionDocument } from '../domain/session.ts';

/** The sessions that were deleted from this window: runs hold what they found, and rows must not show what is gone. */
export class DeletedSessions implements vscode.Disposable {
  readonly #gone = new Set<string>();
  readonly #changed = new vscode.EventEmitter<void>();

  readonly onDidChange = this.#changed.event;

  add(connection: string, id: string): void {
    this.#gone.add(keyOf(connection, id));
    this.#changed.fire();
  }

  has(connection: string, session: SessionDocument): boolean {
    return typeof session.id === 'string' && this.#gone.has(keyOf(connection, session.id));
  }

  /** How many of a run's sessions are gone since. */
  countIn({ sessions, identity: { connection } }: Pick<Run, 'sessions' | 'identity'>): number {
    if (this.#gone.size === 0) return 0;
    return sessions.filter((session) => this.has(connection, session)).length;
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

function keyOf(connection: string, id: string): string {
  return JSON.stringify([connection, id]);
}
