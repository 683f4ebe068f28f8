import * as vscode from 'vscode';
import type { ArchiveError } from '../../archive/client/archiveError.ts';
import { archiveSentence } from '../../words/archiveSentence.ts';
import { translated } from '../translated.ts';
import { edit, setKey } from './errorButtons.ts';
import type { ErrorWords } from './errorWords.ts';

/** The failures of an archive are known by their name: this layer knows only their types. */
export function isArchiveError(error: unknown): error is ArchiveError {
  return error instanceof Error && error.name === 'ArchiveError';
}

export function archiveWords(error: ArchiveError, connection: string | undefined): ErrorWords {
  const sentence = translated(() => archiveSentence(error, vscode.env.language));
  switch (error.problem) {
    case 'wrongCredentials':
      return { sentence, action: setKey(connection) };
    case 'noCredentials':
    case 'closedIndex':
    case 'webPage':
    case 'wrongPath':
    case 'noIndex':
    case 'notEngine':
    case 'oldEngine':
    case 'badPattern':
    case 'foreignMapping':
      return edit(sentence, connection);
    default:
      return { sentence };
  }
}
