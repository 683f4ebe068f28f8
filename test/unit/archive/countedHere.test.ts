import assert from 'node:assert/strict';
import type { RequestListener } from 'node:http';
import { describe, it } from 'node:test';
import { answering, noHits, request, withCluster } from './standInCluster.ts';

const now = new Date('2026-06-01T00:00:00Z');
const statuses = ['failed', 'ended', 'failed'];
const hits = statuses.map((status, at) => ({
  _index: 'calls',
  _id: `s${at}`,
  _source: { id: `s${at}`, status },
  sort: [at],
}));

interface Search {
  readonly aggs?: object;
  readonly pit?: object;
}

/** A cluster whose counts leave some values out. */
function estimating(ended: string[]): RequestListener {
  return async (incoming, response) => {
    const { method, url = '' } = incoming;
    const isEnd = url.includes('point_in_time') && method === 'DELETE';
    if (!isEnd && !url.endsWith('_search') && !url.includes('_search?')) return answering([])(incoming, response);
    let text = '';
    for await (const chunk of incoming) text += String(chunk);
    if (isEnd) {
      ended.push(...(JSON.parse(text) as { pit_id: string[] }).pit_id);
      return void response.end('{}');
    }
    const { aggs, pit } = JSON.parse(text) as Search;
    const counted = { ...noHits, aggregations: { all: { buckets: [], sum_other_doc_count: 3 } } };
    const page = { ...noHits, hits: { total: { value: 3 }, hits } };
    response.end(JSON.stringify(aggs ? counted : pit ? page : noHits));
  };
}

const aggs = { all: { terms: { field: 'status' } } };

describe('what a cluster does not count exactly', () => {
  it('is counted here, session by session, with word of how far it is', () => {
    const [told, ended]: [number[], string[]] = [[], []];
    return withCluster(estimating(ended), async ({ ranges }) => {
      const { result, total } = await ranges.aggregate({ request, aggs, now, onProgress: (read) => told.push(read) });
      assert.deepEqual((result.all as { buckets: unknown }).buckets, [
        { key: 'failed', doc_count: 2 },
        { key: 'ended', doc_count: 1 },
      ]);
      assert.deepEqual([total, told, ended], [3, [3], ['a moment']]);
    });
  });

  it('is left out of counts that read no session', () =>
    withCluster(estimating([]), async ({ ranges }) => {
      const found = await ranges.count({ request, aggs: { ...aggs, ids: { value_count: { field: 'id' } } }, now });
      assert.deepEqual(found && Object.keys(found.result).includes('all'), false);
    }));

  it('lets go of the moment of a page when that is told', () => {
    const ended: string[] = [];
    return withCluster(estimating(ended), async ({ ranges }) => {
      await ranges.endRange({ place: 'on' });
      assert.deepEqual(ended, []);
      const { next } = await ranges.readRange({ request, size: 3, whole: true, names: ['id'], isSteady: true });
      assert.ok(next?.moment);
      await ranges.endRange(next);
      assert.deepEqual(ended, ['a moment']);
    });
  });
});
