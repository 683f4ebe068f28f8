import * as l10n from '@vscode/l10n';
import type { Refused } from '../../api/client/insightsErrors.ts';
import { durationText } from './durationText.ts';

type Facts = Pick<Refused, 'asked' | 'retryAfterSeconds'> & { readonly status: number };

/** What a refusal means, and what to do about it, by its status. */
export function refusedSentence({ status, asked, retryAfterSeconds }: Facts, language: string): string {
  if (retryAfterSeconds !== undefined) {
    return l10n.t(
      'The service refuses the request for now ({0}). Try again in {1}.',
      status,
      durationText(retryAfterSeconds, language),
    );
  }
  switch (status) {
    case 304:
      return l10n.t(
        'The answer says that nothing has changed ({0}), though nothing was kept here. A proxy may have answered; try again.',
        status,
      );
    case 400:
    case 422:
      return asked === 'search'
        ? l10n.t('The service rejected this query ({0}). Check its conditions, fields and dates.', status)
        : l10n.t('The service rejected this request ({0}). Check the connection’s address.', status);
    case 402:
      return l10n.t('The service requires payment ({0}). Check the account of this key.', status);
    case 403:
    case 451:
      return l10n.t(
        'The service doesn’t allow this ({0}). The API key may lack the right, or a firewall may block it.',
        status,
      );
    case 405:
    case 406:
    case 410:
    case 411:
    case 415:
    case 421:
      return l10n.t('The server doesn’t accept such requests ({0}). Check the connection’s address.', status);
    case 407:
      return l10n.t(
        'A proxy in front of the service requires a user name and password ({0}). Ask its administrator.',
        status,
      );
    case 408:
    case 425:
      return l10n.t('The service didn’t get the request in time ({0}). Check your network, and try again.', status);
    case 409:
    case 412:
    case 423:
      return l10n.t('Someone else is changing this right now ({0}). Try again in a moment.', status);
    case 413:
    case 414:
    case 431:
    case 494:
      return l10n.t(
        'The request is longer than the service accepts ({0}). Use fewer conditions, shorter values or fewer fields.',
        status,
      );
    case 426:
    case 497:
      return l10n.t('The service requires a secure connection ({0}). Use https in the connection’s address.', status);
    case 495:
    case 496:
      return l10n.t(
        'The service requires a client certificate ({0}), which requests don’t carry. Ask its administrator for an address that doesn’t.',
        status,
      );
    default:
      return status < 400
        ? l10n.t('The service redirected the request to nowhere ({0}). Check the connection’s address.', status)
        : l10n.t('The service refused the request ({0}). Check the query and the connection’s address.', status);
  }
}
