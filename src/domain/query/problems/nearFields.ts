import { fields, findField } from '../../session/fields/fields.ts';
import { closest } from '../../text/closest.ts';

const paths = fields.map(({ path }) => path).filter((path) => !path.includes('*'));

/** Elasticsearch has a text once more under these names, to compare it whole; the service has not. */
const subfield = /\.(?:keyword|raw)$/u;

/** The fields that a name was probably meant to be, the best first. */
export function nearFields(name: string): readonly string[] {
  const parent = name.replace(subfield, '');
  return parent !== name && findField(parent) ? [parent] : closest(parent, paths, 3);
}
