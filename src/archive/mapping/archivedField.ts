import type { FieldKind } from '../../domain/session/fields/fields.ts';
import { fields, findField } from '../../domain/session/fields/fields.ts';

/** Where an archive finds the values of a path: in the field of that name, or among the leaves. */
export interface ArchivedField {
  readonly path: string;
  readonly kind: Exclude<FieldKind, 'object'>;
  readonly isMapped: boolean;
}

/** What is put beside a session in its document. */
export const beside = 'archive';
/** `PATH=VALUE` for each value of a path that has no field of its own. */
export const leavesField = `${beside}.leaves`;
/** The session as it was written, where its document had to be written in another way to be indexed. */
export const sourceField = `${beside}.session`;

/** What a session has in each facet, as lists of sessions count them. */
export const facetsField = `${beside}.facets`;
/** By which rules that was read: what has no such number was archived without it. */
export const facetsVersionField = `${beside}.facets_version`;
/** The quarter of an hour in the week, by UTC, in which a session started. */
export const weekQuarterField = `${beside}.week_quarter`;

/** Says that a path has a value which is not found by what it is: it is too long, or not of its field's kind. */
export const hidden = '\u0000';

const fixed = new Map(fields.filter(({ path }) => !path.includes('*')).map(({ path, kind }) => [path, kind]));

/** Paths that were asked for: the same few hundred stand in a million sessions. */
const known = new Map<string, ArchivedField | undefined>();
const mostKnown = 5000;

/** Undefined for an object, which has no value of its own. */
export function archivedField(path: string): ArchivedField | undefined {
  const kept = known.get(path);
  if (kept || known.has(path)) return kept;
  const field = readField(path);
  if (known.size >= mostKnown) known.clear();
  known.set(path, field);
  return field;
}

function readField(path: string): ArchivedField | undefined {
  const kind = fixed.get(path) ?? findField(path)?.kind ?? 'id';
  return kind === 'object' ? undefined : { path, kind, isMapped: fixed.has(path) };
}

/** What has values below it, and fields for some of them. */
export function isMappedObject(path: string): boolean {
  return (
    fixed.get(path) === 'object' &&
    [...fixed].some(([other, kind]) => kind !== 'object' && other.startsWith(`${path}.`))
  );
}

/** Whether a session has, or may have, something below a path. */
export function isObject(path: string): boolean {
  return fixed.get(path) === 'object';
}

/** Where a tag is found whatever its category: the documentation's `tags.<name>` leaves it out. */
export function anyCategory(tag: string): string {
  return `tags.*.${tag}`;
}

/** The leaf of a value. */
export function leafOf(path: string, value: string | number): string {
  return `${path}=${value}`;
}

export function hiddenLeafOf(path: string): string {
  return leafOf(path, hidden);
}
