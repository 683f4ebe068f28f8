import type { SearchRequest } from '../../domain/query/request.ts';
import { searchParameters } from '../../domain/query/request.ts';
import type { DateRange } from '../../domain/time/dates.ts';
import type { SearchAnswer } from '../client/answerShapes.ts';
import { mayRefuseTiebreaker } from '../client/mayRefuseTiebreaker.ts';
import type { Parameters } from '../client/serviceRequests.ts';
import { completedRequest } from './completedRequest.ts';
import type { Interruptible } from './interruptible.ts';
import { refuseEnded } from './interruptible.ts';
import { Limiter } from './limiter.ts';
import type { SearchOptions } from './searchOptions.ts';
import { SentRequests } from './sentRequests.ts';

const defaultConcurrency = 8;

/** Asks the service for pages of windows, so many at a time; without our tiebreaker where it refuses that. */
export class WindowQuestions {
  /** As it is sent. */
  readonly request: SearchRequest;
  readonly sent = new SentRequests<Parameters>();
  readonly #options: SearchOptions;
  readonly #limiter: Limiter;
  readonly #requests: Interruptible;
  #tiebreakerRefused = false;

  constructor(options: SearchOptions, requests: Interruptible) {
    this.#options = options;
    this.#requests = requests;
    this.request = completedRequest(options.request);
    this.#limiter = new Limiter(options.concurrency ?? defaultConcurrency);
  }

  get tiebreakerRefused(): boolean {
    return this.#tiebreakerRefused;
  }

  page(window: DateRange, page: number, size = this.request.pageSize): Promise<SearchAnswer> {
    // Its own from the beginning: what waits in line when the others are interrupted is interrupted with them.
    const { signal } = this.#requests;
    const asWanted = this.#options.request.sortBy;
    return this.#limiter.run(async () => {
      refuseEnded(signal);
      const send = (sortBy: SearchRequest['sortBy']): Promise<SearchAnswer> =>
        this.#send(searchParameters({ ...this.request, sortBy, pageSize: size }, window, page), signal);
      if (this.#tiebreakerRefused) return send(asWanted);
      try {
        return await send(this.request.sortBy);
      } catch (error) {
        if (this.request.sortBy === asWanted || !mayRefuseTiebreaker(error)) throw error;
        const answer = await send(asWanted).catch(() => {
          // It was not the tiebreaker: what was said of the request as it is meant stands.
          throw error;
        });
        this.#tiebreakerRefused = true;
        return answer;
      }
    });
  }

  #send(parameters: Parameters, signal: AbortSignal): Promise<SearchAnswer> {
    this.sent.add(parameters);
    return this.#options.client.search(parameters, signal);
  }
}
