import * as vscode from 'vscode';
import type { SessionDocument } from '../domain/session.ts';
import type { SessionPlace } from '../host/sessionUri.ts';
import { readSessionUri } from '../host/sessionUri.ts';

/** Gets a session from a connection. */
export type LoadSession = (place: SessionPlace, signal: AbortSignal) => Promise<SessionDocument>;

interface Held {
  readonly bytes: Promise<Uint8Array>;
  readonly since: number;
}

const heldAtMost = 60;

/** Sessions of connections as read-only files: loaded when one is read, kept for a while. */
export class SessionFiles implements vscode.FileSystemProvider {
  readonly #load: LoadSession;
  readonly #wordsOf: (error: unknown) => string;
  readonly #held = new Map<string, Held>();
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly #stopped = new AbortController();
  readonly onDidChangeFile = this.#changed.event;

  constructor({ load, wordsOf }: { load: LoadSession; wordsOf: (error: unknown) => string }) {
    this.#load = load;
    this.#wordsOf = wordsOf;
  }

  dispose(): void {
    this.#stopped.abort();
    this.#changed.dispose();
  }

  /** Forgets a session; whoever shows it reads it anew. */
  refresh(uri: vscode.Uri): void {
    this.#held.delete(uri.toString());
    this.#changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }

  /** A session that was deleted at the service: what shows it hears of it. */
  evict(uri: vscode.Uri): void {
    this.#held.delete(uri.toString());
    this.#changed.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const held = this.#hold(uri);
    const { byteLength } = await held.bytes;
    const permissions = vscode.FilePermission.Readonly;
    return { type: vscode.FileType.File, ctime: held.since, mtime: held.since, size: byteLength, permissions };
  }

  readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return this.#hold(uri).bytes;
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

  #hold(uri: vscode.Uri): Held {
    const key = uri.toString();
    const known = this.#held.get(key);
    // Used last, dropped last.
    this.#held.delete(key);
    const held = known ?? { bytes: this.#read(uri), since: Date.now() };
    this.#held.set(key, held);
    // A failure is not kept: the next read asks again.
    if (!known) held.bytes.catch(() => this.#held.get(key) === held && this.#held.delete(key));
    for (const oldest of this.#held.keys()) {
      if (this.#held.size <= heldAtMost) break;
      this.#held.delete(oldest);
    }
    return held;
  }

  async #read(uri: vscode.Uri): Promise<Uint8Array> {
    const place = readSessionUri(uri);
    if (!place) throw vscode.FileSystemError.FileNotFound(uri);
    try {
      const session = await this.#load(place, this.#stopped.signal);
      return new TextEncoder().encode(`${JSON.stringify(session, null, 2)}\n`);
    } catch (error) {
      throw new vscode.FileSystemError(this.#wordsOf(error));
    }
  }
}
