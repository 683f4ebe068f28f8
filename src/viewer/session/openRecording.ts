import * as vscode from 'vscode';
import { keptSessions } from '../../domain/session/keptSessions.ts';
import type { Recording, RecordingPlace } from '../../domain/session/recording.ts';
import { readRecording } from '../../domain/session/recording.ts';
import { documentText } from '../../host/documentText.ts';
import { sessionScheme } from '../../host/sessionUri.ts';
import type { SessionSource } from '../documents/sessionSource.ts';
import type { ShownSession } from './sessionPanel.ts';

/**
 * Opens a recording in the browser. The address is read here, from the document, and goes nowhere else: it holds a token. One that is
 * not ready is looked for once more at the service. Answers with a sentence when there is nothing to open.
 */
export async function openRecording(
  source: SessionSource,
  shown: ShownSession,
  place: RecordingPlace,
): Promise<string | undefined> {
  const session = shown.uri;
  let recording = await recordingOf(source, session, place);
  if (recording?.type === 'notReady' && session.scheme === sessionScheme) {
    source.refresh(session);
    recording = await recordingOf(source, session, place);
  }
  if (!recording) return vscode.l10n.t('The session can’t be read, so its recording can’t be opened.');
  if (recording.type !== 'ready') return wordsOf(recording.type, session);
  // VS Code asks before it opens an address that the person does not trust yet. As text: a Uri decodes what a token has encoded.
  const opened = await vscode.env.openExternal(recording.url as unknown as vscode.Uri);
  // Its question took the keys.
  if (shown.active) shown.focus();
  return opened ? vscode.l10n.t('The recording opens in the browser.') : undefined;
}

async function recordingOf(
  source: SessionSource,
  session: vscode.Uri,
  place: RecordingPlace,
): Promise<Recording | undefined> {
  const content = await source.read(session);
  if (content.type === 'failed') return undefined;
  const [found, ...others] = keptSessions(documentText(content.bytes) ?? '') ?? [];
  // The place does not say in which of several.
  return found && others.length === 0 ? readRecording(found, place) : undefined;
}

function wordsOf(type: Exclude<Recording['type'], 'ready'>, session: vscode.Uri): string {
  switch (type) {
    case 'none':
      return vscode.l10n.t('There is no recording of this.');
    case 'notReady':
      return session.scheme === sessionScheme
        ? vscode.l10n.t('The recording isn’t ready yet. Try again later.')
        : vscode.l10n.t('The recording was not ready when this file was saved.');
    case 'relative':
      return vscode.l10n.t('This old session has a path to its recording, and no address: it can’t be opened.');
    case 'insecure':
      return vscode.l10n.t('The recording wasn’t opened: its address isn’t https.');
    case 'unknown':
      return vscode.l10n.t('The recording wasn’t opened: its address isn’t valid.');
  }
}
