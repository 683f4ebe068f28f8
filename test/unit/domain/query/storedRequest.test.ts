import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toSearchRequest } from '../../../../src/domain/query/request.ts';
import type { StoredRequest } from '../../../../src/domain/query/storedRequest.ts';
import { restoredRequest, storedRequest } from '../../../../src/domain/query/storedRequest.ts';

const now = new Date('2026-06-01T12:00:00Z');
const kept = (query: object): ReturnType<typeof restoredRequest> =>
  restoredRequest(JSON.parse(JSON.stringify(storedRequest(toSearchRequest(query, now)))) as StoredRequest);

describe('a request that was stored', () => {
  it('comes back as it was', () => {
    const query = { from_date: 'now-2d', to_date: 'now', project_fields: ['source'], page_size: 7, aggs: { all: {} } };
    assert.deepEqual(kept(query), toSearchRequest(query, now));
  });

  it('keeps what it refines by, with its dates as they were', () => {
    const { refinement } = kept({ refine: { filter: [{ range: { session_start_time: { gte: 'now-1h' } } }] } });
    const startedAt = (time: string): boolean | undefined => refinement?.keeps({ session_start_time: time });
    assert.deepEqual([startedAt('2026-06-01T11:30:00'), startedAt('2026-06-01T10:30:00')], [true, false]);
  });
});
