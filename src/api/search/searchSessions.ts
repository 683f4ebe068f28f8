import { RangeStream } from './rangeStream.ts';
import type { SearchOptions } from './searchOptions.ts';
import type { SessionStream } from './sessionStream.ts';
import { WindowedStream } from './windowedStream.ts';

/** Searches any range: one stream of sessions in the query's order, however many requests it takes. */
export function searchSessions(options: SearchOptions): SessionStream {
  const { ranges } = options.client;
  return ranges ? new RangeStream({ ...options, ranges }) : new WindowedStream(options);
}
