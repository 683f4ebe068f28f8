import * as vscode from 'vscode';
import { said } from '../../host/pages/said.ts';
import { sessionViewType } from '../page/documentTypes.ts';

/** For commands that need a session in front. */
export function sayNoSession(): void {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  const inFront = input instanceof vscode.TabInputCustom && input.viewType === sessionViewType;
  said(
    inFront
      ? // It may be one of before VS Code restarted its extensions: then it never comes.
        vscode.l10n.t('This session is still loading. If it doesn’t come, close its tab and open it again.')
      : vscode.l10n.t('Open a session first.'),
  );
}
