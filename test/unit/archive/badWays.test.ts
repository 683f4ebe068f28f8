import assert from 'node:assert/strict';
import type { RequestListener } from 'node:http';
import { describe, it } from 'node:test';
import { clusterExchange } from '../../../src/api/client/clusterExchange.ts';
import { createDispatcher } from '../../../src/api/client/dispatcher.ts';
import type { ReadBatch } from '../../../src/api/reading/readingTypes.ts';
import { readRow } from '../../../src/api/reading/readRow.ts';
import { ArchiveClient } from '../../../src/archive/archiveClient.ts';
import type { ArchiveError } from '../../../src/archive/client/archiveError.ts';
import type { Archived } from '../../../src/archive/writing/archiveSessions.ts';
import { archiveSessions } from '../../../src/archive/writing/archiveSessions.ts';
import type { SearchRequest } from '../../../src/domain/query/request.ts';
import { archiveSentence } from '../../../src/words/archiveSentence.ts';
import { certificate, privateKey } from '../api/client/privateCa.ts';
import { startService, startTlsService } from '../api/client/wire.ts';
import { quick } from '../api/search/emulated.ts';
import { echoes } from '../domain/masking/keyEchoes.ts';
import { Lines } from './lines.ts';

const request: SearchRequest = {
  range: { from: new Date('2026-01-01T00:00:00Z'), to: new Date('2026-12-31T00:00:00Z') },
  sortBy: [
    { field: 'session_start_time', direction: 'desc' },
    { field: 'id', direction: 'asc' },
  ],
  pageSize: 10,
  pageNumber: 0,
};

/** What a cluster answers, by the end of the path; the first that fits. */
type Answers = readonly (readonly [path: RegExp, status: number, body: unknown])[];

