import type { Node } from 'jsonc-parser';
import { parseTree } from 'jsonc-parser';
import { propertiesOf } from '../json/jsonProperties.ts';

/** What people call a node. */
export interface NodeName {
  readonly name: string;
  /** Where more is to be found: a file or an address, as it is written. Nothing was checked (see `nodeLink.ts`). */
  readonly link?: string;
  readonly description?: string;
}

/** The names in a node file's text, by node id. Reads what can be read of any text, and never throws. */
export function readNodeNames(text: string): ReadonlyMap<string, NodeName> {
  const names = new Map<string, NodeName>();
  for (const { name: id, value } of propertiesOf(nodesIn(parseNodeFile(text)))) {
    const read = readEntry(value);
    if (id !== '' && read) names.set(id, read);
  }
  return names;
}

/** The text as a tree; undefined when there is nothing in it. */
export function parseNodeFile(text: string): Node | undefined {
  try {
    return parseTree(text);
  } catch {
    // Nested deeper than the parser can go.
    return undefined;
  }
}

/** The value of `"nodes"`, whatever it is; of several the last, as in any JSON. */
export function nodesIn(root: Node | undefined): Node | undefined {
  return propertiesOf(root).findLast(({ name }) => name === 'nodes')?.value;
}

function readEntry(value: Node | undefined): NodeName | undefined {
  if (value?.type !== 'object') return named(textOf(value));
  const parts = new Map(propertiesOf(value).map((property) => [property.name, textOf(property.value)]));
  return named(parts.get('name'), { link: parts.get('link'), description: parts.get('description') });
}

function named(
  name: string | undefined,
  { link, description }: { link?: string | undefined; description?: string | undefined } = {},
): NodeName | undefined {
  if (name === undefined) return undefined;
  return { name, ...(link === undefined ? {} : { link }), ...(description === undefined ? {} : { description }) };
}

function textOf(value: Node | undefined): string | undefined {
  const text = value?.type === 'string' ? String(value.value).trim() : '';
  return text === '' ? undefined : text;
}

/** Where a node file lies: which workspace folder, and the path in it. */
export interface NodeFilePlace {
  /** The index of the workspace folder. */
  readonly folder: number;
  /** With `/`, from the workspace folder. */
  readonly path: string;
}

/** The file that counts first comes first: the one nearest to its workspace folder, then that of the earlier folder. */
export function byNearness(a: NodeFilePlace, b: NodeFilePlace): number {
  const depth = ({ path }: NodeFilePlace): number => path.split('/').length;
  return depth(a) - depth(b) || a.folder - b.folder || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
}

/** The files in the order in which they count for what lies in a workspace folder: that folder's own before all others. */
export function ownFolderFirst<File extends { readonly place: NodeFilePlace }>(
  files: readonly File[],
  folder: number,
): readonly File[] {
  const isOwn = ({ place }: File): boolean => place.folder === folder;
  return [...files.filter(isOwn), ...files.filter((file) => !isOwn(file))];
}

/** The names of several files as one; of two names for a node the earlier file's counts. */
export function mergeNodeNames<File>(
  files: readonly { readonly file: File; readonly names: ReadonlyMap<string, NodeName> }[],
): ReadonlyMap<string, NodeName & { readonly file: File }> {
  const merged = new Map<string, NodeName & { readonly file: File }>();
  for (const { file, names } of files) {
    for (const [id, name] of names) if (!merged.has(id)) merged.set(id, { ...name, file });
  }
  return merged;
}
