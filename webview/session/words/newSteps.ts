import * as l10n from '@vscode/l10n';

/** What came to a session that is in progress, while it is shown. */
export function newSteps(count: number): string {
  return count === 1 ? l10n.t('1 new step') : l10n.t('{0} new steps', count);
}
