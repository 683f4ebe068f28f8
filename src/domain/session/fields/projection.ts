import { isRecord } from '../../json/looseValues.ts';
import { entriesOf, recordOf } from '../../json/writtenEntries.ts';
import { indexedLevels } from './indexedLevels.ts';

/** Keeps what the asked paths name, and everything below them. Goes through lists; `*` stands for any characters. */
export function projection(paths: readonly string[]): (document: unknown) => unknown {
  if (paths.length === 0) return (document) => document;
  const wild = paths.filter((path) => path.includes('*')).map(pattern);
  const named = new Set(paths);
  const ways = new Set(paths.flatMap((path) => prefixes(path)));
  const taken = (path: string) => named.has(path) || wild.some((one) => one.test(path));
  const mayHoldMore = (path: string) => wild.length > 0 || ways.has(path);

  const keepBelow = (value: unknown, path: string, depth: number): unknown => {
    if (depth === indexedLevels) return undefined;
    if (Array.isArray(value)) {
      const kept = value.map((item) => keepBelow(item, path, depth + 1)).filter((item) => item !== undefined);
      return kept.length > 0 ? kept : undefined;
    }
    if (!isRecord(value)) return undefined;
    const kept = keepObject(value, path, depth);
    return Object.keys(kept).length > 0 ? kept : undefined;
  };

  const keepObject = (object: object, prefix: string, depth: number): object => {
    const kept: [string, unknown][] = [];
    for (const [name, value] of entriesOf(object)) {
      const path = prefix === '' ? name : `${prefix}.${name}`;
      const below = takenWithin(path) ? value : mayHoldMore(path) ? keepBelow(value, path, depth + 1) : undefined;
      if (below !== undefined) kept.push([name, below]);
    }
    return recordOf(kept);
  };

  /** A name with dots is a way down like any other: `a.b` is below `a`. */
  const takenWithin = (path: string) => taken(path) || (path.includes('.') && prefixes(path).some(taken));

  return (document) => (isRecord(document) ? keepObject(document, '', 0) : {});
}

function prefixes(path: string): string[] {
  const parts = path.split('.');
  return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join('.'));
}

function pattern(path: string): RegExp {
  const escaped = path.split('*').map((part) => part.replace(/[\\^$.+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${escaped.join('.*')}$`, 'su');
}
