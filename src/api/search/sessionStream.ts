import type { SessionDocument } from '../../domain/session/session.ts';
import type { Total } from '../client/answerShapes.ts';
import type { SentSearch } from '../client/rangeService.ts';
import type { Parameters } from '../client/serviceRequests.ts';

/** What a request asks: the parameters of one to the service, or a search of an archive. */
export type Sent = Parameters | SentSearch;

/** The sessions that a query finds, in its order, however many requests they take. */
export interface SessionStream extends AsyncIterable<SessionDocument> {
  /** One iteration, which can be paused and gone on with: breaking out of a loop over it ends it. */
  [Symbol.asyncIterator](): AsyncIterator<SessionDocument>;
  /** Settles when every window was counted. */
  readonly counted: Promise<void>;
  /** Ends the requests that are on their way. */
  interrupt(): void;
  /** How many sessions there are, as far as is known by now. */
  readonly total: Total;
  readonly windows: { readonly answered: number; readonly all: number };
  /** How many requests were sent. */
  readonly requests: number;
  /** The first request, and the newest of the others: a hundred in all. */
  readonly sent: readonly Sent[];
  /** The service does not sort by id: where several sessions stand in one place of the order, pages may repeat one and miss another. */
  readonly tiebreakerRefused: boolean;
  /** How many the service still counted when it gave no more. */
  readonly missing: number;
  /** How many the service had in the end that did not come: rows moved between its pages, or they came meanwhile. */
  readonly moved: number;
  /** Whether any did could not be told. */
  readonly unchecked: boolean;
  /** How many of those that came start outside of the range that was asked for. */
  readonly outside: number;
  /** Whether some came that the filter can't have found. */
  readonly filterUnheeded: boolean;
  /** More sessions start in one second than the service can page through. */
  readonly incomplete: boolean;
}
