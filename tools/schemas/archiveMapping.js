// How an archive keeps the fields of a session.
import { notice } from './notice.js';

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
export function archiveMapping(fields) {
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
