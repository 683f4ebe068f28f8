import { isRecord } from '../../json/looseValues.ts';

/** Lists within lists are looked into so far: none deeper are documented, and they may be nested deeper than calls can be. */
export const deepestLists = 20;

/** Every value at a path, through lists and however the names on the way are cut: a parameter's name may contain dots. */
export function valuesAt(value: unknown, path: string): readonly unknown[] {
  const found: unknown[] = [];
  addValues(value, path, found);
  return found;
}

function addValues(value: unknown, path: string, found: unknown[], depth = 0): void {
  if (Array.isArray(value)) {
    if (depth > deepestLists) return;
    for (const item of value) addValues(item, path, found, depth + 1);
    return;
  }
  if (!isRecord(value)) return;
  if (Object.hasOwn(value, path)) addLeaves(value[path], found);
  for (const { head, rest } of cutsOf(path)) {
    if (Object.hasOwn(value, head)) addValues(value[head], rest, found);
  }
}

function addLeaves(value: unknown, found: unknown[], depth = 0): void {
  if (Array.isArray(value) && depth <= deepestLists) {
    for (const item of value) addLeaves(item, found, depth + 1);
  } else if (value !== null && value !== undefined) found.push(value);
}

/** A way to read a path: the name of a member, and the path from there. */
interface Cut {
  readonly head: string;
  readonly rest: string;
}

/** The same few paths are asked of a hundred thousand sessions, and a name that is cut out anew is looked up slowly. */
const known = new Map<string, readonly Cut[]>();
const mostKnown = 500;
const longestKnown = 200;

/** The ways to cut a path at one of its dots: a name may contain dots itself. */
export function cutsOf(path: string): readonly Cut[] {
  const kept = known.get(path);
  if (kept) return kept;
  const cuts: Cut[] = [];
  for (let dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
    cuts.push({ head: path.slice(0, dot), rest: path.slice(dot + 1) });
  }
  if (path.length <= longestKnown) {
    if (known.size >= mostKnown) known.clear();
    known.set(path, cuts);
  }
  return cuts;
}
