import * as l10n from '@vscode/l10n';
import type { ToldError } from '../../../src/domain/session/failures/toldError.ts';

/** Why an answer that says success counts as one that tells of an error: by the key that says so. */
export function toldErrorWhy({ rule, key }: Pick<ToldError, 'rule' | 'key'>): string {
  switch (rule) {
    case 'named':
      return l10n.t('“{0}” stands for an error, and is not empty.', key);
    case 'noSuccess':
      return l10n.t('“{0}” stands for success, and says no.', key);
    case 'failed':
      return l10n.t('“{0}” stands for a failure, and says yes.', key);
    case 'status':
      return l10n.t('“{0}” holds a word for an error.', key);
    case 'code':
      return l10n.t('“{0}” holds an HTTP code for an error.', key);
    case 'problem':
      return l10n.t('It describes a problem as RFC 9457 does.');
    case 'text':
      return l10n.t('It begins with a word for an error: “{0}”.', key);
  }
}
