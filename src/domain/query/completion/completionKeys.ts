import type { Node } from 'jsonc-parser';
import { propertiesOf } from '../../json/jsonProperties.ts';
import type { CompletionPlace } from '../../json/textPlace.ts';
import { findField } from '../../session/fields/fields.ts';
import { queryKeys } from '../problems/shapeProblems.ts';
import type { ParsedQuery } from '../query.ts';
import { occurrences } from '../queryClauses.ts';
import { shapeAt } from '../shapes/analysisShape.ts';
import type { CompletionEntry, CompletionKind, SeenValues } from './completionEntry.ts';
import { clauseFields } from './completionFields.ts';
import { keysOfShape } from './completionShapes.ts';

/** Where a key is asked for: in the object at `path`. */
export interface KeyPlace {
  readonly query: ParsedQuery;
  readonly path: readonly (string | number)[];
  readonly place: CompletionPlace;
  readonly seen: SeenValues;
}

/** The keys that fit into an object, without those that it has. */
export function keysAt({ query, path, place, seen }: KeyPlace): readonly CompletionEntry[] {
  const taken = takenKeys(query, path, place);
  const builtIn = (labels: readonly string[], kind: CompletionKind = 'key'): CompletionEntry[] =>
    labels.filter((label) => !taken.has(label)).map((label) => ({ label, kind, builtIn: true }));
  if (path.length === 0) return builtIn(queryKeys.filter((key) => key !== '$schema'));
  if (path[0] === 'inputs' && path.length === 2) return builtIn(['id', 'type', 'description', 'default', 'options']);
  const shape = shapeAt(query.root, path);
  if (shape) return keysOfShape(shape, { query, path, taken, seen, written: place.written });
  if (path[0] !== 'filter_by') return [];
  const last = path.at(-1);
  if (path.length === 1 || last === 'bool') return builtIn(occurrences);
  // A clause says one thing.
  if (taken.size > 0) return [];
  if (typeof last === 'number') return builtIn(['term', 'match', 'bool'], 'clause');
  if (last === 'term' || last === 'match') return clauseFields(last, { seen, written: place.written });
  return [];
}

function takenKeys(
  { root }: ParsedQuery,
  path: readonly (string | number)[],
  place: CompletionPlace,
): ReadonlySet<string> {
  let node: Node | undefined = root;
  for (const segment of path) {
    if (typeof segment === 'number') node = node?.children?.[segment];
    else node = propertiesOf(node).find(({ name }) => name === segment)?.value;
  }
  const others = propertiesOf(node).filter(({ key }) => key.offset !== place.offset);
  return new Set(others.map(({ name }) => name));
}

/** How a key is written where it has no value yet: with what its value begins as. */
export function keyText(label: string, kind: CompletionKind): string {
  const key = JSON.stringify(label).replaceAll(/[\\$}]/g, '\\$&');
  if (kind === 'field') return `${key}: ${fieldBody(label)}`;
  if (kind === 'direction') return `${key}: "\${1|desc,asc|}"`;
  return `${key}: ${keyBodies[label] ?? '"$1"'}`;
}

function fieldBody(path: string): string {
  const kind = findField(path)?.kind;
  return kind === 'number' ? '$1' : kind === 'boolean' ? `\${1|true,false|}` : '"$1"';
}

const keyBodies: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['inputs', 'must', 'must_not', 'should', 'sort_by', 'project_fields'].map((key) => [key, '[$1]']),
  ),
  ...Object.fromEntries(['filter_by', 'term', 'match', 'bool', 'refine', 'aggs'].map((key) => [key, '{ $1 }'])),
  expect: '[$1]',
  page_size: '$1',
  page_number: '$1',
};
