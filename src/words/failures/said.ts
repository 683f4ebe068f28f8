import * as l10n from '@vscode/l10n';

/** A sentence with the words of whoever answered, where there are any. */
export function said(sentence: string, text: string): string {
  return text ? l10n.t('{0} It said: {1}', sentence, text) : sentence;
}
