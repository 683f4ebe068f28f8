/** Where a link of a node file leads. */
export type NodeLink =
  /** An `https:` address, not yet known to be well formed. */
  | { readonly type: 'web'; readonly address: string }
  /** A path with `/`, relative, not yet known to stay in the workspace. Lines from 1. */
  | { readonly type: 'file'; readonly path: string; readonly line?: number; readonly lastLine?: number };

const scheme = /^[a-z][a-z\d+.-]*:/iu;
const lines = /^(?<path>.+)#L(?<line>[1-9]\d{0,6})(?:-L?(?<lastLine>[1-9]\d{0,6}))?$/u;

/**
 * Reads a link: an `https:` address, or a relative path that may end in `#L12` or `#L12-L20`. Undefined is what must not be opened: other
 * schemes, absolute paths, control characters.
 */
export function readNodeLink(link: string): NodeLink | undefined {
  const text = link.trim();
  if (text === '' || /\p{Cc}/u.test(text)) return undefined;
  if (/^https:\/\/[^\s/]/iu.test(text)) return { type: 'web', address: text };
  // A drive letter looks like a scheme, and is refused with the schemes.
  if (scheme.test(text) || /^[\\/]/u.test(text)) return undefined;
  const groups = lines.exec(text)?.groups;
  const path = (groups?.path ?? text).replaceAll('\\', '/');
  return {
    type: 'file',
    path,
    ...(groups?.line === undefined ? {} : { line: Number(groups.line) }),
    ...(groups?.lastLine === undefined ? {} : { lastLine: Number(groups.lastLine) }),
  };
}

/** `path` as seen from `folder`, both within one workspace folder; undefined when it leads out of it, or nowhere. */
export function resolveInside(folder: string, path: string): string | undefined {
  const at: string[] = [];
  for (const segment of `${folder}/${path}`.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') at.push(segment);
    else if (at.pop() === undefined) return undefined;
  }
  return at.length === 0 ? undefined : at.join('/');
}
