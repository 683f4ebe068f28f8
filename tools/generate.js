/**
 * Makes everything that is derived from `schemas/`: types, the field catalogue, the validators, and the one self-contained schema
 * that editors read. Nothing here is ever written by hand, so a field is described in one place only.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { compile } from 'json-schema-to-typescript';
import { wordClasses } from './wordClasses.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const notice = '// Generated from schemas/ by tools/generate.js. Do not edit.\n';

/** Our own keywords in `session.schema.json`, and those of VS Code's JSON features, which a strict validator must be told of. */
const vocabulary = [
  ...['kind', 'documentedIn', 'knownValues', 'keyName', 'unit', 'slips', 'fieldsOf'],
  ...[
    'allowComments',
    'allowTrailingCommas',
    'doNotSuggest',
    'enumDescriptions',
    'markdownDescription',
    'defaultSnippets',
  ],
];

/** Follows a local `$ref`; what stands beside it adds to what it refers to. */
function resolve(schema, node) {
  if (!node.$ref) return node;
  const target = node.$ref
    .split('/')
    .slice(1)
    .reduce((at, key) => at[key], schema);
  return { ...resolve(schema, target), ...node, $ref: undefined };
}

/** One entry for each field below `node`. A name that is data, not structure (a parameter's, a tag's), is `*` in the path. */
function* fieldsBelow(schema, node, prefix) {
  const container = node.items ? resolve(schema, node.items) : node;
  const children = Object.entries(container.properties ?? {});
  if (typeof container.additionalProperties === 'object') children.push(['*', container.additionalProperties]);
  for (const [name, raw] of children) {
    const child = resolve(schema, raw);
    const path = prefix ? `${prefix}.${name}` : name;
    if (!child.kind) throw new Error(`session.schema.json: ${path} has no kind`);
    const idField = child.documentedIn.includes('id-fields');
    yield {
      path,
      kind: child.kind,
      termOnly: child.kind === 'id' || (idField && child.kind !== 'object'),
      sortable: child.kind !== 'object' && child.kind !== 'text',
      multiple: node.items !== undefined || child.items !== undefined || manyAbove(schema, prefix),
      title: child.title,
      description: child.description,
      documentedIn: child.documentedIn,
      knownValues: child.knownValues ?? [],
      examples: child.examples ?? [],
      ...(child.unit ? { unit: child.unit } : {}),
      ...(child.format ? { format: child.format } : {}),
      ...(child.keyName ? { keyName: child.keyName } : {}),
    };
    yield* fieldsBelow(schema, child, path);
  }
}

/** Whether a list stands anywhere on the way to `path`, so that a session may hold several values of a field below it. */
function manyAbove(schema, path) {
  if (!path) return false;
  let node = schema;
  for (const key of path.split('.')) {
    const container = node.items ? resolve(schema, node.items) : node;
    node = resolve(schema, container.properties?.[key] ?? container.additionalProperties);
    if (node.items) return true;
  }
  return false;
}

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

