import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import { describe, it } from 'node:test';
import type { RangeCursor } from '../../../src/api/client/rangeService.ts';
import { archiveSentence } from '../../../src/words/archiveSentence.ts';
import { answering, failureOf, noHits, readSteadily, request, shardError, withCluster } from './standInCluster.ts';

const ids = ['a', 'b', 'c', 'd'];

interface Asked {
  readonly pit?: { readonly id: string };
  readonly search_after?: readonly string[];
  readonly track_total_hits: boolean;
}

const gone = shardError('search_context_missing_exception', 'No search context found for id [7]');
const lost: Readonly<Record<string, readonly [number, object]>> = {
  'it was too old': [404, gone],
  'its node is gone, as Elasticsearch 8 has it': [
    404,
    {
      error: { type: 'search_context_missing_nodes_exception', reason: 'references nodes that have left the cluster' },
    },
  ],
  'its node is gone': [503, { error: { type: 'search_phase_execution_exception', reason: 'all shards failed' } }],
  'its part is gone': [200, { ...noHits, _shards: { total: 2, failed: 1 } }],
};

/** A cluster of one session a page, whose moments end after so many pages. */
function forgetful(pages: number, [status, body]: readonly [number, object]) {
  let [moments, left] = [0, 0];
  const ended: string[] = [];
  const counted: string[] = [];
  const listener = async (incoming: IncomingMessage, response: import('node:http').ServerResponse): Promise<void> => {
    const { method, url = '' } = incoming;
    let text = '';
    if (url.includes('point_in_time') || url.includes('_search'))
      for await (const chunk of incoming) text += String(chunk);
    const reply = (answer: object, code = 200): void => void response.writeHead(code).end(JSON.stringify(answer));
    if (url.includes('point_in_time') && method === 'DELETE') {
      ended.push(...(JSON.parse(text) as { pit_id: string[] }).pit_id);
      return reply({});
    }
    if (url.includes('point_in_time')) {
      left = pages;
      return reply({ pit_id: `moment ${++moments}`, _shards: { total: 1, failed: 0 } });
    }
    if (!url.includes('_search')) return answering([])(incoming, response);
    const { pit, search_after: [after] = [], track_total_hits: counts } = JSON.parse(text) as Asked;
    if (pit?.id !== `moment ${moments}` || left-- <= 0) return reply(body, status);
    const id = ids[after === undefined ? 0 : ids.indexOf(after) + 1];
    const hits = id === undefined ? [] : [{ _index: 'calls', _id: id, _source: { id }, sort: [id] }];
    if (counts) counted.push(pit.id);
    const total = counts ? { total: { value: ids.length } } : {};
    return reply({ _shards: { total: 1, failed: 0 }, hits: { ...total, hits }, pit_id: pit.id });
  };
  return { listener, ended, counted, moments: () => moments };
}

describe('a moment that a cluster let go of between two pages', () => {
  for (const [why, answer] of Object.entries(lost)) {
    it(`is taken anew, and no session is missed or comes twice: ${why}`, () => {
      const cluster = forgetful(2, answer);
      return withCluster(cluster.listener, async (client) => {
        assert.deepEqual(await readSteadily(client), ids);
        assert.equal(cluster.moments(), 3);
        // What is still held is let go of in the end.
        assert.ok(cluster.ended.includes('moment 3'));
      });
    });
  }

  it('is counted once, for counting goes through all that is found, and each page says it', () => {
    const cluster = forgetful(3, [404, gone]);
    return withCluster(cluster.listener, async ({ ranges }) => {
      const totals: number[] = [];
      let after: RangeCursor | undefined;
      do {
        const page = await ranges.readRange({ request, size: 1, whole: true, names: ['id'], after, isSteady: true });
        totals.push(page.total.count);
        after = page.next;
      } while (after);
      assert.deepEqual(totals, [4, 4, 4, 4, 4]);
      assert.deepEqual(cluster.counted, ['moment 1', 'moment 2']);
    });
  });

  it('and of the next one at once ends the reading, with a sentence', () => {
    const cluster = forgetful(0, [404, gone]);
    return withCluster(cluster.listener, async (client) => {
      const failure = await failureOf(readSteadily(client));
      assert.match(archiveSentence(failure), /ended the search between two pages\. Run the query again/);
      assert.deepEqual(cluster.ended, ['moment 1', 'moment 2']);
    });
  });

  it('is let go of where the first page of it is refused, or was cancelled', async () => {
    const refused = forgetful(0, [400, shardError('parsing_exception', 'so it is')]);
    await withCluster(refused.listener, async (client) => {
      await failureOf(readSteadily(client));
      assert.deepEqual(refused.ended, ['moment 1']);
    });
    const cancelled = forgetful(1, [404, gone]);
    const stopping = new AbortController();
    await withCluster(
      (incoming, response) => {
        if (incoming.url?.includes('_search?') !== true) return void cancelled.listener(incoming, response);
        // Nothing comes.
        stopping.abort();
      },
      async (client) => {
        const question = { request, size: 1, whole: true, names: ['id'], isSteady: true };
        await assert.rejects(client.ranges.readRange(question, stopping.signal), { code: 'cancelled' });
        assert.deepEqual(cancelled.ended, ['moment 1']);
      },
    );
  });
});
