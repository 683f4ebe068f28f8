import type { ArchivedField } from './archivedField.ts';
import { anyCategory, archivedField, beside, isObject } from './archivedField.ts';

/** What is known of a path in documents. */
export class Place {
  readonly path: string;
  /** Undefined for what has no value of its own. */
  readonly field: ArchivedField | undefined;
  readonly isObject: boolean;
  /** Engines take documents that have such a name here. */
  readonly isTaken: boolean;
  /** Where a tag is found whatever its category; undefined for what is no tag. */
  readonly tag: string | undefined;
  readonly #below = new Map<string, Place>();
  readonly #made: () => void;

  constructor(path: string, { isTaken, tag, made }: Pick<Place, 'isTaken' | 'tag'> & { readonly made: () => void }) {
    this.path = path;
    this.isTaken = isTaken;
    this.tag = tag;
    this.field = archivedField(path);
    this.isObject = isObject(path);
    this.#made = made;
    made();
  }

  below(name: string): Place {
    const known = this.#below.get(name);
    if (known) return known;
    const { path } = this;
    const place = new Place(path === '' ? name : `${path}.${name}`, {
      isTaken: isTaken(name, path),
      // The documentation's `tags.<name>` leaves the category out that its model has between them.
      tag: /^tags\.[^.]+$/u.test(path) ? anyCategory(name) : undefined,
      made: this.#made,
    });
    this.#below.set(name, place);
    return place;
  }
}

const mostPlaces = 20_000;

/** The places that were met: the same few hundred stand in a million sessions, beside those whose names are data. */
export class Places {
  #root: Place | undefined;
  #count = 0;

  /** Where a document begins. */
  get root(): Place {
    if (!this.#root || this.#count > mostPlaces) {
      this.#count = 0;
      this.#root = new Place('', { isTaken: true, tag: undefined, made: () => (this.#count += 1) });
    }
    return this.#root;
  }
}

function isTaken(name: string, path: string): boolean {
  if (/^\.|\.$|\.\.|^\s*$/u.test(name)) return false;
  if (path === '' && (name === beside || name.startsWith('_'))) return false;
  // Engines read a name with a dot as a way down; where it leads into what is mapped as a value they take nothing of the document.
  return !name.includes('.') || isBelowNames(path);
}

/** Below these, names are data and nothing is mapped. */
function isBelowNames(path: string): boolean {
  return /^(?:params|parameters|tags)(?:\.|$)/u.test(path);
}
