import * as vscode from 'vscode';
import type { Runs } from '../api/runs.ts';
import type { ShownZone } from '../domain/zonedTime.ts';
import { zoneName } from '../domain/zonedTime.ts';
import { DisposableStore } from '../host/disposables.ts';
import type { QueryFile, QueryFiles } from './queryFiles.ts';
import type { TreeNode } from './queryFolders.ts';
import { mirrorFolders } from './queryFolders.ts';
import type { ErrorWords } from './rowItems.ts';
import { itemOf } from './rowItems.ts';
import type { QueryRow, Row } from './rows.ts';
import { rowsOfQuery } from './rows.ts';
import { registerStaleDecorations } from './staleDecorations.ts';

export interface TreeSources {
  readonly files: QueryFiles;
  readonly runs: Runs;
  readonly zone: () => ShownZone;
  readonly wordsOf: (error: unknown) => ErrorWords;
  readonly onDidChangeWords: vscode.Event<unknown>;
}

/** The view of all saved queries, and below each what its run found. */
export class QueriesTree implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  readonly #sources: TreeSources;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<Row | undefined>());
  readonly #view: vscode.TreeView<Row>;
  readonly #parents = new Map<string, Row>();
  readonly #queries = new Map<string, QueryRow>();
  readonly #waiting = new Set<string>();
  /** VS Code knows rows by identity: the same objects stand until the files change. */
  #roots: Promise<Row[]> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(sources: TreeSources) {
    this.#sources = sources;
    this.#view = this.#store.add(
      vscode.window.createTreeView<Row>('insights.queries', {
        treeDataProvider: this,
        showCollapseAll: true,
        canSelectMany: true,
      }),
    );
    this.#store.add(registerStaleDecorations());
    this.#store.add(
      sources.files.onDidChange(() => {
        this.#roots = undefined;
        this.#changed.fire(undefined);
      }),
    );
    this.#store.add(
      sources.onDidChangeWords(() => {
        this.#sayZone();
        this.#changed.fire(undefined);
      }),
    );
    this.#sayZone();
    this.#store.add(sources.runs.onDidChange((uri) => this.#refreshSoon(uri)));
  }

  async getChildren(row?: Row): Promise<Row[]> {
    if (!row) {
      this.#roots ??= this.#makeRoots();
      return this.#roots;
    }
    if (row.kind === 'folder') return [...row.children];
    if (row.kind !== 'query') return [];
    const uri = row.queryUri.toString();
    const rows = rowsOfQuery(row, { current: this.#sources.runs.current(uri), stale: this.#sources.runs.stale(uri) });
    for (const child of rows) this.#parents.set(child.id, row);
    return [...rows];
  }

  getTreeItem(row: Row): vscode.TreeItem {
    const { zone, wordsOf, runs } = this.#sources;
    return itemOf(row, { zone: zone(), wordsOf, runOf: ({ queryUri }) => runs.current(queryUri.toString()) });
  }

  getParent(row: Row): Row | undefined {
    return this.#parents.get(row.id);
  }

  /** The selected rows, for commands that come without one. */
  get selection(): readonly Row[] {
    return this.#view.selection;
  }

  /** Shows a query's rows without taking the focus. */
  async reveal(queryUri: vscode.Uri): Promise<void> {
    await this.getChildren();
    const row = this.#queries.get(queryUri.toString());
    if (!row) return;
    await this.#view.reveal(row, { expand: true, select: false, focus: false });
    // A query at the lower edge of the view would hide what it found.
    const [first] = await this.getChildren(row);
    if (first) await this.#view.reveal(first, { select: false, focus: false });
  }

  /** Selects the row at a place below a query: after loading more, the first new one. */
  async select(queryUri: vscode.Uri, index: number): Promise<void> {
    const query = this.#queries.get(queryUri.toString());
    const row = query && (await this.getChildren(query))[index];
    if (row) await this.#view.reveal(row, { select: true, focus: true });
  }

  /** Times in rows are short: the view says once in which zone they are. */
  #sayZone(): void {
    this.#view.description = zoneName(new Date(), this.#sources.zone());
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#store.dispose();
  }

  async #makeRoots(): Promise<Row[]> {
    const files = await this.#sources.files.all();
    this.#parents.clear();
    this.#queries.clear();
    const folders = vscode.workspace.workspaceFolders ?? [];
    const placed = files.map((file) => ({ folders: foldersAbove(file), name: file.name, item: file }));
    const root = folders[0]?.uri ?? vscode.Uri.file('/');
    const rowOf = (node: TreeNode<QueryFile>, parent?: Row): Row => {
      const row = node.kind === 'item' ? this.#queryRow(node.item) : this.#folderRow(node, root, rowOf);
      if (parent) this.#parents.set(row.id, parent);
      return row;
    };
    return mirrorFolders(placed).map((node) => rowOf(node));
  }

  #queryRow(file: QueryFile): QueryRow {
    const id = file.uri.toString();
    const row: QueryRow = { kind: 'query', id, queryUri: file.uri, file };
    this.#queries.set(id, row);
    return row;
  }

  #folderRow(
    node: TreeNode<QueryFile> & { kind: 'folder' },
    root: vscode.Uri,
    rowOf: (node: TreeNode<QueryFile>, parent?: Row) => Row,
  ): Row {
    const children: Row[] = [];
    const row: Row = {
      kind: 'folder',
      id: `folder:${node.path.join('/')}`,
      name: node.name,
      uri: folderUri(root, node.path),
      children,
    };
    children.push(...node.children.map((child) => rowOf(child, row)));
    return row;
  }

  /** A run tells of every row that comes; the tree is drawn for several at once. */
  #refreshSoon(queryUri: string): void {
    this.#waiting.add(queryUri);
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      for (const uri of this.#waiting) this.#changed.fire(this.#queries.get(uri));
      this.#waiting.clear();
    }, 16);
  }
}

/** The folders above a file, from its workspace folder on when there are several of those. */
function foldersAbove({ uri }: QueryFile): readonly string[] {
  const several = (vscode.workspace.workspaceFolders ?? []).length > 1;
  return vscode.workspace.asRelativePath(uri, several).split('/').slice(0, -1);
}

function folderUri(root: vscode.Uri, path: readonly string[]): vscode.Uri {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length <= 1) return vscode.Uri.joinPath(root, ...path);
  const [name, ...below] = path;
  return vscode.Uri.joinPath(folders.find((folder) => folder.name === name)?.uri ?? root, ...below);
}
