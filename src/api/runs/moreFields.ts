import type { SessionDocument } from '../../domain/session/session.ts';
import { Cancelled } from '../client/insightsErrors.ts';
import type { SessionStream } from '../search/sessionStream.ts';

interface MoreFieldsOptions {
  /** The sessions that a run has; each is replaced by one that holds more. */
  readonly sessions: SessionDocument[];
  /** The fields that the run itself brings. */
  readonly fields: readonly string[];
  readonly search: (fields: readonly string[]) => SessionStream;
  readonly changed: () => void;
}

/** Asks the service for fields of the sessions that a run has, which its query did not name: the same search, and nothing but what is missing. */
export class MoreFields {
  readonly #options: MoreFieldsOptions;
  /** How many sessions, from the first on, have what was asked for in addition. */
  readonly #had = new Map<string, number>();
  #asking: SessionStream | undefined;
  #wanted: readonly string[] = [];
  #asked: Promise<void> = Promise.resolve();
  #error: unknown;

  constructor(options: MoreFieldsOptions) {
    this.#options = options;
  }

  /** How many sessions, from the first on, came with what stands at a path. */
  have(path: string): number {
    if (isBrought(this.#options.fields, path)) return this.#options.sessions.length;
    let most = 0;
    for (const [field, count] of this.#had) if (isBrought([field], path)) most = Math.max(most, count);
    return Math.min(most, this.#options.sessions.length);
  }

  /** The fields that are on their way. */
  get asking(): readonly string[] {
    return this.#asking ? this.#wanted : [];
  }

  /** Why what was asked for last did not come. */
  get error(): unknown {
    return this.#error;
  }

  /** Asks for fields of all sessions that are there. Never rejects: `error` says what went wrong. One after the other. */
  ask(fields: readonly string[]): Promise<void> {
    this.#asked = this.#asked.then(() => this.#askNow(fields));
    return this.#asked;
  }

  async #askNow(fields: readonly string[]): Promise<void> {
    const { sessions, search, changed } = this.#options;
    const count = sessions.length;
    const missing = fields.filter((field) => this.have(field) < count);
    if (missing.length === 0) return;
    const first = Math.min(...missing.map((field) => this.have(field)));
    const places = new Map<unknown, number>();
    for (let at = first; at < count; at += 1) if (sessions[at]?.id !== undefined) places.set(sessions[at]?.id, at);
    const whole = this.#withNeighbours(missing);
    this.#wanted = missing;
    this.#error = undefined;
    const stream = search(whole);
    this.#asking = stream;
    changed();
    try {
      for await (const found of stream) {
        const at = places.get(found.id);
        const session = at === undefined ? undefined : sessions[at];
        if (at !== undefined && session) sessions[at] = withRoots(session, found, missing);
        places.delete(found.id);
        if (places.size === 0) break;
      }
      // What is not there any more has been deleted since.
      for (const field of missing) this.#had.set(field, count);
    } catch (error) {
      this.#error = error instanceof Cancelled ? undefined : error;
    } finally {
      this.#asking = undefined;
      changed();
    }
  }

  cancel(): void {
    this.#asking?.interrupt();
  }

  /** What stands in the same object is asked for again: a list of steps cannot be laid beside another. */
  #withNeighbours(missing: readonly string[]): readonly string[] {
    const roots = new Set(missing.map(rootOf));
    const known = [...this.#options.fields, ...this.#had.keys()].filter((field) => roots.has(rootOf(field)));
    return [...new Set([...known, ...missing])];
  }
}

function withRoots(session: SessionDocument, found: SessionDocument, fields: readonly string[]): SessionDocument {
  const roots = new Set(fields.map(rootOf));
  const held = Object.entries(found).filter(([name]) => roots.has(name));
  return { ...session, ...Object.fromEntries(held) };
}

function rootOf(path: string): string {
  const dot = path.indexOf('.');
  return dot < 0 ? path : path.slice(0, dot);
}

function isBrought(fields: readonly string[], path: string): boolean {
  return fields.some((field) => field === path || path.startsWith(`${field}.`));
}
