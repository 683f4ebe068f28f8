import * as vscode from 'vscode';
import type { ViewAction } from '../../protocol/messages.ts';
import { sessionViewType } from '../page/documentTypes.ts';
import { sayNoSession } from './sayNoSession.ts';
import type { PanelNeeds } from './sessionPanel.ts';
import { SessionPanel } from './sessionPanel.ts';

/** Shows session documents, each in a panel of its own. */
export class SessionEditor {
  readonly #needs: PanelNeeds;
  readonly #panels = new Set<SessionPanel>();
  /** The steps at which sessions are being opened. */
  readonly #asked = new Map<string, number>();

  constructor(needs: Omit<PanelNeeds, 'takeStep'>) {
    const takeStep = (uri: vscode.Uri): number | undefined => {
      const step = this.#asked.get(uri.toString());
      this.#asked.delete(uri.toString());
      return step;
    };
    this.#needs = { ...needs, takeStep };
  }

  /** The session in front, if there is one. */
  get active(): SessionPanel | undefined {
    return [...this.#panels].find((panel) => panel.active);
  }

  /** Has the page in front do something; says so when there is none. */
  async act(action: ViewAction): Promise<void> {
    const panel = this.active;
    if (!panel) return sayNoSession();
    // The palette took the focus; what is selected next should be under the keys. A page that has them is left alone: the next key may
    // have opened a question by the time the focus came.
    if (!(await panel.hasKeys())) panel.focus();
    await panel.tell({ type: 'act', action });
  }

  /** Opens a session, at a step when one is named. */
  async open(uri: vscode.Uri, step?: number): Promise<void> {
    if (step !== undefined) this.#asked.set(uri.toString(), step);
    await vscode.commands.executeCommand('vscode.openWith', uri, sessionViewType);
    // A page that was there already does not ask what to show.
    if (this.#asked.has(uri.toString()) && this.active?.uri.toString() === uri.toString()) await this.active.show();
  }

  show(uri: vscode.Uri, webviewPanel: vscode.WebviewPanel): void {
    const panel = new SessionPanel(uri, webviewPanel, this.#needs);
    this.#panels.add(panel);
    webviewPanel.onDidDispose(() => {
      this.#panels.delete(panel);
      panel.dispose();
    });
  }
}
