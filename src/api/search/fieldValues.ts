import { isObject } from '../client/answerShapes.ts';

/** Every value at a path, through lists and however the names on the way are cut: a parameter's name may contain dots. */
export function valuesAt(value: unknown, path: string): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => valuesAt(item, path));
  if (!isObject(value)) return [];
  const found = Object.hasOwn(value, path) ? leaves(value[path]) : [];
  for (let dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
    const head = path.slice(0, dot);
    if (Object.hasOwn(value, head)) found.push(...valuesAt(value[head], path.slice(dot + 1)));
  }
  return found;
}

function leaves(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(leaves);
  return value === null || value === undefined ? [] : [value];
}
