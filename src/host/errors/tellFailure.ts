import type { Log } from '../log.ts';
import { failedLine } from '../logLines.ts';
import { isCancellation } from './isCancellation.ts';
import { showError } from './showError.ts';
import { wordsOfError } from './wordsOfError.ts';

/** Says why something failed, with the button that helps; pass the connection's name where it is known. What was cancelled has not failed. */
export async function tellFailure(error: unknown, connection?: string): Promise<void> {
  if (!isCancellation(error)) await showError(wordsOfError(error, connection));
}

/** What is done about whatever a command, or what a page asked for, threw: it is told, and what nobody foresaw can be found in the log. */
export async function tellUnforeseen(error: unknown, what: string, log: Log): Promise<void> {
  if (!isCancellation(error) && wordsOfError(error).isUnknown) log.warn(failedLine(what, error));
  await tellFailure(error);
}
