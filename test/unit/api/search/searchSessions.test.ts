import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Parameters } from '../../../../src/api/client/serviceRequests.ts';
import { searchSessions } from '../../../../src/api/search/searchSessions.ts';
import { sortOrder } from '../../../../src/api/search/sortOrder.ts';
import type { SearchRequest, SortKey } from '../../../../src/domain/query/request.ts';
import type { SessionDocument } from '../../../../src/domain/session/session.ts';
import { ChangingService } from '../reading/changingService.ts';
import { withEmulator } from './emulated.ts';

const day = 86_400_000;
const newest = Date.parse('2026-06-30T00:00:00Z');

/** Sessions with ties, missing values and numbers as text, spread over so many days. */
function sessionsOver(days: number, count: number, seed: number): SessionDocument[] {
  let state = seed;
  const random = (below: number): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
  return Array.from({ length: count }, (_, at) => {
    const start = newest - random(days * 24) * 3_600_000 - (random(4) === 0 ? 0 : random(3_600_000));
    const document = {
      id: `s${String((at * 7919) % count).padStart(6, '0')}`,
      session_start_time: `${new Date(start).toISOString().slice(0, 23)}000`,
      source: String(447000000000 + random(20)),
      agent_information: random(5) === 0 ? {} : { name: ['b', 'A', 'Ä', 'a', '😀', '\uFF5E'][random(6)] },
      channel_data: random(3) === 0 ? {} : { duration: random(2) ? random(50) : String(random(50)) },
      tags_list: Array.from({ length: random(3) }, () => ({ tag: 'xyz'.charAt(random(3)), count: random(5) })),
    };
    return document as SessionDocument;
  });
}

const sorts: Record<string, readonly SortKey[]> = {
  newest: [{ field: 'session_start_time', direction: 'desc' }],
  oldest: [{ field: 'session_start_time', direction: 'asc' }],
  longest: [{ field: 'channel_data.duration', direction: 'desc' }],
  several: [
    { field: 'agent_information.name', direction: 'asc' },
    { field: 'channel_data.duration', direction: 'desc' },
    { field: 'session_start_time', direction: 'asc' },
  ],
  lists: [
    { field: 'tags_list.tag', direction: 'desc' },
    { field: 'tags_list.count', direction: 'asc' },
  ],
};

/** What anybody would write: all of them, sorted. */
function plainly(
  sessions: readonly SessionDocument[],
  { range, sortBy, pageNumber }: SearchRequest,
  pageSize: number,
): unknown[] {
  const order = sortOrder([...sortBy, { field: 'id', direction: 'asc' }]);
  return sessions
    .filter(({ session_start_time: time }) => {
      const at = Date.parse(`${String(time).slice(0, 19)}Z`);
      return at >= range.from.getTime() && at <= range.to.getTime();
    })
    .map((session) => ({ id: session.id, places: order.placesOf(session) }))
    .sort((a, b) => order.compare(a.places, b.places))
    .slice(pageNumber * pageSize)
    .map(({ id }) => id);
}

async function idsOf(stream: AsyncIterable<SessionDocument>): Promise<unknown[]> {
  const ids: unknown[] = [];
  for await (const { id } of stream) ids.push(id);
  return ids;
}

const requestOf = (days: number, sort: string, page: { size: number; number?: number }): SearchRequest => ({
  range: { from: new Date(newest - days * day), to: new Date(newest) },
  sortBy: sorts[sort] ?? [],
  pageSize: page.size,
  pageNumber: page.number ?? 0,
  projectFields: ['source'],
});

