import * as vscode from 'vscode';
import { queryName } from '../../host/queries/queryNames.ts';
import { readQuery } from '../../host/queries/readQuery.ts';
import { pickOne } from '../../host/surfaces/questions.ts';

/** A query that is to be changed, and whether it is run then. */
export interface FilterTarget {
  readonly name: string;
  /** Absent for a query that is yet to be made. */
  readonly uri?: vscode.Uri;
  readonly run: boolean;
}

type TargetItem = vscode.QuickPickItem & FilterTarget;

/** Asks which query is to be changed: `found` is the one that found the session, if one did. */
export async function pickTarget(
  title: string,
  found: { readonly uri: vscode.Uri; readonly name: string } | undefined,
): Promise<FilterTarget | undefined> {
  const files = await vscode.workspace.findFiles('**/*.insights.json', '**/{node_modules,.git}/**', 1_000);
  const others = files.filter((uri) => uri.toString() !== found?.uri.toString());
  const named = await Promise.all(others.map(async (uri) => fileItem(uri, await nameOf(uri))));
  const items = [
    ...(found ? [false, true].map((run) => fileItem(found.uri, found.name, { found: true, run })) : []),
    ...[false, true].map(newItem),
    ...named.sort((a, b) => a.name.localeCompare(b.name)),
  ];
  return pickOne(items, {
    title,
    placeHolder: vscode.l10n.t('The query to change'),
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
}

function fileItem(uri: vscode.Uri, name: string, { found = false, run = false } = {}): TargetItem {
  return {
    label: run ? vscode.l10n.t('{0}, and run it', name) : name,
    description: vscode.workspace.asRelativePath(uri),
    ...(found ? { detail: vscode.l10n.t('the query that found this session') } : {}),
    iconPath: new vscode.ThemeIcon(run ? 'play' : 'search'),
    name,
    uri,
    run,
  };
}

function newItem(run: boolean): TargetItem {
  return {
    label: run ? vscode.l10n.t('New query from this, and run it') : vscode.l10n.t('New query from this'),
    iconPath: new vscode.ThemeIcon(run ? 'play' : 'new-file'),
    name: '',
    run,
  };
}

/** What people call a query. */
async function nameOf(uri: vscode.Uri): Promise<string> {
  const query = await readQuery(uri).catch(() => undefined);
  const name: unknown = query?.value.name;
  return queryName(name, uri);
}
