import * as vscode from 'vscode';
import type { ParsedQuery } from '../../domain/query/query.ts';
import { parseQuery } from '../../domain/query/query.ts';

/** What the names of query files end with. */
export const queryEnding = '.insights.json';

/** What a query is called where it says nothing itself. */
export function fileName(uri: vscode.Uri): string {
  const last = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  return last.endsWith(queryEnding) ? last.slice(0, -queryEnding.length) : last;
}

/** A query's text as it stands now: an open editor's, saved or not, before the file's. */
export async function readQuery(uri: vscode.Uri): Promise<ParsedQuery> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return parseQuery(open.getText());
  return parseQuery(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)));
}