describe('searching', () => {
  for (const [days, count] of [
    [30, 400],
    [60, 300],
    [366, 900],
  ] as const) {
    const sessions = sessionsOver(days, count, days);
    for (const sort of Object.keys(sorts)) {
      for (const page of [{ size: 7 }, { size: 50, number: 2 }, { size: 1000 }]) {
        it(`${days} days, ${sort} first, pages of ${page.size}`, () =>
          withEmulator({ sessions }, async ({ client }) => {
            const request = requestOf(days, sort, page);
            const stream = searchSessions({ request, client });
            await stream.counted;
            const expected = plainly(sessions, request, page.size);
            const skipped = page.size * request.pageNumber;
            assert.deepEqual(stream.total, {
              count: Math.max(expected.length + skipped, stream.total.count),
              atLeast: false,
            });
            assert.equal(stream.total.count, plainly(sessions, { ...request, pageNumber: 0 }, 1).length);
            assert.deepEqual(await idsOf(stream), expected);
          }));
      }
    }
  }

  for (const sort of Object.keys(sorts)) {
    it(`reaches all of 25,000 in one window, ${sort} first`, () => {
      const sessions = sessionsOver(20, 25_000, 3);
      return withEmulator({ sessions, faults: { rules: [{ fault: { kind: 'cappedTotal' } }] } }, async ({ client }) => {
        const request = requestOf(20, sort, { size: 2000 });
        const stream = searchSessions({ request, client });
        const expected = plainly(sessions, request, 2000);
        await stream.counted;
        assert.deepEqual(stream.total, { count: 10_000, atLeast: true });
        const ids = await idsOf(stream);
        assert.equal(new Set(ids).size, expected.length);
        if (sorts[sort]?.[0]?.field === 'session_start_time') assert.deepEqual(ids, expected);
        assert.deepEqual(stream.total, { count: expected.length, atLeast: false });
      });
    });
  }

  it('the first rows come before the last window has answered', async () => {
    const request = requestOf(366, 'newest', { size: 5 });
    const client = {
      search: async (parameters: readonly (readonly [string, string])[]) => {
        const to = Object.fromEntries(parameters).to_date ?? '';
        if (!to.startsWith('2026-06-30')) await new Promise(() => {});
        const hits = Array.from({ length: 5 }, (_, at) => ({ id: `${at}`, session_start_time: `${to}.000000` }));
        return { hits: hits as SessionDocument[], total: { count: 5, atLeast: false }, pageSize: 5 };
      },
    };
    const rows = searchSessions({ request, client })[Symbol.asyncIterator]();
    assert.equal((await rows.next()).value?.id, '0');
  });

  for (const resumable of [false, true]) {
    it(`ends when a loop over it is left${resumable ? ', also where a failure ends nothing' : ''}`, async () => {
      const signals: (AbortSignal | undefined)[] = [];
      const client = {
        search: async (_parameters: unknown, signal?: AbortSignal) => {
          signals.push(signal);
          const hits = [{ id: String(signals.length), session_start_time: '2026-06-29T00:00:00.000000' }];
          return { hits: hits as SessionDocument[], total: { count: 2, atLeast: false }, pageSize: 1 };
        },
      };
      const stream = searchSessions({ request: requestOf(30, 'newest', { size: 1 }), client, resumable });
      for await (const _row of stream) break;
      assert.deepEqual(
        signals.map((signal) => signal?.aborted),
        [true],
      );
      assert.deepEqual(await idsOf(stream), []);
    });
  }

  it('that has failed and could be gone on with ends when nobody wants the next row', async () => {
    let asked = 0;
    const client = {
      search: async () => {
        if (++asked > 1) throw new Error('on purpose');
        const hits = [{ id: '1', session_start_time: '2026-06-29T00:00:00.000000' }] as SessionDocument[];
        return { hits, total: { count: 2, atLeast: false }, pageSize: 1 };
      },
    };
    const stream = searchSessions({ request: requestOf(30, 'newest', { size: 1 }), client, resumable: true });
    const rows = stream[Symbol.asyncIterator]();
    await rows.next();
    await assert.rejects(rows.next(), /on purpose/);
    await rows.return?.();
    assert.deepEqual([await rows.next(), asked], [{ done: true, value: undefined }, 2]);
  });

  it('asks a service that does not sort by id without it, and says so', async () => {
    const sessions = sessionsOver(20, 30, 5);
    const service = new ChangingService(sessions, { refusesTiebreaker: true });
    const stream = searchSessions({ request: requestOf(30, 'longest', { size: 7 }), client: service });
    assert.equal((await idsOf(stream)).length, 30);
    assert.equal(stream.tiebreakerRefused, true);
  });

  it('says how many are counted and not given', async () => {
    const sessions = sessionsOver(20, 30, 5);
    const service = new ChangingService(sessions, { withheld: new Set(['s000003', 's000004']) });
    const stream = searchSessions({ request: requestOf(30, 'newest', { size: 7 }), client: service });
    const ids = await idsOf(stream);
    assert.deepEqual([ids.length, stream.missing, stream.total], [28, 2, { count: 30, atLeast: false }]);
  });

  it('says it also to whoever goes on after that count failed', async () => {
    const service = new ChangingService(sessionsOver(20, 30, 5), { withheld: new Set(['s000003', 's000004']) });
    let failures = 1;
    const client = {
      search: async (parameters: Parameters) => {
        const isCount = Object.fromEntries(parameters).page_size === '1';
        if (isCount && failures-- > 0) throw new Error('on purpose');
        return service.search(parameters);
      },
    };
    const stream = searchSessions({ request: requestOf(30, 'newest', { size: 7 }), client, resumable: true });
    await assert.rejects(
      idsOf({ [Symbol.asyncIterator]: () => ({ next: () => stream[Symbol.asyncIterator]().next() }) }),
    );
    await idsOf(stream);
    assert.deepEqual([stream.missing, stream.total], [2, { count: 30, atLeast: false }]);
  });

  it('keeps what the first request was, and the newest of the others', async () => {
    let asked = 0;
    const client = {
      search: async (parameters: Parameters) => {
        // All at once are asked for in the end.
        const size = Number(Object.fromEntries(parameters).page_size);
        const ids = size === 1 ? [++asked] : Array.from({ length: 150 }, (_, at) => at + 1);
        const hits = ids.map((id) => ({ id: String(id), session_start_time: '2026-06-29T00:00:00.000000' }));
        return { hits: hits as SessionDocument[], total: { count: 150, atLeast: false }, pageSize: size };
      },
    };
    const stream = searchSessions({ request: requestOf(30, 'longest', { size: 1 }), client });
    assert.equal((await idsOf(stream)).length, 150);
    const pages = stream.sent.map((sent) => 'body' in sent || Number(Object.fromEntries(sent).page_number));
    assert.deepEqual([stream.requests, pages.length, pages[0], pages[1], pages.at(-2)], [151, 100, 0, 52, 149]);
  });
});
