import * as vscode from 'vscode';
import { DisposableStore } from '../../host/disposables.ts';
import type { QueryTest } from '../tests/queryTests.ts';
import type { RunNeeds } from './checkRun.ts';
import { runChecks } from './checkRun.ts';

/** How long after its file a test, and an open document, are known to be what they are now. */
const treeMs = 500;
const documentMs = 2000;
const patterns = '**/*.{insights.json,insights-session.json}';

/** Checks the queries that a request names again whenever their files change, or one of their fixtures does, until it ends. */
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
  const changed = async (uri: vscode.Uri): Promise<void> => {
    await Promise.all([followed(uri), soon(tree.onDidChange, treeMs)]);
    if (token.isCancellationRequested) return;
    const query = tree.queryAt(uri);
    check(query ? [query] : tree.queries.filter(({ fixtures }) => fixtures.length > 0 && isFixture(uri)));
  };
  // Whoever writes it: a person who saves, a checkout, another program.
  const files = store.add(vscode.workspace.createFileSystemWatcher(patterns));
  for (const happens of [files.onDidChange, files.onDidCreate, files.onDidDelete]) {
    store.add(happens((uri) => void changed(uri)));
  }
  // Outside of the workspace nobody watches.
  store.add(
    vscode.workspace.onDidSaveTextDocument(({ uri }) => {
      if (!vscode.workspace.getWorkspaceFolder(uri)) void changed(uri);
    }),
  );
  token.onCancellationRequested(() => store.dispose());
}

/** An open document follows its file a moment later: resolves when it has. */
async function followed(uri: vscode.Uri): Promise<void> {
  const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
  if (!document || document.isDirty || document.getText() === (await textOn(uri))) return;
  // What differs may be a byte order mark alone.
  await soon(vscode.workspace.onDidChangeTextDocument, documentMs, (event) => event.document === document);
}

/** Resolves when it happens, or when it has not for so long. */
function soon<T>(event: vscode.Event<T>, ms: number, isIt: (happened: T) => boolean = () => true): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      listening.dispose();
      resolve();
    };
    const listening = event((happened) => isIt(happened) && done());
    const timer = setTimeout(done, ms);
  });
}

async function textOn(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

function isFixture({ path }: vscode.Uri): boolean {
  return path.endsWith('.insights-session.json');
}
