import * as vscode from 'vscode';
import { inertText } from '../../domain/text/inertText.ts';

/** Says something in a message; answers with the button that was pressed. */
export async function tellInformation(sentence: string, ...buttons: string[]): Promise<string | undefined> {
  return pressed(buttons, (shown) => vscode.window.showInformationMessage(inertText(sentence), ...shown));
}

export async function tellWarning(sentence: string, ...buttons: string[]): Promise<string | undefined> {
  return pressed(buttons, (shown) => vscode.window.showWarningMessage(inertText(sentence), ...shown));
}

export async function tellError(sentence: string, ...buttons: string[]): Promise<string | undefined> {
  return pressed(buttons, (shown) => vscode.window.showErrorMessage(inertText(sentence), ...shown));
}

/** Buttons may carry names, too; who asked gets them as they were given. */
async function pressed(
  buttons: readonly string[],
  show: (shown: readonly string[]) => Thenable<string | undefined>,
): Promise<string | undefined> {
  const shown = buttons.map(inertText);
  const answer = await show(shown);
  return answer === undefined ? undefined : buttons[shown.indexOf(answer)];
}

/** Takes away the messages that float over the window, whosever they are: VS Code lets nobody close one. They stay behind the bell. */
export async function hideToasts(): Promise<void> {
  await vscode.commands.executeCommand('notifications.hideToasts');
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
  const shown = inertText(yes);
  return (await vscode.window.showWarningMessage(inertText(question), options, inertText(no), shown)) === shown;
}
