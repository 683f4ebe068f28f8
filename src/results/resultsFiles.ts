import * as vscode from 'vscode';
import { ReadOnlyFiles } from '../host/pages/readOnlyFiles.ts';
import { queryOfResults } from '../host/resultsUri.ts';

/** Results as files that hold nothing: VS Code restores a tab only of an address that is there. */
export class ResultsFiles extends ReadOnlyFiles {
  readonly #since = Date.now();
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;

  dispose(): void {
    this.#changed.dispose();
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    if (!queryOfResults(uri)) throw vscode.FileSystemError.FileNotFound(uri);
    const permissions = vscode.FilePermission.Readonly;
    return { type: vscode.FileType.File, ctime: this.#since, mtime: this.#since, size: 0, permissions };
  }

  async readFile(): Promise<Uint8Array> {
    return new Uint8Array(0);
  }
}
