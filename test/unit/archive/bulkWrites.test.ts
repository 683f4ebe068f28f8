import assert from 'node:assert/strict';
import type { IncomingMessage, RequestListener } from 'node:http';
import { describe, it } from 'node:test';
import { clusterExchange } from '../../../src/api/client/clusterExchange.ts';
import { createDispatcher } from '../../../src/api/client/dispatcher.ts';
import { archiveSentence } from '../../../src/words/archiveSentence.ts';
import { quick } from '../api/search/emulated.ts';
import { answering, failureOf, noHits, session, withCluster, write } from './standInCluster.ts';

describe('documents that are written together', () => {
  it('a request that is too large is sent in halves, and one session that is too large is refused with the reason', async () => {
    const sessions = Array.from({ length: 8 }, (_, at) => ({
      id: `s${at}`,
      session_start_time: '2026-05-01T10:00:00',
      text: 'x'.repeat(at === 3 ? 5000 : 10),
    }));
    const taken: string[] = [];
    const listener: RequestListener = (incoming, response) => {
      if (!incoming.url?.startsWith('/_bulk')) return answering([])(incoming, response);
      let body = '';
      incoming
        .on('data', (chunk) => (body += chunk))
        .on('end', () => {
          const tooLarge = body.length > 600;
          const ids = [...body.matchAll(/"_id":"(\w+)"/gu)].map(([, id = '']) => id);
          if (!tooLarge) taken.push(...ids);
          response
            .writeHead(tooLarge ? 413 : 200)
            .end(tooLarge ? '' : JSON.stringify({ items: ids.map(() => ({ index: { status: 201 } })) }));
        });
    };
    await withCluster(listener, async (client) => {
      const { written, refused, documents, error: failure } = await write(client, sessions);
      assert.equal(failure, undefined);
      assert.deepEqual([written, refused], [7, 1]);
      assert.deepEqual(taken.sort(), ['s0', 's1', 's2', 's4', 's5', 's6', 's7']);
      assert.equal(documents[0]?.session.id, 's3');
      assert.match(documents[0]?.reason ?? '', /413: larger than the cluster accepts/);
    });
  });

  it('what the cluster is too busy for is sent again, and nothing else', async () => {
    const sent: string[][] = [];
    const listener: RequestListener = (incoming, response) => {
      if (!incoming.url?.startsWith('/_bulk')) return answering([])(incoming, response);
      let body = '';
      incoming
        .on('data', (chunk) => (body += chunk))
        .on('end', () => {
          const ids = [...body.matchAll(/"_id":"(\w+)"/gu)].map(([, id = '']) => id);
          sent.push(ids);
          const busy = { status: 429, error: { type: 'rejected_execution_exception', reason: 'full' } };
          const bad = { status: 400, error: { type: 'mapper_parsing_exception', reason: 'odd' } };
          const items = ids.map((id) => ({
            index: id === 'b' && sent.length === 1 ? busy : id === 'c' ? bad : { status: 201 },
          }));
          response.end(JSON.stringify({ errors: true, items }));
        });
    };
    const start = { session_start_time: '2026-05-01T10:00:00' };
    await withCluster(listener, async (client) => {
      const { written, documents, complete } = await write(
        client,
        ['a', 'b', 'c'].map((id) => ({ id, ...start })),
      );
      assert.deepEqual(sent, [['a', 'b', 'c'], ['b']]);
      assert.equal(written, 2);
      assert.equal(complete, false);
      assert.deepEqual(
        documents.map(({ session, reason }) => [session.id, reason]),
        [['c', 'mapper_parsing_exception: odd']],
      );
    });
  });

  it('a cluster that turns all away says how long to wait, and that is waited', async () => {
    const waits: number[] = [];
    const listener = bulks((ids, request) =>
      request <= 2 ? { status: 429, headers: { 'retry-after': '7' } } : { items: ids.map(() => taken) },
    );
    await withCluster(listener, async (client) => {
      const { written, complete } = await write(client, [session], (ms) => waits.push(ms));
      assert.deepEqual([written, complete, waits], [1, true, [7000, 7000]]);
    });
  });

  it('a cluster that does not say it is asked again after growing pauses, two minutes long', async () => {
    const waits: number[] = [];
    await withCluster(
      bulks(() => ({ status: 429 })),
      async (client) => {
        const failure = await failureOf(write(client, [session], (ms) => waits.push(ms)));
        assert.match(archiveSentence(failure), /too busy\. Try again later/);
        assert.deepEqual(waits, [500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
      },
    );
  });

  it('a cluster that wants an hour is not waited for, and the hour is told', async () => {
    const waits: number[] = [];
    await withCluster(
      bulks(() => ({ status: 503, headers: { 'retry-after': '3600' } })),
      async (client) => {
        const failure = await failureOf(write(client, [session], (ms) => waits.push(ms)));
        assert.deepEqual([waits, failure.retryAfterSeconds], [[], 3600]);
      },
    );
  });

  it('a cluster that does not answer once is asked once more, and says itself what it waits for', async () => {
    for (const silent of [1, 2]) {
      const dispatcher = createDispatcher(quick);
      const asked: string[] = [];
      const answer = bulks((ids) => ({ items: ids.map(() => taken) }));
      const listener: RequestListener = (incoming, response) => {
        const isBulk = incoming.url?.startsWith('/_bulk');
        if (isBulk) asked.push(new URL(incoming.url ?? '', 'http://cluster').search);
        if (!isBulk || asked.length > silent) answer(incoming, response);
      };
      const { exchange } = clusterExchange({ dispatcher, timeoutMs: 2_000, secret: '' });
      await withCluster(
        listener,
        async (client) => {
          const { written, error } = await write(client, [session]);
          assert.deepEqual(
            [written, (error as { code?: string } | undefined)?.code],
            silent === 1 ? [1, undefined] : [0, 'timedOut'],
          );
          assert.deepEqual(asked, ['?timeout=10s', '?timeout=10s']);
        },
        { exchange },
      );
      await dispatcher.destroy();
    }
  });

  it('a document that the answer does not tell of is sent again', async () => {
    const sent: (readonly string[])[] = [];
    const listener = bulks((ids, request) => {
      sent.push(ids);
      return { items: ids.map(() => taken).slice(0, request === 1 ? 1 : undefined) };
    });
    await withCluster(listener, async (client) => {
      const { written, complete } = await write(
        client,
        ['a', 'b', 'c'].map((id) => ({ ...session, id })),
      );
      assert.deepEqual(
        [written, complete, sent],
        [
          3,
          true,
          [
            ['a', 'b', 'c'],
            ['b', 'c'],
          ],
        ],
      );
    });
  });

  it('some taken, some refused and some turned away in one answer each go their way', async () => {
    const items: Readonly<Record<string, object>> = {
      taken,
      again: { index: { status: 503, error: { type: 'unavailable_shards_exception', reason: 'not active' } } },
      busy: { index: { status: 429, error: { type: 'es_rejected_execution_exception', reason: 'queue' } } },
      odd: { index: { status: 400, error: { type: 'document_parsing_exception', reason: 'odd' } } },
      large: { index: { status: 413, error: { type: 'illegal_argument_exception', reason: 'too large' } } },
    };
    const listener = bulks((ids, request) => ({
      items: ids.map((id) => (request === 1 || id === 'odd' ? (items[id] ?? taken) : taken)),
    }));
    await withCluster(listener, async (client) => {
      const archived = await write(
        client,
        Object.keys(items).map((id) => ({ ...session, id })),
      );
      assert.deepEqual([archived.written, archived.refused, archived.error], [3, 2, undefined]);
      assert.deepEqual(
        archived.documents.map(({ session: refused, reason }) => [refused.id, reason]),
        [
          ['odd', 'document_parsing_exception: odd'],
          ['large', 'illegal_argument_exception: too large'],
        ],
      );
    });
  });
});

const taken = { index: { status: 201 } };

interface BulkAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly items?: readonly object[];
}

/** A cluster that answers what is written like this; requests count from 1. */
function bulks(answer: (ids: readonly string[], request: number) => BulkAnswer): RequestListener {
  let requests = 0;
  const ids = new Set<string>();
  return async (incoming, response) => {
    if (!incoming.url?.startsWith('/_bulk'))
      return answering([[/_search$/u, 200, counting(ids.size)]])(incoming, response);
    const sent = [...(await bodyOf(incoming)).matchAll(/"_id":"(\w+)"/gu)].map(([, id = '']) => id);
    for (const id of sent) ids.add(id);
    const { status = 200, headers = {}, items = [] } = answer(sent, ++requests);
    response.writeHead(status, headers).end(JSON.stringify(status === 200 ? { errors: true, items } : { error: {} }));
  };
}

function counting(value: number): object {
  return { ...noHits, hits: { total: { value }, hits: [] } };
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of incoming) body += String(chunk);
  return body;
}
