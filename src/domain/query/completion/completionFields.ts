import type { Field } from '../../session/fields/fields.ts';
import { fields, findField } from '../../session/fields/fields.ts';
import { fieldsFor, fitsUse, isWithin } from '../shapes/fieldUse.ts';
import type { FieldPlace as UsedField } from '../shapes/shape.ts';
import type { CompletionEntry, SeenValues } from './completionEntry.ts';

/** What is asked for where a field's name fits. */
export interface FieldPlace {
  readonly seen: SeenValues;
  /** What stands there up to the cursor. */
  readonly written: string;
}

/** The fields that fit into a clause; `match` prefers texts, `term` ids. */
export function clauseFields(kind: 'term' | 'match', place: FieldPlace): readonly CompletionEntry[] {
  const fits = (field: Field) => field.kind !== 'object' && (kind === 'term' || !field.termOnly);
  const rank = (field: Field) => ((field.kind === 'text') === (kind === 'match') ? 0 : 1);
  const fixed = fixedFields.filter(fits).toSorted((a, b) => rank(a) - rank(b));
  return [...fixed.map((field) => entry(field.path, field)), ...namedFields(fits, place)];
}

/** The fields that fit into a condition or an aggregation. */
export function usedFields({ use, within }: UsedField, place: FieldPlace): readonly CompletionEntry[] {
  const fixed = fieldsFor(use, within).filter(isAsked);
  const fits = (field: Field) => fitsUse(field, use) && isWithin(field.path, within);
  return [...fixed.map((field) => entry(field.path, field)), ...namedFields(fits, place)];
}

/** Every field, and objects, whose names retrieve all that is below them. */
export function projectedFields(place: FieldPlace): readonly CompletionEntry[] {
  return [...fixedFields.map((field) => entry(field.path, field)), ...namedFields(() => true, place)];
}

/** The fields that sort, in both directions: the latest, longest and most first. */
export function sortKeys(place: FieldPlace): readonly CompletionEntry[] {
  const fits = (field: Field) => field.sortable;
  const sortable = [...fixedFields.filter(fits).map((field) => entry(field.path, field)), ...namedFields(fits, place)];
  return sortable.flatMap((one) => {
    const descendingFirst = ['date', 'number'].includes(findField(one.label)?.kind ?? '');
    const directions = descendingFirst ? ['desc', 'asc'] : ['asc', 'desc'];
    return directions.map(
      (direction): CompletionEntry => ({ ...one, label: `${one.label}:${direction}`, kind: 'direction' }),
    );
  });
}

/** A query has no use for a key, and what the documentation calls `parameters` is `params`. */
const fixedFields = fields.filter((field) => !field.path.includes('*') && isAsked(field));

function isAsked({ path }: Field): boolean {
  return path !== 'api_key' && !path.startsWith('parameters');
}

/** Paths with names that are data, by the names that loaded sessions had. */
function namedFields(fits: (field: Field) => boolean, { seen, written }: FieldPlace): readonly CompletionEntry[] {
  const parameters = seen
    .valuesOf('params_list.name')
    .flatMap(({ value }) => [`params.${value}.value`, `params.${value}.completed`]);
  const found = written.startsWith('tags.') ? [...tagPaths(seen), ...parameters] : parameters;
  return found.flatMap((path) => {
    const field = findField(path);
    return field && fits(field) ? [entry(path, field)] : [];
  });
}

/** Which tag is in which category was not kept: each with each, so only where somebody asks for them, and not all. */
function tagPaths(seen: SeenValues): readonly string[] {
  const tags = seen.valuesOf('tags_list.tag').slice(0, 20);
  const categories = seen.valuesOf('tags_list.category').slice(0, 20);
  return categories.flatMap((category) => tags.map((tag) => `tags.${category.value}.${tag.value}`));
}

function entry(path: string, field: Field): CompletionEntry {
  return {
    label: path,
    kind: 'field',
    detail: `${field.kind} · ${field.title}`,
    documentation: field.description,
  };
}
