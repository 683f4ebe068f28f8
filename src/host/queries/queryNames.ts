import type * as vscode from 'vscode';

/** What the names of query files end with. */
export const queryEnding = '.insights.json';

/** What a query is called where it says nothing itself. */
export function fileName(uri: vscode.Uri): string {
  const last = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  return last.endsWith(queryEnding) ? last.slice(0, -queryEnding.length) : last;
}
