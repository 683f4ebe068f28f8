import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SessionReader } from '../../../../src/api/reading/readSessions.ts';
import type { SessionDocument } from '../../../../src/domain/session/session.ts';
import type { ServiceTraits } from './changingService.ts';
import { ChangingService } from './changingService.ts';

const newest = Date.parse('2026-06-01T12:00:00Z');
const dayLength = 86_400_000;

/** One every so many seconds, the newest first. */
function sessionsEach(seconds: number, count: number): readonly SessionDocument[] {
  return Array.from({ length: count }, (_, at) => ({
    id: `s${at}`,
    session_start_time: new Date(newest - at * seconds * 1000 - 333).toISOString().slice(0, 23),
  })) as SessionDocument[];
}

async function read(sessions: readonly SessionDocument[], traits: ServiceTraits, direction: 'asc' | 'desc' = 'desc') {
  const service = new ChangingService(sessions, traits);
  const reader = new SessionReader({
    request: {
      range: { from: new Date(newest - 117 * dayLength), to: new Date(newest) },
      sortBy: [{ field: 'session_start_time', direction }],
      pageSize: 50,
      pageNumber: 0,
    },
    client: service,
    whole: true,
    pause: async () => {},
  });
  const ids = new Set<unknown>();
  for await (const { rows } of reader) for (const { key } of rows) ids.add(key);
  const missing = reader.missing.reduce((sum, { count = 0 }) => sum + count, 0);
  return { ids, missing, requests: service.requests.length };
}

describe('answers that are at odds with what is asked', () => {
  it('that hold back everything they count are not asked for each second', async () => {
    const sessions = sessionsEach(3600, 2000);
    const { ids, missing, requests } = await read(sessions, {
      withheld: new Set(sessions.map(({ id }) => String(id))),
    });
    assert.deepEqual([ids.size, missing], [0, 2000]);
    assert.ok(requests < 5000, `${requests} requests`);
  });

  it('that belong to another question are seen by their times, and asked for again', async () => {
    const sessions = sessionsEach(2 * 3600, 80);
    // The older window is empty, and gets the sessions of the newer one.
    const { ids, missing } = await read([...sessions.slice(0, 40), ...sessionsAgo(100 * dayLength, 40)], {
      answersAgain: new Set([1]),
    });
    assert.deepEqual([ids.size, missing], [80, 0]);
  });

  it('that have one session twice are not made good by another that went meanwhile', async () => {
    const sessions = sessionsEach(3600, 40);
    const { ids } = await read(sessions, {
      replaced: new Set(['s7']),
      replacesAt: new Set([0]),
      changes: [{ kind: 'goes', at: 20 }],
    });
    assert.ok(ids.has('s7'));
  });

  it('that lack a session of the second in which two windows meet take none for missing that the other window gives', async () => {
    const edge = newest - 59 * dayLength;
    const sessions = [edge, edge + 1, edge - 2 * dayLength, edge - 3 * dayLength].map((time, at) => ({
      id: `s${at}`,
      session_start_time: new Date(time).toISOString().slice(0, 23),
    })) as SessionDocument[];
    for (const direction of ['asc', 'desc'] as const) {
      const { ids, missing } = await read(sessions, { replaced: new Set(['s0']), endsExactly: true }, direction);
      assert.deepEqual([ids.size, missing], [4, 0], direction);
    }
  });
});

function sessionsAgo(ms: number, count: number): readonly SessionDocument[] {
  return Array.from({ length: count }, (_, at) => ({
    id: `old-${at}`,
    session_start_time: new Date(newest - ms - at * 60_000).toISOString().slice(0, 23),
  })) as SessionDocument[];
}
