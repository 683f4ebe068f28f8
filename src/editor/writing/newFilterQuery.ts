import * as vscode from 'vscode';
import { readSessionUri } from '../../host/sessionUri.ts';

/** What a new query says beside its filter, so that it looks where a session is. */
export function newQueryFacts({
  session,
  now,
}: {
  readonly session: vscode.Uri;
  readonly now: Date;
}): Readonly<Record<string, string>> {
  const place = readSessionUri(session);
  if (!place) return { from_date: 'now-30d/d' };
  const old = now.getTime() - place.day.getTime() > 29 * 86_400_000;
  return { connection: place.connection, from_date: old ? place.day.toISOString().slice(0, 10) : 'now-30d/d' };
}

/** Writes a query that is not saved anywhere. */
export async function writeUntitled(text: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(freeUntitled());
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(0, 0), text);
  await vscode.workspace.applyEdit(edit);
  return document;
}

/** Its name gives it the language and the schema, as one on disk. */
function freeUntitled(): vscode.Uri {
  const taken = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.toString()));
  for (let number = 1; ; number += 1) {
    const path = number === 1 ? 'filtered.insights.json' : `filtered-${number}.insights.json`;
    const uri = vscode.Uri.from({ scheme: 'untitled', path });
    if (!taken.has(uri.toString())) return uri;
  }
}
