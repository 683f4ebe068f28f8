import * as vscode from 'vscode';
import type { TextEdit } from '../../domain/json/textEdits.ts';
import { differenceOf } from '../../domain/json/textEdits.ts';

interface Change {
  readonly before: string;
  readonly after: string;
}

/** The changes of a query's text that were made from its results: each one edit, which its editor undoes as any other. */
export class QueryEdits {
  readonly #query: vscode.Uri;
  readonly #changes: Change[] = [];

  constructor(query: vscode.Uri) {
    this.#query = query;
  }

  /** Changes the text as one edit. `edits` makes it of the text; undefined leaves that as it is. Answers whether anything changed. */
  async edit(edits: (text: string) => readonly TextEdit[] | undefined): Promise<boolean> {
    const document = await vscode.workspace.openTextDocument(this.#query);
    const before = document.getText();
    const made = edits(before);
    if (!made || made.length === 0 || !(await apply(document, made))) return false;
    this.#changes.push({ before, after: document.getText() });
    return true;
  }

  /** Takes the last change back, without showing the query. Answers with a sentence to say. */
  async undo(): Promise<string> {
    const last = this.#changes.at(-1);
    if (!last) return vscode.l10n.t('There is no change to the query to undo.');
    const document = await vscode.workspace.openTextDocument(this.#query);
    if (document.getText() !== last.after) {
      return vscode.l10n.t('The query has changed since then. Undo in its editor instead.');
    }
    await apply(document, [differenceOf(last.after, last.before)]);
    this.#changes.pop();
    return vscode.l10n.t('Undid the last change to the query.');
  }
}

/** Why a query's text was left as it is. */
export function uneditedWords(name: string): string {
  return vscode.l10n.t('{0} wasn’t changed: it isn’t valid JSON. Fix its problems first.', name);
}

async function apply(document: vscode.TextDocument, edits: readonly TextEdit[]): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  for (const { offset, length, text } of edits) {
    const range = new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
    edit.replace(document.uri, range, text);
  }
  return vscode.workspace.applyEdit(edit);
}
