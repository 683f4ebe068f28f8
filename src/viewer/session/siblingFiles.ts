import * as vscode from 'vscode';
import { hasFailed } from '../../domain/session/failures/hasFailed.ts';
import { keptSessions } from '../../domain/session/keptSessions.ts';
import { DisposableStore } from '../../host/disposables.ts';
import { documentText } from '../../host/documentText.ts';
import type { ListPlace } from '../../protocol/messages.ts';
import type { Neighbours } from './neighbours.ts';
import { sessionEnding, siblingNames } from './siblingNames.ts';

/** The list of a session on disk: the session documents of its folder, by name. */
export class SiblingFiles implements Neighbours {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<void>());
  readonly onDidChange = this.#changed.event;

  constructor() {
    const watcher = this.#store.add(vscode.workspace.createFileSystemWatcher(`**/*${sessionEnding}`, false, true));
    this.#store.add(watcher.onDidCreate(() => this.#changed.fire()));
    this.#store.add(watcher.onDidDelete(() => this.#changed.fire()));
  }

  dispose(): void {
    this.#store.dispose();
  }

  async placeOf(session: vscode.Uri): Promise<ListPlace | undefined> {
    const { names, index } = await namesAround(session);
    if (index < 0) return undefined;
    return { query: lastSegment(vscode.Uri.joinPath(session, '..')), index, count: String(names.length) };
  }

  ownerOf(session: vscode.Uri): vscode.Uri {
    return session;
  }

  async beside(session: vscode.Uri, direction: 1 | -1, failing = false): Promise<vscode.Uri | string> {
    const { names, index } = await namesAround(session);
    for (let at = index + direction; index >= 0 && at >= 0 && at < names.length; at += direction) {
      const file = vscode.Uri.joinPath(session, '..', names[at] ?? '');
      if (!failing || (await fileHasFailed(file))) return file;
    }
    if (failing) return vscode.l10n.t('No more sessions of its folder have failed.');
    return direction === 1
      ? vscode.l10n.t('This is the last session of its folder.')
      : vscode.l10n.t('This is the first session of its folder.');
  }
}

async function fileHasFailed(file: vscode.Uri): Promise<boolean> {
  try {
    const text = documentText(await vscode.workspace.fs.readFile(file)) ?? '';
    return (keptSessions(text) ?? []).some(hasFailed);
  } catch {
    // What cannot be read is not known to have failed.
    return false;
  }
}

async function namesAround(
  session: vscode.Uri,
): Promise<{ readonly names: readonly string[]; readonly index: number }> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(session, '..'));
    const names = siblingNames(entries.map(([name]) => name));
    return { names, index: names.indexOf(lastSegment(session)) };
  } catch {
    // The folder is gone, or its file system has none.
    return { names: [], index: -1 };
  }
}

function lastSegment({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
