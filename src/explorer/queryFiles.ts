import * as vscode from 'vscode';
import type { ParsedQuery } from '../domain/query.ts';
import { parseQuery } from '../domain/query.ts';
import { DisposableStore } from '../host/disposables.ts';

/** A saved query: where it is, and what its text says of itself. */
export interface QueryFile {
  readonly uri: vscode.Uri;
  readonly name: string;
  readonly description: string | undefined;
  readonly connection: string | undefined;
}

const ending = '.insights.json';
const pattern = `**/*${ending}`;
const excluded = '**/{node_modules,.git}/**';
/** A file that is longer is no query that somebody wrote; its name stands for it. */
const longestRead = 1_000_000;

/** The query files of all workspace folders, live as they change on disk and in editors. */
export class QueryFiles implements vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<void>());
  #files: Promise<readonly QueryFile[]> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly onDidChange = this.#changed.event;

  constructor() {
    const watcher = this.#store.add(vscode.workspace.createFileSystemWatcher(pattern));
    this.#store.add(watcher.onDidCreate(() => this.refresh()));
    this.#store.add(watcher.onDidDelete(() => this.refresh()));
    this.#store.add(watcher.onDidChange(() => this.refresh()));
    // When a folder goes, its files are not told of one by one.
    const anything = this.#store.add(vscode.workspace.createFileSystemWatcher('**', true, true, false));
    this.#store.add(anything.onDidDelete(async (uri) => (await this.#holdsBelow(uri)) && this.refresh()));
    this.#store.add(vscode.workspace.onDidChangeWorkspaceFolders(() => this.refresh()));
    this.#store.add(
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document.uri.path.endsWith(ending)) this.refresh();
      }),
    );
  }

  /** Every query file, in no order. The same promise until something changes. */
  all(): Promise<readonly QueryFile[]> {
    this.#files ??= find();
    return this.#files;
  }

  /** Looks again, soon: a burst of changes is one. */
  refresh(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#files = undefined;
      this.#changed.fire();
    }, 150);
  }

  async #holdsBelow(uri: vscode.Uri): Promise<boolean> {
    const folder = `${uri.toString()}/`;
    return (await this.all()).some((file) => file.uri.toString().startsWith(folder));
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#store.dispose();
  }
}

/** What a query is called where it says nothing itself. */
export function fileName(uri: vscode.Uri): string {
  const last = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  return last.endsWith(ending) ? last.slice(0, -ending.length) : last;
}

/** A query's text as it stands now: an open editor's, saved or not, before the file's. */
export async function readQuery(uri: vscode.Uri): Promise<ParsedQuery> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return parseQuery(open.getText());
  return parseQuery(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)));
}

async function find(): Promise<readonly QueryFile[]> {
  const uris = await vscode.workspace.findFiles(pattern, excluded);
  return Promise.all(uris.map(describe));
}

async function describe(uri: vscode.Uri): Promise<QueryFile> {
  const value = await readShort(uri);
  const text = (given: unknown): string | undefined =>
    typeof given === 'string' && given.trim() !== '' ? given.trim() : undefined;
  return {
    uri,
    name: text(value?.name) ?? fileName(uri),
    description: text(value?.description),
    connection: text(value?.connection),
  };
}

async function readShort(uri: vscode.Uri): Promise<ParsedQuery['value'] | undefined> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    return size > longestRead ? undefined : (await readQuery(uri)).value;
  } catch {
    // It went away, or may not be read: its row stays until the watcher says so, and running it says why.
    return undefined;
  }
}
