import * as vscode from 'vscode';
import { keptSessions } from '../../domain/session/keptSessions.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import { documentText } from '../../host/documentText.ts';
import { Refused } from './refused.ts';

const ending = '.insights-session.json';

/** The sessions of a fixture, and the file of each: a link to one opens that. */
export interface Fixtures {
  readonly sessions: readonly SessionDocument[];
  readonly fileOf: ReadonlyMap<string, vscode.Uri>;
}

/** Reads the files and folders that a query names as its fixtures, by their paths from its own. Throws Refused where one holds no session. */
export async function readFixtures(query: vscode.Uri, names: readonly string[]): Promise<Fixtures> {
  const folder = vscode.Uri.joinPath(query, '..');
  const files = await Promise.all(names.map((name) => filesAt(name, vscode.Uri.joinPath(folder, name))));
  const fileOf = new Map<string, vscode.Uri>();
  const sessions: SessionDocument[] = [];
  for (const uri of files.flat()) {
    for (const session of await sessionsOf(uri)) {
      sessions.push(session);
      if (typeof session.id === 'string' && uri.path.endsWith(ending)) fileOf.set(session.id, uri);
    }
  }
  return { sessions, fileOf };
}

async function filesAt(name: string, uri: vscode.Uri): Promise<readonly vscode.Uri[]> {
  const { type } = await statOf(name, uri);
  if ((type & vscode.FileType.Directory) === 0) return [uri];
  const found = await filesBelow(uri);
  if (found.length === 0) throw new Refused(vscode.l10n.t('The folder of fixtures {0} holds no session.', name));
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function statOf(name: string, uri: vscode.Uri): Promise<vscode.FileStat> {
  try {
    return await vscode.workspace.fs.stat(uri);
  } catch {
    throw new Refused(vscode.l10n.t('The fixture {0} doesn’t exist.', name));
  }
}

async function filesBelow(folder: vscode.Uri): Promise<vscode.Uri[]> {
  const entries = await vscode.workspace.fs.readDirectory(folder);
  const found = await Promise.all(
    entries.map(async ([name, type]) => {
      const uri = vscode.Uri.joinPath(folder, name);
      if ((type & vscode.FileType.Directory) !== 0) return filesBelow(uri);
      return name.endsWith(ending) ? [uri] : [];
    }),
  );
  return found.flat();
}

async function sessionsOf(uri: vscode.Uri): Promise<readonly SessionDocument[]> {
  const sessions = keptSessions(documentText(await vscode.workspace.fs.readFile(uri)) ?? '');
  if (!sessions)
    throw new Refused(vscode.l10n.t('The fixture {0} isn’t a session.', vscode.workspace.asRelativePath(uri)));
  return sessions;
}