const ours = { 'calls-2026.05': { mappings: { _meta: { made_by: 'session-insights', version: 1 } } } };
const good: Answers = [
  [/\/_mapping$/u, 200, ours],
  [/\/_index_template\//u, 404, {}],
  [/\/_refresh$/u, 200, {}],
  [/\/_search$/u, 200, { _shards: { total: 1, failed: 0 }, hits: { total: { value: 0 }, hits: [] } }],
  [/^\/$/u, 200, { version: { number: '8.17.0' } }],
];
const secret = 'open/sesame+and=close.it/again';
const error = (type: string, reason = 'so it is'): unknown => ({ error: { type, reason }, status: 0 });

function answering(answers: Answers, headers: Record<string, string> = {}): RequestListener {
  return (incoming, response) => {
    const path = new URL(incoming.url ?? '', 'http://cluster').pathname;
    const [, status, body] = [...answers, ...good].find(([end]) => end.test(path)) ?? [undefined, 200, {}];
    // What is not there yet can be made.
    const made = incoming.method === 'PUT' && status === 404;
    incoming.resume().on('end', () => {
      response.writeHead(made ? 200 : status, { 'content-type': 'application/json', ...headers });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  };
}

async function withCluster(
  listener: RequestListener | number,
  use: (client: ArchiveClient) => Promise<unknown>,
): Promise<void> {
  const service = typeof listener === 'number' ? undefined : await startService(listener);
  const dispatcher = createDispatcher(quick);
  const client = new ArchiveClient({
    address: `http://127.0.0.1:${service?.port ?? listener}`,
    pattern: 'calls-*',
    credentials: { kind: 'password', user: 'reader', secret: secret },
    ...clusterExchange({ dispatcher, secret: secret }),
    pause: async () => {},
  });
  try {
    await use(client);
  } finally {
    await dispatcher.destroy();
    service?.close();
  }
}

const read = (client: ArchiveClient) => client.ranges.readRange({ request, size: 10, whole: true, names: ['id'] });

function write(
  client: ArchiveClient,
  sessions: readonly object[] = [{ id: 'a', session_start_time: '2026-05-01T10:00:00' }],
) {
  const refused = new Lines();
  const source = {
    state: { parts: [], counted: [], missing: [] },
    total: { count: sessions.length, atLeast: false },
    missing: [],
    async *[Symbol.asyncIterator](): AsyncGenerator<ReadBatch> {
      const rows = sessions.map((one) =>
        readRow({ bytes: Buffer.from(JSON.stringify(one)), members: one as ReadBatch['rows'][number]['members'] }),
      );
      yield { rows, isLate: false };
    },
  };
  return archiveSessions({
    request,
    read: () => source,
    archive: client,
    journal: new Lines(),
    refused,
    pause: async () => {},
  }).then((archived) => ({ ...archived, documents: refused.all.map((line) => JSON.parse(line)) }));
}

async function failureOf(asked: Promise<unknown>): Promise<ArchiveError> {
  const failure = await asked.then(
    (result) => (result as Archived).error,
    (reason: unknown) => reason,
  );
  assert.equal((failure as ArchiveError).name, 'ArchiveError', String(failure));
  return failure as ArchiveError;
}

const ways: readonly (readonly [string, Answers, (client: ArchiveClient) => Promise<unknown>, RegExp])[] = [
  ['a wrong password', [[/./u, 401, error('security_exception')]], read, /does not know this user and password/],
  [
    'no right to read',
    [[/_search$/u, 403, error('security_exception')]],
    read,
    /You may not read "calls-\*"\. Ask for the right/,
  ],
  [
    'no right to write',
    [[/_bulk$/u, 403, error('security_exception')]],
    write,
    /You may not write here\. Ask for the rights/,
  ],
  [
    'no right to write into one index',
    [[/_bulk$/u, 200, { items: [{ index: { status: 403, error: { type: 'security_exception', reason: 'no' } } }] }]],
    write,
    /You may not write here/,
  ],
  [
    'no right to make the template',
    [
      [/_index_template/u, 403, error('security_exception')],
      [/_mapping$/u, 404, {}],
    ],
    write,
    /index template of "calls-\*"\. Ask for the right/,
  ],
  [
    'no such index',
    [[/_search$/u, 404, error('index_not_found_exception', 'no such index [calls]')]],
    read,
    /There is no index "calls-\*" in this cluster\. Archive something first/,
  ],
  [
    'a pattern that no index fits',
    [[/_search$/u, 200, { _shards: { total: 0 }, hits: { total: { value: 0 }, hits: [] } }]],
    read,
    /There is no index "calls-\*"/,
  ],
  [
    'somebody else’s mapping, to write',
    [[/_mapping$/u, 200, { 'calls-old': { mappings: {} } }]],
    write,
    /made by somebody else\. Give the connection another index/,
  ],
  [
    'somebody else’s mapping, to sort by',
    [
      [
        /_search$/u,
        400,
        {
          error: {
            type: 'search_phase_execution_exception',
            root_cause: [
              {
                type: 'illegal_argument_exception',
                reason: 'Text fields are not optimised for operations that require per-document field data',
              },
            ],
          },
        },
      ],
    ],
    read,
    /fields cannot be asked this/,
  ],
  [
    'a red index, to read',
    [[/_search$/u, 503, error('search_phase_execution_exception', 'all shards failed')]],
    read,
    /a node is missing\. What the rest has is not shown.* Try again .* It said: search_phase/,
  ],
  [
    'a part that failed beside others',
    [
      [
        /_search$/u,
        200,
        { _shards: { total: 2, failed: 1, failures: [{ reason: 'gone' }] }, hits: { total: { value: 1 }, hits: [] } },
      ],
    ],
    read,
    /a node is missing/,
  ],
  [
    'a red index, to write',
    [
      [
        /_bulk$/u,
        200,
        {
          items: [
            {
              index: {
                status: 503,
                error: { type: 'unavailable_shards_exception', reason: 'primary shard is not active' },
              },
            },
          ],
        },
      ],
    ],
    write,
    /a node is missing/,
  ],
  [
    'a full disk',
    [
      [
        /_bulk$/u,
        200,
        {
          items: [
            {
              index: {
                status: 429,
                error: { type: 'cluster_block_exception', reason: 'disk usage exceeded flood-stage watermark' },
              },
            },
          ],
        },
      ],
    ],
    write,
    /its disk is almost full\. Go on when there is room/,
  ],
  ['too much to do', [[/_search$/u, 429, error('circuit_breaking_exception')]], read, /too much to do\. Try again/],
  [
    'something else that answers',
    [[/^\/$/u, 200, '<html>hello</html>']],
    (client) => client.verify(),
    /Neither OpenSearch nor Elasticsearch/,
  ],
  [
    'an engine of old',
    [[/^\/$/u, 200, { version: { number: '6.8.23' } }]],
    (client) => client.verify(),
    /Elasticsearch 6\.8\.23 is too old/,
  ],
];

describe('bad ways into an archive', () => {
  for (const [name, answers, ask, sentence] of ways)
    it(name, () =>
      withCluster(answering(answers), async (client) => {
        const words = archiveSentence(await failureOf(ask(client)));
        assert.match(words, sentence);
        assert.doesNotMatch(words, /sesame/);
      }),
    );

  for (const [form, echo] of Object.entries(echoes))
    it(`never tell the password that is said again ${form}`, async () => {
      const echoed = echo(secret);
      const failed = error('security_exception', `no access with ${echoed}`);
      const item = (status: number) => ({ items: [{ index: { status, ...(failed as object) } }] });
      const answers: readonly (readonly [Answers, (client: ArchiveClient) => Promise<unknown>])[] = [
        [[[/./u, 401, failed]], read],
        [[[/./u, 500, `<html>${echoed}</html>`]], read],
        [[[/_bulk$/u, 200, item(403)]], write],
        [[[/_bulk$/u, 200, item(400)]], write],
      ];
      for (const [some, ask] of answers) {
        await withCluster(answering(some), async (client) => {
          const result = await ask(client).catch((reason: unknown) => reason);
          const { answer } = result as ArchiveError;
          const said = JSON.stringify([answer, (result as Archived).error, result]).replaceAll('\\\\', '\\');
          assert.ok(!said.includes(echoed) && !said.includes(secret), said);
          assert.match(said, /\*\*\*/u);
        });
      }
    });

  it('a node that cannot be reached', () =>
    withCluster(1, async (client) => {
      await assert.rejects(client.verify(), { name: 'InsightsError', code: 'unreachable' });
    }));

  it('a certificate that nobody knows', async () => {
    const service = await startTlsService({ key: privateKey, cert: certificate });
    const dispatcher = createDispatcher(quick);
    const client = new ArchiveClient({
      address: `https://127.0.0.1:${service.port}`,
      pattern: 'calls-*',
      credentials: { kind: 'none' },
      ...clusterExchange({ dispatcher, secret: undefined }),
      pause: async () => {},
    });
    await assert.rejects(client.verify(), { name: 'InsightsError', code: 'certificate' });
    await dispatcher.destroy();
    service.close();
  });

  it('warnings and product headers are no trouble', () =>
    withCluster(
      answering([], { warning: '299 Elasticsearch-8.17.0 "deprecated"', 'x-elastic-product': 'Elasticsearch' }),
      async (client) => {
        assert.deepEqual((await client.facts()).engine, { name: 'Elasticsearch', version: '8.17.0' });
      },
    ));

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
      assert.match(documents[0]?.reason ?? '', /413: larger than the cluster takes/);
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
});
