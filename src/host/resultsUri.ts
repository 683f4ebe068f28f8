import * as vscode from 'vscode';
import { documentName } from '../domain/text/documentName.ts';

/** The custom editor's id, as package.json declares it. */
export const resultsViewType = 'insights.results';

/** The scheme of what a query found: each address says of which, so that tabs can be restored. */
export const resultsScheme = 'insights-results';

/** `insights-results:/NAME?query=URI`: the tab is called as the query is. */
export function resultsUri(query: vscode.Uri, name: string): vscode.Uri {
  return vscode.Uri.from({
    scheme: resultsScheme,
    path: `/${documentName(name)}`,
    query: new URLSearchParams({ query: query.toString() }).toString(),
  });
}

/** The query whose results an address names; undefined when it names none. */
export function queryOfResults(uri: vscode.Uri): vscode.Uri | undefined {
  const text = uri.scheme === resultsScheme ? new URLSearchParams(uri.query).get('query') : null;
  if (!text) return undefined;
  try {
    const query = vscode.Uri.parse(text, true);
    return query.scheme === resultsScheme ? undefined : query;
  } catch {
    return undefined;
  }
}

/** The address under which a query's results are open, if they are. */
export function openResults(query: vscode.Uri): vscode.Uri | undefined {
  for (const { input } of vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs)) {
    if (!(input instanceof vscode.TabInputCustom) || input.viewType !== resultsViewType) continue;
    if (queryOfResults(input.uri)?.toString() === query.toString()) return input.uri;
  }
  return undefined;
}
