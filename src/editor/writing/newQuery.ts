import * as vscode from 'vscode';
import { writeOrTell } from '../../host/errors/writeOrTell.ts';
import { askLine, pickOne } from '../../host/surfaces/questions.ts';
import type { Starter } from './starters.ts';
import { starters } from './starters.ts';

/** The walkthrough takes the keys as its step is ticked off, and who looks something up elsewhere begins anew. */
const stays = { ignoreFocusOut: true } as const;

/** "Insights: New Query": a starter, a folder, a name; the file opens with the first thing to fill in selected. */
export async function newQuery(folder?: vscode.Uri): Promise<void> {
  const starter = await pickStarter();
  if (!starter) return;
  if (!folder && !vscode.workspace.workspaceFolders?.length) return openUntitled(starter);
  const where = folder ?? (await pickFolder());
  if (!where) return;
  const file = await askFile(where, starter);
  if (!file) return;
  if (!(await writeOrTell(file, new Uint8Array()))) return;
  await fill(await vscode.workspace.openTextDocument(file), starter);
}

/** Without a folder the query is not on disk yet; its name gives it the language and the schema all the same. */
async function openUntitled(starter: Starter): Promise<void> {
  const uri = vscode.Uri.from({ scheme: 'untitled', path: `${starter.fileName}.insights.json` });
  await fill(await vscode.workspace.openTextDocument(uri), starter);
}

async function fill(document: vscode.TextDocument, starter: Starter): Promise<void> {
  const editor = await vscode.window.showTextDocument(document);
  await editor.insertSnippet(new vscode.SnippetString(starter.snippet), new vscode.Position(0, 0));
  if (!document.isUntitled) await document.save();
}

async function pickStarter(): Promise<Starter | undefined> {
  const items = starters().map((starter) => ({ label: starter.label, detail: starter.detail, starter }));
  const picked = await pickOne(items, {
    title: vscode.l10n.t('New Query (1/3): What to Find'),
    placeHolder: vscode.l10n.t('A query to begin with'),
    ...stays,
    matchOnDetail: true,
  });
  return picked?.starter;
}

/** Folders that hold queries already come first: that is where the next one belongs. */
async function pickFolder(): Promise<vscode.Uri | undefined> {
  const roots = (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri);
  const files = await vscode.workspace.findFiles('**/*.insights.json', '**/node_modules/**', 500);
  const uses = new Map<string, number>();
  for (const file of files) {
    const parent = vscode.Uri.joinPath(file, '..').toString();
    uses.set(parent, (uses.get(parent) ?? 0) + 1);
  }
  const used = [...uses].sort(([, a], [, b]) => b - a).map(([folder]) => vscode.Uri.parse(folder));
  const other = { label: vscode.l10n.t('Another folder…'), uri: undefined };
  const folders = [...used, ...roots.filter((root) => !uses.has(root.toString()))];
  const items = folders.map((uri) => {
    const count = uses.get(uri.toString());
    const description =
      count === undefined ? '' : count === 1 ? vscode.l10n.t('1 query') : vscode.l10n.t('{0} queries', count);
    return { label: folderName(uri), description, uri };
  });
  const picked = await pickOne([...items, other], {
    title: vscode.l10n.t('New Query (2/3): Folder'),
    placeHolder: vscode.l10n.t('Where to keep the query'),
    ...stays,
  });
  if (picked !== other) return picked?.uri;
  const [chosen] = (await vscode.window.showOpenDialog({ canSelectFolders: true, canSelectFiles: false })) ?? [];
  return chosen;
}

function folderName(uri: vscode.Uri): string {
  const root = vscode.workspace.getWorkspaceFolder(uri);
  if (!root) return uri.fsPath;
  const relative = vscode.workspace.asRelativePath(uri, (vscode.workspace.workspaceFolders?.length ?? 0) > 1);
  return relative === uri.fsPath || relative === '' ? root.name : relative;
}

async function askFile(folder: vscode.Uri, starter: Starter): Promise<vscode.Uri | undefined> {
  const fileOf = (name: string): vscode.Uri => vscode.Uri.joinPath(folder, `${bareName(name)}.insights.json`);
  const problemOf = async (name: string): Promise<string | undefined> => {
    if (bareName(name) === '') return vscode.l10n.t('A name is needed.');
    if (/[\\/:*?"<>|]/u.test(name)) return vscode.l10n.t('A file name can’t contain any of \\ / : * ? " < > |');
    return (await exists(fileOf(name))) ? vscode.l10n.t('There is a query of this name already.') : undefined;
  };
  const name = await askLine({
    title: vscode.l10n.t('New Query (3/3): Name'),
    prompt: vscode.l10n.t('The file will be called NAME.insights.json'),
    ...stays,
    value: await freeName(starter.fileName, (candidate) => exists(fileOf(candidate))),
    validateInput: problemOf,
  });
  return name === undefined ? undefined : fileOf(name);
}

function bareName(name: string): string {
  return name.trim().replace(/(\.insights)?\.json$/u, '');
}

async function freeName(name: string, taken: (name: string) => Promise<boolean>): Promise<string> {
  for (let n = 1; ; n += 1) {
    const candidate = n === 1 ? name : `${name}-${n}`;
    if (!(await taken(candidate))) return candidate;
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
