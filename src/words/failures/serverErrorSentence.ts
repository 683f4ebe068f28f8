import * as l10n from '@vscode/l10n';
import type { ServerError } from '../../api/client/insightsErrors.ts';
import { durationText } from './durationText.ts';

type Facts = Pick<ServerError, 'retried' | 'retryAfterSeconds'> & { readonly answer: { readonly status: number } };

/** What a failure of a service means, and what to do about it, by its status. */
export function serverErrorSentence({ retried, retryAfterSeconds, answer }: Facts, language: string): string {
  switch (answer.status) {
    case 501:
    case 505:
      return l10n.t('The service doesn’t support such requests ({0}). Check the connection’s address.', answer.status);
    case 511:
      return l10n.t('Your network requires you to sign in first ({0}). Open any page in a browser.', answer.status);
    default:
      if (retryAfterSeconds !== undefined) {
        return l10n.t(
          'The service isn’t available ({0}). Try again in {1}.',
          answer.status,
          durationText(retryAfterSeconds, language),
        );
      }
      return retried
        ? l10n.t('The service failed ({0}), also on retries. Try again later.', answer.status)
        : l10n.t('The service failed ({0}). Try again later.', answer.status);
  }
}
