/**
 * Makes everything that is derived from `schemas/`: types, the field catalogue, the validators, and the one self-contained schema
 * that editors read. Nothing here is ever written by hand, so a field is described in one place only.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from 'json-schema-to-typescript';
import { archiveMapping } from './schemas/archiveMapping.js';
import { editorQuerySchema } from './schemas/editorQuerySchema.js';
import { fieldCatalogue } from './schemas/fieldCatalogue.js';
import { notice } from './schemas/notice.js';
import { publishedQuerySchema } from './schemas/publishedQuerySchema.js';
import { fieldsBelow } from './schemas/sessionFields.js';
import { sessionFactFields, sessionKeys } from './schemas/sessionTables.js';
import { validator, validatorTypes, withoutAnalysis } from './schemas/validators.js';
import { wordClasses } from './wordClasses.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

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

if (process.argv[1] === fileURLToPath(import.meta.url)) await generate();
