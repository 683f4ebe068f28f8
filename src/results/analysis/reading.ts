import type { SessionCollector } from '../../api/reading/collectSessions.ts';
import type { Run } from '../../api/runs/run.ts';
import type { AggregateAll } from '../../api/runs/runOptions.ts';
import type { DateRange } from '../../domain/time/dates.ts';
import type { ReadingView } from '../../protocol/analysisMessages.ts';

export type ReadingState = Omit<ReadingView, 'run' | 'range'>;

const nothing: ReadingState = {
  ...{ state: 'none', read: 0, kept: 0, missing: 0, outside: 0, filterUnheeded: false },
  total: { count: 0, atLeast: false },
};

/** What is collected of a run's sessions: of its own range, and where it is given of another. */
export interface Passes {
  readonly run: Run;
  readonly fields: Iterable<string>;
  readonly collectors: readonly { readonly collector: SessionCollector; readonly range?: DateRange }[];
}

/** Reads every session of a run's range, one range after another, or has them counted, and tells how far it is. Starting another one ends it. */
export class Reading {
  readonly #changed: () => void;
  readonly #failureWords: (error: unknown, run: Run) => string;
  #stopping: AbortController | undefined;
  #state: ReadingState = nothing;

  constructor(changed: () => void, failureWords: (error: unknown, run: Run) => string) {
    this.#changed = changed;
    this.#failureWords = failureWords;
  }

  get state(): ReadingState {
    return this.#state;
  }

  start({ run, fields, collectors }: Passes): Promise<void> {
    return this.#read(run, async (signal, told) => {
      let [read, kept, missing, outside] = [0, 0, 0, 0];
      let filterUnheeded = false;
      for (const { collector, range } of collectors) {
        const [readBefore, keptBefore] = [read, kept];
        const collected = await run.collect(
          {
            fields,
            signal,
            onProgress: (now) =>
              told({
                read: readBefore + now.read,
                kept: keptBefore + now.kept,
                total: { ...now.total, count: readBefore + now.total.count },
              }),
            ...(range ? { range } : {}),
          },
          [collector],
        );
        read += collected.read;
        kept += collected.kept;
        missing += collected.missing.reduce((sum, { count }) => sum + (count ?? 1), 0);
        outside += collected.outside ?? 0;
        filterUnheeded ||= collected.filterUnheeded ?? false;
      }
      return { read, kept, missing, outside, filterUnheeded };
    });
  }

  /** The same of what the service counts by itself. */
  ask(run: Run, aggregate: AggregateAll): Promise<void> {
    return this.#read(run, async (signal, told) => {
      const onProgress = (read: number, total: ReadingState['total']): void => told({ read, kept: read, total });
      const { total } = await aggregate({ signal, onProgress });
      return { read: total, kept: total, missing: 0, outside: 0, filterUnheeded: false };
    });
  }

  async #read(
    run: Run,
    work: (
      signal: AbortSignal,
      told: (state: Partial<ReadingState>) => void,
    ) => Promise<Pick<ReadingState, 'read' | 'kept' | 'missing' | 'outside' | 'filterUnheeded'>>,
  ): Promise<void> {
    this.#stopping?.abort();
    const stopping = new AbortController();
    this.#stopping = stopping;
    const told = (state: Partial<ReadingState>): void => {
      if (this.#stopping !== stopping) return;
      this.#state = { ...this.#state, ...state };
      this.#changed();
    };
    told({ ...nothing, state: 'running' });
    try {
      const found = await work(stopping.signal, told);
      told({ state: 'done', ...found, total: { count: found.read, atLeast: false } });
    } catch (error) {
      if (stopping.signal.aborted) told({ state: 'cancelled' });
      else told({ state: 'failed', failure: this.#failureWords(error, run) });
    }
  }

  cancel(): void {
    this.#stopping?.abort();
  }

  dispose(): void {
    this.#stopping?.abort();
    this.#stopping = undefined;
  }
}
