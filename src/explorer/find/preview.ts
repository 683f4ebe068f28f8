import * as vscode from 'vscode';
import type { OpensBehind } from '../../host/opensBehind.ts';

const pauseMs = 200;

/** Shows a session in a preview tab while one arrows through a list, and takes it away again when none was chosen. */
export class Preview {
  readonly #opensBehind: OpensBehind;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #shown: vscode.Uri | undefined;

  constructor(opensBehind: OpensBehind) {
    this.#opensBehind = opensBehind;
  }

  /** Shows a session once nobody arrows on for a moment. */
  showSoon(session: vscode.Uri, opening: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      opening();
      this.#shown = session;
      this.#opensBehind.add(session);
      void vscode.commands.executeCommand('vscode.open', session, { preview: true, preserveFocus: true });
    }, pauseMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  /** Nobody arrows any more. What was shown meanwhile goes when nothing was chosen. */
  async end(chosen: boolean): Promise<void> {
    this.stop();
    this.#opensBehind.clear();
    const uri = this.#shown?.toString();
    if (chosen || uri === undefined) return;
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    const shown = tabs.filter(
      ({ input, isPreview }) => isPreview && input instanceof vscode.TabInputCustom && input.uri.toString() === uri,
    );
    await vscode.window.tabGroups.close(shown);
  }
}
