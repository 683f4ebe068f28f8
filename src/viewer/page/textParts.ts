import * as vscode from 'vscode';
import { inertText } from '../../domain/text/inertText.ts';
import { wellFormed } from '../../domain/text/wellFormed.ts';

const scheme = 'insights-text';

/** Parts of a session (a payload, a header) shown as read-only documents of their own. */
export class TextParts implements vscode.TextDocumentContentProvider {
  readonly #texts = new Map<string, string>();
  readonly #owned: vscode.Disposable;
  #count = 0;

  constructor() {
    this.#owned = vscode.Disposable.from(
      vscode.workspace.registerTextDocumentContentProvider(scheme, this),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#texts.delete(uri.toString())),
    );
  }

  dispose(): void {
    this.#owned.dispose();
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.toString()) ?? '';
  }

  /** A document that holds a text until it is closed. */
  add(title: string, text: string): vscode.Uri {
    this.#count += 1;
    const name = wellFormed(inertText(title)).replaceAll(/[\\/:]/gu, '-');
    const uri = vscode.Uri.from({ scheme, path: `/${this.#count}/${name}` });
    this.#texts.set(uri.toString(), text);
    return uri;
  }

  async show(title: string, text: string): Promise<void> {
    const document = await vscode.workspace.openTextDocument(this.add(title, text));
    await vscode.window.showTextDocument(document, { preview: true });
  }
}
