import * as vscode from 'vscode';
import { ReadOnlyFiles } from './readOnlyFiles.ts';

/** Read-only files whose code is loaded when the first of them is asked for. */
export class LazyFiles extends ReadOnlyFiles {
  readonly #files: () => Promise<ReadOnlyFiles>;
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  #following: Promise<ReadOnlyFiles> | undefined;
  #listener: vscode.Disposable | undefined;

  constructor(files: () => Promise<ReadOnlyFiles>) {
    super();
    this.#files = files;
  }

  watch(uri: vscode.Uri): vscode.Disposable {
    const watching = this.#loaded().then((files) => files.watch(uri));
    return new vscode.Disposable(() => void watching.then((watch) => watch.dispose()));
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    return (await this.#loaded()).stat(uri);
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return (await this.#loaded()).readFile(uri);
  }

  dispose(): void {
    this.#listener?.dispose();
    this.#changed.dispose();
  }

  #loaded(): Promise<ReadOnlyFiles> {
    this.#following ??= this.#files().then((files) => {
      this.#listener = files.onDidChangeFile((events) => this.#changed.fire(events));
      return files;
    });
    return this.#following;
  }
}
