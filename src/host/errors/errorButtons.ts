import * as vscode from 'vscode';
import { commandOf } from '../commands.ts';
import type { ErrorWords } from './errorWords.ts';

/** What a person does about an error: buttons beside its words. */

export function edit(sentence: string, connection: string | undefined): ErrorWords {
  const title = vscode.l10n.t('Edit Connection');
  return { sentence, action: commandOf('insights.editConnection', title, connection) };
}

export function setKey(connection: string | undefined): vscode.Command {
  return commandOf('insights.setApiKey', vscode.l10n.t('Set API Key'), connection);
}

export function showLog(): vscode.Command {
  return commandOf('insights.showLog', vscode.l10n.t('Show Log'));
}

/** Opens VS Code's settings at what the query finds. */
export function openSettings(title: string, query: string): vscode.Command {
  return { command: 'workbench.action.openSettings', title, arguments: [query] };
}
