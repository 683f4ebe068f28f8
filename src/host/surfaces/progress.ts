import * as vscode from 'vscode';
import { inertText } from '../../domain/text/inertText.ts';
import { abortSignalOf } from '../abortSignalOf.ts';

export interface Step {
  readonly message?: string;
  /** How much further it is, of a hundred in all. */
  readonly increment?: number;
}

/** Does something that takes a while, with a message that shows how far it is and cancels it. */
export function withProgress<T>(
  title: string,
  task: (report: (step: Step) => void, signal: AbortSignal) => Promise<T>,
): Thenable<T> {
  const location = vscode.ProgressLocation.Notification;
  return vscode.window.withProgress({ location, title: inertText(title), cancellable: true }, (progress, token) =>
    task(
      ({ message, increment }) =>
        progress.report({
          ...(message === undefined ? {} : { message: inertText(message) }),
          ...(increment === undefined ? {} : { increment }),
        }),
      abortSignalOf(token),
    ),
  );
}
