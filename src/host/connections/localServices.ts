import type { LocalProgress, LocalService, Starting } from './localService.ts';

/** What is wanted: a service that stands for `slot`, a file's path perhaps, as it is in this version. */
export interface Wanted {
  readonly slot: string;
  readonly version: string;
  readonly start: (starting: Starting) => Promise<LocalService>;
  readonly signal?: AbortSignal | undefined;
}

interface Running {
  readonly version: string;
  readonly service: Promise<LocalService>;
  readonly stop: AbortController;
  asking: number;
  started: boolean;
}

/** A person may ask for the next page of a file that has been written anew, if not for ever. */
const supersededIdleMs = 10 * 60_000;

/**
 * The services that run on this machine, one for each slot: started when it is first asked for, ended when all who waited for its start
 * have given up, and started anew after it has ended, by itself or otherwise.
 */
export class LocalServices {
  readonly #onProgress: () => void;
  readonly #running = new Map<string, Running>();
  readonly #superseded = new Set<Running>();
  readonly #progress = new Map<string, LocalProgress>();

  constructor({ onProgress }: { readonly onProgress: () => void }) {
    this.#onProgress = onProgress;
  }

  /** What the service of a slot is busy with, when somebody waits for that. */
  progressOf(slot: string): LocalProgress | undefined {
    return this.#progress.get(slot);
  }

  /** Throws what the start throws, and the reason of `signal`. */
  async get(wanted: Wanted): Promise<LocalService> {
    const { slot, version, signal } = wanted;
    signal?.throwIfAborted();
    const known = this.#running.get(slot);
    const running = known?.version === version ? known : this.#start(wanted);
    running.asking++;
    try {
      return await (signal ? unlessAborted(running.service, signal) : running.service);
    } finally {
      running.asking--;
      if (running.asking === 0 && !running.started) {
        running.stop.abort();
        this.#forget(slot, running);
      }
    }
  }

  dispose(): void {
    for (const { service, stop } of [...this.#running.values(), ...this.#superseded]) {
      stop.abort();
      service.then(({ close }) => close()).catch(() => {});
    }
  }

  #start({ slot, version, start }: Wanted): Running {
    const before = this.#running.get(slot);
    if (before) this.#supersede(before);
    const stop = new AbortController();
    const service = start({ signal: stop.signal, onProgress: (progress) => this.#tell(slot, running, progress) });
    const running: Running = { version, service, stop, asking: 0, started: false };
    this.#running.set(slot, running);
    service.then(
      ({ closed }) => {
        running.started = true;
        this.#tell(slot, running, undefined);
        closed.addEventListener('abort', () => this.#forget(slot, running), { once: true });
        if (closed.aborted) this.#forget(slot, running);
      },
      () => this.#forget(slot, running),
    );
    return running;
  }

  /** Runs and exports that have begun with it are still asking it. */
  #supersede(running: Running): void {
    this.#superseded.add(running);
    const forget = (): void => void this.#superseded.delete(running);
    running.service.then(({ closed, closeWhenIdle }) => {
      closed.addEventListener('abort', forget, { once: true });
      closeWhenIdle(supersededIdleMs);
    }, forget);
  }

  #forget(slot: string, running: Running): void {
    this.#tell(slot, running, undefined);
    if (this.#running.get(slot) === running) this.#running.delete(slot);
  }

  #tell(slot: string, running: Running, progress: LocalProgress | undefined): void {
    if (this.#running.get(slot) !== running) return;
    if (progress && progress.share < 1) this.#progress.set(slot, progress);
    else this.#progress.delete(slot);
    this.#onProgress();
  }
}

/** The promise, or the reason of the signal when that comes first. */
async function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  const settled = new AbortController();
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true, signal: settled.signal });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    settled.abort();
  }
}
