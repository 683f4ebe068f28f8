import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** A query file of the workspace, made of a text in which `|` is the cursor. */
export interface QueryDocument {
  readonly document: vscode.TextDocument;
  readonly cursor: vscode.Position;
}

/** Writes a text as a query file into the workspace, for schemas are found by a file's name, and opens it. */
export async function openQuery(text: string): Promise<QueryDocument> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('no workspace is open');
  const at = text.indexOf('|');
  const name = `test-${Date.now()}-${Math.random().toString(36).slice(2)}.insights.json`;
  const uri = vscode.Uri.joinPath(folder.uri, name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text.replace('|', '')));
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return { document, cursor: document.positionAt(Math.max(0, at)) };
}

/** Closes and deletes what `openQuery` made. */
export async function closeQueries(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  for (const file of await vscode.workspace.findFiles('test-*.insights.json')) {
    // What is found may be gone meanwhile.
    await vscode.workspace.fs.delete(file).then(undefined, () => {});
  }
}

/** Asks again until the answer is as wanted: language features start when they start. The last answer otherwise. */
export async function askUntil<T>(ask: () => Thenable<T>, wanted: (answer: T) => boolean): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    const answer = await ask();
    if (wanted(answer) || attempt === 600) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Waits until it holds; fails when it never does. */
export async function until(what: string, holds: () => boolean): Promise<void> {
  const held = await askUntil(
    async () => holds(),
    (answer) => answer,
  );
  assert.ok(held, `it never held: ${what}`);
}

/** The document that says what a query's run sent, once it says `wanted`; fails when it never does. */
export async function sentBy(query: vscode.Uri, wanted: RegExp): Promise<string> {
  const shown = async (): Promise<string> => {
    await vscode.commands.executeCommand('insights.showSent', query);
    return vscode.window.activeTextEditor?.document.getText() ?? '';
  };
  const text = await askUntil(shown, (one) => wanted.test(one));
  assert.match(text, wanted);
  return text;
}
