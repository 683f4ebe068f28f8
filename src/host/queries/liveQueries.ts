import * as vscode from 'vscode';
import type { ParsedQuery } from '../../domain/query/query.ts';
import { parseQuery } from '../../domain/query/query.ts';
import { DisposableStore } from '../disposables.ts';
import { isBelow, watchFiles } from '../watchFiles.ts';
import { queryEnding } from './queryNames.ts';
import { readQuery } from './readQuery.ts';

/** A query file of the workspace, or one that was never saved and is there only while it is open. */
export interface FoundQuery {
  readonly uri: vscode.Uri;
  /** Undefined where it cannot be read, or is longer than what somebody wrote. */
  readonly query: ParsedQuery | undefined;
  readonly isSaved: boolean;
}

const pattern = `**/*${queryEnding}`;
const excluded = '**/{node_modules,.git}/**';
/** A file that is longer is no query that somebody wrote; its name stands for it. */
const longestRead = 1_000_000;

/** What is known of the query files of all workspace folders, live as they change on disk and in editors. */
export class LiveQueries<T> implements vscode.Disposable {
  readonly #describe: (found: FoundQuery) => T;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<void>());
  #uris: readonly vscode.Uri[] = [];
  #files: Promise<readonly T[]> | undefined;
  /** The newest look: one that takes longer than the next tells nothing. */
  #looking: Promise<readonly T[]> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly onDidChange = this.#changed.event;

  /** `describe`: what is wanted of a file, as values alone. Nobody is told of a change that makes no difference to it. */
  constructor(describe: (found: FoundQuery) => T) {
    this.#describe = describe;
    const holds = async (folder: vscode.Uri): Promise<boolean> => {
      await this.all();
      return isBelow(folder, this.#uris);
    };
    this.#store.add(watchFiles(pattern, holds, () => this.refresh()));
    this.#store.add(vscode.workspace.onDidChangeWorkspaceFolders(() => this.refresh()));
    this.#store.add(
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document.uri.path.endsWith(queryEnding) || isUnsavedQuery(document)) this.refresh();
      }),
    );
    for (const event of [vscode.workspace.onDidOpenTextDocument, vscode.workspace.onDidCloseTextDocument]) {
      this.#store.add(event((document) => isUnsavedQuery(document) && this.refresh()));
    }
  }

  /** Every query file, in no order. The same promise until something changes. */
  all(): Promise<readonly T[]> {
    this.#files ??= this.#find();
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
    const looking = this.#find();
    this.#looking = looking;
    const now = await looking;
    if (this.#looking !== looking) return;
    if (before && JSON.stringify(before) === JSON.stringify(now)) return;
    this.#files = looking;
    this.#changed.fire();
  }

  async #find(): Promise<readonly T[]> {
    const uris = await vscode.workspace.findFiles(pattern, excluded);
    this.#uris = uris;
    const saved = await Promise.all(uris.map(async (uri) => ({ uri, query: await readShort(uri), isSaved: true })));
    const unsaved = vscode.workspace.textDocuments.filter(isUnsavedQuery).map((document) => {
      return { uri: document.uri, query: readText(document.getText()), isSaved: false };
    });
    return [...saved, ...unsaved].map((found) => this.#describe(found));
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#store.dispose();
  }
}

function isUnsavedQuery({ isUntitled, languageId }: vscode.TextDocument): boolean {
  return isUntitled && languageId === 'insights-query';
}

function readText(text: string): ParsedQuery | undefined {
  return text.length > longestRead ? undefined : parseQuery(text);
}

async function readShort(uri: vscode.Uri): Promise<ParsedQuery | undefined> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    return size > longestRead ? undefined : await readQuery(uri);
  } catch {
    // It went away, or may not be read: its row stays until the watcher says so, and running it says why.
    return undefined;
  }
}
