import * as l10n from '@vscode/l10n';
import type { CertificateError } from '../../api/client/connectionErrors.ts';

/** What is said where no secure connection came about. */
export function certificateSentence({ host, systemCode, problem, names }: CertificateError): string {
  switch (problem) {
    case 'expired':
      return l10n.t(
        'The certificate of {0} has expired. It must be renewed on that server, unless this computer’s clock is wrong.',
        host,
      );
    case 'notYetValid':
      return l10n.t('The certificate of {0} isn’t valid yet. Check this computer’s clock.', host);
    case 'otherName':
      if (names === '') {
        return l10n.t(
          'The certificate of {0} wasn’t issued for that name. Check the connection’s address; a sign-in page of your network may also have answered.',
          host,
        );
      }
      return l10n.t(
        'The certificate of {0} was issued for another name ({1}). Check the connection’s address; a sign-in page of your network may also have answered.',
        host,
        names,
      );
    case 'selfSigned':
      return l10n.t(
        '{0} signed its certificate itself. If you know that server, add its certificate to those that this computer trusts.',
        host,
      );
    case 'unknownAuthority':
      // No other certificate came with it: one between may be missing.
      if (systemCode === 'UNABLE_TO_VERIFY_LEAF_SIGNATURE') {
        return l10n.t(
          'The certificate of {0} comes from an authority that this computer doesn’t know ({1}). If your company inspects traffic, add its root certificate to those that this computer trusts; otherwise that server may leave out its intermediate certificates.',
          host,
          systemCode,
        );
      }
      return l10n.t(
        'The certificate of {0} comes from an authority that this computer doesn’t know ({1}). If your company inspects traffic, add its root certificate to those that this computer trusts.',
        host,
        systemCode,
      );
    case 'revoked':
      return l10n.t('The certificate of {0} was revoked by its issuer. It must be replaced on that server.', host);
    case 'unusable':
      return l10n.t(
        'The certificate of {0} isn’t one for servers ({1}). It must be replaced on that server.',
        host,
        systemCode,
      );
    case 'oldVersion':
      return l10n.t(
        '{0} uses a version of TLS that is no longer safe, or isn’t supported here ({1}). That server must allow TLS 1.2 or 1.3.',
        host,
        systemCode,
      );
    case 'wantsCertificate':
      return l10n.t(
        '{0} requires a client certificate ({1}), which requests don’t carry. Ask its administrator for an address that doesn’t.',
        host,
        systemCode,
      );
    case 'refusedHandshake':
      return l10n.t(
        '{0} refused to make a secure connection ({1}). It may require a client certificate, which requests don’t carry, or ciphers that aren’t supported here. Check the connection’s address, or ask its administrator.',
        host,
        systemCode,
      );
    case 'notTls':
      return l10n.t(
        '{0} doesn’t use TLS there ({1}). Check the port of the connection’s address, or start it with http if the service is on this computer.',
        host,
        systemCode,
      );
    case 'other':
      return l10n.t(
        'Couldn’t make a secure connection to {0} ({1}). Check the connection’s address.',
        host,
        systemCode,
      );
  }
}
