import * as vscode from 'vscode';
import { readNodeLink, resolveInside } from '../domain/nodes/nodeLink.ts';

/** Where a link of a node file leads, checked. */
export type LinkTarget =
  | { readonly type: 'web'; readonly uri: vscode.Uri }
  | { readonly type: 'file'; readonly uri: vscode.Uri; readonly selection?: vscode.Range }
  /** No file of the workspace folder. */
  | { readonly type: 'missing' }
  /** Neither a path that stays in the workspace folder nor an `https:` address. */
  | { readonly type: 'refused' };

/** Follows a link that stands in `nodeFile`: a path is looked for beside that file, then in its workspace folder. */
export async function followNodeLink(nodeFile: vscode.Uri, link: string): Promise<LinkTarget> {
  const read = readNodeLink(link);
  if (!read) return { type: 'refused' };
  if (read.type === 'web') return readAddress(read.address);
  const folder = vscode.workspace.getWorkspaceFolder(nodeFile);
  if (!folder) return { type: 'refused' };
  const [, beside = ''] = /^(.*)\/[^/]*$/su.exec(vscode.workspace.asRelativePath(nodeFile, false)) ?? [];
  const paths = [beside, ''].map((from) => resolveInside(from, read.path)).filter((path) => path !== undefined);
  for (const path of new Set(paths)) {
    const uri = vscode.Uri.joinPath(folder.uri, path);
    if (await isFile(uri)) return { type: 'file', uri, ...selectionOf(read) };
  }
  return { type: paths.length === 0 ? 'refused' : 'missing' };
}

function readAddress(address: string): LinkTarget {
  if (!URL.canParse(address)) return { type: 'refused' };
  const url = new URL(address);
  // A name before the host makes one address look like another.
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return { type: 'refused' };
  return { type: 'web', uri: vscode.Uri.parse(url.href, true) };
}

function selectionOf({ line, lastLine = line }: { readonly line?: number; readonly lastLine?: number }): {
  readonly selection?: vscode.Range;
} {
  if (line === undefined || lastLine === undefined) return {};
  // One line is a place to go to, several are something to see.
  const end = lastLine > line ? new vscode.Position(lastLine, 0) : new vscode.Position(line - 1, 0);
  return { selection: new vscode.Range(new vscode.Position(line - 1, 0), end) };
}

async function isFile(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.File) !== 0;
  } catch {
    return false;
  }
}
