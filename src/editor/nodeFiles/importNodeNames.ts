import * as vscode from 'vscode';
import type { ExportedName } from '../../domain/nodes/exportedNames.ts';
import { exportedNames } from '../../domain/nodes/exportedNames.ts';
import { nameNodes } from '../../domain/nodes/nameNodes.ts';
import { nodeFileName } from '../../domain/nodes/nodeFileName.ts';
import type { NodeFiles } from '../../host/nodeFiles.ts';
import { tellError, tellInformation } from '../../host/surfaces/messages.ts';
import { askFiles, pickOne, pickSeveral } from '../../host/surfaces/questions.ts';
import type { SeenValues } from '../learning/seenValues.ts';
import type { Refusal } from './readExport.ts';
import { mostBytes, readExport } from './readExport.ts';

interface ImportNeeds {
  readonly seenValues: SeenValues;
  readonly nodeFiles: NodeFiles;
}

/** Reads the names of nodes out of an exported agent, has the person choose among them, and writes those to a node file as one edit. */
export async function importNodeNames({ seenValues, nodeFiles }: ImportNeeds): Promise<void> {
  const [zip] = await askFiles({
    title: vscode.l10n.t('Exported Agent'),
    openLabel: vscode.l10n.t('Read Names'),
    filters: { [vscode.l10n.t('Exported agents')]: ['zip'] },
  });
  if (!zip) return;
  const place = vscode.workspace.asRelativePath(zip);
  const read = await documentsIn(zip);
  if (typeof read === 'string') {
    await tellError(vscode.l10n.t('Couldn’t read names from {0}. {1}', place, read));
    return;
  }
  const seen = new Set(seenValues.valuesEverywhere('nodeId').map(({ value }) => value));
  const names = exportedNames(read, seen);
  if (names.length === 0) {
    await tellInformation(vscode.l10n.t('No names of nodes were found in {0}.', place));
    return;
  }
  await nodeFiles.read();
  const chosen = await choose(names, nodeFiles);
  const file = chosen.length === 0 ? undefined : await chooseFile(nodeFiles);
  if (!file) return;
  if (!(await write(file, chosen))) {
    const target = vscode.workspace.asRelativePath(file);
    await tellError(
      vscode.l10n.t(
        'Couldn’t write the names to {0}. Check whether the file is valid JSON, and whether it is read-only.',
        target,
      ),
    );
  }
}

/** Its JSON, or a sentence that says why it is not read. */
async function documentsIn(zip: vscode.Uri): Promise<readonly unknown[] | string> {
  try {
    const { size } = await vscode.workspace.fs.stat(zip);
    if (size > mostBytes) return wordsOf('tooLarge');
    const documents = readExport(await vscode.workspace.fs.readFile(zip));
    return typeof documents === 'string' ? wordsOf(documents) : documents;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function wordsOf(refusal: Refusal): string {
  switch (refusal) {
    case 'notZip':
      return vscode.l10n.t('It isn’t a zip file.');
    case 'tooLarge':
      return vscode.l10n.t('It unpacks to more than any agent.');
    case 'tooMany':
      return vscode.l10n.t('It has more files than any agent.');
    case 'leadsOut':
      return vscode.l10n.t('It has a file whose name points outside of it, so it isn’t an exported agent.');
    case 'broken':
      return vscode.l10n.t('It is broken, or packed in a way that is not read.');
    case 'noJson':
      return vscode.l10n.t('It has no JSON, so it isn’t an exported agent.');
  }
}

/** Those that have a name stay as somebody named them: they are shown beside it, and not chosen from. */
async function choose(names: readonly ExportedName[], { names: known }: NodeFiles): Promise<readonly ExportedName[]> {
  const unnamed = names.filter(({ id }) => !known.has(id));
  const named = names.filter(({ id }) => known.has(id));
  if (unnamed.length === 0) {
    await tellInformation(vscode.l10n.t('All {0} nodes of the export have a name already.', names.length));
    return [];
  }
  const items = unnamed.map((name) => ({
    label: name.name,
    description: name.id,
    ...(name.seen ? { detail: vscode.l10n.t('seen in loaded sessions') } : {}),
    picked: true,
    name,
  }));
  const picked = await pickSeveral(items, {
    title: vscode.l10n.t('Import Node Names'),
    placeHolder:
      named.length === 0
        ? vscode.l10n.t('The names to write')
        : vscode.l10n.t('The names to write; {0} nodes keep the name that they have', named.length),
    matchOnDescription: true,
  });
  return picked.map(({ name }) => name);
}

async function chooseFile(nodeFiles: NodeFiles): Promise<vscode.Uri | undefined> {
  const files = await nodeFiles.list();
  const folders = vscode.workspace.workspaceFolders ?? [];
  const candidates = files.length > 0 ? files : folders.map((folder) => vscode.Uri.joinPath(folder.uri, nodeFileName));
  if (candidates.length <= 1) return candidates[0];
  const items = candidates.map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri }));
  return (await pickOne(items, { title: vscode.l10n.t('The file that keeps the names') }))?.uri;
}

/** One edit, which Undo takes back, shown in the file's editor. */
async function write(file: vscode.Uri, names: readonly ExportedName[]): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  const before = await vscode.workspace.openTextDocument(file).then(
    (document) => document,
    () => undefined,
  );
  const text = nameNodes(before?.getText() ?? '', names);
  if (text === undefined) return false;
  if (!before) edit.createFile(file, { ignoreIfExists: true });
  const end = before?.positionAt(before.getText().length) ?? new vscode.Position(0, 0);
  edit.replace(file, new vscode.Range(new vscode.Position(0, 0), end), text);
  if (!(await vscode.workspace.applyEdit(edit))) return false;
  await vscode.window.showTextDocument(file);
  return true;
}
