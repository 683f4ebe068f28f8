import * as vscode from 'vscode';
import { compareSessions } from '../domain/compareSessions.ts';
import { comparisonText } from '../domain/comparisonText.ts';
import { normalisedPayload, normalisedText } from '../domain/normalisedText.ts';
import { readSteps } from '../domain/steps.ts';
import type { ComparisonPlace } from './comparisonUri.ts';
import { readComparisonUri } from './comparisonUri.ts';
import type { SessionSource } from './sessionSource.ts';

/** Comparisons, and what is laid side by side in VS Code's diff editor, as read-only files made when they are read. */
export class ComparisonFiles implements vscode.FileSystemProvider {
  readonly #source: SessionSource;
  readonly #since = Date.now();
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;

  constructor(source: SessionSource) {
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
    return new TextEncoder().encode(await this.#text(place));
  }

  async #text(place: ComparisonPlace): Promise<string> {
    switch (place.type) {
      case 'comparison': {
        const { left, right } = place;
        const [ours, theirs] = await Promise.all([this.#document(left), this.#document(right)]);
        return comparisonText(compareSessions(ours, theirs), { left: left.toString(), right: right.toString() });
      }
      case 'session':
        return normalisedText(await this.#read(place.session));
      case 'payload': {
        const step = readSteps(await this.#document(place.session))[place.step];
        return normalisedPayload(place.part === 'request' ? step?.requestPayload : step?.responsePayload).text;
      }
    }
  }

  async #document(session: vscode.Uri): Promise<unknown> {
    const text = await this.#read(session);
    try {
      return JSON.parse(text);
    } catch (error) {
      throw new vscode.FileSystemError(error instanceof Error ? error.message : String(error));
    }
  }

  async #read(session: vscode.Uri): Promise<string> {
    const content = await this.#source.read(session);
    if (content.type === 'failed') throw new vscode.FileSystemError(content.reason);
    return new TextDecoder().decode(content.bytes);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }
}
