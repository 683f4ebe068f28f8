import { setImmediate as otherWork } from 'node:timers/promises';
import type { UnfoundSessions } from '../../domain/connections/unfoundSessions.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import type { SessionSource } from '../sources/sessionSource.ts';
import type { Parts } from './sessionIndex.ts';
import { partOf, SessionIndex } from './sessionIndex.ts';

/** What every search looks into. */
const always = ['session_start_time', 'id'];
const sliceMs = 30;

/**
 * An index that is made in slices of time, so that whoever asks for something else is answered in between, and no further than it was
 * asked for: each part of the sessions waits for the first query that looks into it.
 */
export class GrowingIndex {
  readonly #index: SessionIndex;
  readonly #onProgress: (share: number) => void;
  readonly #growing = new Map<string, Promise<void>>();

  /** `onProgress` hears of the share of the sessions that is done, from 0 to 1, whenever something is being indexed. */
  constructor(sessions: readonly SessionDocument[] | SessionSource, onProgress: (share: number) => void = () => {}) {
    this.#index = new SessionIndex(sessions);
    this.#onProgress = onProgress;
  }

  /** Reads each session once, and says which of them nobody finds. Throws when one cannot be read. */
  async begin(): Promise<UnfoundSessions> {
    return (await this.with(always)).unfound();
  }

  /** The index, once it has these fields. */
  async with(fields: readonly string[]): Promise<SessionIndex> {
    const parts = [...new Set(fields.map(partOf))];
    const missing = parts.filter((part) => !this.#growing.has(part));
    if (missing.length > 0) {
      const grown = this.#grow(missing);
      for (const part of missing) this.#growing.set(part, grown);
    }
    await Promise.all(parts.map((part) => this.#growing.get(part)));
    return this.#index;
  }

  async #grow(parts: Parts): Promise<void> {
    let until = performance.now() + sliceMs;
    for (const done of this.#index.indexing(parts)) {
      if (performance.now() < until) continue;
      this.#onProgress(done / this.#index.size);
      await otherWork();
      until = performance.now() + sliceMs;
    }
    this.#onProgress(1);
  }
}
