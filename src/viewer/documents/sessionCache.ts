import type { SessionSummary } from '../../domain/session/session.ts';

/** A session as it is kept: its text, and what its text does not say. */
export interface KeptSession {
  readonly bytes: Uint8Array;
  /** The service had no more of it than its parameters. */
  readonly partial: boolean;
  /** Nothing of it will change any more. */
  readonly final: boolean;
  /** What it says of itself in short. */
  readonly summary?: SessionSummary;
  /** The service says that it is in progress. */
  readonly goesOn?: boolean;
}

interface Held {
  readonly session: Promise<KeptSession>;
  readonly since: number;
  readonly loading: AbortController;
  /** How many wait for it to load. */
  waiting: number;
  /** Undefined while it loads. */
  loaded?: KeptSession;
}

interface CacheOptions {
  readonly load: (key: string, signal: AbortSignal) => Promise<KeptSession>;
  readonly now: () => number;
  readonly most?: number;
  readonly mostBytes?: number;
  /** How long a session is kept that may still change. */
  readonly changingMs?: number;
}

/** Sessions by their address: each is loaded once however many wait for it, and no longer when none does. */
export class SessionCache {
  readonly #options: Required<CacheOptions>;
  readonly #held = new Map<string, Held>();

  constructor(options: CacheOptions) {
    this.#options = { most: 60, mostBytes: 64_000_000, changingMs: 10_000, ...options };
  }

  dispose(): void {
    for (const { loading } of this.#held.values()) loading.abort();
    this.#held.clear();
  }

  /** Keeps what was loaded elsewhere in the place of what is there. */
  replace(key: string, session: KeptSession): void {
    this.#held.delete(key);
    const since = this.#options.now();
    const held = { session: Promise.resolve(session), since, loading: new AbortController(), waiting: 0 };
    this.#held.set(key, { ...held, loaded: session });
    this.#shrink();
  }

  forget(key: string): void {
    this.#held.delete(key);
  }

  /** The session and since when it is known, without a say in whether it goes on loading. */
  async peek(key: string): Promise<{ session: KeptSession; since: number }> {
    const { session, since } = this.#hold(key);
    return { session: await session, since };
  }

  /** Who aborts gets no session; it is loaded on for as long as somebody else waits. */
  async read(key: string, signal?: AbortSignal): Promise<KeptSession> {
    signal?.throwIfAborted();
    const held = this.#hold(key);
    if (held.loaded) return held.loaded;
    held.waiting += 1;
    return new Promise<KeptSession>((resolve, reject) => {
      const leave = (): void => {
        reject(signal?.reason);
        held.waiting -= 1;
        if (held.waiting > 0 || held.loaded) return;
        held.loading.abort();
        this.#drop(key, held);
      };
      signal?.addEventListener('abort', leave, { once: true });
      held.session.then(resolve, reject).finally(() => signal?.removeEventListener('abort', leave));
    });
  }

  #hold(key: string): Held {
    const known = this.#held.get(key);
    // Used last, dropped last.
    this.#held.delete(key);
    const held = known && !this.#stale(known) ? known : this.#start(key);
    this.#held.set(key, held);
    this.#shrink();
    return held;
  }

  #start(key: string): Held {
    const loading = new AbortController();
    const session = this.#options.load(key, loading.signal);
    const held: Held = { session, since: this.#options.now(), loading, waiting: 0 };
    session.then(
      (loaded) => {
        held.loaded = loaded;
        this.#shrink();
      },
      // A failure is not kept: the next read asks again.
      () => this.#drop(key, held),
    );
    return held;
  }

  #stale({ loaded, since }: Held): boolean {
    return loaded !== undefined && !loaded.final && this.#options.now() - since > this.#options.changingMs;
  }

  #drop(key: string, held: Held): void {
    if (this.#held.get(key) === held) this.#held.delete(key);
  }

  /** The last one used stays, whatever its size. */
  #shrink(): void {
    const { most, mostBytes } = this.#options;
    let bytes = 0;
    for (const { loaded } of this.#held.values()) bytes += loaded?.bytes.byteLength ?? 0;
    for (const [key, { loaded }] of this.#held) {
      if (this.#held.size <= 1 || (this.#held.size <= most && bytes <= mostBytes)) break;
      bytes -= loaded?.bytes.byteLength ?? 0;
      this.#held.delete(key);
    }
  }
}
