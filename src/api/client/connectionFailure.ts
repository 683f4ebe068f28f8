import type { CertificateProblem, UnreachableProblem } from './connectionErrors.ts';
import { CertificateError, Unreachable } from './connectionErrors.ts';
import type { InsightsError } from './insightsErrors.ts';
import type { RequestProgress } from './requestProgress.ts';
import { UnreadableAnswer } from './unreadableAnswer.ts';

type Kinds<Problem> = readonly (readonly [codes: RegExp, problem: Problem])[];

/** By the codes of OpenSSL and BoringSSL, which Node hands on. */
const certificateProblems: Kinds<CertificateProblem> = [
  [/^CERT_HAS_EXPIRED$/, 'expired'],
  [/^CERT_NOT_YET_VALID$/, 'notYetValid'],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$|^HOSTNAME_MISMATCH$/, 'otherName'],
  [/^DEPTH_ZERO_SELF_SIGNED_CERT$/, 'selfSigned'],
  [/^SELF_SIGNED_CERT_IN_CHAIN$|^UNABLE_TO_(GET|VERIFY|DECODE)|^CERT_UNTRUSTED$|^INVALID_CA$/, 'unknownAuthority'],
  [
    /^EPROTO$|^ERR_SSL_(WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|RECORD_TOO_LARGE|HTTP_REQUEST|BAD_RECORD_TYPE)$/,
    'notTls',
  ],
  [/CERT|^ERR_TLS_|^ERR_SSL_|^ERR_OSSL_/, 'other'],
];

const unsentProblems: Kinds<UnreachableProblem> = [
  [/^ENOTFOUND$|^EAI_/, 'unknownName'],
  [/^ECONNREFUSED$/, 'refused'],
  [/^(EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL|EACCES|EPERM)$/, 'noRoute'],
  [/^(UND_ERR_CONNECT_TIMEOUT|ETIMEDOUT)$/, 'notAccepted'],
];

/** The coded failure of a request that got no answer, or none that can be read. */
export function connectionFailure(
  error: unknown,
  { host, sent, begun }: RequestProgress & { host: string },
): InsightsError {
  const { code, names } = factsOf(error);
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') return new UnreadableAnswer('tooLarge', '');
  const certificate = problemOf(certificateProblems, code);
  if (certificate) return new CertificateError(host, code, { problem: certificate, names });
  if (isNotHttp(code)) return new Unreachable(host, code, 'notHttp');
  const unsent = sent ? undefined : problemOf(unsentProblems, code);
  return new Unreachable(host, code, unsent ?? cutProblem(code, begun));
}

function cutProblem(code: string, begun: boolean): UnreachableProblem {
  if (begun) return 'closedInAnswer';
  return /^(ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|UND_ERR_SOCKET)$/.test(code) ? 'closedBeforeAnswer' : 'other';
}

function problemOf<Problem>(kinds: Kinds<Problem>, code: string): Problem | undefined {
  return kinds.find(([codes]) => codes.test(code))?.[1];
}

export function isCertificateCode(code: string): boolean {
  return problemOf(certificateProblems, code) !== undefined;
}

const parserError = 'HTTPParserError';

/** Whether it is undici's parser that fails. */
export function isNotHttp(code: string): boolean {
  return code === parserError || /^HPE_|^UND_ERR_HEADERS_OVERFLOW$/.test(code);
}

/** The system's code, or the library's; and for whom a certificate was issued, when that is what is wrong. */
export function factsOf(error: unknown): { readonly code: string; readonly names: string } {
  // Connecting to several addresses of one name fails with all of their errors.
  const first = error instanceof AggregateError && error.errors.length > 0 ? error.errors[0] : error;
  const facts: { name?: unknown; code?: unknown; cert?: { subjectaltname?: unknown } } =
    typeof first === 'object' && first !== null ? first : {};
  const names = String(facts.cert?.subjectaltname ?? '').replaceAll(/\b(DNS|IP Address):/g, '');
  // Of the parser's errors, some have but a name.
  const named = facts.name === parserError ? parserError : 'UNKNOWN';
  return { code: typeof facts.code === 'string' ? facts.code : named, names: names.slice(0, 100) };
}
