import * as vscode from 'vscode';
import { ReadOnlyFiles } from '../../host/pages/readOnlyFiles.ts';
import type { SessionSource } from '../documents/sessionSource.ts';
import { readComparisonUri } from './comparisonUri.ts';

/** Comparisons, and what is laid side by side in VS Code's diff editor, as read-only files made when they are read. */
export class ComparisonFiles extends ReadOnlyFiles {
  readonly #source: SessionSource;
  readonly #since = Date.now();
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;

  constructor(source: SessionSource) {
    super();
    this.#source = source;
  }

  dispose(): void {
    this.#changed.dispose();
  }

  /** What is made from a session follows it for as long as somebody has it open. */
  watch(uri: vscode.Uri): vscode.Disposable {
    const place = readComparisonUri(uri);
    if (!place) return new vscode.Disposable(() => {});
    const changed = (): void => this.#changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
    const sessions = place.type === 'comparison' ? [place.left, place.right] : [place.session];
    return vscode.Disposable.from(...sessions.map((session) => this.#source.watch(session, changed)));
  }

  /** Without making the file: a tab asks for this before it is known in which form it is shown. */
  stat(uri: vscode.Uri): vscode.FileStat {
    if (!readComparisonUri(uri)) throw vscode.FileSystemError.FileNotFound(uri);
    const permissions = vscode.FilePermission.Readonly;
    return { type: vscode.FileType.File, ctime: this.#since, mtime: this.#since, size: 0, permissions };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const place = readComparisonUri(uri);
    if (!place) throw vscode.FileSystemError.FileNotFound(uri);
    // Comparing is much code, and few windows need it.
    const { comparisonFileText } = await import('./comparisonTexts.ts');
    return new TextEncoder().encode(await comparisonFileText(place, this.#source));
  }
}
