import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RangeService } from '../../../../src/api/client/rangeService.ts';
import { readSearchPage } from '../../../../src/api/client/searchPage.ts';
import { aggregateSessions } from '../../../../src/api/reading/aggregateSessions.ts';
import type { CollectOptions, CollectProgress } from '../../../../src/api/reading/collectSessions.ts';
import { IncompleteAnswer } from '../../../../src/api/reading/incompleteAnswer.ts';
import { toSearchRequest } from '../../../../src/domain/query/request.ts';

const now = new Date('2026-06-01T12:00:00Z');
const request = toSearchRequest(
  {
    from_date: '2026-06-01T10:00:00',
    to_date: '2026-06-01T11:00:00',
    refine: { filter: [{ term: { status: 'failed' } }] },
  },
  now,
);
const hits = ['failed', 'ended', 'failed'].map((status, at) => ({
  id: `s${at}`,
  session_start_time: `2026-06-01T10:0${at}:00`,
  status,
}));
const aggs = { statuses: { terms: { field: 'status' } } };

/** A service that counts so many sessions of the first second more than it gives. */
function serviceThatWithholds(count: number): CollectOptions['client'] {
  return {
    searchPage: async (parameters, names) => {
      const asked = Object.fromEntries(parameters);
      const isIn = ({ session_start_time: start }: { readonly session_start_time: string }): boolean =>
        start >= String(asked.from_date).slice(0, 19) && start <= String(asked.to_date).slice(0, 19);
      const found = hits.filter(isIn);
      const total = found.length + (hits.slice(0, 1).some(isIn) ? count : 0);
      const page = readSearchPage(
        Buffer.from(JSON.stringify({ total, hits: asked.page_number === '0' ? found : [] })),
        names,
      );
      if (!page) throw new Error('no page');
      return page;
    },
  };
}

describe('aggregating the sessions of a range', () => {
  it('counts those that the refinement keeps', async () => {
    const { result, total } = await aggregateSessions({ client: serviceThatWithholds(0), request, aggs, now });
    assert.equal(total, 2);
    assert.deepEqual((result.statuses as { buckets: unknown }).buckets, [{ key: 'failed', doc_count: 2 }]);
  });

  it('fails when the service gives less than it counts', async () => {
    await assert.rejects(
      aggregateSessions({ client: serviceThatWithholds(2), request, aggs, now }),
      (error) => error instanceof IncompleteAnswer && error.count === 2 && error.message.includes('counts 2 sessions'),
    );
  });

  it('leaves it to a service that does it, and tells how far that is', async () => {
    const told: CollectProgress[] = [];
    const answer = { result: { all: { value: 1 } }, total: 9 };
    const counting: Pick<RangeService, 'aggregate'> = {
      aggregate: async (question) => {
        assert.deepEqual([question.request, question.aggs, question.now], [request, aggs, now]);
        question.onProgress?.(4, { count: 9, atLeast: true });
        return answer;
      },
    };
    const client = { ...serviceThatWithholds(0), ranges: counting as RangeService };
    const found = await aggregateSessions({ client, request, aggs, now, onProgress: (one) => told.push(one) });
    assert.equal(found, answer);
    assert.deepEqual(told, [{ read: 4, kept: 4, total: { count: 9, atLeast: true } }]);
    assert.equal(await aggregateSessions({ client, request, aggs, now }), answer);
  });
});
