import * as vscode from 'vscode';
import { DisposableStore } from './disposables.ts';

/** Until a burst of changes is over: a checkout touches many files. */
const burstMs = 100;
/** Beyond so many paths, looking again costs less than asking what each of them is. */
const mostAsked = 50;

/**
 * Calls `changed` when a file that matches may have come, changed or gone. VS Code tells of a folder that comes or goes, and not always
 * of the files in it; one that goes and comes within a moment counts as changed. `holds` says whether a file that matched lies below a folder.
 */
export function watchFiles(
  pattern: string,
  holds: (folder: vscode.Uri) => boolean | Promise<boolean>,
  changed: () => void,
): vscode.Disposable {
  const store = new DisposableStore();
  const files = store.add(vscode.workspace.createFileSystemWatcher(pattern));
  for (const event of [files.onDidCreate, files.onDidChange, files.onDidDelete]) store.add(event(() => changed()));

  const anything = store.add(vscode.workspace.createFileSystemWatcher('**'));
  store.add(anything.onDidDelete(async (uri) => (await holds(uri)) && changed()));
  const touched = new Map<string, vscode.Uri>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  store.add({ dispose: () => clearTimeout(timer) });
  const askSoon = (uri: vscode.Uri): void => {
    touched.set(uri.toString(), uri);
    timer ??= setTimeout(async () => {
      timer = undefined;
      const uris = [...touched.values()];
      touched.clear();
      if (uris.length > mostAsked || (await Promise.all(uris.map(isFolder))).includes(true)) changed();
    }, burstMs);
  };
  for (const event of [anything.onDidCreate, anything.onDidChange]) store.add(event(askSoon));
  return store;
}

/** Whether one of the files lies in the folder, at any depth. */
export function isBelow(folder: vscode.Uri, files: readonly vscode.Uri[]): boolean {
  return files.some((file) => file.toString().startsWith(`${folder.toString()}/`));
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return (await vscode.workspace.fs.stat(uri)).type === vscode.FileType.Directory;
  } catch {
    // It went away again, which is told by itself.
    return false;
  }
}
