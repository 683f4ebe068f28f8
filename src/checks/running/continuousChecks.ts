import * as vscode from 'vscode';
import { DisposableStore } from '../../host/disposables.ts';
import type { QueryTest } from '../tests/queryTests.ts';
import type { RunNeeds } from './checkRun.ts';
import { runChecks } from './checkRun.ts';

/** Checks the queries that a request names again whenever they are saved, or one of their fixtures is, until it ends. */
export function checkContinuously(
  request: vscode.TestRunRequest,
  token: vscode.CancellationToken,
  needs: RunNeeds,
): void {
  const store = new DisposableStore();
  const { tree } = needs;
  const isWanted = (item: vscode.TestItem): boolean => {
    const within = (list: readonly vscode.TestItem[] | undefined): boolean =>
      list?.some((one) => one === item || one.parent === item) ?? false;
    return (request.include === undefined || within(request.include)) && !request.exclude?.includes(item);
  };
  const check = (queries: readonly QueryTest[]): void => {
    const include = queries.flatMap((query) => tree.itemOf(query) ?? []).filter(isWanted);
    if (include.length === 0) return;
    const { exclude, profile } = request;
    void runChecks(new vscode.TestRunRequest(include, exclude, profile, true), needs, token);
  };
  store.add(
    vscode.workspace.onDidSaveTextDocument(({ uri }) => {
      const query = tree.queryAt(uri);
      check(query ? [query] : tree.queries.filter(({ fixtures }) => fixtures.length > 0 && isFixture(uri)));
    }),
  );
  token.onCancellationRequested(() => store.dispose());
}

function isFixture({ path }: vscode.Uri): boolean {
  return path.endsWith('.insights-session.json');
}
