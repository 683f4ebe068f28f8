import * as vscode from 'vscode';
import type { CertificateError, ProxyError, TimedOut, Unreachable } from '../../api/client/connectionErrors.ts';
import { durationText } from './durationText.ts';
import { edit, openSettings } from './errorButtons.ts';
import type { ErrorWords } from './errorWords.ts';

/** Failures of a request that got no answer. */
export const connectionWords = {
  timedOut: ({ afterMs, asked, sent, proxy }: TimedOut): ErrorWords => {
    const time = durationText(afterMs / 1000);
    if (proxy) {
      return {
        sentence: vscode.l10n.t(
          'No answer came through the proxy {0} within {1}. Check the proxy setting {2}, or wait longer.',
          proxy.host,
          time,
          proxy.setting,
        ),
        action: changeTimeout(),
      };
    }
    return {
      sentence:
        asked === 'search' && sent
          ? vscode.l10n.t('No answer within {0}. Ask for less (a shorter range, fewer fields), or wait longer.', time)
          : vscode.l10n.t(
              'No answer within {0}. Check your network and the connection’s address, or wait longer.',
              time,
            ),
      action: changeTimeout(),
    };
  },

  unreachable: (failure: Unreachable, connection?: string): ErrorWords => edit(unreachableWords(failure), connection),

  certificate: (failure: CertificateError, connection?: string): ErrorWords => {
    const sentence = certificateWords(failure);
    switch (failure.problem) {
      case 'selfSigned':
      case 'unknownAuthority':
        return {
          sentence,
          action: openSettings(vscode.l10n.t('Open Certificate Settings'), 'http.systemCertificates'),
        };
      default:
        return edit(sentence, connection);
    }
  },

  proxy: (failure: ProxyError): ErrorWords => {
    const sentence = proxyWords(failure);
    const { setting } = failure.proxy;
    // What the environment says is changed outside of VS Code.
    return setting.startsWith('http.')
      ? { sentence, action: openSettings(vscode.l10n.t('Open Proxy Settings'), setting) }
      : { sentence };
  },
};

function unreachableWords({ host, systemCode, problem }: Unreachable): string {
  switch (problem) {
    case 'unknownName':
      return vscode.l10n.t('Couldn’t find {0}. Check your network and the connection’s address.', host);
    case 'refused':
      return vscode.l10n.t(
        '{0} refused the connection ({1}). Check the connection’s address and port, and whether the service is running.',
        host,
        systemCode,
      );
    case 'notAccepted':
      return vscode.l10n.t(
        '{0} did not take the connection in time ({1}). Check your network and the connection’s address.',
        host,
        systemCode,
      );
    case 'closedBeforeAnswer':
      return vscode.l10n.t(
        '{0} closed the connection without an answer ({1}). Try again; if it stays so, check your network.',
        host,
        systemCode,
      );
    case 'closedInAnswer':
      return vscode.l10n.t(
        'The connection to {0} broke off in the middle of the answer ({1}). Try again; if it stays so, check your network.',
        host,
        systemCode,
      );
    case 'notHttp':
      return vscode.l10n.t(
        'What answers at {0} does not speak HTTP ({1}). Check the connection’s address: http or https, and the port.',
        host,
        systemCode,
      );
    case 'noRoute':
    case 'other':
      return vscode.l10n.t(
        'Couldn’t reach {0} ({1}). Check your network and the connection’s address.',
        host,
        systemCode,
      );
  }
}

function certificateWords({ host, systemCode, problem, names }: CertificateError): string {
  switch (problem) {
    case 'expired':
      return vscode.l10n.t(
        'The certificate of {0} has expired. Who runs that server must renew it, unless this computer’s clock is wrong.',
        host,
      );
    case 'notYetValid':
      return vscode.l10n.t('The certificate of {0} is not valid yet. Check this computer’s clock.', host);
    case 'otherName':
      return vscode.l10n.t(
        'The certificate of {0} was issued for another name ({1}). Check the connection’s address; a sign-in page of your network may also have answered.',
        host,
        names,
      );
    case 'selfSigned':
      return vscode.l10n.t(
        '{0} signed its certificate itself. If you know that server, add its certificate to those that this computer trusts.',
        host,
      );
    case 'unknownAuthority':
      return vscode.l10n.t(
        'The certificate of {0} comes from an authority that this computer does not know ({1}). If your company inspects traffic, add its root certificate to those that this computer trusts.',
        host,
        systemCode,
      );
    case 'notTls':
      return vscode.l10n.t(
        '{0} does not speak TLS there ({1}). Check the port of the connection’s address, or start it with http if the service is on this computer.',
        host,
        systemCode,
      );
    case 'other':
      return vscode.l10n.t(
        'No secure connection to {0} came about ({1}). Check the connection’s address.',
        host,
        systemCode,
      );
  }
}

function proxyWords({ host, systemCode, problem, proxy }: ProxyError): string {
  switch (problem) {
    case 'badAddress':
      return vscode.l10n.t(
        'The proxy setting {0} is no address that a proxy can be reached at. Write it as http://host:port.',
        proxy.setting,
      );
    case 'socks':
      return vscode.l10n.t(
        'The proxy setting {0} names a SOCKS proxy, and requests go through HTTP proxies only. Write it as http://host:port, or except {1} from it in http.noProxy.',
        proxy.setting,
        host,
      );
    case 'unknownName':
      return vscode.l10n.t(
        'Couldn’t find the proxy {0}. Check the proxy setting {1}, and your network.',
        proxy.host,
        proxy.setting,
      );
    case 'unreachable':
      return vscode.l10n.t(
        'Couldn’t reach the proxy {0} ({1}). Check the proxy setting {2}, and your network.',
        proxy.host,
        systemCode,
        proxy.setting,
      );
    case 'certificate':
      return vscode.l10n.t(
        'The certificate of the proxy {0} is not trusted ({1}). Check the proxy setting {2}, or add the certificate to those that this computer trusts.',
        proxy.host,
        systemCode,
        proxy.setting,
      );
    case 'notProxy':
      return vscode.l10n.t(
        'What answers at {0} is no HTTP proxy ({1}). Check the proxy setting {2}: http or https, and the port.',
        proxy.host,
        systemCode,
        proxy.setting,
      );
    case 'stalls':
      return vscode.l10n.t(
        'The proxy {0} did not open a connection to {1} in time. Try again later, or check the proxy setting {2}.',
        proxy.host,
        host,
        proxy.setting,
      );
    case 'wantsPassword':
      return vscode.l10n.t(
        'The proxy {0} wants a user name and a password. Add them to the proxy setting {1}.',
        proxy.host,
        proxy.setting,
      );
    case 'wrongPassword':
      return vscode.l10n.t(
        'The proxy {0} refused the user name and password. Check them in the proxy setting {1}.',
        proxy.host,
        proxy.setting,
      );
    case 'refuses':
      return vscode.l10n.t(
        'The proxy {0} does not let requests to {1} through ({2}). Ask who runs it to allow them, or check the proxy setting {3}.',
        proxy.host,
        host,
        systemCode,
        proxy.setting,
      );
    case 'cannotReach':
      return vscode.l10n.t(
        'The proxy {0} couldn’t reach {1} ({2}). Check the connection’s address, and the proxy setting {3}.',
        proxy.host,
        host,
        systemCode,
        proxy.setting,
      );
  }
}

function changeTimeout(): vscode.Command {
  return openSettings(vscode.l10n.t('Change Timeout'), 'insights.request.timeout');
}
