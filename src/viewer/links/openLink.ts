import * as vscode from 'vscode';
import { sessionUri } from '../../host/sessionUri.ts';
import { confirmed, tellError } from '../../host/surfaces/messages.ts';
import { readSessionLink } from './sessionLink.ts';

/** Opens the session that a link names, once the person said that it may be asked for: anybody can write a link. */
export async function openLink(link: vscode.Uri, hasConnection: (name: string) => boolean): Promise<void> {
  const session = readSessionLink(link);
  if (!session) {
    await tellError(vscode.l10n.t('This link doesn’t name a session.'));
    return;
  }
  const { connection, day, id } = session;
  if (!hasConnection(connection)) {
    const add = vscode.l10n.t('Add Connection');
    const sentence = vscode.l10n.t('The link names the connection "{0}", which isn’t set up here.', connection);
    if ((await tellError(sentence, add)) === add) await vscode.commands.executeCommand('insights.addConnection');
    return;
  }
  const yes = await confirmed({
    question: vscode.l10n.t('Open the session of the link?'),
    detail: [
      vscode.l10n.t('Session id: {0}', id),
      vscode.l10n.t('Day: {0}', day),
      vscode.l10n.t('It is asked for on your connection "{0}", with your key.', connection),
    ],
    yes: vscode.l10n.t('Open Session'),
    no: vscode.l10n.t('Don’t Open'),
  });
  if (yes) await vscode.commands.executeCommand('vscode.open', sessionUri(connection, new Date(day), id));
}
