import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Parameters } from '../../../../src/api/client/serviceRequests.ts';
import { Runs } from '../../../../src/api/runs/runs.ts';
import { sortOrder } from '../../../../src/api/search/sortOrder.ts';
import type { SortKey } from '../../../../src/domain/query/request.ts';
import type { SessionDocument } from '../../../../src/domain/session/session.ts';

const numRuns = Number(process.env.PROPERTY_RUNS ?? 300);
const newest = Date.parse('2026-06-30T00:00:00Z');
const longest = 150 * 86_400_000;

const inOrder = (sessions: readonly SessionDocument[], keys: readonly SortKey[]): SessionDocument[] => {
  const order = sortOrder(keys);
  const placed = sessions.map((session) => ({ session, places: order.placesOf(session) }));
  return placed.sort((a, b) => order.compare(a.places, b.places)).map(({ session }) => session);
};

/** A service of which some requests fail: those whose turn in `fails` says so. */
function failingService(sessions: readonly SessionDocument[], fails: readonly boolean[]) {
  const turns = [...fails];
  return {
    async search(parameters: Parameters) {
      const { from_date = '', to_date = '', page_number, page_size, sort_by = '' } = Object.fromEntries(parameters);
      await Promise.resolve();
      if (turns.shift()) throw new Error('on purpose');
      const keys = sort_by.split(',').map((key) => key.split(':') as [string, SortKey['direction']]);
      const fitting = inOrder(
        sessions.filter(({ session_start_time: time }) => {
          const start = String(time).slice(0, 19);
          return start >= from_date.slice(0, 19) && start <= to_date.slice(0, 19);
        }),
        keys.map(([field, direction]) => ({ field, direction })),
      );
      const from = Number(page_number) * Number(page_size);
      const hits = fitting.slice(from, from + Number(page_size));
      return { hits, total: { count: fitting.length, atLeast: false }, pageSize: Number(page_size) };
    },
  };
}

describe('a run that fails on its way', () => {
  it('is gone on with until all rows are there, once each and in order', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ ago: fc.integer({ min: 0, max: longest / 1000 }), duration: fc.nat(3) }), {
          minLength: 1,
          maxLength: 60,
        }),
        fc.array(fc.boolean(), { maxLength: 40 }),
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom<readonly SortKey[]>(
          [{ field: 'session_start_time', direction: 'desc' }],
          [{ field: 'channel_data.duration', direction: 'asc' }],
        ),
        async (traits, fails, pageSize, sortBy) => {
          const sessions = traits.map(({ ago, duration }, at) => {
            const start = new Date(newest - ago * 1000).toISOString().slice(0, 19);
            return { id: `s${at}`, session_start_time: `${start}.000000`, channel_data: { duration } };
          }) as SessionDocument[];
          // The first page of each of the three windows, and what their edges share, are answered.
          const client = failingService(sessions, [...Array.from({ length: 5 }, () => false), ...fails]);
          const range = { from: new Date(newest - longest), to: new Date(newest) };
          const request = { range, sortBy, pageSize, pageNumber: 0 };
          const run = new Runs().start({ queryUri: 'q', queryName: 'Q', connection: 'c', request, client });
          await run.finished;
          while (run.canLoadMore) {
            const before = run.sessions.length;
            await run.loadMore();
            assert.ok(run.state === 'failed' || run.sessions.length > before || !run.hasMore);
          }
          if (run.state === 'failed') return assert.equal(run.sessions.length, 0);
          const expected = inOrder(sessions, [...sortBy, { field: 'id', direction: 'asc' }]);
          assert.deepEqual(
            run.sessions.map(({ id }) => id),
            expected.map(({ id }) => id),
          );
        },
      ),
      { numRuns },
    ));
});
