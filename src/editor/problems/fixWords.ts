import * as vscode from 'vscode';
import type { QueryFix } from '../../domain/query/fixes/queryFixes.ts';

/** What a fix does, as the light bulb offers it. */
export function fixWords({ kind, replacement = '' }: QueryFix): string {
  switch (kind) {
    case 'useTerm':
      return vscode.l10n.t('Use "term"');
    case 'useMatch':
      return vscode.l10n.t('Use "match"');
    case 'replace':
      return vscode.l10n.t('Change to "{0}"', replacement);
    case 'remove':
      return vscode.l10n.t('Remove it');
    case 'wrapInFilter':
      return vscode.l10n.t('Wrap in "filter_by"');
    case 'toQuery':
      return vscode.l10n.t('Turn into a query');
    case 'secureKey':
      return vscode.l10n.t('Move to secure storage');
    case 'split':
      return vscode.l10n.t('Write a clause for each');
    case 'swapDates':
      return vscode.l10n.t('Swap the dates');
    case 'declareInput':
      return vscode.l10n.t('Declare the input "{0}"', replacement);
    case 'rewriteClause':
      return vscode.l10n.t('Write it with "term", "match" and "bool"');
    case 'wrapInMust':
      return vscode.l10n.t('Wrap in "must"');
    case 'unwrapBool':
      return vscode.l10n.t('Leave out "bool"');
    case 'moveToRefine':
      return vscode.l10n.t('Move to "refine"');
    case 'moveToFilter':
      return vscode.l10n.t('Move to "filter_by"');
    case 'moveAllToFilter':
      return vscode.l10n.t('Move all that the service can decide to "filter_by"');
  }
}
