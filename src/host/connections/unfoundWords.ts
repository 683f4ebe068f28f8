import * as vscode from 'vscode';
import type { UnfoundSessions } from '../../domain/connections/unfoundSessions.ts';
import { unfoundSentences } from '../../words/unfoundSentences.ts';
import { translated } from '../translated.ts';

/** Which sessions of a file nobody finds, in a sentence or two; undefined where all are found. */
export function unfoundWords(unfound: UnfoundSessions | undefined): string | undefined {
  if (!unfound) return undefined;
  const said = translated(() => unfoundSentences(unfound, vscode.env.language).join(' '));
  return said === '' ? undefined : said;
}
