import * as vscode from 'vscode';
import { nameNode } from '../domain/nameNode.ts';
import { nodeFileName } from '../domain/nodeNames.ts';
import type { NodeFiles } from '../host/nodeFiles.ts';

interface NodeToName {
  readonly nodeId: string;
  /** What it may be called, where it has no name. */
  readonly suggestion?: string;
}

/** Asks what a node is called, and writes it to a node file; an empty name takes away what the file says of the node. */
export async function askNodeName(nodeFiles: NodeFiles, { nodeId, suggestion = '' }: NodeToName): Promise<void> {
  const known = (await nodeFiles.read()).get(nodeId);
  const file = known?.file ?? (await chooseFile(nodeFiles));
  if (!file) return;
  const place = vscode.workspace.asRelativePath(file);
  const removal = known?.link
    ? vscode.l10n.t('Leave it empty to take the name and its link away.')
    : vscode.l10n.t('Leave it empty to take the name away.');
  const name = await vscode.window.showInputBox({
    title: vscode.l10n.t('Name of Node {0}', shortened(nodeId)),
    prompt: `${vscode.l10n.t('It is kept in {0}.', place)}${known ? ` ${removal}` : ''}`,
    placeHolder: vscode.l10n.t('Such as: Look up order'),
    value: known?.name ?? suggestion,
  });
  if (name === undefined || name.trim() === (known?.name ?? '')) return;
  await write(file, nodeId, name);
}

/** The file for a new name: the one there is, or the one that the person wants. */
async function chooseFile(nodeFiles: NodeFiles): Promise<vscode.Uri | undefined> {
  const files = await nodeFiles.list();
  const folders = vscode.workspace.workspaceFolders ?? [];
  const candidates = files.length > 0 ? files : folders.map((folder) => vscode.Uri.joinPath(folder.uri, nodeFileName));
  if (candidates.length > 1) return pickFile(candidates);
  if (candidates.length === 0) await offerFolder();
  return candidates[0];
}

async function pickFile(files: readonly vscode.Uri[]): Promise<vscode.Uri | undefined> {
  const items = files.map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Name of a Node: File'),
    placeHolder: vscode.l10n.t('The file that keeps the name'),
  });
  return picked?.uri;
}

async function offerFolder(): Promise<void> {
  const open = vscode.l10n.t('Open Folder');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('Names of nodes are kept in {0} in your repository: open its folder first.', nodeFileName),
    open,
  );
  if (answer === open) await vscode.commands.executeCommand('workbench.action.files.openFolder');
}

/**
 * One edit, which Undo in the file's editor takes back, also when that is opened later. The file is saved, for an unsaved change in a file that
 * nobody sees would be lost or in the way; but not with other changes that somebody has not saved yet.
 */
async function write(file: vscode.Uri, nodeId: string, name: string): Promise<void> {
  const before = await openText(file);
  const edits = nameNode(before?.getText() ?? '', nodeId, name);
  if (!edits) return sayUnwritable(file, before);
  const edit = new vscode.WorkspaceEdit();
  if (!before) edit.createFile(file, { ignoreIfExists: true });
  for (const { offset, length, text } of edits) {
    const at = (index: number): vscode.Position => before?.positionAt(index) ?? new vscode.Position(0, 0);
    edit.replace(file, new vscode.Range(at(offset), at(offset + length)), text);
  }
  const keepUnsaved = before?.isDirty ?? false;
  if (!(await vscode.workspace.applyEdit(edit))) return sayUnwritable(file, before);
  const place = vscode.workspace.asRelativePath(file);
  if (keepUnsaved) {
    vscode.window.setStatusBarMessage(vscode.l10n.t('{0} has changes that are not saved yet.', place), 5_000);
  } else if (!(await (await vscode.workspace.openTextDocument(file)).save())) await sayUnwritable(file, before);
}

async function openText(file: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    await vscode.workspace.fs.stat(file);
  } catch {
    return undefined;
  }
  return vscode.workspace.openTextDocument(file);
}

async function sayUnwritable(file: vscode.Uri, document: vscode.TextDocument | undefined): Promise<void> {
  const open = vscode.l10n.t('Open Node File');
  const answer = await vscode.window.showErrorMessage(
    vscode.l10n.t(
      'The name cannot be written to {0}: see whether its text is broken, or the file read-only.',
      vscode.workspace.asRelativePath(file),
    ),
    ...(document ? [open] : []),
  );
  if (document && answer === open) await vscode.window.showTextDocument(document);
}

/** An id is told by its beginning. */
function shortened(id: string): string {
  return id.length > 40 ? `${id.slice(0, 39)}…` : id;
}
