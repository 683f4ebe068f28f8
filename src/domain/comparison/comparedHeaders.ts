import type { Header } from '../masking/headers/header.ts';

type ValuesByName = Readonly<Record<string, string>>;

/**
 * The headers of two requests by their names, which are the same in any letter case: as the left one writes them where it has them. One that
 * is there several times has all its values.
 */
export function comparedHeaders(
  left: readonly Header[],
  right: readonly Header[],
): readonly [left: ValuesByName, right: ValuesByName] {
  const names = new Map<string, string>();
  for (const { name } of [...left, ...right]) {
    const known = name.toLowerCase();
    if (!names.has(known)) names.set(known, name);
  }
  const byName = (headers: readonly Header[]): ValuesByName => {
    const values = new Map<string, string>();
    for (const { name: written, value } of headers) {
      const name = names.get(written.toLowerCase()) ?? written;
      const before = values.get(name);
      values.set(name, before === undefined ? value : `${before}, ${value}`);
    }
    return Object.fromEntries(values);
  };
  return [byName(left), byName(right)];
}
