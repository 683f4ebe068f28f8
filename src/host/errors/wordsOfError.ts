import * as vscode from 'vscode';
import type { InsightsFailure } from '../../api/client/insightsFailure.ts';
import type { RequestError } from '../../domain/query/request.ts';
import { failureSentence } from '../../words/failures/failureSentence.ts';
import { translated } from '../translated.ts';
import { archiveWords, isArchiveError } from './archiveWords.ts';
import { ConnectionProblem } from './connectionProblem.ts';
import { connectionProblemWords } from './connectionProblemWords.ts';
import { diskWords, folderOf } from './diskWords.ts';
import { showLog } from './errorButtons.ts';
import type { ErrorWords } from './errorWords.ts';
import { failureAction } from './failureAction.ts';
import { rangeWords } from './rangeWords.ts';
import { readingWords } from './readingWords.ts';

/** The words of any error; pass the connection's name where it is known, so that buttons act on it. */
export function wordsOfError(error: unknown, connection?: string): ErrorWords {
  if (error instanceof ConnectionProblem) return connectionProblemWords(error);
  if (isArchiveError(error)) return archiveWords(error, connection);
  if (isFailure(error)) {
    const sentence = translated(() => failureSentence(error, vscode.env.language));
    const action = failureAction(error, connection);
    return action ? { sentence, action } : { sentence };
  }
  if (isRequestError(error)) return { sentence: rangeWords(error) };
  const unread = readingWords(error);
  if (unread !== undefined) return { sentence: unread };
  const folder = folderOf(error);
  const disk = folder === undefined ? undefined : diskWords(error, folder);
  if (disk !== undefined) return { sentence: disk };
  const message = error instanceof Error ? error.message : String(error);
  return { sentence: vscode.l10n.t('Something went wrong: {0}', message), action: showLog(), isUnknown: true };
}

/** What makes requests is not loaded for its errors. */
function isRequestError(error: unknown): error is RequestError {
  return error instanceof Error && error.name === 'RequestError' && 'problem' in error;
}

/** The failures are known by their name: this layer knows only their types. */
function isFailure(error: unknown): error is InsightsFailure {
  return error instanceof Error && error.name === 'InsightsError' && 'code' in error;
}
