import type { SearchAnswer } from '../../../../src/api/client/answerShapes.ts';
import { Cancelled, RateLimited, Refused, ServerError } from '../../../../src/api/client/insightsErrors.ts';
import type { SearchPage } from '../../../../src/api/client/searchPage.ts';
import { readSearchPage } from '../../../../src/api/client/searchPage.ts';
import type { Parameters } from '../../../../src/api/client/serviceRequests.ts';
import { sortOrder } from '../../../../src/api/search/sortOrder.ts';
import type { SortKey } from '../../../../src/domain/query/request.ts';
import type { SessionDocument } from '../../../../src/domain/session/session.ts';

/** What happens to the sessions behind an answer. */
export type Change =
  | { readonly kind: 'comes'; readonly session: SessionDocument }
  /** The at-th that is there goes. */
  | { readonly kind: 'goes'; readonly at: number };

/** What goes wrong with a request, by the order in which they come. */
export type WireFault = 'unavailable' | 'tooMany' | 'refused' | 'fine';

export interface ServiceTraits {
  /** Of more it says that there are at least so many. */
  readonly countsTo?: number;
  /** What it gives at most on a page, whatever is asked for. */
  readonly largestPage?: number;
  /** It refuses larger ones. */
  readonly refusedSize?: number;
  /** It does not sort by id. */
  readonly refusesTiebreaker?: boolean;
  /** Only what starts exactly at `to_date` is within it, nothing of its second's rest. */
  readonly endsExactly?: boolean;
  /** Sessions that it counts and never gives. */
  readonly withheld?: ReadonlySet<string>;
  /** In answers that hold it another session of the same answer comes twice instead. */
  readonly replaced?: ReadonlySet<string>;
  /** The turns, from 0, at which it gives the answer before once more, whatever is asked for. */
  readonly answersAgain?: ReadonlySet<number>;
  /** The turns, from 0, at which `replaced` counts; all of them where this is not given. */
  readonly replacesAt?: ReadonlySet<number>;
  /** Pages through so many. */
  readonly reaches?: number;
  readonly faults?: readonly WireFault[];
  readonly changes?: readonly (Change | undefined)[];
  /** How long each answer takes, in turns of the event loop: later requests may be answered first. */
  readonly delays?: readonly number[];
}

const excerpt = { status: 503, contentType: '', text: '' };

/** A service in this process, whose sessions change between any two of its answers, and that may be at odds with itself. */
export class ChangingService {
  readonly sessions = new Map<string, SessionDocument>();
  readonly requests: Readonly<Record<string, string>>[] = [];
  readonly #traits: ServiceTraits;
  readonly #faults: WireFault[];
  readonly #changes: (Change | undefined)[];
  readonly #delays: number[];
  #before = '';

  constructor(first: readonly SessionDocument[], traits: ServiceTraits = {}) {
    this.#traits = traits;
    for (const session of first) this.sessions.set(String(session.id), session);
    this.#faults = [...(traits.faults ?? [])];
    this.#changes = [...(traits.changes ?? [])];
    this.#delays = [...(traits.delays ?? [])];
  }

  async searchPage(parameters: Parameters, names: readonly string[], signal?: AbortSignal): Promise<SearchPage> {
    const asked = Object.fromEntries(parameters);
    this.requests.push(asked);
    const fault = this.#faults.shift() ?? 'fine';
    for (let turn = this.#delays.shift() ?? 0; turn > 0; turn--) await new Promise((resolve) => setImmediate(resolve));
    if (signal?.aborted) throw new Cancelled();
    if (fault === 'unavailable') throw new ServerError(excerpt, { retried: true, retryAfterSeconds: undefined });
    if (fault === 'tooMany') throw new RateLimited({ ...excerpt, status: 429 }, undefined);
    if (fault === 'refused') throw new Refused({ ...excerpt, status: 403 }, 'search');
    const turn = this.requests.length - 1;
    const own = JSON.stringify(this.#answer(asked, turn));
    const body = this.#traits.answersAgain?.has(turn) ? this.#before : own;
    this.#before = own;
    this.#change();
    const page = readSearchPage(new TextEncoder().encode(body), names);
    if (!page) throw new Error('no page');
    return page;
  }

  /** The same, read whole. */
  async search(parameters: Parameters, signal?: AbortSignal): Promise<SearchAnswer> {
    const { rows, total, pageSize } = await this.searchPage(parameters, [], signal);
    return { hits: rows.map(({ bytes }) => JSON.parse(new TextDecoder().decode(bytes))), total, pageSize };
  }

  #answer(
    { from_date = '', to_date = '', page_number, page_size, sort_by = '' }: Readonly<Record<string, string>>,
    turn: number,
  ) {
    const { countsTo = Number.POSITIVE_INFINITY, largestPage = 10_000, endsExactly, reaches = 10_000 } = this.#traits;
    const keys = sort_by.split(',').map((key) => key.split(':') as [string, SortKey['direction']]);
    if (this.#traits.refusesTiebreaker && keys.some(([field]) => field === 'id'))
      throw new Refused({ ...excerpt, status: 400, text: 'Fielddata access on the id field is disallowed' }, 'search');
    if (Number(page_size) > (this.#traits.refusedSize ?? Number.POSITIVE_INFINITY))
      throw new Refused({ ...excerpt, status: 400, text: 'page_size is too large' }, 'search');
    const fitting = [...this.sessions.values()].filter(({ session_start_time: time }) => {
      const start = String(time);
      return (
        start.slice(0, 19) >= from_date && (endsExactly ? start <= `${to_date}.000000` : start.slice(0, 19) <= to_date)
      );
    });
    const size = Math.min(Number(page_size), largestPage);
    const end = (Number(page_number) + 1) * size;
    if (end > reaches) throw new Refused({ ...excerpt, status: 400, text: 'too far' }, 'search');
    const sorted = inOrder(
      fitting,
      keys.map(([field, direction]) => ({ field, direction })),
    );
    const count = Math.min(fitting.length, countsTo);
    const total = count < fitting.length ? { value: count, relation: 'gte' } : count;
    return { total, hits: this.#oddly(sorted.slice(end - size, end), turn), page_size, page_number };
  }

  #oddly(hits: readonly SessionDocument[], turn: number): readonly SessionDocument[] {
    const { withheld, replacesAt } = this.#traits;
    const replaced = replacesAt?.has(turn) === false ? undefined : this.#traits.replaced;
    const other = hits.find(({ id }) => !replaced?.has(String(id)));
    return hits
      .filter(({ id }) => !withheld?.has(String(id)))
      .map((session) => (replaced?.has(String(session.id)) && other ? other : session));
  }

  #change(): void {
    const change = this.#changes.shift();
    if (change?.kind === 'comes') this.sessions.set(String(change.session.id), change.session);
    const gone = change?.kind === 'goes' ? [...this.sessions.keys()][change.at % this.sessions.size] : undefined;
    if (gone !== undefined) this.sessions.delete(gone);
  }
}

export function inOrder(sessions: Iterable<SessionDocument>, keys: readonly SortKey[]): SessionDocument[] {
  const order = sortOrder(keys);
  const placed = [...sessions].map((session) => ({ session, places: order.placesOf(session) }));
  return placed.sort((a, b) => order.compare(a.places, b.places)).map(({ session }) => session);
}
