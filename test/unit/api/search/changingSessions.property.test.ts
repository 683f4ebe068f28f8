import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Parameters } from '../../../../src/api/client/serviceRequests.ts';
import { searchSessions } from '../../../../src/api/search/searchSessions.ts';
import { sortOrder } from '../../../../src/api/search/sortOrder.ts';
import type { SearchRequest, SortKey } from '../../../../src/domain/query/request.ts';
import type { SessionDocument } from '../../../../src/domain/session/session.ts';

const numRuns = Number(process.env.PROPERTY_RUNS ?? 300);
const newest = Date.parse('2026-06-30T00:00:00Z');
const longest = 150 * 86_400_000;

/** Three windows, and few enough values that many sessions tie. The edges of the windows are likely starts. */
const edges = [0, 59, 118, 150].map((days) => days * 86_400_000);
const ago = fc.oneof(
  fc.constantFrom(...edges),
  fc.integer({ min: 0, max: longest / 1000 }).map((seconds) => seconds * 1000),
);
const one = {
  ago,
  fraction: fc.integer({ min: 0, max: 999 }),
  duration: fc.option(fc.integer({ min: 0, max: 3 })),
};
const traits = fc.record(one);
type Traits = typeof traits extends fc.Arbitrary<infer T> ? T : never;

/** What happens to the sessions after a request was answered: one comes, the at-th of all goes, or of those that nobody was told of. */
const comes = fc.record({ kind: fc.constant('comes' as const), traits });
/** In a second of its own. */
const comesApart = fc.record({
  kind: fc.constant('comes' as const),
  traits: fc.record({
    ...one,
    ago: fc.integer({ min: 0, max: longest / 2000 - 1 }).map((pairs) => pairs * 2000 + 1000),
  }),
});
const goes = fc.record({ kind: fc.constant('goes' as const), at: fc.nat(50) });
const goesUntold = fc.record({ kind: fc.constant('goesUntold' as const), at: fc.nat(50) });
const nothing = fc.record({ kind: fc.constant('nothing' as const) });
const ahead = fc.oneof(comes, goesUntold, nothing);
const anywhere = fc.oneof(goes, nothing);
type Event = typeof ahead | typeof anywhere extends fc.Arbitrary<infer T> ? T : never;

const byTime: readonly (readonly SortKey[])[] = [
  [{ field: 'session_start_time', direction: 'desc' }],
  [{ field: 'session_start_time', direction: 'asc' }],
];
const sortBy = fc.constantFrom<readonly SortKey[]>(
  ...byTime,
  [{ field: 'channel_data.duration', direction: 'desc' }],
  [
    { field: 'channel_data.duration', direction: 'asc' },
    { field: 'session_start_time', direction: 'desc' },
  ],
);

function onlyOneASecond(events: readonly Event[]): readonly Event[] {
  const taken = new Set<number>();
  return events.filter(
    (event) => event.kind !== 'comes' || (!taken.has(event.traits.ago) && taken.add(event.traits.ago)),
  );
}

function sessionOf(id: string, { ago, fraction, duration }: Traits): SessionDocument {
  const start = new Date(newest - ago).toISOString().slice(0, 19);
  const document = {
    id,
    session_start_time: `${start}.${String(fraction).padStart(3, '0')}000`,
    ...(duration === null ? {} : { channel_data: { duration } }),
  };
  return document as SessionDocument;
}

const inOrder = (sessions: Iterable<SessionDocument>, keys: readonly SortKey[]): SessionDocument[] => {
  const order = sortOrder(keys);
  const placed = [...sessions].map((session) => ({ session, places: order.placesOf(session) }));
  return placed.sort((a, b) => order.compare(a.places, b.places)).map(({ session }) => session);
};

/** A service whose sessions change between any two of its answers. */
class ChangingService {
  readonly sessions = new Map<string, SessionDocument>();
  readonly #told = new Set<string>();
  readonly #events: Event[];
  readonly #countsTo: number;

  /** Of more sessions than it counts to it says that there are at least so many. */
  constructor(first: readonly Traits[], events: readonly Event[], countsTo = Number.POSITIVE_INFINITY) {
    this.#countsTo = countsTo;
    for (const [at, one] of first.entries()) this.sessions.set(`first-${at}`, sessionOf(`first-${at}`, one));
    this.#events = [...events];
  }

