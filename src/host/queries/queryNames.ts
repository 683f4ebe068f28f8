import type * as vscode from 'vscode';
import { isVisible } from '../../domain/text/invisible.ts';

/** What the names of query files end with. */
export const queryEnding = '.insights.json';

/** What a query is called where it says nothing itself. */
export function fileName(uri: vscode.Uri): string {
  const last = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  return last.endsWith(queryEnding) ? last.slice(0, -queryEnding.length) : last;
}

/** What a query is called: by the `name` that it gives itself, where there is anything to be seen in it, else by its file. */
export function queryName(name: unknown, uri: vscode.Uri): string {
  return typeof name === 'string' && isVisible(name) ? name.trim() : fileName(uri);
}
