import type { UnfoundSessions } from '../../domain/connections/unfoundSessions.ts';
import { findField } from '../../domain/session/fields/fields.ts';
import { indexedLevels } from '../../domain/session/fields/indexedLevels.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import { isScalar, longestExactText, storedTokens } from '../../domain/tokens/fieldTokens.ts';
import type { SessionSource } from '../sources/sessionSource.ts';
import { sourceOf } from '../sources/sessionSource.ts';
import { DocSet } from './docSet.ts';
import { FieldIndex } from './fieldIndex.ts';

/** One name on the way through a document. Lists leave no trace: the objects of a list are flattened into one. */
class PathNode {
  readonly path: string;
  readonly index: FieldIndex | undefined;
  readonly #children = new Map<string, PathNode>();

  constructor(path: string, indexes: Map<string, FieldIndex>) {
    this.path = path;
    const field = findField(path);
    if (!field || field.kind === 'object') return;
    this.index = indexes.get(path) ?? new FieldIndex(field);
    indexes.set(path, this.index);
  }

  child(name: string, indexes: Map<string, FieldIndex>): PathNode {
    let child = this.#children.get(name);
    if (!child) {
      child = new PathNode(this.path === '' ? name : `${this.path}.${name}`, indexes);
      this.#children.set(name, child);
    }
    return child;
  }
}

/** Parts of the sessions: what their documents have at the top, such as `flow_path`, each with all below it. */
export type Parts = readonly string[] | 'all';

/**
 * All sessions, each field searchable by its tokens. A part of the sessions is indexed once: by `indexing`, by `complete`, or else when it
 * is first asked for. Of those with the same id the last one counts, as in an index of Elasticsearch: exports that overlap are put into one
 * file. Sessions can only be taken out, and put back.
 */
export class SessionIndex {
  readonly #source: SessionSource;
  readonly #live: DocSet;
  readonly #fields = new Map<string, FieldIndex>();
  readonly #root = new PathNode('', this.#fields);
  readonly #indexed = new Set<string>();
  #complete = false;
  #knowsIds = false;

  constructor(sessions: readonly SessionDocument[] | SessionSource) {
    this.#source = sourceOf(sessions);
    this.#live = DocSet.all(this.size);
  }

  /** Indexes all that is left, so that no search has to. */
  complete(): this {
    for (const _ of this.indexing('all'));
    return this;
  }

  /** Indexes parts, one session after another; yields how many are done. No search may ask for these parts before it has ended. */
  *indexing(parts: Parts): Generator<number, void, void> {
    const wanted = (part: string): boolean => !this.hasIndexed(part) && (parts === 'all' || parts.includes(part));
    for (let doc = 0; doc < this.size; doc++) {
      for (const [name, value] of Object.entries(this.document(doc)))
        if (wanted(partOf(name))) this.#add({ node: this.#root.child(name, this.#fields), value, doc }, 0);
      yield doc + 1;
    }
    if (parts === 'all') this.#complete = true;
    else for (const part of parts) this.#indexed.add(part);
  }

  hasIndexed(part: string): boolean {
    return this.#complete || this.#indexed.has(part);
  }

  /** How many sessions there were at first. */
  get size(): number {
    return this.#source.size;
  }

  document(doc: number): SessionDocument {
    return this.#source.at(doc);
  }

  /** The sessions that have not been deleted. */
  live(): DocSet {
    this.#dropRepeated();
    return this.#live.copy();
  }

  /** The field's index; undefined when no session has a value there. */
  field(path: string): FieldIndex | undefined {
    const part = partOf(path);
    if (!this.hasIndexed(part)) for (const _ of this.indexing([part]));
    return this.#fields.get(path);
  }

  /** The numbers of the sessions with this id. */
  withId(id: string): readonly number[] {
    const found = new DocSet(this.size);
    this.field('id')?.collect(id, found);
    found.keep(this.live());
    return [...found.numbers()];
  }

  /** Which of the sessions nobody finds. */
  unfound(): UnfoundSessions {
    const [found, dated] = [this.live(), new DocSet(this.size)];
    this.field('session_start_time')?.collectBetween(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, dated);
    const count = this.size;
    return { count, undated: count - dated.numbers().length, repeated: count - found.numbers().length };
  }

  delete(doc: number): void {
    this.#live.remove(doc);
  }

  /** Puts one back that was taken out. */
  restore(doc: number): void {
    this.#live.add(doc);
  }

  #dropRepeated(): void {
    if (this.#knowsIds) return;
    this.#knowsIds = true;
    for (const docs of this.field('id')?.shared() ?? [])
      for (let at = 0; at < docs.length - 1; at++) this.#live.remove(docs[at] ?? 0);
  }

  #add({ node, value, doc }: { node: PathNode; value: unknown; doc: number }, depth: number): void {
    if (value === null || value === undefined) return;
    if (isScalar(value)) {
      if (!node.index) return;
      for (const token of storedTokens(node.index.field.kind, value))
        if (typeof token === 'number' || token.length <= longestExactText) node.index.add(token, doc);
    } else if (depth === indexedLevels) return;
    else if (Array.isArray(value)) {
      for (const item of value) this.#add({ node, value: item, doc }, depth + 1);
    } else {
      const object = value as Record<string, unknown>;
      for (const name of Object.keys(object)) {
        this.#add({ node: node.child(name, this.#fields), value: object[name], doc }, depth + 1);
        // The documentation's `tags.<name>` leaves the category out that its model has between them.
        if (isScalar(object[name]) && /^tags\.[^.]+$/.test(node.path))
          this.#add(
            { node: this.#root.child('tags', this.#fields).child(name, this.#fields), value: object[name], doc },
            depth + 1,
          );
      }
    }
  }
}

/** The part that a path leads into: its first name. */
export function partOf(path: string): string {
  const dot = path.indexOf('.');
  return dot < 0 ? path : path.slice(0, dot);
}
