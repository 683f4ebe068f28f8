import { setImmediate as otherWork } from 'node:timers/promises';
import type { SessionDocument } from '../../domain/session/session.ts';
import type { SessionSource } from '../sources/sessionSource.ts';
import type { Parts } from './sessionIndex.ts';
import { partOf, SessionIndex } from './sessionIndex.ts';

/** By far the largest part of a session, and not what most queries ask for. */
const heavy = 'flow_path';
const sliceMs = 30;

/**
 * An index that is made in slices of time, so that whoever asks for something else is answered in between, and no further than it was
 * asked for: the steps of the flows, of which there are by far the most, wait for the first query that looks into them.
 */
export class GrowingIndex {
  readonly #index: SessionIndex;
  readonly #onProgress: (share: number) => void;
  #steps: Promise<void> | undefined;

  /** `onProgress` hears of the share of the sessions that is done, from 0 to 1, whenever something is being indexed. */
  constructor(sessions: readonly SessionDocument[] | SessionSource, onProgress: (share: number) => void = () => {}) {
    this.#index = new SessionIndex(sessions);
    this.#onProgress = onProgress;
  }

  /** Indexes all that is light; reads each session once. Throws when one cannot be read. */
  async begin(): Promise<void> {
    await this.#grow({ allBut: [heavy] });
  }

  /** The index, once it has these fields. */
  async with(fields: readonly string[]): Promise<SessionIndex> {
    if (fields.some((path) => partOf(path) === heavy)) {
      this.#steps ??= this.#grow({ only: heavy });
      await this.#steps;
    }
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
