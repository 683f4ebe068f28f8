import * as vscode from 'vscode';
import type { ArchiveFacts } from '../../archive/engine/archiveFacts.ts';

/** What verifying an archive found. */
export function archiveFactsWords(name: string, { engine, indexes, documents, mapping }: ArchiveFacts): string {
  const engineWords = `${engine.name} ${engine.version}`;
  const count = (number: number): string => number.toLocaleString(vscode.env.language);
  switch (mapping) {
    case 'none':
      return vscode.l10n.t('"{0}" answers: {1}. There is no index of it yet: archiving makes them.', name, engineWords);
    case 'ours':
      return vscode.l10n.t(
        '"{0}" answers: {1}, indexes: {2}, sessions: {3}. The mapping is ours.',
        name,
        engineWords,
        count(indexes),
        count(documents),
      );
    case 'mixed':
    case 'foreign':
      return vscode.l10n.t(
        '"{0}" answers: {1}, indexes: {2}, documents: {3}. Indexes were made by somebody else: some queries cannot be asked of them, and nothing is archived there.',
        name,
        engineWords,
        count(indexes),
        count(documents),
      );
  }
}
