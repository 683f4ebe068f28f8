import assert from 'node:assert/strict';
import { appendFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import type { Exported } from '../../../../src/api/export/exportSessions.ts';
import { exportSessions } from '../../../../src/api/export/exportSessions.ts';
import type { SearchRequest, SortKey } from '../../../../src/domain/query/request.ts';
import type { SessionDocument } from '../../../../src/domain/session/session.ts';
import { LineFile } from '../../../../src/machine/lineFile.ts';
import { PartialFile } from '../../../../src/machine/partialFile.ts';
import { ChangingService, inOrder } from '../reading/changingService.ts';

const numRuns = Number(process.env.PROPERTY_RUNS ?? 150);
const newest = Date.parse('2026-06-30T00:00:00Z');
const longest = 100 * 86_400_000;

const starts = fc.oneof(
  fc.constantFrom(0, 59 * 86_400_000, 3_600_000, 3_601_000),
  fc.integer({ min: 0, max: longest / 1000 }).map((seconds) => seconds * 1000),
);
const traits = fc.record({
  ago: starts,
  fraction: fc.constantFrom(0, 1, 999),
  name: fc.constantFrom('b', 'A', '😀', undefined),
});
type Traits = typeof traits extends fc.Arbitrary<infer T> ? T : never;

function sessionOf(id: string, { ago, fraction, name }: Traits): SessionDocument {
  const start = new Date(newest - ago).toISOString().slice(0, 19);
  const session_start_time = `${start}.${String(ago === 0 ? 0 : fraction).padStart(3, '0')}000`;
  return { id, session_start_time, agent_information: name === undefined ? {} : { name } } as SessionDocument;
}

const sorts: readonly (readonly SortKey[])[] = [
  [{ field: 'session_start_time', direction: 'desc' }],
  [{ field: 'session_start_time', direction: 'asc' }],
  [
    { field: 'session_start_time', direction: 'desc' },
    { field: 'agent_information.name', direction: 'asc' },
  ],
  [{ field: 'agent_information.name', direction: 'asc' }],
  [
    { field: 'agent_information.name', direction: 'desc' },
    { field: 'session_start_time', direction: 'asc' },
  ],
];

const scenario = fc.record({
  first: fc.array(traits, { maxLength: 100 }),
  changes: fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant('comes' as const), traits }),
      fc.record({ kind: fc.constant('goes' as const), at: fc.nat(1000) }),
      fc.constant(undefined),
    ),
    { maxLength: 30 },
  ),
  faults: fc.array(fc.constantFrom('fine' as const, 'unavailable' as const, 'tooMany' as const, 'refused' as const), {
    maxLength: 12,
  }),
  delays: fc.array(fc.nat(3), { maxLength: 40 }),
  largestPage: fc.integer({ min: 1, max: 60 }),
  endsExactly: fc.boolean(),
  refusesTiebreaker: fc.boolean(),
  sortBy: fc.constantFrom(...sorts),
  format: fc.constantFrom('ndjson' as const, 'json' as const, 'csv' as const),
  masked: fc.boolean(),
  /** What a process that ended in the middle left behind what the journal tells of. */
  leftover: fc.constantFrom('', 'x', '{"id":"half'),
});

const idsIn = {
  ndjson: (text: string): string[] =>
    text
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line).id),
  json: (text: string): string[] => JSON.parse(text).map(({ id }: { id: string }) => id),
  csv: (text: string): string[] =>
    text
      .split('\r\n')
      .slice(1, -1)
      .map((line) => line.split(',')[0] ?? ''),
};

describe('an export of sessions that change, by a service that fails', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'insights-export-'));
  });
  after(() => rm(folder, { recursive: true }));

  it('is gone on with until it holds each session that was there all the time, once and in the query’s order', () =>
    fc.assert(
      fc.asyncProperty(scenario, async ({ first, changes, sortBy, format, masked, leftover, ...traits }) => {
        const service = new ChangingService(
          first.map((one, at) => sessionOf(`first-${at}`, one)),
          {
            ...traits,
            changes: changes.map((one, at) =>
              one?.kind === 'comes' ? { kind: 'comes', session: sessionOf(`later-${at}`, one.traits) } : one,
            ),
          },
        );
        const request: SearchRequest = {
          range: { from: new Date(newest - longest), to: new Date(newest) },
          sortBy,
          pageSize: 10,
          pageNumber: 0,
        };
        const final = join(folder, `all.${format}`);
        const journalPath = join(folder, 'journal');
        const journal = new LineFile(journalPath);
        let { path } = await (async () => {
          const file = await PartialFile.create(final);
          await file.close();
          return file;
        })();
        let exported: Exported;
        for (;;) {
          const file = await PartialFile.open(path);
          const mask = masked ? { mask: (json: string) => json } : {};
          const options = { request, client: service, format, file, journal, whole: true, ...mask };
          exported = await exportSessions({ ...options, pause: async () => {} });
          if (exported.error === undefined) {
            await file.finish(final);
            break;
          }
          await file.close();
          assert.deepEqual(await readdir(folder).then((names) => names.includes(`all.${format}`)), false);
          // What stands is whole as far as it goes.
          assert.equal(idsIn[format](await readFile(path, 'utf8')).length, exported.written);
          await appendFile(path, leftover);
          if (exported.written > 0) await appendFile(journalPath, leftover);
          ({ path } = file);
        }
        const ids = idsIn[format](await readFile(final, 'utf8'));
        await journal.remove();
        await rm(final);
        assert.deepEqual(await readdir(folder), []);
        assert.equal(ids.length, exported.written);
        assert.equal(new Set(ids).size, ids.length, 'none twice');
        const stayed = [...service.sessions.values()].filter(({ id }) => String(id).startsWith('first'));
        const lost = stayed.filter(({ id }) => !ids.includes(String(id)));
        assert.deepEqual(lost, [], 'none lost');
        const kept = new Set(stayed.map(({ id }) => id));
        assert.deepEqual(
          ids.filter((id) => kept.has(id)),
          inOrder(stayed, [...sortBy, { field: 'id', direction: 'asc' }]).map(({ id }) => id),
          'in order',
        );
        if (changes.every((change) => change?.kind !== 'comes'))
          assert.deepEqual([exported.missing, exported.complete], [[], true]);
      }),
      { numRuns },
    ));
});
