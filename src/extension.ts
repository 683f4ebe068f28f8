import * as vscode from 'vscode';

/** The composition root: everything is made here, in the order in which it depends on one another, and handed to VS Code. */
export function activate(_context: vscode.ExtensionContext): void {
  // Nothing else wakes VS Code's JSON features for our language, and query files rely on them. They may be disabled.
  void vscode.extensions.getExtension('vscode.json-language-features')?.activate();
}
