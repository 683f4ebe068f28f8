import * as vscode from 'vscode';
import { runCommand } from '../../host/commands.ts';
import { createOrderedPick } from '../../host/surfaces/questions.ts';
import type { FinderCommandId } from './finderCommandIds.ts';
import type { FindItem } from './findItem.ts';

/** The box of the finder, with its buttons. */
export function createFinderPick(): vscode.QuickPick<FindItem> {
  const pick = createOrderedPick<FindItem>();
  pick.placeholder = vscode.l10n.t('A session id, a number, #tag, @agent, words that were said, 30d');
  // The page of a session takes the keys while it loads, and when the palette that this came from closes.
  pick.ignoreFocusOut = true;
  const buttons = finderButtons();
  pick.buttons = buttons;
  pick.onDidTriggerButton(({ tooltip }) => {
    const { command } = buttons.find((button) => button.tooltip === tooltip) ?? {};
    if (command) void runCommand(command);
  });
  return pick;
}

/** What else can be done with a lookup; each has a key, too. */
function finderButtons() {
  const button = (icon: string, tooltip: string, command: FinderCommandId) => ({
    iconPath: new vscode.ThemeIcon(icon),
    tooltip,
    command,
  });
  return [
    button('save', vscode.l10n.t('Save as Query File'), 'insights.find.saveQuery'),
    button('table', vscode.l10n.t('Open as Results'), 'insights.find.openResults'),
    button('plug', vscode.l10n.t('Search Another Connection'), 'insights.find.otherConnection'),
    button('globe', vscode.l10n.t('Search All Connections with a Key'), 'insights.find.allConnections'),
  ];
}

/** VS Codes that are older than this know no such place, and show nothing. */
export function sayUnderBox(pick: vscode.QuickPick<FindItem>, words: string): void {
  Object.assign(pick, { prompt: words });
}
