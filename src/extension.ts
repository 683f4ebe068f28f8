import * as vscode from 'vscode';
import { registerEditor } from './editor/registerEditor.ts';
import { SeenValues } from './editor/seenValues.ts';
import { DisposableStore } from './host/disposables.ts';

/** The composition root: everything is made here, in the order in which it depends on one another, and handed to VS Code. */
export function activate(context: vscode.ExtensionContext): void {
  const store = new DisposableStore();
  context.subscriptions.push(store);
  // Nothing else wakes VS Code's JSON features for our language, and query files rely on them. They may be disabled.
  void vscode.extensions.getExtension('vscode.json-language-features')?.activate();

  const now = (): Date => new Date();
  const seenValues = store.add(new SeenValues(context.workspaceState));
  store.add(
    registerEditor({
      now,
      zone: () => 'utc',
      seenValues,
      connectionNameOf: (query) => query.value.connection ?? 'sample',
    }),
  );
}
