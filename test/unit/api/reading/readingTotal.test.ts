import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SessionReader } from '../../../../src/api/reading/readSessions.ts';
import type { SessionDocument } from '../../../../src/domain/session/session.ts';
import { ChangingService } from './changingService.ts';

const count = 3_000;
const newest = Date.parse('2026-06-01T12:00:00.500Z');
/** Many in the last days, few in the months before. */
const sessions = Array.from({ length: count }, (_, at) => ({
  id: `s${at}`,
  session_start_time: new Date(newest - Math.floor((at / count) ** 3 * 100 * 86_400) * 1000 - 333)
    .toISOString()
    .slice(0, 23),
})) as SessionDocument[];
const request = {
  range: { from: new Date(newest - 101 * 86_400_000), to: new Date(newest) },
  sortBy: [{ field: 'session_start_time', direction: 'desc' as const }],
  pageSize: 50,
  pageNumber: 0,
};

describe('what is left of a reading', () => {
  it('is what the service counted, however the range was cut', async () => {
    const reader = new SessionReader({
      request,
      client: new ChangingService(sessions, { largestPage: 200 }),
      whole: true,
    });
    for await (const _batch of reader) {
      const { count: total, atLeast } = reader.total;
      assert.ok(Number.isInteger(total));
      // A second that two parts share is counted in both of them.
      if (!atLeast) assert.ok(Math.abs(total - count) <= 5, `${total}`);
    }
    assert.deepEqual(reader.total, { count, atLeast: false });
  });

  it('is a whole number also where the service refuses to go on', async () => {
    const faults = ['fine', 'fine', 'fine', ...Array.from({ length: 100 }, () => 'refused' as const)] as const;
    const reader = new SessionReader({ request, client: new ChangingService(sessions, { faults }), whole: true });
    await assert.rejects(async () => {
      for await (const _batch of reader);
    });
    assert.ok(Math.abs(reader.total.count - count) <= 5, `${reader.total.count}`);
    assert.ok(Number.isInteger(reader.total.count));
  });
});
