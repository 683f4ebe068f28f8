import type * as vscode from 'vscode';
import type { ViewAction } from '../protocol/messages.ts';
import type { PanelNeeds } from './sessionPanel.ts';
import { SessionPanel } from './sessionPanel.ts';

/** The custom editor's id, as package.json declares it. */
export const sessionViewType = 'insights.session';

/** Shows session documents, each in a panel of its own. */
export class SessionEditor implements vscode.CustomReadonlyEditorProvider {
  readonly #needs: PanelNeeds;
  readonly #panels = new Set<SessionPanel>();

  constructor(needs: PanelNeeds) {
    this.#needs = needs;
  }

  /** The session in front, if there is one. */
  get active(): SessionPanel | undefined {
    return [...this.#panels].find((panel) => panel.active);
  }

  /** Has the page in front do something; nothing when there is none. */
  async act(action: ViewAction): Promise<void> {
    const panel = this.active;
    // The palette took the focus; what is selected next should be under the keys.
    panel?.focus();
    await panel?.tell({ type: 'act', action });
  }

  openCustomDocument(uri: vscode.Uri): vscode.CustomDocument {
    return { uri, dispose: () => {} };
  }

  resolveCustomEditor({ uri }: vscode.CustomDocument, webviewPanel: vscode.WebviewPanel): void {
    const panel = new SessionPanel(uri, webviewPanel, this.#needs);
    this.#panels.add(panel);
    webviewPanel.onDidDispose(() => {
      this.#panels.delete(panel);
      panel.dispose();
    });
  }
}
