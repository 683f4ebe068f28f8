import * as vscode from 'vscode';
import { writeReadably } from '../../domain/json/writeJson.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import { hasEnded, isInProgress, summarise } from '../../domain/session/session.ts';
import { ReadOnlyFiles } from '../../host/pages/readOnlyFiles.ts';
import type { SessionPlace } from '../../host/sessionUri.ts';
import { readSessionUri } from '../../host/sessionUri.ts';
import type { KeptSession } from './sessionCache.ts';
import { SessionCache } from './sessionCache.ts';

/** Gets a session from a connection: `partial` when the service had no more of it than its parameters. */
export type LoadSession = (
  place: SessionPlace,
  signal: AbortSignal,
) => Promise<{ readonly session: SessionDocument; readonly partial: boolean }>;

/** Sessions of connections as read-only files: loaded when one is read, kept for a while. */
export class SessionFiles extends ReadOnlyFiles {
  readonly #load: LoadSession;
  readonly #wordsOf: (error: unknown) => string;
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly #cache = new SessionCache({ load: (key, signal) => this.#get(key, signal), now: Date.now });
  readonly onDidChangeFile = this.#changed.event;

  constructor({ load, wordsOf }: { load: LoadSession; wordsOf: (error: unknown) => string }) {
    super();
    this.#load = load;
    this.#wordsOf = wordsOf;
  }

  dispose(): void {
    this.#cache.dispose();
    this.#changed.dispose();
  }

  /** Forgets a session; whoever shows it reads it anew. */
  refresh(uri: vscode.Uri): void {
    this.#cache.forget(uri.toString());
    this.#changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }

  /** Asks for a session anew while the one that is there stands; whoever shows it hears when it has changed. Rejects when that fails. */
  async update(uri: vscode.Uri, signal: AbortSignal): Promise<{ readonly goesOn: boolean; readonly changed: boolean }> {
    const key = uri.toString();
    const before = await this.#cache.read(key, signal);
    const now = await this.#get(key, signal);
    const changed = !sameBytes(before.bytes, now.bytes);
    if (changed && !signal.aborted) {
      this.#cache.replace(key, now);
      this.#changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
    }
    return { goesOn: now.goesOn === true, changed };
  }

  /** A session that was deleted at the service: what shows it hears of it. */
  evict(uri: vscode.Uri): void {
    this.#cache.forget(uri.toString());
    this.#changed.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const { session, since } = await this.#cache.peek(uri.toString());
    const permissions = vscode.FilePermission.Readonly;
    return { type: vscode.FileType.File, ctime: since, mtime: since, size: session.bytes.byteLength, permissions };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return (await this.read(uri)).bytes;
  }

  /** The file with what its content does not say. Aborting ends the request when nobody else waits for it. */
  read(uri: vscode.Uri, signal?: AbortSignal): Promise<KeptSession> {
    return this.#cache.read(uri.toString(), signal);
  }

  async #get(key: string, signal: AbortSignal): Promise<KeptSession> {
    const uri = vscode.Uri.parse(key, true);
    const place = readSessionUri(uri);
    if (!place) throw vscode.FileSystemError.FileNotFound(uri);
    try {
      const { session, partial } = await this.#load(place, signal);
      const bytes = new TextEncoder().encode(`${writeReadably(session)}\n`);
      const summary = summarise(session);
      const [final, goesOn] = [!partial && hasEnded(summary), !partial && isInProgress(summary)];
      return { bytes, partial, summary, final, goesOn };
    } catch (error) {
      throw new vscode.FileSystemError(this.#wordsOf(error));
    }
  }
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
