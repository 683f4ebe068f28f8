import * as vscode from 'vscode';
import { keptSessions } from '../../domain/session/keptSessions.ts';
import type { SessionSummary } from '../../domain/session/session.ts';
import { documentText } from '../../host/documentText.ts';
import { sessionScheme } from '../../host/sessionUri.ts';
import type { SessionContent } from '../../protocol/messages.ts';
import type { SessionFiles } from './sessionFiles.ts';

/** The page reads a longer one without holding up others; here it would. */
const longestSeen = 2_000_000;

/** Session documents wherever they are: of connections and on disk alike. */
export class SessionSource {
  readonly #files: SessionFiles;
  readonly #seen: (session: unknown) => void;

  /** `seen` hears of each session on disk that was read, unless it is very long; who loads those of connections knows of them. */
  constructor(files: SessionFiles, seen: (session: unknown) => void) {
    this.#files = files;
    this.#seen = seen;
  }

  /** Never rejects: what went wrong is what there is to show. */
  async read(uri: vscode.Uri, signal?: AbortSignal): Promise<SessionContent> {
    try {
      if (uri.scheme === sessionScheme) {
        const { bytes, partial } = await this.#files.read(uri, signal);
        return { type: 'document', bytes, partial };
      }
      // A plain array: of Node's own kind nothing would arrive in the page.
      const bytes = new Uint8Array(await vscode.workspace.fs.readFile(uri));
      if (bytes.length <= longestSeen) setTimeout(() => this.#tell(bytes));
      return { type: 'document', bytes, partial: false };
    } catch (error) {
      return { type: 'failed', reason: error instanceof Error ? error.message : String(error) };
    }
  }

  #tell(bytes: Uint8Array): void {
    try {
      for (const session of keptSessions(documentText(bytes) ?? '') ?? []) this.#seen(session);
    } catch {
      // The page says what is wrong with it.
    }
  }

  /** What a session of a connection says of itself in short; undefined for a file, which has a name. Never rejects. */
  async summaryOf(uri: vscode.Uri): Promise<SessionSummary | undefined> {
    if (uri.scheme !== sessionScheme) return undefined;
    return this.#files.read(uri).then(
      ({ summary }) => summary,
      () => undefined,
    );
  }

  /** Whether the service says that a session is in progress. */
  async goesOn(uri: vscode.Uri, signal: AbortSignal): Promise<boolean> {
    return uri.scheme === sessionScheme && (await this.#files.read(uri, signal)).goesOn === true;
  }

  /** Asks for it anew, and leaves what is shown as it is where that fails. */
  update(uri: vscode.Uri, signal: AbortSignal) {
    return this.#files.update(uri, signal);
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
