import * as vscode from 'vscode';
import { sessionScheme } from '../host/sessionUri.ts';
import type { SessionContent } from '../protocol/messages.ts';
import type { SessionFiles } from './sessionFiles.ts';

/** Session documents wherever they are: of connections and on disk alike. */
export class SessionSource {
  readonly #files: SessionFiles;

  constructor(files: SessionFiles) {
    this.#files = files;
  }

  /** Never rejects: what went wrong is what there is to show. */
  async read(uri: vscode.Uri, signal?: AbortSignal): Promise<SessionContent> {
    try {
      if (uri.scheme === sessionScheme) {
        const { bytes, partial } = await this.#files.read(uri, signal);
        return { type: 'document', bytes, partial };
      }
      // A plain array: of Node's own kind nothing would arrive in the page.
      return { type: 'document', bytes: new Uint8Array(await vscode.workspace.fs.readFile(uri)), partial: false };
    } catch (error) {
      return { type: 'failed', reason: error instanceof Error ? error.message : String(error) };
    }
  }

  /** Has a session of a connection asked for anew; a file is followed anyway. */
  refresh(uri: vscode.Uri): void {
    if (uri.scheme === sessionScheme) this.#files.refresh(uri);
  }

  watch(uri: vscode.Uri, changed: () => void): vscode.Disposable {
    if (uri.scheme === sessionScheme) {
      return this.#files.onDidChangeFile((events) => {
        if (events.some((event) => event.uri.toString() === uri.toString())) changed();
      });
    }
    const folder = vscode.Uri.joinPath(uri, '..');
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1).replaceAll(/[[\]{}*?]/gu, '[$&]');
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, name));
    return vscode.Disposable.from(
      watcher,
      watcher.onDidChange(changed),
      watcher.onDidCreate(changed),
      watcher.onDidDelete(changed),
    );
  }
}
