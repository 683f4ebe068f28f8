import * as vscode from 'vscode';
import type { TextEdit } from '../../domain/json/textEdits.ts';
import { nameNode } from '../../domain/nodes/nameNode.ts';
import { nodeFileName } from '../../domain/nodes/nodeFileName.ts';
import { shownNodeName } from '../../domain/nodes/shownNodeName.ts';
import type { NodeFiles } from '../../host/nodeFiles.ts';
import { tellError, tellInformation } from '../../host/surfaces/messages.ts';
import { askLine, pickOne } from '../../host/surfaces/questions.ts';

interface NodeToName {
  readonly nodeId: string;
  /** Whose workspace folder's names come first. */
  readonly near?: vscode.Uri | undefined;
  /** What it may be called, where it has no name. */
  readonly suggestion?: string;
}

/**
 * Asks what a node is called, and writes it to a node file; an empty name takes away what the file says of the node. `focusBack` runs when
 * the question was answered or left. Resolves to a sentence that says what was done.
 */
export async function askNodeName(
  nodeFiles: NodeFiles,
  { nodeId, near, suggestion = '' }: NodeToName,
  focusBack: () => void,
): Promise<string | undefined> {
  await nodeFiles.read();
  const known = nodeFiles.namesFor(near).get(nodeId);
  const file = known?.file ?? (await chooseFile(nodeFiles));
  if (!file) return undefined;
  const place = vscode.workspace.asRelativePath(file);
  const removal = known?.link
    ? vscode.l10n.t('Leave it empty to take the name and its link away.')
    : vscode.l10n.t('Leave it empty to take the name away.');
  const answer = await askLine({
    title: vscode.l10n.t('Name of Node {0}', shortened(nodeId)),
    prompt: `${vscode.l10n.t('It is kept in {0}.', place)}${known ? ` ${removal}` : ''}`,
    placeHolder: vscode.l10n.t('Such as: Look up order'),
    value: known?.name ?? suggestion,
    // The page may still be taking the keys that the palette, or the question before, had: the question stays.
    ignoreFocusOut: true,
  });
  focusBack();
  const name = answer?.trim();
  if (name === undefined || name === (known?.name ?? '')) return undefined;
  if (!(await write(file, nodeId, name))) return undefined;
  return name === ''
    ? vscode.l10n.t('Removed the node’s name from {0}.', place)
    : vscode.l10n.t('Named the node "{0}" in {1}.', shownNodeName({ name }).name, place);
}

/** The file for a new name: the one there is, or the one that the person wants. */
async function chooseFile(nodeFiles: NodeFiles): Promise<vscode.Uri | undefined> {
  const files = await nodeFiles.list();
  const folders = vscode.workspace.workspaceFolders ?? [];
  const candidates = files.length > 0 ? files : folders.map((folder) => vscode.Uri.joinPath(folder.uri, nodeFileName));
  if (candidates.length > 1) return pickFile(candidates);
  if (candidates.length === 0) void offerFolder();
  return candidates[0];
}

async function pickFile(files: readonly vscode.Uri[]): Promise<vscode.Uri | undefined> {
  const items = files.map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri }));
  const picked = await pickOne(items, {
    title: vscode.l10n.t('Name of a Node: File'),
    placeHolder: vscode.l10n.t('The file that keeps the name'),
    ignoreFocusOut: true,
  });
  return picked?.uri;
}

async function offerFolder(): Promise<void> {
  const open = vscode.l10n.t('Open Folder');
  const answer = await tellInformation(
    vscode.l10n.t('Names of nodes are kept in {0} in your repository: open its folder first.', nodeFileName),
    open,
  );
  if (answer === open) await vscode.commands.executeCommand('workbench.action.files.openFolder');
}

/**
 * One edit, which Undo in the file's editor takes back, also when that is opened later. The file is saved, for an unsaved change in a file that
 * nobody sees would be lost or in the way; but not with other changes that somebody has not saved yet.
 */
async function write(file: vscode.Uri, nodeId: string, name: string): Promise<boolean> {
  const before = await openText(file);
  const edits = nameNode(before?.getText() ?? '', nodeId, name);
  const keepUnsaved = before?.isDirty ?? false;
  const done =
    edits !== undefined &&
    (await vscode.workspace.applyEdit(editOf(file, before, edits))) &&
    (keepUnsaved || (await (await vscode.workspace.openTextDocument(file)).save()));
  if (!done) void sayUnwritable(file, before);
  return done;
}

function editOf(
  file: vscode.Uri,
  before: vscode.TextDocument | undefined,
  edits: readonly TextEdit[],
): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  if (!before) edit.createFile(file, { ignoreIfExists: true });
  const at = (offset: number): vscode.Position => before?.positionAt(offset) ?? new vscode.Position(0, 0);
  for (const { offset, length, text } of edits) {
    edit.replace(file, new vscode.Range(at(offset), at(offset + length)), text);
  }
  return edit;
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
  const answer = await tellError(
    vscode.l10n.t(
      'Couldn’t write the name to {0}. Check whether the file is valid JSON, and whether it is read-only.',
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
