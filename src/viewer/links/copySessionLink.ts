import * as vscode from 'vscode';
import { readSessionUri } from '../../host/sessionUri.ts';
import { tellInStatusBar } from '../../host/surfaces/statusBar.ts';
import { sessionLinkTarget } from './sessionLink.ts';

/** Copies a link that opens a session for a colleague who has a connection of the same name. */
export async function copySessionLink(session: vscode.Uri | undefined, extensionId: string): Promise<void> {
  const place = session && readSessionUri(session);
  if (!place) {
    tellInStatusBar(vscode.l10n.t('Only a session of a connection has a link: a file has its path.'));
    return;
  }
  const { connection, day, id } = place;
  const { path, query } = sessionLinkTarget({ connection, day: day.toISOString().slice(0, 10), id });
  await vscode.env.clipboard.writeText(`${vscode.env.uriScheme}://${extensionId}${path}?${query}`);
  tellInStatusBar(vscode.l10n.t('Copied a link. It works for whoever has a connection called "{0}".', connection));
}