  async search(parameters: Parameters) {
    const { from_date = '', to_date = '', page_number, page_size, sort_by = '' } = Object.fromEntries(parameters);
    const keys = sort_by.split(',').map((key) => key.split(':') as [string, SortKey['direction']]);
    const fitting = inOrder(
      [...this.sessions.values()].filter(({ session_start_time: time }) => {
        const start = String(time).slice(0, 19);
        return start >= from_date.slice(0, 19) && start <= to_date.slice(0, 19);
      }),
      keys.map(([field, direction]) => ({ field, direction })),
    );
    const size = Number(page_size);
    const hits = fitting.slice(Number(page_number) * size, (Number(page_number) + 1) * size);
    for (const { id } of hits) this.#told.add(String(id));
    this.#change();
    const count = Math.min(fitting.length, this.#countsTo);
    return { hits, total: { count, atLeast: fitting.length > count }, pageSize: size };
  }

  #change(): void {
    const event = this.#events.shift();
    if (event?.kind === 'comes') {
      const id = `later-${this.#events.length}`;
      this.sessions.set(id, sessionOf(id, event.traits));
    }
    if (event?.kind !== 'goes' && event?.kind !== 'goesUntold') return;
    const first = [...this.sessions.keys()].filter((id) => id.startsWith('first'));
    const some = event.kind === 'goes' ? first : first.filter((id) => !this.#told.has(id));
    const gone = some[event.at % some.length];
    if (gone !== undefined) this.sessions.delete(gone);
  }
}

const reading = {
  first: fc.array(traits, { minLength: 1, maxLength: 60 }),
  sortBy,
  pageSize: fc.integer({ min: 1, max: 20 }),
  concurrency: fc.integer({ min: 1, max: 4 }),
};

async function readAll({
  first,
  events,
  sortBy,
  pageSize,
  concurrency,
  countsTo,
  mayMove = false,
}: {
  readonly first: readonly Traits[];
  readonly events: readonly Event[];
  readonly sortBy: readonly SortKey[];
  readonly pageSize: number;
  readonly concurrency: number;
  readonly countsTo?: number;
  /** What is lost may also be said. */
  readonly mayMove?: boolean;
}): Promise<void> {
  const service = new ChangingService(first, events, countsTo);
  const request: SearchRequest = {
    range: { from: new Date(newest - longest), to: new Date(newest) },
    sortBy,
    pageSize,
    pageNumber: 0,
  };
  const ids: string[] = [];
  const stream = searchSessions({ request, client: service, concurrency });
  for await (const { id } of stream) ids.push(String(id));
  assert.equal(new Set(ids).size, ids.length, 'none is doubled');
  const stayed = [...service.sessions.values()].filter(({ id }) => String(id).startsWith('first'));
  const expected = inOrder(stayed, [...sortBy, { field: 'id', direction: 'asc' }]).map(({ id }) => id);
  if (mayMove && stream.moved + stream.missing > 0) return;
  const kept = new Set<unknown>(expected);
  assert.deepEqual(
    ids.filter((id) => kept.has(id)),
    expected,
    'none is lost',
  );
}

describe('searching sessions that change between the pages', () => {
  const eventsOf = (event: fc.Arbitrary<Event>) => fc.array(event, { maxLength: 60 });

  it('gives no session twice and, in the order of the query, each that was there all the time, whatever comes and whatever goes ahead of the reader', () =>
    fc.assert(fc.asyncProperty(fc.record({ ...reading, events: eventsOf(ahead) }), readAll), { numRuns }));

  it('and whatever is deleted behind the reader', () =>
    fc.assert(fc.asyncProperty(fc.record({ ...reading, events: eventsOf(anywhere) }), readAll), { numRuns }));

  it('and in the order of time whatever comes and goes anywhere, as long as a page holds what starts at once', () => {
    const apart = fc.integer({ min: 0, max: longest / 2000 }).map((pairs) => pairs * 2000);
    const first = fc.uniqueArray(fc.record({ ...one, ago: apart }), { selector: ({ ago }) => ago, maxLength: 60 });
    const pageSize = fc.integer({ min: 2, max: 20 });
    const events = eventsOf(fc.oneof(comesApart, goes, nothing)).map(onlyOneASecond);
    const inTime = fc.constantFrom<readonly SortKey[]>(...byTime);
    const all = fc.record({ ...reading, first, pageSize, sortBy: inTime, events });
    return fc.assert(fc.asyncProperty(all, readAll), { numRuns });
  });

  it('and in any other order says so where it has lost one', () => {
    const events = eventsOf(fc.oneof(comes, goes, nothing));
    const all = fc.record({ ...reading, events, mayMove: fc.constant(true) });
    return fc.assert(fc.asyncProperty(all, readAll), { numRuns });
  });

  it('also where the service does not count them all, in the order of time, as long as a page holds what starts at once', () => {
    const apart = fc.integer({ min: 0, max: longest / 2000 }).map((pairs) => pairs * 2000);
    const first = fc.uniqueArray(fc.record({ ...one, ago: apart }), { selector: ({ ago }) => ago, maxLength: 60 });
    const pageSize = fc.integer({ min: 2, max: 20 });
    const countsTo = fc.integer({ min: 0, max: 10 });
    const inTime = fc.constantFrom<readonly SortKey[]>(...byTime);
    const capped = { ...reading, first, pageSize, countsTo, sortBy: inTime, events: eventsOf(anywhere) };
    return fc.assert(fc.asyncProperty(fc.record(capped), readAll), { numRuns });
  });

  for (const sortBy of byTime) {
    it(`and where there are more than pages reach, ${sortBy[0]?.direction}`, () => {
      const first = Array.from({ length: 12_000 }, (_, at) => ({ ago: at * 60_000, fraction: 0, duration: null }));
      const events = Array.from({ length: 60 }, (_, at) => ({ kind: 'goes' as const, at: at % 50 }));
      return readAll({ first, events, sortBy, pageSize: 500, concurrency: 4, countsTo: 10_000 });
    });
  }
});
