import * as vscode from 'vscode';
import type { QueryFile } from '../queries/queryFiles.ts';
import type { TreeNode } from './queryFolders.ts';
import { mirrorFolders } from './queryFolders.ts';
import type { FolderRow, QueryRow, Row } from './rows.ts';

/** The rows that stand whatever ran: folders and the queries in them. */
export interface QueryForest {
  readonly roots: readonly Row[];
  readonly parents: ReadonlyMap<string, Row>;
  readonly queries: ReadonlyMap<string, QueryRow>;
}

/** The rows of all queries: mirrored folders, and at their end what is not saved or lies elsewhere. A query that is as it was keeps its row. */
export function queryForest(files: readonly QueryFile[], before: QueryForest | undefined): QueryForest {
  const parents = new Map<string, Row>();
  const queries = new Map<string, QueryRow>();
  const queryRow = (file: QueryFile): QueryRow => {
    const id = file.uri.toString();
    const known = before?.queries.get(id);
    const row: QueryRow = known && sameFile(known.file, file) ? known : { kind: 'query', id, queryUri: file.uri, file };
    queries.set(id, row);
    return row;
  };
  const rowOf = (node: TreeNode<QueryFile>): Row => {
    if (node.kind === 'item') return queryRow(node.item);
    const { name, path } = node;
    return folder({ id: `folder:${path.join('/')}`, name }, node.children.map(rowOf));
  };
  const folder = (row: Omit<FolderRow, 'kind' | 'children'>, children: readonly Row[]): FolderRow => {
    const made: FolderRow = { kind: 'folder', ...row, children };
    for (const child of children) parents.set(child.id, made);
    return made;
  };
  const placed = (some: readonly QueryFile[]) =>
    some.map((file) => ({ folders: foldersAbove(file), name: file.name, item: file }));
  const roots = mirrorFolders(placed(files.filter(({ place }) => place === 'workspace'))).map(rowOf);
  const gather = (id: string, name: string, some: readonly QueryFile[]): void => {
    if (some.length === 0) return;
    const rows = mirrorFolders(some.map((item) => ({ folders: [], name: item.name, item }))).map(rowOf);
    roots.push(folder({ id, name }, rows));
  };
  const placedIn = (...places: QueryFile['place'][]) => files.filter(({ place }) => places.includes(place));
  gather('unsaved:', vscode.l10n.t('Unsaved'), placedIn('unsaved'));
  gather('elsewhere:', vscode.l10n.t('Not in this workspace'), placedIn('elsewhere', 'gone'));
  return { roots, parents, queries };
}

function sameFile(a: QueryFile, b: QueryFile): boolean {
  return a.name === b.name && a.description === b.description && a.connection === b.connection && a.place === b.place;
}

/** The folders above a file, from its workspace folder on when there are several of those. */
function foldersAbove({ uri }: QueryFile): readonly string[] {
  const several = (vscode.workspace.workspaceFolders ?? []).length > 1;
  return vscode.workspace.asRelativePath(uri, several).split('/').slice(0, -1);
}
