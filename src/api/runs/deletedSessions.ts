import type { SessionDocument } from '../../domain/session/session.ts';
import { Emitter } from './emitter.ts';
import type { Run } from './run.ts';

/** The sessions that were deleted from this window: runs hold what they found, and rows must not show what is gone. */
export class DeletedSessions {
  readonly #gone = new Set<string>();
  readonly #changed = new Emitter<void>();

  readonly onDidChange = this.#changed.event;

  add(connection: string, id: string): void {
    this.#gone.add(keyOf(connection, id));
    this.#changed.fire(undefined);
  }

  has(connection: string, session: SessionDocument): boolean {
    return this.#gone.size > 0 && typeof session.id === 'string' && this.#gone.has(keyOf(connection, session.id));
  }

  /** How many of a run's sessions are gone since. */
  countIn({ sessions, identity: { connection } }: Pick<Run, 'sessions' | 'identity'>): number {
    return sessions.filter((session) => this.has(connection, session)).length;
  }
}

function keyOf(connection: string, id: string): string {
  return JSON.stringify([connection, id]);
}
