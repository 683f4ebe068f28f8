import * as vscode from 'vscode';
import { writeOrTell } from '../../host/errors/writeOrTell.ts';
import { readSessionUri } from '../../host/sessionUri.ts';
import { viewSettings } from '../../host/settings.ts';
import { askFile, pickOne } from '../../host/surfaces/questions.ts';
import type { ShareChoice, Shared, SharedForm } from '../../protocol/messages.ts';
import type { TextParts } from '../page/textParts.ts';

const endings: Readonly<Record<SharedForm, string>> = { markdown: 'md', text: 'txt', json: 'json' };

/** Shows what leaves beside what it was, asks how it leaves, and has it leave; answers with a sentence that says what happened, or nothing. */
export async function shareTexts(
  session: vscode.Uri,
  { choice, ...shared }: Shared & { readonly choice: ShareChoice },
  parts: TextParts,
): Promise<string | undefined> {
  const preview = await showPreview(choice, shared, parts);
  try {
    const how = await askHow(choice, shared);
    if (!how) return undefined;
    const text = shared[how];
    if (choice.file) return await save(session, text, how);
    await vscode.env.clipboard.writeText(text);
    return how === 'masked'
      ? vscode.l10n.t('Copied. Personal data is masked.')
      : vscode.l10n.t('Copied. Personal data is not masked.');
  } finally {
    await vscode.window.tabGroups.close(
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .filter(({ input }) => input instanceof vscode.TabInputTextDiff && input.modified.toString() === preview),
    );
  }
}

async function showPreview({ form }: ShareChoice, shared: Shared, parts: TextParts): Promise<string> {
  const ending = endings[form];
  const was = parts.add(`${vscode.l10n.t('as it is')}.${ending}`, shared.recorded);
  const leaves = parts.add(`${vscode.l10n.t('what leaves')}.${ending}`, shared.masked);
  const title = vscode.l10n.t('As it is ↔ What leaves');
  await vscode.commands.executeCommand('vscode.diff', was, leaves, title, { preview: true, preserveFocus: true });
  return leaves.toString();
}

type How = 'masked' | 'revealed';

/** Personal data leaves this once at most: nothing of the answer is kept. */
async function askHow({ file }: ShareChoice, { recorded, masked, revealed }: Shared): Promise<How | undefined> {
  const ways: readonly (vscode.QuickPickItem & { readonly how: How })[] = [
    {
      how: 'masked',
      label: file ? vscode.l10n.t('Save Masked') : vscode.l10n.t('Copy Masked'),
      detail:
        masked === recorded
          ? vscode.l10n.t('Nothing in it was found to mask. Names and other words are never masked.')
          : vscode.l10n.t('As on the right. Names and other words are not masked.'),
    },
    {
      how: 'revealed',
      label: file
        ? vscode.l10n.t('Save with Personal Data, This Once')
        : vscode.l10n.t('Copy with Personal Data, This Once'),
      detail:
        revealed === recorded
          ? vscode.l10n.t('As on the left.')
          : vscode.l10n.t('As on the left, without the secrets in it.'),
    },
  ];
  const picked = await pickOne(viewSettings().maskShared ? ways : ways.toReversed(), {
    title: vscode.l10n.t('How Should It Leave?'),
    placeHolder: vscode.l10n.t('Escape shares nothing'),
    // One looks at the preview meanwhile.
    ignoreFocusOut: true,
  });
  return picked?.how;
}

async function save(session: vscode.Uri, text: string, how: How): Promise<string | undefined> {
  const id = readSessionUri(session)?.id ?? vscode.l10n.t('session');
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const name = `${id.replaceAll(/[^\p{L}\p{N}._-]/gu, '_').slice(0, 100)}.insights-session.json`;
  const file = await askFile({
    title: vscode.l10n.t('Save Session'),
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder.uri, name) } : {}),
    // Of a longer ending VS Code knows the last part only, and puts all of it behind once more.
    filters: { [vscode.l10n.t('Sessions')]: ['json'] },
  });
  if (!file) return undefined;
  if (!(await writeOrTell(file, new TextEncoder().encode(text)))) return undefined;
  const saved = vscode.workspace.asRelativePath(file);
  return how === 'masked'
    ? vscode.l10n.t('Saved {0}. Personal data is masked.', saved)
    : vscode.l10n.t('Saved {0}. Personal data is not masked.', saved);
}
