import * as vscode from 'vscode';
import { sessionIdsIn } from '../../domain/find/sessionIdIn.ts';
import { commandOf, runCommand } from '../../host/commands.ts';
import { linksSessionIds } from '../../host/settings.ts';

interface IdLink extends vscode.TerminalLink {
  readonly sessionId: string;
}

/** Makes links of what looks like a session id in terminals and logs: they open Find Session. */
export function registerIdLinks(): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.window.registerTerminalLinkProvider(terminalLinks),
    vscode.languages.registerDocumentLinkProvider({ pattern: '**/*.log' }, { provideDocumentLinks: linksOf }),
  );
}

const terminalLinks: vscode.TerminalLinkProvider<IdLink> = {
  provideTerminalLinks: ({ line }) => {
    const tooltip = vscode.l10n.t('Find Session');
    const found = linksSessionIds() ? sessionIdsIn(line) : [];
    return found.map(({ id, offset }) => ({ startIndex: offset, length: id.length, tooltip, sessionId: id }));
  },
  handleTerminalLink: ({ sessionId }) => runCommand('insights.findSession', sessionId),
};

/** A longer log is read by other means than link by link. */
const longestLog = 1_000_000;

function linksOf(document: vscode.TextDocument): vscode.DocumentLink[] {
  const text = linksSessionIds() ? document.getText() : '';
  if (text.length > longestLog) return [];
  return sessionIdsIn(text).map(({ id, offset }) => {
    const range = new vscode.Range(document.positionAt(offset), document.positionAt(offset + id.length));
    // An id of hexadecimal digits and nothing else gets into the address.
    const { command, arguments: args } = commandOf('insights.findSession', '', id);
    const target = vscode.Uri.from({ scheme: 'command', path: command, query: JSON.stringify(args) });
    const link = new vscode.DocumentLink(range, target);
    link.tooltip = vscode.l10n.t('Find Session');
    return link;
  });
}
