import * as vscode from 'vscode';
import type { Lookup } from '../../domain/find/lookup.ts';
import type { KnownValues } from '../../domain/find/lookupQuery.ts';
import { lookupQuery } from '../../domain/find/lookupQuery.ts';
import { formatJson } from '../../domain/json/formatJson.ts';
import { runCommand } from '../../host/commands.ts';

/** Opens a lookup as a query that is not saved yet, and its results where those are wanted. */
export async function openAsQuery(
  lookup: Lookup,
  {
    name,
    connection,
    known,
    results,
  }: { readonly name: string; readonly connection: string; readonly known: KnownValues; readonly results: boolean },
): Promise<void> {
  const query = { name, connection, ...lookupQuery(lookup, known) };
  const uri = freeUri();
  const document = await vscode.workspace.openTextDocument(uri);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, new vscode.Position(0, 0), `${formatJson(JSON.stringify(query)) ?? ''}\n`);
  await vscode.workspace.applyEdit(edit);
  await vscode.window.showTextDocument(document);
  if (!results) return;
  await runCommand('insights.runQuery', uri);
  await runCommand('insights.openResults', uri);
}

function freeUri(): vscode.Uri {
  const taken = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.toString()));
  for (let n = 1; ; n += 1) {
    const uri = vscode.Uri.from({ scheme: 'untitled', path: `lookup${n === 1 ? '' : `-${n}`}.insights.json` });
    if (!taken.has(uri.toString())) return uri;
  }
}