function fieldCatalogue(schema) {
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

/** The names of a session's own fields, for who only asks whether something is one. */
function sessionKeys(schema) {
  return `${notice}
export const sessionKeys: readonly string[] = ${JSON.stringify(Object.keys(schema.properties))};
`;
}

/** What the page says of the fields that a session has one value of: the catalogue is too large to go into it. */
function sessionFactFields(fields) {
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

/** How an archive keeps a field of each kind. Numbers are what JavaScript reckons with, so that an archive finds what the emulator finds. */
const archivedAs = {
  id: { type: 'keyword', ignore_above: 8191 },
  text: { type: 'text', analyzer: 'standard', norms: false },
  number: { type: 'double', ignore_malformed: true },
  date: { type: 'date', format: 'strict_date_optional_time||epoch_millis', ignore_malformed: true },
  boolean: { type: 'boolean' },
};

/**
 * The mapping of an archive's documents: a session's fields as they stand in it. What is below names that are data (parameters, tags) would
 * make a field for each: it is not mapped, and found by what is put beside the session.
 */
function archiveMapping(fields) {
  const root = {};
  const nodeAt = (path) => {
    let properties = root;
    for (const name of path.split('.')) {
      properties[name] ??= { dynamic: false, properties: {} };
      properties = properties[name].properties;
    }
  };
  const put = (path, mapped) => {
    const parts = path.split('.');
    const last = parts.pop();
    if (parts.length > 0) nodeAt(parts.join('.'));
    let properties = root;
    for (const name of parts) properties = properties[name].properties;
    properties[last] = mapped;
  };
  const fixed = fields.filter(({ path }) => !path.includes('*'));
  for (const { path, kind } of fixed) if (kind !== 'object') put(path, archivedAs[kind]);
  // An object of which nothing is mapped.
  const holdsNone = ({ path }) => !fixed.some((field) => field.kind !== 'object' && field.path.startsWith(`${path}.`));
  for (const field of fixed.filter(({ kind }) => kind === 'object').filter(holdsNone))
    put(field.path, { type: 'object', enabled: false });
  return `${notice}
/** The \`properties\` of a session in an archive. */
export const archiveMapping: Readonly<Record<string, unknown>> = ${JSON.stringify(root, null, 2)};
`;
}

/** The schemas that stand for the field names which fit at a place of a query file. */
function namesThatFit(place, fields) {
  const words = (field) => `${field.title}. ${field.description}`;
  const fixed = fields.filter((field) => !field.path.includes('*'));
  const patterned = (list, tail) =>
    list
      .filter((field) => field.path.includes('*'))
      .map((field) => ({
        pattern: `^${field.path
          .split('*')
          .map((part) => part.replaceAll('.', '\\.'))
          .join('.+')}${tail}$`,
        description: words(field),
      }));
  const valued = (field, value) => ({ const: value, description: words(field) });
  const open = { type: 'string', minLength: 1 };
  switch (place) {
    case 'term':
    case 'match': {
      const fits = (field) => field.kind !== 'object' && (place === 'term' || !field.termOnly);
      return {
        anyOf: [...fixed.filter(fits).map((f) => valued(f, f.path)), ...patterned(fields.filter(fits), ''), open],
      };
    }
    case 'sort':
      return {
        anyOf: [
          ...fixed
            .filter((field) => field.sortable)
            .flatMap((field) => [valued(field, `${field.path}:asc`), valued(field, `${field.path}:desc`)]),
          ...patterned(
            fields.filter((field) => field.sortable),
            ':(asc|desc)',
          ),
          open,
        ],
      };
    case 'named':
    case 'project':
      return { anyOf: [...fixed.map((field) => valued(field, field.path)), ...patterned(fields, ''), open] };
    default:
      throw new Error(`insights-query.schema.json: no fields are known for "${place}"`);
  }
}

/**
 * The query schema with the field names put in where \`fieldsOf\` asks for them, for every editor that reads JSON schemas.
 * Unknown names stay allowed: the lint of the query says more of them than a schema can.
 */
function publishedQuerySchema(querySchema, fields) {
  const withProperties = (clause) => {
    const { fieldsOf } = clause.propertyNames;
    const named = fields.filter(
      (f) => f.kind !== 'object' && !f.path.includes('*') && (fieldsOf === 'term' || !f.termOnly),
    );
    const { propertyNames, ...rest } = clause;
    return {
      ...rest,
      properties: Object.fromEntries(
        named.map((field) => [
          field.path,
          {
            ...clause.additionalProperties,
            description: `${field.title}. ${field.description}`,
            ...(field.knownValues.length > 0 || field.examples.length > 0
              ? { examples: [...field.knownValues.map((known) => known.value), ...field.examples] }
              : {}),
          },
        ]),
      ),
    };
  };
  /** Lists of names, each of which many places take. */
  const names = {};
  const visit = (node) => {
    if (Array.isArray(node)) return node.map(visit);
    if (node === null || typeof node !== 'object') return node;
    if (node.propertyNames?.fieldsOf && node.propertyNames.fieldsOf !== 'named') return visit(withProperties(node));
    if (node.fieldsOf) {
      const { fieldsOf, ...rest } = node;
      const name = `${fieldsOf}Names`;
      names[name] ??= namesThatFit(fieldsOf, fields);
      return { ...rest, allOf: [{ $ref: `#/definitions/${name}` }] };
    }
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, visit(value)]));
  };
  const { definitions, ...schema } = visit(querySchema);
  return { ...schema, definitions: { ...definitions, ...names } };
}

/**
 * The query schema for an editor that has our lint and completion: without what those say better, or everything would be said and
 * offered twice. Keys, structure and descriptions stay.
 */
