import type { FieldEntry } from '../../../../schemas/generated/fieldCatalogue.ts';
import { fieldCatalogue, fieldSlips } from '../../../../schemas/generated/fieldCatalogue.ts';

/** A path in a session document, with what the documentation says of it. Made from `schemas/session.schema.json`. */
export type Field = FieldEntry;

/** What a field holds, which decides how it can be searched and sorted. */
export type FieldKind = Field['kind'];

/** Every field, in the order of the schema. `*` in a path stands for a name that is data: a parameter's, a tag's, a speaker's. */
export const fields: readonly Field[] = fieldCatalogue;

const fixedFields = new Map(fields.filter((field) => !field.path.includes('*')).map((field) => [field.path, field]));

const namePatterns = fields
  .filter((field) => field.path.includes('*'))
  .map((field) => ({ field, pattern: pathPattern(field.path) }))
  // The longer pattern says more: `params.*.value` before `params.*`.
  .sort((a, b) => b.field.path.length - a.field.path.length);

/** The field that stands at `path`, or undefined when the documentation knows none. Names that are data may contain dots. */
export function findField(path: string): Field | undefined {
  return fixedFields.get(path) ?? namePatterns.find(({ pattern }) => pattern.test(path))?.field;
}

/** What a field is called; its path where the documentation gives that no name of its own. */
export function titleOfField(path: string): string {
  const field = findField(path);
  return field?.path === path ? field.title : path;
}

/** A name that the documentation itself uses in an example, and the one that its model and its sample have. */
export interface FieldSlip {
  readonly use: string;
  readonly why: string;
}

/** What the documentation's model has in place of a name from its examples; undefined when `path` is none of them. */
export function findSlip(path: string, place: 'sort' | 'elsewhere' = 'elsewhere'): FieldSlip | undefined {
  return fieldSlips.find((slip) => slip.path === path && (slip.only ?? place) === place);
}

function pathPattern(path: string, name = '.+'): RegExp {
  const escaped = path.split('*').map((part) => part.replaceAll('.', '\\.'));
  return new RegExp(`^${escaped.join(`(${name})`)}$`, 'u');
}
