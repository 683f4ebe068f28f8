import * as l10n from '@vscode/l10n';
import type { ProxyError } from '../../api/client/connectionErrors.ts';

/** What is said of a proxy that lets nothing through. */
export function proxySentence({ host, systemCode, problem, proxy }: ProxyError): string {
  switch (problem) {
    case 'badAddress':
      return l10n.t('The proxy setting {0} isn’t the address of a proxy. Write it as http://host:port.', proxy.setting);
    case 'socks':
      return l10n.t(
        'The proxy setting {0} names a SOCKS proxy, and requests go through HTTP proxies only. Write it as http://host:port, or except {1} from it in {2}.',
        proxy.setting,
        host,
        proxy.setting.startsWith('http.') ? 'http.noProxy' : 'NO_PROXY',
      );
    case 'unknownName':
      return l10n.t(
        'Couldn’t find the proxy {0}. Check the proxy setting {1}, and your network.',
        proxy.host,
        proxy.setting,
      );
    case 'unreachable':
      return l10n.t(
        'Couldn’t reach the proxy {0} ({1}). Check the proxy setting {2}, and your network.',
        proxy.host,
        systemCode,
        proxy.setting,
      );
    case 'certificate':
      return l10n.t(
        'The certificate of the proxy {0} isn’t trusted ({1}). Check the proxy setting {2}, or add the certificate to those that this computer trusts.',
        proxy.host,
        systemCode,
        proxy.setting,
      );
    case 'notProxy':
      return l10n.t(
        'The server at {0} isn’t an HTTP proxy ({1}). Check the proxy setting {2}: http or https, and the port.',
        proxy.host,
        systemCode,
        proxy.setting,
      );
    case 'stalls':
      return l10n.t(
        'The proxy {0} didn’t connect to {1} in time. Try again later, or check the proxy setting {2}.',
        proxy.host,
        host,
        proxy.setting,
      );
    case 'wantsPassword':
      return l10n.t(
        'The proxy {0} requires a user name and password. Add them to the proxy setting {1}.',
        proxy.host,
        proxy.setting,
      );
    case 'wrongPassword':
      return l10n.t(
        'The proxy {0} refused the user name and password. Check them in the proxy setting {1}.',
        proxy.host,
        proxy.setting,
      );
    case 'otherSignIn':
      return l10n.t(
        'The proxy {0} requires a way of signing in that isn’t supported here, such as NTLM or Kerberos ({1}). Ask its administrator for another way, or set another proxy in {2}.',
        proxy.host,
        systemCode,
        proxy.setting,
      );
    case 'refuses':
      return l10n.t(
        'The proxy {0} doesn’t allow requests to {1} ({2}). Ask its administrator to allow them, or check the proxy setting {3}.',
        proxy.host,
        host,
        systemCode,
        proxy.setting,
      );
    case 'cannotReach':
      return l10n.t(
        'The proxy {0} couldn’t reach {1} ({2}). Check the connection’s address, and the proxy setting {3}.',
        proxy.host,
        host,
        systemCode,
        proxy.setting,
      );
  }
}
