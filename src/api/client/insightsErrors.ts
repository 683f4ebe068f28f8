/** What every failure of the service says: facts with a code. Words for them are made where they are shown. */
export type InsightsErrorCode =
  | 'unauthorized'
  | 'notFound'
  | 'refused'
  | 'rateLimited'
  | 'serverError'
  | 'timedOut'
  | 'unreachable'
  | 'proxy'
  | 'certificate'
  | 'notJson'
  | 'malformedAnswer'
  | 'redirected'
  | 'cancelled';

export abstract class InsightsError extends Error {
  abstract readonly code: InsightsErrorCode;
  override readonly name = 'InsightsError';
}

/** What came with an answer that is no good: the beginning of its text, with secrets and personal data masked. */
export interface AnswerExcerpt {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
}

/** A failure that came as an answer. */
export abstract class AnswerError extends InsightsError {
  readonly answer: AnswerExcerpt;

  constructor(answer: AnswerExcerpt) {
    super(`${answer.status} ${answer.text}`.trim());
    this.answer = answer;
  }
}

/** What a 401 was about. The service answers bad parameters with it too. */
export type RefusedPart = 'key' | 'query' | 'undecided';

export class Unauthorized extends AnswerError {
  readonly code = 'unauthorized';
  readonly refused: RefusedPart;

  constructor(answer: AnswerExcerpt, refused: RefusedPart) {
    super(answer);
    this.refused = refused;
  }
}

/** No session of that id at that date, or no such service at that address. */
export class NotFound extends AnswerError {
  readonly code = 'notFound';
  readonly what: 'session' | 'service';

  constructor(answer: AnswerExcerpt, what: 'session' | 'service') {
    super(answer);
    this.what = what;
  }
}

/** Refused with another status than 401. */
export class Refused extends AnswerError {
  readonly code = 'refused';
}

export class RateLimited extends AnswerError {
  readonly code = 'rateLimited';
  readonly retryAfterSeconds: number | undefined;

  constructor(answer: AnswerExcerpt, retryAfterSeconds: number | undefined) {
    super(answer);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export class ServerError extends AnswerError {
  readonly code = 'serverError';
  /** It was asked again, and went on failing. */
  readonly retried: boolean;

  constructor(answer: AnswerExcerpt, retried: boolean) {
    super(answer);
    this.retried = retried;
  }
}

/** An answer that is no JSON: a page of a proxy, an empty body. */
export class NotJson extends AnswerError {
  readonly code = 'notJson';
}

/** JSON was announced, and what came is cut short or not what the documentation describes. */
export class MalformedAnswer extends AnswerError {
  readonly code = 'malformedAnswer';
  readonly problem: 'truncated' | 'shape' | 'otherSession';

  constructor(answer: AnswerExcerpt, problem: 'truncated' | 'shape' | 'otherSession') {
    super(answer);
    this.problem = problem;
  }
}

/** Sent elsewhere. The key never follows to another origin. */
export class Redirected extends InsightsError {
  readonly code = 'redirected';
  readonly origin: string;
  readonly to: string;

  constructor(origin: string, to: string) {
    super(`redirected to ${to}`);
    this.origin = origin;
    this.to = to;
  }
}

export class TimedOut extends InsightsError {
  readonly code = 'timedOut';
  readonly afterMs: number;
  /** Whether it was a search that somebody wrote, and that could ask for less. */
  readonly searching: boolean;

  constructor(afterMs: number, searching: boolean) {
    super(`no answer within ${afterMs} ms`);
    this.afterMs = afterMs;
    this.searching = searching;
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

export class Unreachable extends ConnectionError {
  readonly code = 'unreachable';
}

export class CertificateError extends ConnectionError {
  readonly code = 'certificate';
}

export class ProxyError extends ConnectionError {
  readonly code = 'proxy';
}

export class Cancelled extends InsightsError {
  readonly code = 'cancelled';

  constructor() {
    super('cancelled');
  }
}

/** Any of the failures, so that a `switch` over `code` knows the facts of each. */
export type InsightsFailure =
  | Unauthorized
  | NotFound
  | Refused
  | RateLimited
  | ServerError
  | NotJson
  | MalformedAnswer
  | Redirected
  | TimedOut
  | Unreachable
  | CertificateError
  | ProxyError
  | Cancelled;
