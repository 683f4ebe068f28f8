import * as vscode from 'vscode';
import type { ParsedQuery } from '../../domain/query/query.ts';
import { parseQuery } from '../../domain/query/query.ts';

/** A query's text as it stands now: an open editor's, saved or not, before the file's. */
export async function readQuery(uri: vscode.Uri): Promise<ParsedQuery> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return parseQuery(open.getText());
  return parseQuery(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)));
}
