import * as vscode from 'vscode';
import type { ParsedQuery } from '../../domain/query/query.ts';
import { parseQuery } from '../../domain/query/query.ts';
import { DisposableStore } from '../../host/disposables.ts';

/** A saved query: where it is, and what its text says of itself. */
export interface QueryFile {
  readonly uri: vscode.Uri;
  readonly name: string;
  readonly description: string | undefined;
  readonly connection: string | undefined;
  /**
   * `workspace` where it lies in it; one that was never saved (`unsaved`) is there only while it is open; one that is `elsewhere` (in
   * another folder, in Git) or `gone` is there for what it found.
   */
  readonly place: 'workspace' | 'unsaved' | 'elsewhere' | 'gone';
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
  /** The newest look: one that takes longer than the next tells nothing. */
  #looking: Promise<readonly QueryFile[]> | undefined;
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
        if (document.uri.path.endsWith(ending) || isUnsavedQuery(document)) this.refresh();
      }),
    );
    for (const event of [vscode.workspace.onDidOpenTextDocument, vscode.workspace.onDidCloseTextDocument]) {
      this.#store.add(event((document) => isUnsavedQuery(document) && this.refresh()));
    }
  }

  /** Every query file, in no order. The same promise until something changes. */
  all(): Promise<readonly QueryFile[]> {
    this.#files ??= find();
    return this.#files;
  }

  /** Looks again, soon: a burst of changes is one. */
  refresh(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#lookAgain(), 150);
  }

  /** While somebody types in a query, hardly anything that is shown of it changes. */
  async #lookAgain(): Promise<void> {
    const before = await this.#files;
    const looking = find();
    this.#looking = looking;
    const now = await looking;
    if (this.#looking !== looking) return;
    if (before && JSON.stringify(before) === JSON.stringify(now)) return;
    this.#files = looking;
    this.#changed.fire();
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
  const saved = await Promise.all(uris.map(async (uri) => describe(uri, await readShort(uri), 'workspace')));
  const unsaved = vscode.workspace.textDocuments.filter(isUnsavedQuery);
  return [...saved, ...unsaved.map((document) => describe(document.uri, readText(document.getText()), 'unsaved'))];
}

function isUnsavedQuery({ isUntitled, languageId }: vscode.TextDocument): boolean {
  return isUntitled && languageId === 'insights-query';
}

function describe(uri: vscode.Uri, value: ParsedQuery['value'] | undefined, place: QueryFile['place']): QueryFile {
  const text = (given: unknown): string | undefined =>
    typeof given === 'string' && given.trim() !== '' ? given.trim() : undefined;
  return {
    uri,
    name: text(value?.name) ?? fileName(uri),
    description: text(value?.description),
    connection: text(value?.connection),
    place,
  };
}

function readText(text: string): ParsedQuery['value'] | undefined {
  return text.length > longestRead ? undefined : parseQuery(text).value;
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
