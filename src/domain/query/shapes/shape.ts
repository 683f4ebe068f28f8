import type { FieldUse } from './fieldUse.ts';

/** What may stand at a place within `refine`, `aggs` and `expect`: what completion, hovers, colours and lint need to know of it. */
export interface Shape {
  /** The keys that an object has here. */
  readonly keys?: Readonly<Record<string, MakeShape>>;
  /** Those of its keys of which only one may stand. */
  readonly only?: readonly string[];
  /** The keys of an object here are fields: one, with what its value is. */
  readonly fields?: FieldPlace & { readonly value: (path: string) => Shape };
  /** The keys of an object here are names that people choose. */
  readonly named?: () => Shape;
  /** What these names are, where something is known of them: of new aggregations, or of what buckets can be put in order by. */
  readonly names?: 'aggregations' | 'orders';
  /** The entries of a list. */
  readonly items?: () => Shape;
  /** What a text or a number means. */
  readonly value?: ShapeValue;
}

/** A place where a field is named, and how it is used there. */
export interface FieldPlace {
  readonly use: FieldUse;
  /** Only the fields of this list's entries have values here. */
  readonly within: string | undefined;
}

export type ShapeValue =
  | ({ readonly kind: 'field' } & FieldPlace)
  /** A value to look for in a field. */
  | { readonly kind: 'valueOf'; readonly field: string }
  /** `known`: whether the schema of query files lists them too. */
  | { readonly kind: 'words'; readonly words: readonly string[]; readonly known: boolean }
  /** A node, by its id or its name. */
  | { readonly kind: 'node' }
  /** A step of the path to a number that `aggs` find. */
  | { readonly kind: 'resultPath' };

/** `sibling`: what stands beside it in the same object, as far as it is a text. */
export type MakeShape = (sibling: (key: string) => string | undefined) => Shape;

/** A place of which nothing more is to be said. */
export const plain = (): Shape => ({});

/** One of a few words. */
export function words(...known: readonly string[]): () => Shape {
  return () => ({ value: { kind: 'words', words: known, known: true } });
}
