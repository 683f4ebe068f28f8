import * as vscode from 'vscode';
import { commandOf } from '../commands.ts';
import type { ErrorWords } from './errorWords.ts';

/** What a person does about an error: buttons beside its words. */

/** A sentence, and the button that opens the connection it is about. */
export function edit(sentence: string, connection: string | undefined): ErrorWords {
  return { sentence, action: editConnection(connection) };
}

export function editConnection(connection: string | undefined): vscode.Command {
  return commandOf('insights.editConnection', vscode.l10n.t('Edit Connection'), connection);
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
