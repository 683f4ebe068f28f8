import type { FieldUse } from './fieldUse.ts';
import type { MakeShape, Shape } from './shape.ts';
import { plain, words } from './shape.ts';

/** A `bool`. `within` is the list whose entries it is about, where it stands in a `nested`. */
export function boolShape(within?: string): Shape {
  const list: MakeShape = () => conditionsShape(within);
  return { keys: { must: list, filter: list, must_not: list, should: list, minimum_should_match: plain } };
}

/** One condition, or a list of them. */
export function conditionsShape(within?: string): Shape {
  const one = conditionShape(within);
  return { ...one, items: () => one };
}

function conditionShape(within: string | undefined): Shape {
  const keys: Readonly<Record<string, MakeShape>> = {
    term: onField('exact', within, { value: undefined, case_insensitive: plain }),
    terms: () => ({
      fields: { use: 'exact', within, value: (field) => ({ items: () => ({ value: { kind: 'valueOf', field } }) }) },
    }),
    match: onField('words', within, { query: undefined, operator: words('or', 'and') }),
    match_phrase: onField('words', within, { query: undefined, slop: plain }),
    range: () => ({ fields: { use: 'range', within, value: boundsShape } }),
    exists: () => ({ keys: { field: () => ({ value: { kind: 'field', use: 'exists', within } }) } }),
    prefix: onField('pattern', within, { value: undefined, case_insensitive: plain }),
    wildcard: onField('pattern', within, { value: undefined, case_insensitive: plain }),
    nested: () => ({
      keys: {
        path: () => ({ value: { kind: 'field', use: 'list', within } }),
        query: (sibling) => conditionShape(sibling('path') ?? within),
      },
    }),
    bool: () => boolShape(within),
    match_all: plain,
  };
  return { keys, only: Object.keys(keys) };
}

/** The field's value stands behind it, or under a key beside options. */
function onField(
  use: FieldUse,
  within: string | undefined,
  options: Readonly<Record<string, MakeShape | undefined>>,
): MakeShape {
  return () => ({
    fields: {
      use,
      within,
      value: (field) => {
        const value: Shape = { value: { kind: 'valueOf', field } };
        const keys = Object.entries(options).map(([key, shape]) => [key, shape ?? (() => value)] as const);
        return { ...value, keys: Object.fromEntries(keys) };
      },
    },
  });
}

function boundsShape(field: string): Shape {
  const bound: MakeShape = () => ({ value: { kind: 'valueOf', field } });
  return { keys: { gt: bound, gte: bound, lt: bound, lte: bound } };
}
