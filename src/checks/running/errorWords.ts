import * as vscode from 'vscode';
import type { CommandId } from '../../host/commands.ts';
import type { ErrorWords } from '../../host/errors/errorWords.ts';
import type { TestLink } from '../../host/surfaces/tests.ts';
import { Refused } from './refused.ts';

/** Why a query came to no verdict, and the command that helps. */
export interface CheckErrorWords {
  readonly sentence: string;
  readonly action?: TestLink | undefined;
}

export function checkErrorWords(
  error: unknown,
  wordsOf: (error: unknown, connection?: string) => ErrorWords,
): CheckErrorWords {
  if (error instanceof Refused) return { sentence: error.message };
  if (error instanceof Error && error.name === 'IncompleteAnswer') {
    return { sentence: incompleteWords('unheeded' in error ? error.unheeded : undefined) };
  }
  const { sentence, action } = wordsOf(error);
  if (!action?.command.startsWith('insights.')) return { sentence };
  const command = action.command as CommandId;
  return { sentence, action: { label: action.title, command, arguments: action.arguments ?? [] } };
}

function incompleteWords(unheeded: unknown): string {
  switch (unheeded) {
    case 'range':
      return vscode.l10n.t('The service gave sessions that start outside of the range: there is no verdict.');
    case 'filter':
      return vscode.l10n.t('The service gave sessions that don’t match the filter: there is no verdict.');
    default:
      return vscode.l10n.t('The service counts sessions that it did not give: there is no verdict.');
  }
}
