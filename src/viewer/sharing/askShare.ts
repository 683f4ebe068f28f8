import * as vscode from 'vscode';
import { sessionScheme } from '../../host/sessionUri.ts';
import { pickOne } from '../../host/surfaces/questions.ts';
import type { ShareChoice, SharedForm, SharePart } from '../../protocol/messages.ts';

type Item = vscode.QuickPickItem & { readonly choice: ShareChoice | 'link' | undefined };

/** Has the person choose what of a session leaves, and how it is written; a link to it leaves by itself. */
export async function askShare(session: vscode.Uri, parts: readonly SharePart[]): Promise<ShareChoice | undefined> {
  const picked = await pickOne(itemsFor(session, parts), {
    title: vscode.l10n.t('Share'),
    placeHolder: vscode.l10n.t('What leaves is shown before it does, without personal data'),
  });
  if (picked?.choice !== 'link') return picked?.choice;
  await vscode.commands.executeCommand('insights.copySessionLink');
  return undefined;
}

function itemsFor({ scheme }: vscode.Uri, parts: readonly SharePart[]): readonly Item[] {
  const file: Item = {
    label: vscode.l10n.t('Save as File (.insights-session.json)'),
    iconPath: new vscode.ThemeIcon('save-as'),
    choice: { part: 'session', form: 'json', file: true },
  };
  const link: Item = { label: vscode.l10n.t('Copy Link'), iconPath: new vscode.ThemeIcon('link'), choice: 'link' };
  // A file has its path.
  return [...parts.flatMap(inEachForm), file, ...(scheme === sessionScheme ? [link] : [])];
}

function inEachForm(part: SharePart): readonly Item[] {
  return (['markdown', 'text', 'json'] as const).map((form) => ({
    label: copyWords(part, form),
    iconPath: new vscode.ThemeIcon('copy'),
    choice: { part, form, file: false },
  }));
}

function copyWords(part: SharePart, form: SharedForm): string {
  const name = { markdown: 'Markdown', text: vscode.l10n.t('Text'), json: 'JSON' }[form];
  switch (part) {
    case 'session':
      return vscode.l10n.t('Copy Session as {0}', name);
    case 'turn':
      return vscode.l10n.t('Copy Turn as {0}', name);
    case 'step':
      return vscode.l10n.t('Copy Step as {0}', name);
    case 'selection':
      return vscode.l10n.t('Copy Selection as {0}', name);
  }
}
