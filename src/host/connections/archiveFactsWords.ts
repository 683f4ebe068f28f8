import * as vscode from 'vscode';
import type { ArchiveFacts } from '../../archive/engine/archiveFacts.ts';
import { numberText } from '../numberText.ts';

/** What verifying an archive found. */
export function archiveFactsWords(name: string, facts: ArchiveFacts): string {
  const { closed = 0 } = facts;
  if (closed === 0) return answerWords(name, facts);
  const closedWords =
    closed === 1
      ? vscode.l10n.t('One more index is closed: its sessions are not found until it is opened.')
      : vscode.l10n.t('{0} more indexes are closed: their sessions are not found until they are opened.', closed);
  return `${answerWords(name, facts)} ${closedWords}`;
}

function answerWords(name: string, { engine, indexes, documents, mapping }: ArchiveFacts): string {
  const engineWords = `${engine.name} ${engine.version}`;
  switch (mapping) {
    case 'none':
      return vscode.l10n.t('Connected to "{0}": {1}. It has no indexes yet: archiving makes them.', name, engineWords);
    case 'ours':
      return vscode.l10n.t(
        'Connected to "{0}": {1}, indexes: {2}, sessions: {3}. Its indexes were made by Session Insights.',
        name,
        engineWords,
        numberText(indexes),
        numberText(documents),
      );
    case 'mixed':
    case 'foreign':
      return vscode.l10n.t(
        'Connected to "{0}": {1}, indexes: {2}, documents: {3}. Indexes were made by another tool: they can’t answer some queries, and nothing is archived there.',
        name,
        engineWords,
        numberText(indexes),
        numberText(documents),
      );
  }
}
