import * as l10n from '@vscode/l10n';
import type { Redirected, TimedOut, Unreachable } from '../../api/client/connectionErrors.ts';
import { durationText } from './durationText.ts';

/** What is said of requests that got no answer, or were sent elsewhere. */
export const connectionSentences = {
  timedOut: ({ afterMs, asked, sent, begun, status, proxy }: TimedOut, language: string): string => {
    const time = durationText(afterMs / 1000, language);
    if (status !== undefined) {
      return l10n.t(
        'The service kept failing ({0}) for {1}, though it was asked again. Try again later, or wait longer.',
        status,
        time,
      );
    }
    if (proxy) {
      return l10n.t(
        'No answer came through the proxy {0} within {1}. Check the proxy setting {2}, or wait longer.',
        proxy.host,
        time,
        proxy.setting,
      );
    }
    if (begun) {
      return asked === 'search'
        ? l10n.t(
            'The answer began, but wasn’t complete within {0}. Ask for less (a shorter range, fewer fields), or wait longer.',
            time,
          )
        : l10n.t('The answer began, but wasn’t complete within {0}. Try again, or wait longer.', time);
    }
    return asked === 'search' && sent
      ? l10n.t('No answer within {0}. Ask for less (a shorter range, fewer fields), or wait longer.', time)
      : l10n.t('No answer within {0}. Check your network and the connection’s address, or wait longer.', time);
  },

  unreachable: ({ host, systemCode, problem, secure, proxy }: Unreachable): string => {
    switch (problem) {
      case 'unknownName':
        return l10n.t('Couldn’t find {0}. Check your network and the connection’s address.', host);
      case 'refused':
        return l10n.t(
          '{0} refused the connection ({1}). Check the connection’s address and port, and whether the service is running.',
          host,
          systemCode,
        );
      case 'notAccepted':
        return l10n.t(
          '{0} didn’t accept the connection in time ({1}). Check your network and the connection’s address.',
          host,
          systemCode,
        );
      case 'closedBeforeAnswer':
        if (proxy) {
          return secure
            ? l10n.t(
                'The connection to {0} through the proxy {1} was closed without an answer ({2}). Try again; if this continues, check the proxy setting {3}, and whether that server requires a client certificate, which requests don’t carry.',
                host,
                proxy.host,
                systemCode,
                proxy.setting,
              )
            : l10n.t(
                'The connection to {0} through the proxy {1} was closed without an answer ({2}). Try again; if this continues, check the proxy setting {3}, and whether the connection’s address must start with https.',
                host,
                proxy.host,
                systemCode,
                proxy.setting,
              );
        }
        return secure
          ? l10n.t(
              '{0} closed the connection without an answer ({1}). Try again; if this continues, check your network, and whether that server requires a client certificate, which requests don’t carry.',
              host,
              systemCode,
            )
          : l10n.t(
              '{0} closed the connection without an answer ({1}). Try again; if this continues, check your network, and whether the connection’s address must start with https.',
              host,
              systemCode,
            );
      case 'closedInAnswer':
        return l10n.t(
          'The connection to {0} broke off in the middle of the answer ({1}). Try again; if this continues, check your network.',
          host,
          systemCode,
        );
      case 'damagedAnswer':
        if (systemCode === 'UND_ERR_HEADERS_OVERFLOW')
          return l10n.t(
            'The answer from {0} has longer headers than can be read ({1}). Tell whoever runs the service, or the proxy in front of it.',
            host,
            systemCode,
          );
        return l10n.t(
          'The answer from {0} isn’t valid HTTP ({1}). Try again; if this continues, something between you and the service may change what it sends.',
          host,
          systemCode,
        );
      case 'notHttp':
        return l10n.t(
          'The server at {0} doesn’t speak HTTP ({1}). Check the connection’s address: http or https, and the port.',
          host,
          systemCode,
        );
      case 'noRoute':
      case 'other':
        return l10n.t('Couldn’t reach {0} ({1}). Check your network and the connection’s address.', host, systemCode);
    }
  },

  redirected: ({ problem, to }: Redirected): string => {
    switch (problem) {
      case 'elsewhere':
        return l10n.t(
          'The service redirected the request to {0}; your key wasn’t sent there. If the service has moved, change the connection’s address.',
          to,
        );
      case 'insecure':
        return l10n.t(
          'The service redirected the request to {0}, where anyone could read your key, so it wasn’t sent. Check the connection’s address.',
          to,
        );
      case 'unsafe':
        return l10n.t(
          'The service redirected the request within {0}. Only reading follows redirects, so nothing was changed. Check the connection’s address.',
          to,
        );
      case 'afterwards':
        return l10n.t(
          'The service redirected the request within {0}. Only reading follows redirects, so it isn’t known whether it was carried out. Check the connection’s address.',
          to,
        );
      case 'otherQuestion':
        return l10n.t(
          'The service redirected the request within {0} and left out a part of the query, so it wasn’t sent there. Check the connection’s address.',
          to,
        );
      case 'circles':
        return l10n.t('The service redirects in circles at {0}. Check the connection’s address.', to);
      case 'tooOften':
        return l10n.t('The service redirects again and again at {0}. Check the connection’s address.', to);
      case 'nowhere':
        return to
          ? l10n.t(
              'The service redirected the request to "{0}", which isn’t an HTTP address. Check the connection’s address.',
              to,
            )
          : l10n.t('The service redirected the request without saying where. Check the connection’s address.');
    }
  },
};