function editorQuerySchema(querySchema) {
  const saidByLint = ['minProperties', 'maxProperties', 'minimum', 'maximum', 'propertyNames', 'fieldsOf', 'examples'];
  const visit = (node) => {
    if (Array.isArray(node)) return node.map(visit);
    if (node === null || typeof node !== 'object') return node;
    return Object.fromEntries(
      Object.entries(node)
        .filter(([key, value]) => !saidByLint.includes(key) || (key === 'examples' && !Array.isArray(value)))
        .map(([key, value]) => [key, visit(value)]),
    );
  };
  const { additionalProperties: _, ...schema } = visit(querySchema);
  for (const key of ['from_date', 'to_date', 'sort_by']) delete schema.properties[key].default;
  // A value of any scalar type, without the words `true` and `false` that a list of types would offer everywhere.
  const scalar = { not: { type: ['array', 'null', 'object'] } };
  schema.definitions.scalar = scalar;
  for (const name of ['filter', 'clause', 'bool', 'condition', 'aggregation', 'order', 'expectation'])
    schema.definitions[name] = withoutKeyRules(schema.definitions[name]);
  // Our lint refuses a password, and says why: the schema lets it pass, and offers it as little as before.
  const { enum: kinds, enumDescriptions, ...type } = schema.definitions.input.properties.type;
  const password = { type: 'string', pattern: '^password$' };
  schema.definitions.input.properties.type = {
    ...type,
    type: 'string',
    anyOf: [{ enum: kinds, enumDescriptions }, password],
  };
  return schema;
}

/** Which keys there are stays, so that they are offered; that others are wrong and some are missing is said by our lint. */
function withoutKeyRules(node) {
  if (Array.isArray(node)) return node.map(withoutKeyRules);
  if (node === null || typeof node !== 'object') return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key, value]) => key !== 'required' && !(key === 'additionalProperties' && value === false))
      .map(([key, value]) => [key, withoutKeyRules(value)]),
  );
}

/**
 * A type's name is made of its schema's title or `$id`. Titles here are words for people and the `$id` is a file's name, so both go:
 * the types below stand where they are used, and the whole has the name that is given to it.
 */
function untitled(schema) {
  const { $id: _, ...rest } = schema;
  return JSON.parse(
    JSON.stringify(rest, (key, value) => (key === 'title' && typeof value === 'string' ? undefined : value)),
  );
}

function validator(schema) {
  const ajv = new Ajv({
    allErrors: true,
    allowUnionTypes: true,
    code: { source: true, lines: true },
    formats: { phone: true },
  });
  ajv.addVocabulary(vocabulary);
  const validate = ajv.compile(schema);
  return `${notice}${standaloneCode(ajv, validate)}`;
}

/** Conditions, aggregations and expectations have readers that say more of them than a schema can. */
function withoutAnalysis({ properties, ...schema }) {
  return { ...schema, properties: { ...properties, refine: {}, aggs: {}, expect: {} } };
}

const validatorTypes = (type, from) => `${notice}import type { ErrorObject } from 'ajv';
import type { ${type} } from './${from}.ts';
declare const validate: {
  (data: unknown): data is ${type};
  errors?: ErrorObject[] | null;
};
export default validate;
`;

/** Writes `schemas/generated/` and returns the schemas to publish. Quick enough to run with every build. */
export async function generate() {
  const out = join(root, 'schemas', 'generated');
  await mkdir(out, { recursive: true });
  const read = async (name) => JSON.parse(await readFile(join(root, 'schemas', name), 'utf8'));
  const [session, query] = await Promise.all([read('session.schema.json'), read('insights-query.schema.json')]);
  const fields = [...fieldsBelow(session, session, '')];
  const types = (schema, name) => compile(untitled(schema), name, { bannerComment: notice, unknownAny: true });
  const files = {
    'session.ts': await types(session, 'Session'),
    'insightsQuery.ts': await types(query, 'InsightsQuery'),
    'fieldCatalogue.ts': fieldCatalogue(session),
    'sessionFactFields.ts': sessionFactFields(fields),
    'sessionKeys.ts': sessionKeys(session),
    'archiveMapping.ts': archiveMapping(fields),
    'validateSession.cjs': validator(session),
    'validateSession.d.cts': validatorTypes('Session', 'session'),
    'validateInsightsQuery.cjs': validator(withoutAnalysis(query)),
    'validateInsightsQuery.d.cts': validatorTypes('InsightsQuery', 'insightsQuery'),
  };
  await Promise.all(Object.entries(files).map(([name, text]) => writeIfChanged(join(out, name), text)));
  await generateWordClasses();
  return { published: publishedQuerySchema(query, fields), editor: editorQuerySchema(query) };
}

/** The table of words stands with what reads it: nobody else has a use for it. */
async function generateWordClasses() {
  const out = join(root, 'src', 'domain', 'tokens', 'generated');
  await mkdir(out, { recursive: true });
  const text = `// Generated from Unicode's tables by tools/generate.js. Do not edit.\n${await wordClasses()}`;
  await writeIfChanged(join(out, 'wordClasses.ts'), text);
}

/** Leaves an unchanged file alone, so that watchers and incremental builds are not woken for nothing. */
async function writeIfChanged(file, text) {
  const before = await readFile(file, 'utf8').catch(() => undefined);
  if (before !== text) await writeFile(file, text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await generate();
