/** Keeps what the asked paths name, and everything below them. Goes through lists; `*` stands for any characters. */
export function projection(paths: readonly string[]): (document: unknown) => unknown {
  if (paths.length === 0) return (document) => document;
  const wild = paths.filter((path) => path.includes('*')).map(pattern);
  const named = new Set(paths);
  const ways = new Set(paths.flatMap((path) => prefixes(path)));
  const taken = (path: string) => named.has(path) || wild.some((one) => one.test(path));
  const mayHoldMore = (path: string) => wild.length > 0 || ways.has(path);

  const keepList = (list: readonly unknown[], path: string): unknown[] =>
    list.flatMap((item) => {
      const kept = keepBelow(item, path);
      return kept === undefined ? [] : [kept];
    });

  const keepBelow = (value: unknown, path: string): unknown => {
    if (Array.isArray(value)) {
      const kept = keepList(value, path);
      return kept.length > 0 ? kept : undefined;
    }
    if (typeof value !== 'object' || value === null) return undefined;
    const kept = keepObject(value, path);
    return Object.keys(kept).length > 0 ? kept : undefined;
  };

  const keepObject = (object: object, prefix: string): Record<string, unknown> => {
    const kept: [string, unknown][] = [];
    for (const [name, value] of Object.entries(object)) {
      const path = prefix === '' ? name : `${prefix}.${name}`;
      const below = takenWithin(path) ? value : mayHoldMore(path) ? keepBelow(value, path) : undefined;
      if (below !== undefined) kept.push([name, below]);
    }
    return Object.fromEntries(kept);
  };

  /** A name with dots is a way down like any other: `a.b` is below `a`. */
  const takenWithin = (path: string) => taken(path) || (path.includes('.') && prefixes(path).some(taken));

  return (document) => (typeof document === 'object' && document !== null ? keepObject(document, '') : {});
}

function prefixes(path: string): string[] {
  const parts = path.split('.');
  return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join('.'));
}

function pattern(path: string): RegExp {
  const escaped = path.split('*').map((part) => part.replace(/[\\^$.+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${escaped.join('.*')}$`, 'su');
}
