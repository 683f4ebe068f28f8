import * as vscode from 'vscode';
import { maskedDocument } from '../../domain/sharing/maskedDocument.ts';
import { documentText } from '../../host/documentText.ts';
import { masksScreen } from '../../host/settings.ts';
import { tellInStatusBar } from '../../host/surfaces/statusBar.ts';
import type { TextParts } from '../page/textParts.ts';
import type { SessionSource } from './sessionSource.ts';

/** Opens a session as text: the document itself, or while personal data is masked on screen, what its mask leaves. */
export class SessionAsText {
  readonly #source: Pick<SessionSource, 'read'>;
  readonly #parts: TextParts;

  constructor(source: Pick<SessionSource, 'read'>, parts: TextParts) {
    this.#source = source;
    this.#parts = parts;
  }

  async open(session: vscode.Uri): Promise<void> {
    const text = masksScreen() ? await this.#maskedText(session) : undefined;
    if (text === undefined) {
      await vscode.commands.executeCommand('vscode.openWith', session, 'default');
      return;
    }
    // A preview would give its place to what is opened from it.
    await vscode.commands.executeCommand('workbench.action.keepEditor');
    // With its own ending it would be a session once more.
    const name = session.path.slice(session.path.lastIndexOf('/') + 1).replace('.insights-session.', '.');
    await this.#parts.show(vscode.l10n.t('masked {0}', name), text);
    tellInStatusBar(vscode.l10n.t('Personal data is masked in this text, as it is in sessions.'));
  }

  async #maskedText(session: vscode.Uri): Promise<string | undefined> {
    const content = await this.#source.read(session);
    if (content.type === 'failed') return undefined;
    const text = documentText(content.bytes);
    return text === undefined ? undefined : maskedDocument(text);
  }
}
