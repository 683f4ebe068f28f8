import * as vscode from 'vscode';
import { inertText } from '../../domain/text/inertText.ts';

/** Says something in a message; answers with the button that was pressed. */
export async function tellInformation(sentence: string, ...buttons: string[]): Promise<string | undefined> {
  return vscode.window.showInformationMessage(inertText(sentence), ...buttons);
}

export async function tellWarning(sentence: string, ...buttons: string[]): Promise<string | undefined> {
  return vscode.window.showWarningMessage(inertText(sentence), ...buttons);
}

export async function tellError(sentence: string, ...buttons: string[]): Promise<string | undefined> {
  return vscode.window.showErrorMessage(inertText(sentence), ...buttons);
}

export interface Confirmation {
  readonly question: string;
  /** More about it, line by line. */
  readonly detail?: readonly string[];
  /** The button that does it. */
  readonly yes: string;
  /** The button that leaves everything as it is. It comes first: Enter alone presses it. */
  readonly no: string;
}

/** Asks before something is sent or deleted, in a dialog that stands before everything else: only to be called when the person asked for that. */
export async function confirmed({ question, detail = [], yes, no }: Confirmation): Promise<boolean> {
  const options = { modal: true, detail: detail.map(inertText).join('\n') };
  return (await vscode.window.showWarningMessage(inertText(question), options, no, yes)) === yes;
}
