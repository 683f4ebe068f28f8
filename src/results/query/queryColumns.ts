import * as vscode from 'vscode';
import { readProjection, readSort } from '../../domain/query/request.ts';
import { columnsOf } from '../../domain/results/rows/defaultColumns.ts';
import { DisposableStore } from '../../host/disposables.ts';
import { fileName, queryName } from '../../host/queries/queryNames.ts';
import { readQuery } from '../../host/queries/readQuery.ts';
import type { ResultsView } from '../../protocol/resultsMessages.ts';

/** What a query's text says of its results: its name and its columns, as it stands in an editor or on disk. */
export class QueryColumns implements vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<void>());
  readonly #query: vscode.Uri | undefined;
  #paths: readonly string[] = columnsOf([]);
  #sort: ResultsView['sort'] = { path: 'session_start_time', direction: 'desc' };
  #name: string;

  /** The text changed, and may say something else. */
  readonly onDidChange = this.#changed.event;

  constructor(query: vscode.Uri | undefined) {
    this.#query = query;
    this.#name = query ? fileName(query) : '';
    if (!query) return;
    const isOurs = (uri: vscode.Uri): boolean => uri.toString() === query.toString();
    this.#store.add(
      vscode.workspace.onDidChangeTextDocument(({ document }) => isOurs(document.uri) && this.#changed.fire()),
    );
    this.#store.add(vscode.workspace.onDidCloseTextDocument(({ uri }) => isOurs(uri) && this.#changed.fire()));
    if (query.scheme === 'untitled') return;
    const pattern = new vscode.RelativePattern(vscode.Uri.joinPath(query, '..'), fileOf(query));
    const watcher = this.#store.add(vscode.workspace.createFileSystemWatcher(pattern));
    for (const event of [watcher.onDidChange, watcher.onDidCreate]) this.#store.add(event(() => this.#changed.fire()));
  }

  dispose(): void {
    this.#store.dispose();
  }

  get name(): string {
    return this.#name;
  }

  /** The fields of the columns, in their order, as they were read last. */
  get paths(): readonly string[] {
    return this.#paths;
  }

  /** By what the query has the service sort, first of all. */
  get sort(): ResultsView['sort'] {
    return this.#sort;
  }

  /** Reads the text anew. One that cannot be read leaves what was known. */
  async read(): Promise<void> {
    const query = this.#query && (await readQuery(this.#query).catch(() => undefined));
    if (!query || query.syntaxProblems.length > 0) return;
    const { name, project_fields: fields, sort_by: sort } = query.value;
    const [first] = readSort(typeof sort === 'string' || isTexts(sort) ? sort : undefined);
    if (first) this.#sort = { path: first.field, direction: first.direction };
    const isList = typeof fields === 'string' || Array.isArray(fields);
    this.#paths = columnsOf(isList ? readProjection(fields).filter((field) => typeof field === 'string') : []);
    if (this.#query) this.#name = queryName(name, this.#query);
  }
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

/** A name as a pattern that matches nothing else. */
function fileOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1).replaceAll(/[[\]{}*?]/gu, (sign) => `[${sign}]`);
}
