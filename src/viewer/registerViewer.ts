import * as vscode from 'vscode';
import type { CommandRegistrar } from '../host/commandRegistrar.ts';
import { DisposableStore } from '../host/disposables.ts';
import { once } from '../host/once.ts';
import { LazyFiles } from '../host/pages/lazyFiles.ts';
import { sessionScheme } from '../host/sessionUri.ts';
import { comparisonCommandIds } from './comparison/comparisonCommandIds.ts';
import { comparisonScheme, comparisonViewType, sessionViewType } from './page/documentTypes.ts';
import { sessionCommandIds } from './session/sessionCommandIds.ts';
import type { Viewer, ViewerNeeds } from './viewer.ts';

/** What others may do with shown sessions. */
export interface RegisteredViewer extends vscode.Disposable {
  /** To be called when a session was deleted at the service. */
  evict(uri: vscode.Uri): Promise<void>;
  /** Opens a session, at a step when one is named. */
  open(uri: vscode.Uri, step: number | undefined): Promise<void>;
}

/** Session documents and comparisons: their file systems, their editors and their commands, loaded when the first of them is used. */
export function registerViewer(registrar: CommandRegistrar, needs: () => Promise<ViewerNeeds>): RegisteredViewer {
  const store = new DisposableStore();
  const viewer = once(async () => {
    const [{ Viewer }, ready] = await Promise.all([import('./viewer.ts'), needs()]);
    return store.add(new Viewer(ready));
  });
  const show = (viewType: string, editorOf: (loaded: Viewer) => Editor, files: LazyFiles, scheme: string): void => {
    store.add(files);
    store.add(vscode.workspace.registerFileSystemProvider(scheme, files, { isReadonly: true, isCaseSensitive: true }));
    store.add(
      vscode.window.registerCustomEditorProvider(
        viewType,
        {
          openCustomDocument: (uri) => ({ uri, dispose: () => {} }),
          resolveCustomEditor: async (document, panel) => editorOf(await viewer()).show(document.uri, panel),
        },
        { supportsMultipleEditorsPerDocument: true, webviewOptions: { enableFindWidget: true } },
      ),
    );
  };
  const sessions = new LazyFiles(async () => (await viewer()).sessionFiles);
  const comparisons = new LazyFiles(async () => (await viewer()).comparisonFiles);
  show(sessionViewType, (loaded) => loaded.sessionEditor, sessions, sessionScheme);
  show(comparisonViewType, (loaded) => loaded.comparisonEditor, comparisons, comparisonScheme);
  store.add(
    registrar.registerOnUse([...sessionCommandIds, ...comparisonCommandIds], async () => (await viewer()).commands),
  );
  return {
    dispose: () => store.dispose(),
    evict: async (uri) => (await viewer()).evict(uri),
    open: async (uri, step) => (await viewer()).sessionEditor.open(uri, step),
  };
}

/** Shows a document in a panel of its own. */
interface Editor {
  show(uri: vscode.Uri, panel: vscode.WebviewPanel): void;
}
