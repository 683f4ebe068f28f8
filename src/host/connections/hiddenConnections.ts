import * as vscode from 'vscode';
import { readConnections } from '../../domain/connections/connectionSettings.ts';
import { asRecord } from '../../domain/json/looseValues.ts';
import { readLoosely } from '../../domain/json/readLoosely.ts';

const setting = 'insights.connections';

/**
 * Whether the workspace's own settings define a connection. VS Code keeps such settings to itself until the workspace is trusted: they are
 * read here to say why a connection is not there, and for nothing else.
 */
export async function isDefinedByWorkspace(name: string): Promise<boolean> {
  const { workspaceFolders = [], workspaceFile } = vscode.workspace;
  const inFolders = workspaceFolders.map(({ uri }) => read(vscode.Uri.joinPath(uri, '.vscode/settings.json')));
  const found = await Promise.all([
    ...inFolders,
    ...(workspaceFile?.scheme === 'file' ? [read(workspaceFile).then(({ settings }) => asRecord(settings))] : []),
  ]);
  return found.some((settings) => {
    const { connections, slips } = readConnections({ user: undefined, workspace: settings[setting] });
    return [...connections.filter(({ definedIn }) => definedIn === 'workspace'), ...slips].some(
      (one) => one.name === name,
    );
  });
}

async function read(file: vscode.Uri): Promise<Record<string, unknown>> {
  try {
    return asRecord(readLoosely(new TextDecoder().decode(await vscode.workspace.fs.readFile(file))));
  } catch {
    return {};
  }
}
