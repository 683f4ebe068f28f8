import * as vscode from 'vscode';
import type { NodeFiles } from '../../host/nodeFiles.ts';
import { followNodeLink } from '../../host/nodeLinks.ts';
import { tellWarning } from '../../host/surfaces/messages.ts';

/** Opens what the node files link to a node; says so when there is nothing, or nothing that may be opened. */
export async function openNodeLink(nodeFiles: NodeFiles, nodeId: string, near?: vscode.Uri): Promise<void> {
  await nodeFiles.read();
  const known = nodeFiles.namesFor(near).get(nodeId);
  if (!known?.link) {
    void say(vscode.l10n.t('No node file links this node to anything.'), known?.file);
    return;
  }
  const { file, link } = known;
  const target = await followNodeLink(file, link);
  switch (target.type) {
    case 'web':
      // VS Code asks before it opens an address that the person does not trust yet.
      await vscode.env.openExternal(target.uri);
      return;
    case 'file':
      await vscode.commands.executeCommand('vscode.open', target.uri, { selection: target.selection });
      return;
    case 'missing':
      void say(vscode.l10n.t('There is no file "{0}" beside the node file, nor in its workspace folder.', link), file);
      return;
    case 'refused':
      void say(
        vscode.l10n.t('Couldn’t open "{0}": a link is a relative path in this workspace, or an https address.', link),
        file,
      );
      return;
  }
}

async function say(sentence: string, file: vscode.Uri | undefined): Promise<void> {
  const open = vscode.l10n.t('Open Node File');
  const answer = await tellWarning(sentence, ...(file ? [open] : []));
  if (file && answer === open) await vscode.window.showTextDocument(file);
}
