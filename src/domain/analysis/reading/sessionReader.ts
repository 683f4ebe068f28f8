import { entriesAt, existsAt } from '../../session/entriesAt.ts';
import { valuesAt } from '../../session/valuesAt.ts';

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
  const reader: FieldReader = {
    values: (path) => valuesAt(session, path),
    exists: (path) => existsAt(session, path),
    entries: (path) => readersAt(session, path, reader),
    get whole() {
      return reader;
    },
  };
  return reader;
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

function readersAt(session: unknown, path: string, whole: FieldReader): readonly FieldReader[] {
  return entriesAt(session, path).map((entry) => entryReader(entry, path, whole));
}
