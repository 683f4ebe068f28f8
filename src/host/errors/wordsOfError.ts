import { dirname } from 'node:path';
import * as vscode from 'vscode';
import type { InsightsFailure } from '../../api/client/insightsFailure.ts';
import { answerWords } from './answerWords.ts';
import { archiveWords, isArchiveError } from './archiveWords.ts';
import { ConnectionProblem } from './connectionProblem.ts';
import { connectionWords } from './connectionWords.ts';
import { diskWords } from './diskWords.ts';
import { showLog } from './errorButtons.ts';
import type { ErrorWords } from './errorWords.ts';
import { problemWords } from './problemWords.ts';

/** The sentences of each failure of the service. Fails to compile when there is one without. */
const failureWords: {
  readonly [Code in InsightsFailure['code']]: (
    failure: Extract<InsightsFailure, { readonly code: Code }>,
    connection?: string,
  ) => ErrorWords;
} = {
  ...answerWords,
  ...connectionWords,
  cancelled: () => ({ sentence: vscode.l10n.t('Cancelled.') }),
};

/** The words of any error; pass the connection's name where it is known, so that buttons act on it. */
export function wordsOfError(error: unknown, connection?: string): ErrorWords {
  if (error instanceof ConnectionProblem) return problemWords(error);
  if (isArchiveError(error)) return archiveWords(error, connection);
  if (isFailure(error)) {
    const words = failureWords[error.code] as (failure: InsightsFailure, connection?: string) => ErrorWords;
    return words(error, connection);
  }
  const disk = error instanceof Error && 'path' in error ? diskWords(error, dirname(String(error.path))) : undefined;
  if (disk !== undefined) return { sentence: disk };
  const message = error instanceof Error ? error.message : String(error);
  return { sentence: vscode.l10n.t('Something went wrong: {0}', message), action: showLog() };
}

/** The failures are known by their name: this layer knows only their types. */
function isFailure(error: unknown): error is InsightsFailure {
  return error instanceof Error && error.name === 'InsightsError' && 'code' in error;
}
