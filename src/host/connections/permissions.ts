export interface PermissionSources {
  /** What was allowed before. */
  readonly kept: () => readonly string[];
  readonly keep: (entries: readonly string[]) => PromiseLike<void>;
  /** Asks the person. */
  readonly ask: (name: string, address: URL, secret: SentSecret | undefined) => Promise<boolean>;
  readonly now: () => number;
}

export interface Permitting {
  /** Nobody is asked. */
  readonly quiet?: boolean | undefined;
  /** The person wants to be asked, whatever was answered a moment ago. */
  readonly again?: boolean | undefined;
  /** What the requests sign in with, which the question tells of. */
  readonly secret?: SentSecret | undefined;
}

/** The secret that goes with requests. */
export type SentSecret = 'apiKey' | 'password';

/** What was started at once with what was refused is refused with it. */
const refusalHoldsMs = 3_000;

/**
 * Whether requests may go where a workspace says that they go: the person decides, once for each name and origin. All who want to know at once
 * share a question, and its answer.
 */
export class Permissions {
  readonly #sources: PermissionSources;
  readonly #asked = new Map<string, Promise<boolean>>();
  readonly #refused = new Map<string, number>();

  constructor(sources: PermissionSources) {
    this.#sources = sources;
  }

  has(name: string, address: URL): boolean {
    return this.#sources.kept().includes(entryOf(name, address));
  }

  async allow(name: string, address: URL, { quiet = false, again = false, secret }: Permitting = {}): Promise<boolean> {
    if (this.has(name, address)) return true;
    if (quiet) return false;
    const entry = entryOf(name, address);
    const refused = this.#refused.get(entry);
    if (!again && refused !== undefined && this.#sources.now() - refused < refusalHoldsMs) return false;
    const asked = this.#asked.get(entry) ?? this.#ask(entry, name, address, secret);
    this.#asked.set(entry, asked);
    return asked;
  }

  async #ask(entry: string, name: string, address: URL, secret: SentSecret | undefined): Promise<boolean> {
    const { ask, keep, kept, now } = this.#sources;
    try {
      const allowed = await ask(name, address, secret);
      if (allowed) await keep([...kept(), entry]);
      else this.#refused.set(entry, now());
      return allowed;
    } finally {
      this.#asked.delete(entry);
    }
  }
}

function entryOf(name: string, { origin }: URL): string {
  return JSON.stringify([name, origin]);
}
