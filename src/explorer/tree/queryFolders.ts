/** Something that stands at a place: the names of the folders above it, the outermost first. */
export interface Placed<T> {
  readonly folders: readonly string[];
  readonly name: string;
  readonly item: T;
}

export interface FolderNode<T> {
  readonly kind: 'folder';
  /** One name, or several joined by `/` where a folder holds nothing but the next one. */
  readonly name: string;
  /** The names of all folders down to this one. */
  readonly path: readonly string[];
  readonly children: readonly TreeNode<T>[];
}

export interface ItemNode<T> {
  readonly kind: 'item';
  readonly name: string;
  readonly item: T;
}

export type TreeNode<T> = FolderNode<T> | ItemNode<T>;

/** Mirrors folders: folders first, then items, both by name as people sort; a folder that holds only a folder is joined with it. */
export function mirrorFolders<T>(placed: readonly Placed<T>[]): readonly TreeNode<T>[] {
  return nodesBelow(placed, []);
}

function nodesBelow<T>(placed: readonly Placed<T>[], path: readonly string[]): readonly TreeNode<T>[] {
  const depth = path.length;
  const inFolders = new Map<string, Placed<T>[]>();
  const items: ItemNode<T>[] = [];
  for (const one of placed) {
    const folder = one.folders[depth];
    if (folder === undefined) items.push({ kind: 'item', name: one.name, item: one.item });
    else inFolders.set(folder, [...(inFolders.get(folder) ?? []), one]);
  }
  const folders = [...inFolders].map(([name, inside]) => joined(name, [...path, name], inside));
  return [...folders.sort(byName), ...items.sort(byName)];
}

function joined<T>(name: string, path: readonly string[], inside: readonly Placed<T>[]): FolderNode<T> {
  const children = nodesBelow(inside, path);
  const [only] = children;
  if (children.length === 1 && only?.kind === 'folder') return { ...only, name: `${name}/${only.name}` };
  return { kind: 'folder', name, path, children };
}

const order = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return order.compare(a.name, b.name);
}
