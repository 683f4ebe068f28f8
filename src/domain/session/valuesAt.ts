import { isRecord } from '../json/looseValues.ts';

/** Lists within lists are looked into so far: none deeper are documented, and they may be nested deeper than calls can be. */
const deepest = 20;

/** Every value at a path, through lists and however the names on the way are cut: a parameter's name may contain dots. */
export function valuesAt(value: unknown, path: string): readonly unknown[] {
  if (Array.isArray(value)) return value.flat(deepest).flatMap((item) => (isRecord(item) ? valuesIn(item, path) : []));
  return isRecord(value) ? valuesIn(value, path) : [];
}

function valuesIn(record: Readonly<Record<string, unknown>>, path: string): readonly unknown[] {
  const found = Object.hasOwn(record, path) ? leaves(record[path]) : [];
  for (let dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
    const head = path.slice(0, dot);
    if (Object.hasOwn(record, head)) found.push(...valuesAt(record[head], path.slice(dot + 1)));
  }
  return found;
}

function leaves(value: unknown): unknown[] {
  const values: readonly unknown[] = Array.isArray(value) ? value.flat(deepest) : [value];
  return values.filter((one) => one !== null && one !== undefined);
}
