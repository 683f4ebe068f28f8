import * as vscode from 'vscode';
import type { Runs } from '../../api/runs/runs.ts';
import type { QueryFile } from './queryFiles.ts';

/**
 * The queries that ran and are no file of the workspace: one of another folder, the left side of a Git diff, one that was deleted while
 * it ran. What they found has to be reachable all the same.
 */
export async function queriesElsewhere(
  files: readonly QueryFile[],
  runs: Pick<Runs, 'all'>,
): Promise<readonly QueryFile[]> {
  const known = new Set(files.map(({ uri }) => uri.toString()));
  const others = runs.all.map(({ identity }) => identity).filter(({ queryUri }) => !known.has(queryUri));
  return Promise.all(
    others.map(async ({ queryUri, queryName }): Promise<QueryFile> => {
      const uri = vscode.Uri.parse(queryUri, true);
      return { uri, name: queryName, description: undefined, connection: undefined, place: await placeOf(uri) };
    }),
  );
}

async function placeOf(uri: vscode.Uri): Promise<QueryFile['place']> {
  // It is open, and its row will come with the others.
  if (uri.scheme === 'untitled') return 'unsaved';
  return vscode.workspace.fs.stat(uri).then(
    () => 'elsewhere' as const,
    () => 'gone' as const,
  );
}
