import type * as vscode from 'vscode';

/** Documents that are opened while the keys are elsewhere and are to stay there: VS Code does not tell an editor. */
export class OpensBehind {
  readonly #uris = new Set<string>();

  add(uri: vscode.Uri): void {
    this.#uris.add(uri.toString());
  }

  has(uri: vscode.Uri): boolean {
    return this.#uris.has(uri.toString());
  }

  clear(): void {
    this.#uris.clear();
  }
}
