import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  certificateProblemOf,
  connectionFailure,
  factsOf,
  isNotHttp,
} from '../../../../src/api/client/connectionFailure.ts';
import { partOfAnswer } from '../../../../src/api/client/wholeAnswers.ts';

const certificates: Readonly<Record<string, string>> = {
  expired: 'CERT_HAS_EXPIRED',
  notYetValid: 'CERT_NOT_YET_VALID',
  otherName: 'ERR_TLS_CERT_ALTNAME_INVALID HOSTNAME_MISMATCH',
  selfSigned: 'DEPTH_ZERO_SELF_SIGNED_CERT',
  revoked: 'CERT_REVOKED',
  wantsCertificate:
    'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE ERR_SSL_SSL/TLS_ALERT_BAD_CERTIFICATE ERR_SSL_SSLV3_ALERT_NO_CERTIFICATE ERR_SSL_SSLV3_ALERT_UNSUPPORTED_CERTIFICATE',
  refusedHandshake:
    'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE ERR_SSL_TLSV1_ALERT_ACCESS_DENIED ERR_SSL_TLSV1_ALERT_UNKNOWN_CA ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR ERR_SSL_SSLV3_ALERT_CERTIFICATE_UNKNOWN ERR_SSL_TLSV13_ALERT_MISSING_EXTENSION',
  oldVersion:
    'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION ERR_SSL_UNSUPPORTED_PROTOCOL ERR_SSL_NO_PROTOCOLS_AVAILABLE ERR_SSL_VERSION_TOO_LOW ERR_SSL_TLSV1_ALERT_INSUFFICIENT_SECURITY ERR_SSL_INAPPROPRIATE_FALLBACK',
  unknownAuthority:
    'SELF_SIGNED_CERT_IN_CHAIN UNABLE_TO_GET_ISSUER_CERT_LOCALLY UNABLE_TO_VERIFY_LEAF_SIGNATURE UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY CERT_UNTRUSTED INVALID_CA',
  notTls:
    'EPROTO ERR_SSL_WRONG_VERSION_NUMBER ERR_SSL_PACKET_LENGTH_TOO_LONG ERR_SSL_RECORD_TOO_LARGE ERR_SSL_HTTP_REQUEST ERR_SSL_BAD_RECORD_TYPE',
  unusable:
    'INVALID_PURPOSE PATH_LENGTH_EXCEEDED CERT_SIGNATURE_FAILURE CERT_REJECTED CERT_CHAIN_TOO_LONG CERT_NOT_BEFORE_FIELD ERROR_IN_CERT_NOT_AFTER_FIELD CRL_HAS_EXPIRED',
  other:
    'CERT_OF_ANOTHER_KIND ERR_TLS_HANDSHAKE_TIMEOUT ERR_SSL_ODD ERR_OSSL_ODD XCERT_HAS_EXPIRED CERT_HAS_EXPIREDX DEPTH_ZERO_SELF_SIGNED_CERTS',
};
const unsent: Readonly<Record<string, string>> = {
  unknownName: 'ENOTFOUND EAI_AGAIN',
  refused: 'ECONNREFUSED',
  noRoute: 'EHOSTUNREACH ENETUNREACH EHOSTDOWN ENETDOWN EADDRNOTAVAIL EACCES EPERM',
  notAccepted: 'UND_ERR_CONNECT_TIMEOUT ETIMEDOUT',
  closedBeforeAnswer: 'ECONNRESET ECONNABORTED EPIPE UND_ERR_SOCKET',
  damagedAnswer: 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
  other: 'ODD XENOTFOUND ENOTFOUNDX ECONNREFUSEDX EPIPEX',
};
const sending = { host: 'a.example', secure: true, proxy: undefined };
const failed = (code: unknown, { sent = false, begun = false } = {}) =>
  connectionFailure({ code }, { ...sending, sent, begun } as Parameters<typeof connectionFailure>[1]) as unknown as {
    readonly code: string;
    readonly problem: string;
  };

describe('a connection that failed', () => {
  it('knows what is wrong with a certificate', () => {
    for (const [problem, codes] of Object.entries(certificates))
      for (const code of codes.split(' ')) {
        assert.equal(certificateProblemOf(code), problem, code);
        assert.deepEqual([failed(code).code, failed(code).problem], ['certificate', problem], code);
        // It is the whole code, or the beginning of several.
        if (problem === 'other') continue;
        assert.notEqual(certificateProblemOf(`X${code}`), problem, code);
        if (!/^(?:UNABLE_TO_|CRL_)/u.test(code)) assert.notEqual(certificateProblemOf(`${code}X`), problem, code);
      }
    assert.equal(certificateProblemOf('ECONNRESET'), undefined);
  });

  it('knows why a request was not sent', () => {
    for (const [problem, codes] of Object.entries(unsent))
      for (const code of codes.split(' '))
        assert.deepEqual([failed(code).code, failed(code).problem], ['unreachable', problem], code);
  });

  it('knows when it broke', () => {
    const problems = (code: string) => [
      failed(code, { sent: true }).problem,
      failed(code, { sent: true, begun: true }).problem,
    ];
    assert.deepEqual(problems('ETIMEDOUT'), ['closedBeforeAnswer', 'closedInAnswer']);
    assert.deepEqual(problems('ECONNREFUSED'), ['other', 'closedInAnswer']);
  });

  it('knows what is no HTTP, and an answer that cannot be read', () => {
    for (const code of ['HTTPParserError', 'HPE_INVALID_VERSION', 'UND_ERR_HEADERS_OVERFLOW', 'ERR_ASSERTION']) {
      assert.equal(isNotHttp(code), true, code);
      assert.equal(failed(code).problem, /^H/.test(code) ? 'notHttp' : 'damagedAnswer', code);
      assert.equal(failed(code, { sent: true, begun: true }).problem, 'damagedAnswer', code);
    }
    for (const code of ['XHPE_', 'UND_ERR_HEADERS_OVERFLOWS', 'ERR_ASSERTIONS', 'HTTPParserErrors'])
      assert.equal(isNotHttp(code), false, code);
    assert.deepEqual(
      [failed('UND_ERR_RES_EXCEEDED_MAX_SIZE').problem, failed(partOfAnswer).problem],
      ['tooLarge', 'part'],
    );
  });

  it('takes the code from where it stands', () => {
    assert.deepEqual(factsOf(new AggregateError([{ code: 'ECONNREFUSED' }, { code: 'X' }])), {
      code: 'ECONNREFUSED',
      names: '',
    });
    assert.deepEqual(factsOf(Object.assign(new AggregateError([]), { code: 'EMPTY' })).code, 'EMPTY');
    assert.deepEqual(
      [undefined, null, 'text', {}, { code: 7 }].map((one) => factsOf(one).code),
      Array(5).fill('UNKNOWN'),
    );
    assert.equal(factsOf({ name: 'HTTPParserError' }).code, 'HTTPParserError');
    assert.equal(factsOf({ name: 'HTTPParserError', code: 'HPE_X' }).code, 'HPE_X');
    for (const message of ['bad response', 'bad upgrade'])
      assert.equal(factsOf({ message, code: 'X' }).code, 'HTTPParserError');
    const cert = { subjectaltname: `DNS:a.example, IP Address:10.0.0.1, DNS:${'b'.repeat(200)}` };
    const { names } = factsOf({ code: 'X', cert });
    assert.ok(names.startsWith('a.example, 10.0.0.1, bbb'));
    assert.equal(names.length, 100);
  });
});
