import { isRecord } from '../../json/looseValues.ts';
import { cutsOf, deepestLists, valuesAt } from './valuesAt.ts';

type Entry = Readonly<Record<string, unknown>>;

/**
 * The entries of the list at a path, through lists within it. A name that leads through the path is one, too: to an index
 * `{ "flow_path.node_id": … }` is a step.
 */
export function entriesAt(value: unknown, path: string): readonly Entry[] {
  const found = valuesAt(value, path).filter(isRecord);
  addNamedThrough(value, path, found);
  return found;
}

/** Whether there is a value at a path, or anything below it, that is not null. */
export function existsAt(value: unknown, path: string): boolean {
  return valuesAt(value, path).some(holdsSomething) || entriesAt(value, path).some(holdsSomething);
}

function holdsSomething(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsSomething);
  return isRecord(value) ? Object.values(value).some(holdsSomething) : value !== null && value !== undefined;
}

function addNamedThrough(value: unknown, path: string, found: Entry[], depth = 0): void {
  if (Array.isArray(value)) {
    if (depth > deepestLists) return;
    for (const item of value) addNamedThrough(item, path, found, depth + 1);
    return;
  }
  if (!isRecord(value)) return;
  for (const name of Object.keys(value)) {
    if (name.startsWith(`${path}.`)) found.push({ [name.slice(path.length + 1)]: value[name] });
  }
  for (const { head, rest } of cutsOf(path)) {
    if (Object.hasOwn(value, head)) addNamedThrough(value[head], rest, found);
  }
}
