import { Emitter } from '../runs/emitter.ts';

/** Something to ask while a person types. */
export interface LookupQuestion<Row> {
  /** Two questions of one key are the same question. */
  readonly key: string;
  /** How long nobody is to type before it is asked. */
  readonly pauseMs: number;
  /** Asks, and tells what was found: more each time. */
  readonly ask: (signal: AbortSignal, found: (rows: readonly Row[]) => void) => Promise<void>;
}

export type LookupState = 'idle' | 'waiting' | 'asking' | 'answered' | 'failed';

/** Calls after a while; the answer takes that back. */
export type Later = (call: () => void, ms: number) => () => void;

/**
 * Asks a service while a person types: after a pause, one question at a time. A question takes the place of the one before, which is
 * cancelled and has to have ended before the next is sent; what it still answers is dropped.
 */
export class ServiceLookup<Row> {
  readonly #later: Later;
  readonly #changed = new Emitter<LookupState>();
  #question: LookupQuestion<Row> | undefined;
  #state: LookupState = 'idle';
  #rows: readonly Row[] = [];
  #error: unknown;
  #asking = new AbortController();
  #takeBack: (() => void) | undefined;
  /** Settles when nothing is on its way any more. */
  #quiet: Promise<void> = Promise.resolve();

  readonly onDidChange = this.#changed.event;

  constructor(later: Later) {
    this.#later = later;
  }

  get state(): LookupState {
    return this.#state;
  }

  /** What the question that stands has found so far. */
  get rows(): readonly Row[] {
    return this.#rows;
  }

  get error(): unknown {
    return this.#error;
  }

  /** Asks after a pause, or at once. One that is waiting, asked or answered already goes on as it is; a failed one is asked again at once only. */
  ask(question: LookupQuestion<Row> | undefined, when: 'afterPause' | 'atOnce' = 'afterPause'): void {
    const same = question !== undefined && question.key === this.#question?.key;
    if (same && when === 'afterPause') return;
    if (same && (this.#state === 'asking' || this.#state === 'answered')) return;
    this.#stop();
    this.#question = question;
    this.#rows = [];
    this.#error = undefined;
    if (!question) {
      this.#become('idle');
      return;
    }
    this.#takeBack = this.#later(() => void this.#send(question), when === 'atOnce' ? 0 : question.pauseMs);
    this.#become('waiting');
  }

  dispose(): void {
    this.#stop();
    this.#question = undefined;
    this.#state = 'idle';
  }

  async #send(question: LookupQuestion<Row>): Promise<void> {
    const { signal } = this.#asking;
    const before = this.#quiet;
    const ask = async (): Promise<void> => {
      await before;
      if (signal.aborted) return;
      this.#become('asking');
      try {
        await question.ask(signal, (rows) => {
          if (signal.aborted) return;
          this.#rows = rows;
          this.#become('asking');
        });
        if (!signal.aborted) this.#become('answered');
      } catch (error) {
        if (signal.aborted) return;
        this.#error = error;
        this.#become('failed');
      }
    };
    this.#quiet = ask();
    await this.#quiet;
  }

  #stop(): void {
    this.#takeBack?.();
    this.#takeBack = undefined;
    this.#asking.abort();
    this.#asking = new AbortController();
  }

  #become(state: LookupState): void {
    this.#state = state;
    this.#changed.fire(state);
  }
}
