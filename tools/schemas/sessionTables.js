// What those need of the fields for whom the whole catalogue is too large.
import { notice } from './notice.js';

/** The names of a session's own fields, for who only asks whether something is one. */
export function sessionKeys(schema) {
  return `${notice}
export const sessionKeys: readonly string[] = ${JSON.stringify(Object.keys(schema.properties))};
`;
}

/** What the page says of the fields that a session has one value of: the catalogue is too large to go into it. */
export function sessionFactFields(fields) {
  const single = fields.filter(({ kind, multiple, path }) => kind !== 'object' && !multiple && !path.includes('*'));
  const facts = single.map(({ path, kind, title, description, unit, knownValues }) => ({
    ...{ path, kind, title, description, unit },
    words:
      knownValues.length > 0 ? Object.fromEntries(knownValues.map(({ value, words }) => [value, words])) : undefined,
  }));
  return `${notice}
export interface SessionFactField {
  readonly path: string;
  readonly kind: string;
  readonly title: string;
  readonly description: string;
  readonly unit?: string;
  /** What its known values mean. */
  readonly words?: Readonly<Record<string, string>>;
}

export const sessionFactFields: readonly SessionFactField[] = ${JSON.stringify(facts, null, 2)};
`;
}
