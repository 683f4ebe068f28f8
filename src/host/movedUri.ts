import type * as vscode from 'vscode';

/** A file or a folder that VS Code has renamed. */
export interface RenamedFile {
  readonly oldUri: vscode.Uri;
  readonly newUri: vscode.Uri;
}

/** Whether a file is another one, or lies in that folder. */
export function isWithin(uri: vscode.Uri, folder: vscode.Uri): boolean {
  if (uri.scheme !== folder.scheme || uri.authority !== folder.authority) return false;
  return uri.path === folder.path || uri.path.startsWith(`${folder.path}/`);
}

/** Where a file is after these were renamed, itself or a folder that it lies in; undefined where it is where it was. */
export function movedUri(uri: vscode.Uri, renamed: readonly RenamedFile[]): vscode.Uri | undefined {
  const now = renamed.reduce((at, { oldUri, newUri }) => {
    if (!isWithin(at, oldUri)) return at;
    return newUri.with({ path: newUri.path + at.path.slice(oldUri.path.length) });
  }, uri);
  return now === uri ? undefined : now;
}
