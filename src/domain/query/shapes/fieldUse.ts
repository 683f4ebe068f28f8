import type { Field } from '../../session/fields/fields.ts';
import { fields } from '../../session/fields/fields.ts';

/** What is done with a field where it is named. */
export type FieldUse =
  /** Compared as a whole. */
  | 'exact'
  | 'words'
  | 'range'
  | 'pattern'
  | 'exists'
  /** Its entries are looked at one by one. */
  | 'list'
  /** Each of its values is counted. */
  | 'bucket'
  | 'number'
  | 'time';

/** The kinds that fit, those that are meant most first. */
const kinds: Readonly<Record<FieldUse, readonly Field['kind'][]>> = {
  exact: ['id', 'number', 'boolean', 'date', 'text'],
  words: ['text', 'id', 'number', 'boolean', 'date'],
  range: ['number', 'date', 'id'],
  pattern: ['id', 'text'],
  exists: ['id', 'number', 'boolean', 'date', 'text', 'object'],
  list: ['object'],
  bucket: ['id', 'number', 'boolean', 'date'],
  number: ['number', 'date', 'boolean'],
  time: ['date'],
};

export function fitsUse({ kind, multiple }: Field, use: FieldUse): boolean {
  return kinds[use].includes(kind) && (use !== 'list' || multiple);
}

/** The fields that fit, those that are meant most first. Names that are data are not among them. */
export function fieldsFor(use: FieldUse, within: string | undefined): readonly Field[] {
  const rank = ({ kind }: Field): number => kinds[use].indexOf(kind);
  return fields
    .filter((field) => !field.path.includes('*') && fitsUse(field, use) && isWithin(field.path, within))
    .toSorted((a, b) => rank(a) - rank(b));
}

/** Whether a field has values in the entries of a list. */
export function isWithin(path: string, within: string | undefined): boolean {
  return within === undefined || path.startsWith(`${within}.`);
}
