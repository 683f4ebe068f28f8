import type { RouteName } from '../service/routes.ts';

/**
 * What goes wrong. Delays, `cappedTotal`, `falseTotal`, `onlyParameters` and the last seven add to whatever else happens; of the others the first that strikes decides.
 *
 * - `latency`: waits `ms`, and up to `jitterMs` more.
 * - `rateLimit`: 429, with `Retry-After` when `retryAfter` is given (seconds, or an HTTP date).
 * - `status`: any other status, with a JSON body unless `body` says otherwise.
 * - `resetBeforeAnswer`, `resetInBody`: the connection is cut before the first byte, or in the middle of the body.
 * - `halfBody`: a well-formed answer whose JSON stops in the middle.
 * - `slowBody`: the body comes in `pieces`, `ms` apart.
 * - `html`, `wrongJson`, `emptyBody`: 200, and not what was asked for.
 * - `wrongContentType`: the right body, said to be `text/plain`.
 * - `packed`: the right body, compressed as `Content-Encoding` says (`compress` is only said), and `cut` in the middle, `garbled`, or a `bomb` of a gigabyte.
 * - `redirect`: to `location`, by default an address on another origin.
 * - `cappedTotal`: `total` stops at `most`, by default 10,000.
 * - `falseTotal`: `total` is `by` more than there are.
 * - `onlyParameters`: of a session, its parameters are left and nothing else.
 * - `noAnswer`: the connection stays open and nothing comes.
 * - `inserted`, `deleted`: after a search is answered, `count` sessions (by default 1) come that were not there, or go. One in ten is held back to come.
 * - `repeated`, `withheld`: of every `of` sessions (by default 50) one is counted and not given; `repeated` gives its neighbour twice instead.
 * - `reordered`: the page is taken of an order that is a little different for each search.
 * - `optionalShould`: beside `must`, none of a filter's `should` has to hold, as in Elasticsearch's own `bool`.
 * - `unheeded`: these parameters of a search count for nothing; without `from_date`, the range begins 59 days before its end.
 */
export type Fault =
  | { readonly kind: 'latency'; readonly ms: number; readonly jitterMs?: number }
  | { readonly kind: 'rateLimit'; readonly retryAfter?: number | string }
  | { readonly kind: 'status'; readonly status: number; readonly body?: string; readonly contentType?: string }
  | { readonly kind: 'resetBeforeAnswer' }
  | { readonly kind: 'resetInBody' }
  | { readonly kind: 'halfBody' }
  | { readonly kind: 'slowBody'; readonly ms: number; readonly pieces?: number }
  | { readonly kind: 'html' }
  | { readonly kind: 'wrongJson' }
  | { readonly kind: 'emptyBody' }
  | { readonly kind: 'wrongContentType' }
  | {
      readonly kind: 'packed';
      readonly as: 'gzip' | 'deflate' | 'rawDeflate' | 'br' | 'compress';
      readonly damage?: 'cut' | 'garbled' | 'bomb';
    }
  | { readonly kind: 'redirect'; readonly location?: string }
  | { readonly kind: 'cappedTotal'; readonly most?: number }
  | { readonly kind: 'falseTotal'; readonly by: number }
  | { readonly kind: 'onlyParameters' }
  | { readonly kind: 'noAnswer' }
  | { readonly kind: 'inserted'; readonly count?: number }
  | { readonly kind: 'deleted'; readonly count?: number }
  | { readonly kind: 'repeated'; readonly of?: number }
  | { readonly kind: 'withheld'; readonly of?: number }
  | { readonly kind: 'reordered' }
  | { readonly kind: 'optionalShould' }
  | { readonly kind: 'unheeded'; readonly parameters: readonly UnheededParameter[] };

/** What a service may leave out of account. */
export type UnheededParameter = (typeof unheededParameters)[number];
export const unheededParameters = ['from_date', 'page_number', 'page_size', 'sort_by', 'filter_by'] as const;

/** When a fault strikes. Without any condition: always. Several conditions must all hold. */
export interface FaultRule {
  readonly fault: Fault;
  /** Only on these routes. */
  readonly routes?: readonly RouteName[];
  /** From 0 (never) to 1 (always). */
  readonly probability?: number;
  /** Only on the n-th requests that reach this rule, from 1. */
  readonly requests?: readonly number[];
  /** Only on every n-th request that reaches this rule. */
  readonly every?: number;
  /** Strikes at most so often. */
  readonly times?: number;
}

/** What goes wrong and when. The same seed and the same requests give the same faults. */
export interface FaultScenario {
  readonly seed?: number;
  readonly rules: readonly FaultRule[];
}

/** Every kind of fault, for those who read scenarios from outside. */
export const faultKinds = [
  'latency',
  'rateLimit',
  'status',
  'resetBeforeAnswer',
  'resetInBody',
  'halfBody',
  'slowBody',
  'html',
  'wrongJson',
  'emptyBody',
  'wrongContentType',
  'packed',
  'redirect',
  'cappedTotal',
  'falseTotal',
  'onlyParameters',
  'noAnswer',
  'inserted',
  'deleted',
  'repeated',
  'withheld',
  'reordered',
  'optionalShould',
  'unheeded',
] as const satisfies readonly Fault['kind'][];
