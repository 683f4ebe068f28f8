import * as vscode from 'vscode';
import type { RequestError } from '../../domain/query/request.ts';
import { commitSentence } from '../../words/commitSentence.ts';
import { translated } from '../translated.ts';

/** Why the dates of a query make no range. */
export function rangeWords({ problem }: RequestError): string {
  if (problem.code === 'unknownCommit') return translated(() => commitSentence(problem, vscode.env.language));
  return vscode.l10n.t('The dates of the query make no range: see from_date and to_date.');
}
