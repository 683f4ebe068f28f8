import * as vscode from 'vscode';
import type { Commands } from '../../host/commands.ts';
import { said } from '../../host/pages/said.ts';
import type { ComparisonAction } from '../../protocol/comparisonMessages.ts';
import { comparisonViewType } from '../page/documentTypes.ts';
import type { ComparisonCommandId } from './comparisonCommandIds.ts';
import type { ComparisonEditor } from './comparisonEditor.ts';
import { comparisonUri, isSessionUri, shortName } from './comparisonUri.ts';

export type ComparisonCommands = Pick<Commands, ComparisonCommandId>;

interface CommandNeeds {
  readonly editor: ComparisonEditor;
  /** The session that a row of a tree stands for. */
  readonly sessionOfRow: (row: unknown) => vscode.Uri | undefined;
}

/** What chooses two sessions and opens their comparison, and what is done in the comparison in front. */
export function comparisonCommands({ editor, sessionOfRow }: CommandNeeds): ComparisonCommands {
  const act = (action: ComparisonAction) => () => editor.act(action);
  let selected: vscode.Uri | undefined;

  const sessionOf = (target: unknown): vscode.Uri | undefined =>
    target instanceof vscode.Uri ? (isSessionUri(target) ? target : undefined) : sessionOfRow(target);
  const sessionsOf = (targets: unknown): vscode.Uri[] =>
    Array.isArray(targets) ? targets.flatMap((target: unknown) => sessionOf(target) ?? []) : [];

  return {
    'insights.compare.select': async (target) => {
      const session = sessionOf(target) ?? sessionInFront();
      if (!session) return void said(vscode.l10n.t('Select a session to compare: in the tree, or one that is open.'));
      selected = session;
      await vscode.commands.executeCommand('setContext', 'insights.compareSelected', true);
      said(vscode.l10n.t('{0} is selected for compare.', shortName(session)));
    },
    'insights.compare.withSelected': async (target) => {
      const session = sessionOf(target) ?? sessionInFront();
      if (!selected) return void said(vscode.l10n.t('No session is selected for compare yet.'));
      if (session) await openComparison(selected, session);
      else said(vscode.l10n.t('Select a session to compare: in the tree, or one that is open.'));
    },
    'insights.compare.selectedRows': async (_target, targets) => {
      const [left, right] = sessionsOf(targets);
      if (left && right) await openComparison(left, right);
      else said(vscode.l10n.t('Select two sessions to compare.'));
    },
    'insights.compare.asText': act('compareAsText'),
    'insights.compare.nextDifference': act('nextDifference'),
    'insights.compare.previousDifference': act('previousDifference'),
    'insights.compare.onlyDifferences': act('onlyDifferences'),
    'insights.compare.swapSides': act('swapSides'),
    'insights.compare.openPayloadDiff': act('openPayloadDiff'),
    'insights.compare.showShortcuts': act('showShortcuts'),
  };
}

async function openComparison(left: vscode.Uri, right: vscode.Uri): Promise<void> {
  await vscode.commands.executeCommand('vscode.openWith', comparisonUri(left, right), comparisonViewType);
}

/** The session that the editor in front shows, in whatever form. */
function sessionInFront(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  const shown = input instanceof vscode.TabInputCustom || input instanceof vscode.TabInputText ? input.uri : undefined;
  return shown && isSessionUri(shown) ? shown : undefined;
}
