import type { CertificateError, ProxyError, Redirected, TimedOut, Unreachable } from './connectionErrors.ts';
import type {
  Cancelled,
  MalformedAnswer,
  NotFound,
  NotJson,
  RateLimited,
  Refused,
  ServerError,
  Unauthorized,
} from './insightsErrors.ts';
import type { UnreadableAnswer } from './unreadableAnswer.ts';

/** Any of the failures, so that a `switch` over `code` knows the facts of each. */
export type InsightsFailure =
  | Unauthorized
  | NotFound
  | Refused
  | RateLimited
  | ServerError
  | NotJson
  | MalformedAnswer
  | UnreadableAnswer
  | Redirected
  | TimedOut
  | Unreachable
  | CertificateError
  | ProxyError
  | Cancelled;
