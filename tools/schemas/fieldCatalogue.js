// What the extension knows of each field.
import { notice } from './notice.js';
import { fieldsBelow } from './sessionFields.js';

const plainField = { termOnly: false, sortable: false, multiple: false, knownValues: [], examples: [] };

/** What a field has beside what is plain. */
function withoutPlain(field) {
  const isPlain = ([key, value]) => JSON.stringify(value) === JSON.stringify(plainField[key]);
  return Object.fromEntries(Object.entries(field).filter((part) => !isPlain(part)));
}

function listOf(fields) {
  const entries = fields.map((field) => JSON.stringify(field, null, 2).replace('{', '{\n  ...plain,'));
  return `[${entries.join(',\n')}]`;
}

export function fieldCatalogue(schema) {
  return `${notice}
export interface FieldEntry {
  /** Where the field stands in a session; \`*\` stands for a name that is data. */
  readonly path: string;
  readonly kind: 'id' | 'text' | 'number' | 'date' | 'boolean' | 'object';
  /** \`match\` finds nothing here: the documentation lists it as an ID field. */
  readonly termOnly: boolean;
  readonly sortable: boolean;
  /** A session may hold several values of it. */
  readonly multiple: boolean;
  readonly title: string;
  readonly description: string;
  readonly documentedIn: readonly ('id-fields' | 'model' | 'sample')[];
  readonly knownValues: readonly { readonly value: string | number; readonly words: string }[];
  readonly examples: readonly (string | number)[];
  readonly unit?: string;
  readonly format?: string;
  readonly keyName?: string;
}

/** What most fields have in common: written once, for all of it is loaded with the extension. */
const plain = ${JSON.stringify(plainField)} as const;

export const fieldCatalogue: readonly FieldEntry[] = ${listOf([...fieldsBelow(schema, schema, '')].map(withoutPlain))};

/** Names that the documentation's own examples and lists use, and that its model and its sample do not have. */
export const fieldSlips: readonly {
  readonly path: string;
  readonly use: string;
  readonly why: string;
  /** Where alone it is one. */
  readonly only?: 'sort';
}[] = ${JSON.stringify(
    Object.entries(schema.slips).map(([path, slip]) => ({ path, ...slip })),
    null,
    2,
  )};
`;
}
