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
  | 'unreadableAnswer'
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

/** What was asked of the service: a query that somebody wrote, a session at its day or anywhere, its deletion, or whether it is there. */
export type Asked = 'search' | 'get' | 'find' | 'delete' | 'check';

/** What a 401 was about. The service answers bad parameters with it too. */
export type RefusedPart = 'key' | 'query' | 'undecided';

export class Unauthorized extends AnswerError {
  readonly code = 'unauthorized';
  readonly refused: RefusedPart;
  readonly asked: Asked;

  constructor(answer: AnswerExcerpt, { refused, asked }: Pick<Unauthorized, 'refused' | 'asked'>) {
    super(answer);
    this.refused = refused;
    this.asked = asked;
  }
}

/** No such session, or no such service at that address. */
export class NotFound extends AnswerError {
  readonly code = 'notFound';
  readonly what: 'session' | 'service';
  /** The only day, as `2026-01-31`, at which it was looked for; undefined when that was everywhere. */
  readonly day: string | undefined;

  constructor(answer: AnswerExcerpt, { what, day }: { what: 'session' | 'service'; day?: string | undefined }) {
    super(answer);
    this.what = what;
    this.day = day;
  }
}

/** Refused with another status than 401. */
export class Refused extends AnswerError {
  readonly code = 'refused';
  readonly asked: Asked;
  /** How long it said to wait: it refuses for now, and not what was asked for. */
  readonly retryAfterSeconds: number | undefined;

  constructor(answer: AnswerExcerpt, asked: Asked, retryAfterSeconds?: number) {
    super(answer);
    this.asked = asked;
    this.retryAfterSeconds = retryAfterSeconds;
  }
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
  /** How long it said to wait. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    answer: AnswerExcerpt,
    { retried, retryAfterSeconds }: Pick<ServerError, 'retried' | 'retryAfterSeconds'>,
  ) {
    super(answer);
    this.retried = retried;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** An answer that is no JSON: a page of a proxy, an empty body. */
export class NotJson extends AnswerError {
  readonly code = 'notJson';
}

/** JSON was announced, and what came is cut short or not what the documentation describes. */
export class MalformedAnswer extends AnswerError {
  readonly code = 'malformedAnswer';
  readonly problem: 'truncated' | 'syntax' | 'shape' | 'otherSession';

  constructor(answer: AnswerExcerpt, problem: MalformedAnswer['problem']) {
    super(answer);
    this.problem = problem;
  }
}

export class Cancelled extends InsightsError {
  readonly code = 'cancelled';

  constructor() {
    super('cancelled');
  }
}
