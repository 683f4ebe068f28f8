import * as vscode from 'vscode';
import { tellError } from '../surfaces/messages.ts';
import type { ErrorWords } from './errorWords.ts';

/** Says what went wrong, with the button that helps. */
export async function showError({ sentence, action }: ErrorWords): Promise<void> {
  const answer = await tellError(sentence, ...(action ? [action.title] : []));
  if (action && answer === action.title)
    await vscode.commands.executeCommand(action.command, ...(action.arguments ?? []));
}
