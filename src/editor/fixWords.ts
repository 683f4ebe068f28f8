import * as vscode from 'vscode';
import type { QueryFix } from '../domain/queryFixes.ts';

/** What a fix does, as the light bulb offers it. */
export function fixWords({ kind, replacement = '' }: QueryFix): string {
  const { t } = vscode.l10n;
  switch (kind) {
    case 'useTerm':
      return t('Use "term"');
    case 'useMatch':
      return t('Use "match"');
    case 'replace':
      return t('Change to "{0}"', replacement);
    case 'remove':
      return t('Remove it');
    case 'wrapInFilter':
      return t('Wrap in "filter_by"');
    case 'toQuery':
      return t('Turn the address into a query');
    case 'secureKey':
      return t('Move to secure storage');
    case 'split':
      return t('Write a clause for each');
    case 'swapDates':
      return t('Swap the dates');
    case 'declareInput':
      return t('Declare the input "{0}"', replacement);
  }
}
