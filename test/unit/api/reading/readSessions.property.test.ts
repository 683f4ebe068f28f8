import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ReadRow } from '../../../../src/api/reading/readRow.ts';
import { SessionReader } from '../../../../src/api/reading/readSessions.ts';
import type { SearchRequest } from '../../../../src/domain/query/request.ts';
import type { SessionDocument } from '../../../../src/domain/session/session.ts';
import type { Change, ServiceTraits } from './changingService.ts';
import { ChangingService, inOrder } from './changingService.ts';

const numRuns = Number(process.env.PROPERTY_RUNS ?? 300);
const newest = Date.parse('2026-06-30T00:00:00Z');
const days = 150;
const longest = days * 86_400_000;

/** Three windows. The edges of the windows, and a few crowded seconds, are likely starts. */
const edges = [0, 59, 118, 150].map((day) => day * 86_400_000);
const starts = fc.oneof(
  fc.constantFrom(...edges, 3_600_000, 3_601_000, 3_602_000),
  fc.integer({ min: 0, max: longest / 1000 }).map((seconds) => seconds * 1000),
);
const sessionTraits = fc.record({ ago: starts, fraction: fc.integer({ min: 0, max: 999 }), padding: fc.nat(50) });
type Traits = typeof sessionTraits extends fc.Arbitrary<infer T> ? T : never;

function sessionOf(id: string, { ago, fraction, padding }: Traits): SessionDocument {
  const start = new Date(newest - ago).toISOString().slice(0, 19);
  const session_start_time = `${start}.${String(ago === 0 ? 0 : fraction).padStart(3, '0')}000`;
  return { id, session_start_time, source: 'x'.repeat(padding * 40) } as SessionDocument;
}

const change = fc.oneof(
  fc.record({ kind: fc.constant('comes' as const), traits: sessionTraits }),
  fc.record({ kind: fc.constant('goes' as const), at: fc.nat(1000) }),
  fc.constant(undefined),
);

const scenario = fc.record({
  first: fc.array(sessionTraits, { maxLength: 120 }),
  changes: fc.array(change, { maxLength: 40 }),
  direction: fc.constantFrom('asc' as const, 'desc' as const),
  countsTo: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
  largestPage: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
  refusedSize: fc.option(fc.integer({ min: 20, max: 900 }), { nil: undefined }),
  refusesTiebreaker: fc.boolean(),
  endsExactly: fc.boolean(),
  faults: fc.array(fc.constantFrom('fine' as const, 'unavailable' as const, 'tooMany' as const), { maxLength: 6 }),
  delays: fc.array(fc.nat(3), { maxLength: 60 }),
});
type Scenario = typeof scenario extends fc.Arbitrary<infer T> ? T : never;

const request = (direction: 'asc' | 'desc'): SearchRequest => ({
  range: { from: new Date(newest - longest), to: new Date(newest) },
  sortBy: [{ field: 'session_start_time', direction }],
  pageSize: 10,
  pageNumber: 0,
});

async function read({ first, changes, direction, ...traits }: Scenario, odd: ServiceTraits = {}) {
  const sessions = first.map((one, at) => sessionOf(`first-${at}`, one));
  const told: (Change | undefined)[] = changes.map((one, at) =>
    one?.kind === 'comes' ? { kind: 'comes', session: sessionOf(`later-${at}`, one.traits) } : one,
  );
  const { faults, ...others } = traits;
  const service = new ChangingService(sessions, {
    ...Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined)),
    // The first answers come: nobody waits long for those.
    faults: ['fine', 'fine', 'fine', ...faults],
    changes: told,
    ...odd,
  });
  const reader = new SessionReader({
    request: request(direction),
    client: service,
    whole: true,
    pause: async () => {},
  });
  const inTurn: ReadRow[] = [];
  const late: ReadRow[] = [];
  for await (const { rows, isLate } of reader) (isLate ? late : inTurn).push(...rows);
  const ids = [...inTurn, ...late].map(({ key }) => key);
  const stayed = [...service.sessions.values()].filter(({ id }) => String(id).startsWith('first'));
  return { reader, service, inTurn, late, ids, stayed };
}

describe('reading all sessions of a range', () => {
  it('gives each that was there all the time, once and in order, whatever comes, goes and fails meanwhile', () =>
    fc.assert(
      fc.asyncProperty(scenario, async (one) => {
        const { reader, inTurn, late, ids, stayed } = await read(one);
        assert.equal(new Set(ids).size, ids.length, 'none twice');
        const lost = stayed.filter(({ id }) => !ids.includes(String(id)));
        assert.deepEqual(lost, [], 'none lost');
        const isQuiet = one.changes.every((change) => change?.kind !== 'comes');
        if (isQuiet) assert.deepEqual(reader.missing, [], 'nothing is said to be missing');
        for (const rows of [inTurn]) {
          const sorted = inOrder(
            rows.map(({ members }) => members),
            [
              { field: 'session_start_time', direction: one.direction },
              ...(one.refusesTiebreaker ? [] : [{ field: 'id', direction: 'asc' as const }]),
            ],
          );
          assert.deepEqual(
            rows.map(({ key }) => key),
            sorted.map(({ id }) => id),
            'in order',
          );
        }
        if (one.changes.every((change) => change === undefined)) assert.equal(late.length, 0, 'none late');
      }),
      { numRuns },
    ));

  const somewhere = fc.array(fc.nat(119), { minLength: 1, maxLength: 5 });

  it('says what the service counts and does not give', () =>
    fc.assert(
      fc.asyncProperty(scenario, somewhere, fc.boolean(), async (one, places, repeats) => {
        const chosen = new Set(places.map((at) => `first-${at % Math.max(1, one.first.length)}`));
        const odd = repeats ? { replaced: chosen } : { withheld: chosen };
        const { reader, ids, stayed } = await read(
          { ...one, changes: [], countsTo: undefined, largestPage: undefined },
          odd,
        );
        const lost = stayed.filter(({ id }) => !ids.includes(String(id)));
        assert.equal(new Set(ids).size, ids.length, 'none twice');
        const said = reader.missing.reduce((sum, { count = 0 }) => sum + count, 0);
        assert.ok(lost.every(({ id }) => chosen.has(String(id))));
        assert.equal(said > 0, lost.length > 0, `${lost.length} lost, ${said} said`);
      }),
      { numRuns },
    ));
});
