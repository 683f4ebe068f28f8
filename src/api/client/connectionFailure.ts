import type { CertificateProblem, ProxyInUse, UnreachableProblem } from './connectionErrors.ts';
import { CertificateError, ProxyError, Unreachable } from './connectionErrors.ts';
import type { InsightsError } from './insightsErrors.ts';
import type { RequestProgress } from './requestProgress.ts';
import { UnreadableAnswer } from './unreadableAnswer.ts';
import { partOfAnswer } from './wholeAnswers.ts';

type Kinds<Problem> = readonly (readonly [codes: RegExp, problem: Problem])[];

/** By the codes of OpenSSL and BoringSSL, which Node hands on; of what was `SSLV3_ALERT`, OpenSSL 3.2 makes `SSL/TLS_ALERT`. */
const certificateProblems: Kinds<CertificateProblem> = [
  [/^CERT_HAS_EXPIRED$/, 'expired'],
  [/^CERT_NOT_YET_VALID$/, 'notYetValid'],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$|^HOSTNAME_MISMATCH$/, 'otherName'],
  [/^DEPTH_ZERO_SELF_SIGNED_CERT$/, 'selfSigned'],
  [/^CERT_REVOKED$/, 'revoked'],
  [
    /^ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED$|^ERR_SSL_(SSLV3|SSL\/TLS)_ALERT_(BAD|NO|UNSUPPORTED)_CERTIFICATE$/,
    'wantsCertificate',
  ],
  [
    /^ERR_SSL_(TLSV1_ALERT_PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|NO_PROTOCOLS_AVAILABLE|VERSION_TOO_LOW|TLSV1_ALERT_INSUFFICIENT_SECURITY|INAPPROPRIATE_FALLBACK)$/,
    'oldVersion',
  ],
  [/^SELF_SIGNED_CERT_IN_CHAIN$|^UNABLE_TO_(GET|VERIFY|DECODE)|^CERT_UNTRUSTED$|^INVALID_CA$/, 'unknownAuthority'],
  [
    /^EPROTO$|^ERR_SSL_(WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|RECORD_TOO_LARGE|HTTP_REQUEST|BAD_RECORD_TYPE)$/,
    'notTls',
  ],
  [
    /^INVALID_PURPOSE$|^PATH_LENGTH_EXCEEDED$|^CERT_(SIGNATURE_FAILURE|REJECTED|CHAIN_TOO_LONG)$|^(ERROR_IN_)?CERT_NOT_(BEFORE|AFTER)_FIELD$|^CRL_/,
    'unusable',
  ],
  // What the other side says of a handshake that it ends.
  [
    /^ERR_SSL_(SSLV3|SSL\/TLS|TLSV1|TLSV13)_ALERT_(HANDSHAKE_FAILURE|ACCESS_DENIED|UNKNOWN_CA|CERTIFICATE_UNKNOWN|INTERNAL_ERROR|ILLEGAL_PARAMETER|DECRYPT_ERROR|MISSING_EXTENSION)$/,
    'refusedHandshake',
  ],
  [/CERT|^ERR_TLS_|^ERR_SSL_|^ERR_OSSL_/, 'other'],
];

const unsentProblems: Kinds<UnreachableProblem> = [
  [/^ENOTFOUND$|^EAI_/, 'unknownName'],
  [/^ECONNREFUSED$/, 'refused'],
  [/^(EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL|EACCES|EPERM)$/, 'noRoute'],
  [/^(UND_ERR_CONNECT_TIMEOUT|ETIMEDOUT)$/, 'notAccepted'],
];

/** Where a request was sent, and how. */
interface Sending {
  readonly host: string;
  readonly secure: boolean;
  readonly proxy: ProxyInUse | undefined;
}

/** The coded failure of a request that got no answer, or none that can be read. */
export function connectionFailure(
  error: unknown,
  { host, secure, proxy, sent, begun }: RequestProgress & Sending,
): InsightsError {
  const { code, names } = factsOf(error);
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') return new UnreadableAnswer('tooLarge', '');
  if (code === partOfAnswer) return new UnreadableAnswer('part', '206');
  const certificate = certificateProblemOf(code);
  if (certificate) return new CertificateError(host, code, { problem: certificate, names });
  if (isNotHttp(code)) {
    const problem = begun || beganAsHttp(code, error) ? 'damagedAnswer' : 'notHttp';
    return new Unreachable(host, code, { problem, secure, proxy });
  }
  const unsent = sent ? undefined : problemOf(unsentProblems, code);
  // It said that the way was open, and nothing came along it.
  if (unsent === 'notAccepted' && proxy) return new ProxyError(host, code, { problem: 'stalls', proxy });
  return new Unreachable(host, code, { problem: unsent ?? cutProblem(code, begun), secure, proxy });
}

function cutProblem(code: string, begun: boolean): UnreachableProblem {
  if (code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH') return 'damagedAnswer';
  if (begun) return 'closedInAnswer';
  return /^(ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|UND_ERR_SOCKET)$/.test(code) ? 'closedBeforeAnswer' : 'other';
}

function problemOf<Problem>(kinds: Kinds<Problem>, code: string): Problem | undefined {
  return kinds.find(([codes]) => codes.test(code))?.[1];
}

/** What is wrong with a secure connection that did not come about; undefined where it is something else. */
export function certificateProblemOf(code: string): CertificateProblem | undefined {
  return problemOf(certificateProblems, code);
}

const parserError = 'HTTPParserError';

/** Whether it is undici's parser that fails, which asserts some of what it expects. */
export function isNotHttp(code: string): boolean {
  return code === parserError || /^HPE_|^UND_ERR_HEADERS_OVERFLOW$|^ERR_ASSERTION$/.test(code);
}

/** Whether what undici's parser fails at began as an answer does: it says so in its reason alone. */
function beganAsHttp(code: string, error: unknown): boolean {
  if (code === 'UND_ERR_HEADERS_OVERFLOW' || code === 'ERR_ASSERTION') return true;
  const reason = error instanceof Error ? error.message : '';
  return reason !== '' && !/\((?:Expected|Invalid HTTP version)\b/.test(reason);
}

/** The system's code, or the library's; and for whom a certificate was issued, when that is what is wrong. */
export function factsOf(error: unknown): { readonly code: string; readonly names: string } {
  // Connecting to several addresses of one name fails with all of their errors.
  const first = error instanceof AggregateError && error.errors.length > 0 ? error.errors[0] : error;
  const facts: { name?: unknown; message?: unknown; code?: unknown; cert?: { subjectaltname?: unknown } } =
    typeof first === 'object' && first !== null ? first : {};
  const names = String(facts.cert?.subjectaltname ?? '').replaceAll(/\b(DNS|IP Address):/g, '');
  // Of the parser's errors, some have but a name.
  const named = facts.name === parserError ? parserError : 'UNKNOWN';
  // A status that undici does not expect, such as 101: it closes the connection itself.
  if (facts.message === 'bad response' || facts.message === 'bad upgrade') return { code: parserError, names: '' };
  return { code: typeof facts.code === 'string' ? facts.code : named, names: names.slice(0, 100) };
}
