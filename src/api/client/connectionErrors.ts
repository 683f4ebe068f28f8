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
  /** The proxy that it waited for, as far as anybody can tell. */
  readonly proxy: ProxyInUse | undefined;

  constructor(afterMs: number, { asked, sent, proxy }: Pick<TimedOut, 'asked' | 'sent' | 'proxy'>) {
    super(`no answer within ${afterMs} ms`);
    this.afterMs = afterMs;
    this.asked = asked;
    this.sent = sent;
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
  | 'notHttp'
  | 'other';

export class Unreachable extends ConnectionError {
  readonly code = 'unreachable';
  readonly problem: UnreachableProblem;

  constructor(host: string, systemCode: string, problem: UnreachableProblem) {
    super(host, systemCode);
    this.problem = problem;
  }
}

export type CertificateProblem =
  | 'expired'
  | 'notYetValid'
  | 'otherName'
  | 'selfSigned'
  | 'unknownAuthority'
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

/** Sent elsewhere, in circles, or to no address at all. The key never follows to another origin, and a deletion follows nowhere. */
export class Redirected extends InsightsError {
  readonly code = 'redirected';
  readonly problem: 'elsewhere' | 'circles' | 'nowhere';
  readonly to: string;

  constructor(problem: Redirected['problem'], to: string) {
    super(`redirected to ${to}`);
    this.problem = problem;
    this.to = to;
  }
}
