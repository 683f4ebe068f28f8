import * as vscode from 'vscode';
import type { SessionSummary } from '../../domain/session/session.ts';
import { closedDirection } from '../../domain/text/closedDirection.ts';
import { inertText } from '../../domain/text/inertText.ts';
import { timeWithZone } from '../../domain/time/zonedTime.ts';

/** A tab that VS Code lets an extension name; older ones show the file's name and icon. */
type NamedTab = Pick<vscode.WebviewPanel, 'title' | 'iconPath'>;

/** Has a tab say whose session it shows and how that went: by its agent and start, which no file's name is. */
export function nameTab(
  tab: NamedTab,
  { agent, start, outcome, id }: SessionSummary,
  { uri, media, zone }: { readonly uri: vscode.Uri; readonly media: vscode.Uri; readonly zone: string },
): void {
  const icon = (theme: 'light' | 'dark') => vscode.Uri.joinPath(media, `session-${outcome}-${theme}.svg`);
  tab.iconPath = { light: icon('light'), dark: icon('dark') };
  const when = start && timeWithZone(start, zone);
  if (!when) return;
  const name = [closedDirection(inertText(shortened(agent))), when].filter(Boolean).join(' ');
  // Two sessions can begin in one second.
  tab.title = isTaken(name, uri) && id ? `${name} (…${inertText(id.slice(-4))})` : name;
}

const longestAgent = 30;

function shortened(agent: string | undefined): string {
  const letters = [...(agent ?? '')];
  return letters.length > longestAgent ? `${letters.slice(0, longestAgent - 1).join('')}…` : letters.join('');
}

function isTaken(name: string, uri: vscode.Uri): boolean {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .some(
      ({ label, input }) =>
        label === name && input instanceof vscode.TabInputCustom && input.uri.toString() !== uri.toString(),
    );
}
