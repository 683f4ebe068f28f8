import { entriesAt, existsAt } from '../../session/fields/entriesAt.ts';
import { valuesAt } from '../../session/fields/valuesAt.ts';

/** What conditions and aggregations read fields from: a session, or one entry of a list within it. */
export interface FieldReader {
  /** Every value at a path, through lists; without nulls. */
  values(path: string): readonly unknown[];
  /** Whether there is a value at a path, or anything below it. */
  exists(path: string): boolean;
  /** The entries of the list at a path, each to be read by itself under the same paths. */
  entries(path: string): readonly FieldReader[];
  /** The reader of the whole session. */
  readonly whole: FieldReader;
}

/** Reads a session as a search engine's index would: lists are looked through, and every value counts. */
export function sessionReader(session: unknown): FieldReader {
  return new SessionFields(session);
}

/** A class: of an object that is written with a getter, V8 makes a shape of its own each time, which keeps the session until all memory is gone through. */
class SessionFields implements FieldReader {
  readonly #session: unknown;

  constructor(session: unknown) {
    this.#session = session;
  }

  values(path: string): readonly unknown[] {
    return valuesAt(this.#session, path);
  }

  exists(path: string): boolean {
    return existsAt(this.#session, path);
  }

  entries(path: string): readonly FieldReader[] {
    return entriesAt(this.#session, path).map((entry) => entryReader(entry, path, this));
  }

  get whole(): FieldReader {
    return this;
  }
}

/** An entry that has nothing. */
export const emptyEntry: FieldReader = {
  values: () => [],
  exists: () => false,
  entries: () => [],
  get whole() {
    return emptyEntry;
  },
};

/** One entry of the list at `prefix`: the paths of the others' fields lead nowhere from here. */
function entryReader(entry: unknown, prefix: string, whole: FieldReader): FieldReader {
  const within = (path: string): string | undefined =>
    path.startsWith(`${prefix}.`) ? path.slice(prefix.length + 1) : undefined;
  return {
    values: (path) => {
      const inner = within(path);
      return inner === undefined ? [] : valuesAt(entry, inner);
    },
    exists: (path) => {
      const inner = within(path);
      return inner !== undefined && existsAt(entry, inner);
    },
    entries: (path) => {
      const inner = within(path);
      return inner === undefined ? [] : entriesAt(entry, inner).map((one) => entryReader(one, path, whole));
    },
    whole,
  };
}
