import type * as vscode from 'vscode';

/** The composition root: everything is made here, in the order in which it depends on one another, and handed to VS Code. */
export function activate(_context: vscode.ExtensionContext): void {}
