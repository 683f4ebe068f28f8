import type { Asked } from './insightsErrors.ts';
import { InsightsError } from './insightsErrors.ts';

/** A proxy that requests go through, and what names it: `http.proxy`, or a variable of the environment. */
export interface ProxyInUse {
  /** With its port, without a user. */
  readonly host: string;
  readonly setting: string;
}

export class TimedOut extends InsightsError {
  readonly code = 'timedOut';
  readonly afterMs: number;
  readonly asked: Asked;
  /** Whether the request left this machine: before that, there was no connection yet. */
  readonly sent: boolean;
  /** Whether an answer had begun to come. */
  readonly begun: boolean;
  /** The status of the last answer, where it was one to ask again after. */
  readonly status: number | undefined;
  /** The proxy that it waited for, as far as anybody can tell. */
  readonly proxy: ProxyInUse | undefined;

  constructor(
    afterMs: number,
    { asked, sent, begun, status, proxy }: Pick<TimedOut, 'asked' | 'sent' | 'begun' | 'status' | 'proxy'>,
  ) {
    super(`no answer within ${afterMs} ms`);
    this.afterMs = afterMs;
    this.asked = asked;
    this.sent = sent;
    this.begun = begun;
    this.status = status;
    this.proxy = proxy;
  }
}

/** A failure below HTTP, with the system's own code, such as `ECONNREFUSED`. */
abstract class ConnectionError extends InsightsError {
  readonly host: string;
  readonly systemCode: string;

  constructor(host: string, systemCode: string) {
    super(`${systemCode} (${host})`);
    this.host = host;
    this.systemCode = systemCode;
  }
}

/** The first four end a request before it was sent; after the others, nobody knows whether it had its effect. */
export type UnreachableProblem =
  | 'unknownName'
  | 'refused'
  | 'noRoute'
  | 'notAccepted'
  | 'closedBeforeAnswer'
  | 'closedInAnswer'
  | 'damagedAnswer'
  | 'notHttp'
  | 'other';

export class Unreachable extends ConnectionError {
  readonly code = 'unreachable';
  readonly problem: UnreachableProblem;
  /** Whether it was to be reached over TLS. */
  readonly secure: boolean;
  /** The proxy that opened the way there. */
  readonly proxy: ProxyInUse | undefined;

  constructor(
    host: string,
    systemCode: string,
    { problem, secure, proxy }: Pick<Unreachable, 'problem' | 'secure' | 'proxy'>,
  ) {
    super(host, systemCode);
    this.problem = problem;
    this.secure = secure;
    this.proxy = proxy;
  }
}

export type CertificateProblem =
  | 'expired'
  | 'notYetValid'
  | 'otherName'
  | 'selfSigned'
  | 'unknownAuthority'
  | 'revoked'
  /** Wrong in itself, whoever signed it: made for another purpose, or damaged. */
  | 'unusable'
  | 'oldVersion'
  /** One of the client's, which has none. */
  | 'wantsCertificate'
  /** The server would not have it, and did not say why. */
  | 'refusedHandshake'
  | 'notTls'
  | 'other';

/** No secure connection: nothing was sent. */
export class CertificateError extends ConnectionError {
  readonly code = 'certificate';
  readonly problem: CertificateProblem;
  /** For whom it was issued, where that is somebody else. */
  readonly names: string;

  constructor(
    host: string,
    systemCode: string,
    { problem, names = '' }: { problem: CertificateProblem; names?: string },
  ) {
    super(host, systemCode);
    this.problem = problem;
    this.names = names;
  }
}

export type ProxyProblem =
  | 'badAddress'
  | 'socks'
  | 'unknownName'
  | 'unreachable'
  | 'certificate'
  | 'notProxy'
  | 'stalls'
  | 'wantsPassword'
  | 'wrongPassword'
  /** It takes no password, but something like NTLM. */
  | 'otherSignIn'
  | 'refuses'
  | 'cannotReach';

/** The proxy let nothing through: nothing was sent to the service. `systemCode` may be the status that the proxy answered with. */
export class ProxyError extends ConnectionError {
  readonly code = 'proxy';
  readonly problem: ProxyProblem;
  readonly proxy: ProxyInUse;

  constructor(host: string, systemCode: string, { problem, proxy }: Pick<ProxyError, 'problem' | 'proxy'>) {
    super(host, systemCode);
    this.problem = problem;
    this.proxy = proxy;
  }
}

/**
 * `unsafe` is a request that changes something, sent on within its origin, and `afterwards` one that may have had its effect before; `insecure`
 * leaves TLS; `tooOften` leads on without end; `otherQuestion` leaves out a part of the query.
 */
export type RedirectProblem =
  | 'elsewhere'
  | 'insecure'
  | 'unsafe'
  | 'afterwards'
  | 'circles'
  | 'tooOften'
  | 'nowhere'
  | 'otherQuestion';

/** Sent on to where it does not go. The key never follows to another origin, and a deletion follows nowhere. */
export class Redirected extends InsightsError {
  readonly code = 'redirected';
  readonly problem: RedirectProblem;
  /** An origin; where that is none, what was written. */
  readonly to: string;

  constructor(problem: RedirectProblem, to: string) {
    super(`redirected to ${to || 'nowhere'}`);
    this.problem = problem;
    this.to = to;
  }
}
