import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { archiveMapping } from '../../../schemas/generated/archiveMapping.ts';
import { clusterExchange } from '../../../src/api/client/clusterExchange.ts';
import { createDispatcher } from '../../../src/api/client/dispatcher.ts';
import { ArchiveClient } from '../../../src/archive/archiveClient.ts';
import type { ArchiveError } from '../../../src/archive/client/archiveError.ts';
import type { Archived } from '../../../src/archive/writing/archiveSessions.ts';
import { asRecord } from '../../../src/domain/json/looseValues.ts';
import { archiveSentence } from '../../../src/words/archiveSentence.ts';
import { certificate, privateKey } from '../api/client/privateCa.ts';
import { startTlsService } from '../api/client/wire.ts';
import { quick } from '../api/search/emulated.ts';
import { echoes } from '../domain/masking/keyEchoes.ts';
import type { Answers } from './standInCluster.ts';
import {
  answering,
  error,
  failureOf,
  noHits,
  read,
  readSteadily,
  refusal,
  request,
  secret,
  shardError,
  withCluster,
  write,
} from './standInCluster.ts';

type Way = readonly [
  name: string,
  answers: Answers,
  ask: (client: ArchiveClient) => Promise<unknown>,
  sentence: RegExp,
];

const page = '<html><body><h1>Sign in</h1></body></html>';
const foreign = { 'calls-old': { mappings: { properties: { session_start_time: { type: 'date' } } } } };
const verify = (client: ArchiveClient) => client.verify();
const facets = (client: ArchiveClient) =>
  client.ranges.countFacets({ request, facets: ['agent'], choices: [], ranges: [], zone: 'utc' });
const aggregate = (client: ArchiveClient) =>
  client.ranges.aggregate({ request, aggs: { all: { value_count: { field: 'id' } } }, now: new Date() });

const signingIn: readonly Way[] = [
  ['a wrong password', [[/./u, 401, error('security_exception')]], read, /doesn’t accept this user and password/],
  [
    'an API key that has expired',
    [[/./u, 401, error('security_exception', 'api key is expired')]],
    verify,
    /or this API key\. Set the one of this cluster\. It said: .*api key is expired/,
  ],
  ['a plain refusal, as OpenSearch writes it', [[/./u, 401, 'Unauthorized']], verify, /doesn’t accept this user and/],
  [
    'no right to read',
    [[/_search$/u, 403, error('security_exception')]],
    read,
    /You may not read "calls-\*"\. Ask for the right/,
  ],
  [
    'no right to read one of several indexes',
    [
      [
        /_search$/u,
        403,
        error(
          'security_exception',
          'action [indices:data/read/search] is unauthorized for API key on indices [calls-b]',
        ),
      ],
    ],
    read,
    /You may not read .* It said: .*on indices \[calls-b\]/,
  ],
  ['no right to count', [[/_search$/u, 403, error('security_exception')]], aggregate, /You may not read "calls-\*"/],
  [
    'no right to hold a moment',
    [[/point_in_time$/u, 403, error('security_exception')]],
    readSteadily,
    /You may not read "calls-\*"/,
  ],
  [
    'no right to see the mapping',
    [[/_mapping$/u, 403, error('security_exception')]],
    verify,
    /to read them and to see their mapping/,
  ],
  [
    'no right to see which engine it is',
    [[/^\/$/u, 403, error('security_exception', 'action [cluster:monitor/main] is unauthorized')]],
    verify,
    /You may not see which engine this is\. Ask for the right to monitor the cluster .* It said: .*monitor\/main/,
  ],
  [
    'no right to write',
    [[/_bulk$/u, 403, error('security_exception')]],
    write,
    /You may not write here\. Ask for the rights/,
  ],
  [
    'no right to write into one index',
    [[/_bulk$/u, 200, refusal(403, 'security_exception', 'no')]],
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
];

const indexes: readonly Way[] = [
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
    'a pattern that no index fits, of which a moment is held',
    [[/point_in_time$/u, 404, error('index_not_found_exception', 'no such index [calls]')]],
    readSteadily,
    /There is no index "calls-\*"/,
  ],
  [
    'a pattern that no index fits, to count',
    [[/_search$/u, 200, { _shards: { total: 0 }, hits: { total: { value: 0 }, hits: [] } }]],
    facets,
    /There is no index "calls-\*"/,
  ],
  [
    'indexes that a cluster does not make by itself',
    [[/_bulk$/u, 200, refusal(404, 'index_not_found_exception', 'no such index [calls-2026.05]')]],
    write,
    /doesn’t create the index "calls-2026\.05" by itself.*auto_create_index/,
  ],
  [
    'a closed index, by its name',
    [[/_search$/u, 400, { error: { type: 'index_closed_exception', reason: 'closed', index: 'calls-2026.05' } }]],
    read,
    /The index "calls-2026\.05" is closed\. Ask .* to open it/,
  ],
  [
    'a closed index, of which a moment is held',
    [[/point_in_time$/u, 400, error('index_closed_exception', 'closed')]],
    readSteadily,
    /is closed\. Ask/,
  ],
  [
    'a closed index, to write',
    [[/_bulk$/u, 200, refusal(400, 'index_closed_exception', 'closed')]],
    write,
    /The index "calls-2026\.05" is closed\. Ask/,
  ],
  [
    'an index that is closing',
    [[/_bulk$/u, 200, refusal(403, 'cluster_block_exception', 'blocked by: [FORBIDDEN/4/index closed];')]],
    write,
    /is closed\. Ask/,
  ],
  [
    'an index that somebody made read-only',
    [[/_bulk$/u, 200, refusal(403, 'cluster_block_exception', 'blocked by: [FORBIDDEN/5/index read-only (api)];')]],
    write,
    /"calls-2026\.05" is read-only\. Ask .* lift the block .* go on\. It said: .*FORBIDDEN\/5/,
  ],
  [
    'an index that takes no more',
    [[/_bulk$/u, 200, refusal(403, 'cluster_block_exception', 'blocked by: [FORBIDDEN/8/index write (api)];')]],
    write,
    /is read-only\. Ask .* lift the block/,
  ],
  [
    'an index that may not be read',
    [[/_search$/u, 403, shardError('cluster_block_exception', 'blocked by: [FORBIDDEN/7/index read (api)];')]],
    read,
    /Reading "calls-2026\.05" is blocked\. Ask .* lift the block/,
  ],
  [
    'a cluster that may make no more indexes',
    [
      [
        /_bulk$/u,
        403,
        error('cluster_block_exception', 'blocked by: [FORBIDDEN/10/cluster create-index blocked (api)];'),
      ],
    ],
    write,
    /is read-only\. Ask .* It said: .*create-index blocked/,
  ],
  [
    'a cluster with as many shards as it may have',
    [
      [
        /_bulk$/u,
        200,
        refusal(
          400,
          'validation_exception',
          'Validation Failed: 1: this action would add [2] shards, but this cluster currently has [3000]/[3000] maximum normal shards open;',
        ),
      ],
    ],
    write,
    /creates no more indexes.*Delete old indexes, or ask for a higher limit.*It said: .*\[3000\]\/\[3000\]/,
  ],
  [
    'a full disk',
    [[/_bulk$/u, 200, refusal(429, 'cluster_block_exception', 'disk usage exceeded flood-stage watermark')]],
    write,
    /its disk is almost full\. Go on when there is room/,
  ],
  [
    'a full disk, as Elasticsearch 7 has it',
    [
      [
        /_bulk$/u,
        200,
        refusal(403, 'cluster_block_exception', 'blocked by: [FORBIDDEN/12/index read-only / allow delete (api)];'),
      ],
    ],
    write,
    /its disk is almost full\. Go on when there is room/,
  ],
];

const mappings: readonly Way[] = [
  [
    'somebody else’s mapping, to write',
    [[/_mapping$/u, 200, { 'calls-old': { mappings: {} } }]],
    write,
    /made by another tool\. Give the connection another index/,
  ],
  [
    'a mapping that nobody made',
    [[/_mapping$/u, 200, foreign]],
    read,
    /The index "calls-old" was made by another tool: queries would find nothing in its field "id"/,
  ],
  [
    'texts where ids belong',
    [[/_mapping$/u, 200, mapped({ source: { type: 'text', fields: { keyword: { type: 'keyword' } } } })]],
    read,
    /"calls-old" .* nothing in its field "source"/,
  ],
  [
    'steps that are documents of their own',
    [[/_mapping$/u, 200, mapped({ flow_path: { ...asRecord(archiveMapping.flow_path), type: 'nested' } })]],
    read,
    /nothing in its field "flow_path"/,
  ],
  [
    'times that are texts, to count',
    [[/_mapping$/u, 200, mapped({ session_end_time: { type: 'keyword' } })]],
    facets,
    /nothing in its field "session_end_time"/,
  ],
  [
    'sessions without what is found by no field of its own',
    [[/_mapping$/u, 200, mapped({ archive: { properties: {} } })]],
    aggregate,
    /nothing in its field "archive\.leaves"/,
  ],
  [
    'an index that does not keep what was written',
    [[/_search$/u, 200, { ...noHits, hits: { total: { value: 1 }, hits: [{ _index: 'calls-old', _id: 'a' }] } }]],
    read,
    /"calls-old" .* nothing in its field "_source"/,
  ],
  [
    'an index that does not keep what was written, of which a part is asked for',
    [
      [
        /_search$/u,
        400,
        shardError(
          'illegal_argument_exception',
          'unable to fetch fields from _source field: _source is disabled in the mappings for index [calls-old]',
        ),
      ],
    ],
    read,
    /fields can’t answer this/,
  ],
  [
    'a data stream, to write',
    [
      [
        /_bulk$/u,
        200,
        refusal(
          400,
          'illegal_argument_exception',
          'only write ops with an op_type of create are allowed in data streams',
        ),
      ],
    ],
    write,
    /made by another tool\. Give the connection another index/,
  ],
  [
    'somebody else’s mapping, to sort by',
    [
      [
        /_search$/u,
        400,
        shardError(
          'illegal_argument_exception',
          'Text fields are not optimised for operations that require per-document field data',
        ),
      ],
    ],
    read,
    /fields can’t answer this/,
  ],
];

const parts: readonly Way[] = [
  [
    'a red index, to read',
    [[/_search$/u, 503, error('search_phase_execution_exception', 'all shards failed')]],
    read,
    /a node is missing\. What the rest has isn’t shown.* Try again .* It said: search_phase/,
  ],
  [
    'a red index, to write',
    [[/_bulk$/u, 200, refusal(503, 'unavailable_shards_exception', 'primary shard is not active')]],
    write,
    /a node is missing/,
  ],
  ...(
    [
      ['in a search', read],
      ['in an aggregation', aggregate],
      ['in the counts of facets', facets],
      ['in what verifying counts', verify],
    ] as const
  ).flatMap(([where, ask]): readonly Way[] => [
    [
      `a part that failed, ${where}`,
      [
        [
          /_search$/u,
          200,
          partly({ failed: 1, failures: [{ reason: { type: 'node_disconnected_exception', reason: 'gone' } }] }),
        ],
      ],
      ask,
      /a node is missing.* It said: node_disconnected_exception: gone/,
    ],
    [
      `a search that was stopped, ${where}`,
      [[/_search$/u, 200, { ...partly({ failed: 0 }), timed_out: true }]],
      ask,
      /stopped looking/,
    ],
  ]),
  [
    'a search that ended early',
    [[/_search$/u, 200, { ...partly({ failed: 0 }), terminated_early: true }]],
    read,
    /stopped looking before it had seen all of "calls-\*".*Ask for a shorter range/,
  ],
  [
    'a part that had no memory',
    [
      [
        /_search$/u,
        200,
        partly({ failed: 1, failures: [{ reason: { type: 'circuit_breaking_exception', reason: 'Data too large' } }] }),
      ],
    ],
    aggregate,
    /too busy\. Try again later\. It said: .*Data too large/,
  ],
  [
    'a moment of a part of the shards',
    [[/point_in_time$/u, 200, { pit_id: 'a', _shards: { total: 3, failed: 1 } }]],
    readSteadily,
    /a node is missing/,
  ],
  [
    'another cluster that was left out',
    [[/_search$/u, 200, { ...partly({ failed: 0 }), _clusters: { total: 2, successful: 1, skipped: 1 } }]],
    read,
    /What the rest has isn’t shown/,
  ],
  ['too busy', [[/_search$/u, 429, error('circuit_breaking_exception')]], read, /too busy\. Try again/],
];

/** What something before the cluster answers with. */
const between: readonly Way[] = (
  [
    [304, /says that nothing has changed \(304\)/],
    [407, /A proxy in front of the service requires a user name and password \(407\)/],
    [408, /didn’t get the request in time \(408\)/],
    [414, /longer than the service accepts \(414\)/],
    [426, /requires a secure connection \(426\)/],
    [501, /doesn’t support such requests \(501\)/],
    [511, /Your network requires you to sign in first \(511\)/],
    [522, /The service failed \(522\), also on retries/],
  ] as const
).map(([status, says]) => [`a ${status} of no engine`, [[/_search$/u, status, '']], read, says]);

/** What neither engine answers a search with. */
const noAnswers: readonly Way[] = [
  '{}',
  '{"error":"boom"}',
  '{"_shards":{"total":1,"failed":0}}',
  '{"_shards":{"total":1},"hits":{"hits":{}}}',
  '{"hits":{"hits":[',
].map((body) => [
  `the answer ${body}`,
  [[/_search$/u, 200, body]],
  read,
  /Neither OpenSearch nor Elasticsearch answers/,
]);

const others: readonly Way[] = [
  ['something else that answers', [[/^\/$/u, 200, 'hello']], verify, /Neither OpenSearch nor Elasticsearch/],
  [
    'an engine of old',
    [[/^\/$/u, 200, { version: { number: '6.8.23' } }]],
    verify,
    /Elasticsearch 6\.8\.23 is too old/,
  ],
  ...(
    [
      ['to verify', verify],
      ['to a search', read],
      ['to facets', facets],
      ['to an aggregation', aggregate],
      ['to pages of one moment', readSteadily],
      ['to what is written', write],
    ] as const
  ).flatMap(([to, ask]): readonly Way[] => [
    [`a web page ${to}`, [[/./u, 200, page]], ask, /A web page came .* a proxy or a sign-in page .* It said: Sign in/],
    [`a list ${to}`, [[/./u, 200, '[]']], ask, /Neither OpenSearch nor Elasticsearch/],
    [
      `something else’s JSON ${to}`,
      [
        [/_index_template/u, 404, {}],
        [/./u, 200, { message: 'Welcome' }],
      ],
      ask,
      /Neither OpenSearch nor Elasticsearch/,
    ],
  ]),
  [
    'a query that the engine does not take',
    [[/_search$/u, 400, shardError('query_shard_exception', 'failed to create query: so it is')]],
    read,
    /^The cluster refused the request\. It said: .*so it is/,
  ],
  ['a web page to a bulk alone', [[/_bulk$/u, 200, page]], write, /A web page came/],
  ['an answer to a bulk that tells of no document', [[/_bulk$/u, 200, { took: 1 }]], write, /Neither OpenSearch nor/],
  [
    'an answer that was cut',
    [[/_search$/u, 200, '{"took":1,"_shards":{"total":1,"failed":0},"hits":{"total']],
    read,
    /Neither/,
  ],
  [
    'a gateway that cannot reach it',
    [[/./u, 502, '<html>Bad Gateway</html>']],
    read,
    /The cluster failed, also on retries.* It said: Bad Gateway/,
  ],
];

/** A mapping like ours but for some fields, and without our mark. */
function mapped(other: object): object {
  const leaves = { archive: { properties: { leaves: { type: 'keyword' } } } };
  return { 'calls-old': { mappings: { properties: { ...archiveMapping, ...leaves, ...other } } } };
}

function partly(shards: object): object {
  return { ...noHits, _shards: { total: 3, ...shards }, aggregations: {} };
}

describe('bad ways into an archive', () => {
  for (const [name, answers, ask, sentence] of [
    ...signingIn,
    ...indexes,
    ...mappings,
    ...parts,
    ...between,
    ...noAnswers,
    ...others,
  ])
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

  it('a cluster that asks who one is, and a connection that does not say it', () =>
    withCluster(
      answering([[/./u, 401, error('security_exception', 'missing authentication credentials')]]),
      async (client) => {
        const words = archiveSentence(await failureOf(client.verify()));
        assert.match(words, /this connection doesn’t\. Give the connection an API key, or a user and password/);
      },
      { credentials: { kind: 'none' } },
    ));

  it('a mapping that somebody else made as ours is, which does', () =>
    withCluster(answering([[/_mapping$/u, 200, mapped({})]]), async (client) => {
      assert.deepEqual((await read(client)).rows, []);
    }));

  it('a mapping that may not be seen, which keeps nobody from reading', () =>
    withCluster(answering([[/_mapping$/u, 403, error('security_exception')]]), async (client) => {
      assert.deepEqual((await read(client)).rows, []);
    }));

  it('closed indexes beside open ones, which verifying tells of', () =>
    withCluster(
      answering([
        [
          /_resolve\/index/u,
          200,
          {
            indices: [
              { name: 'calls-2026.04', attributes: ['closed'] },
              { name: 'calls-2026.05', attributes: ['open'] },
            ],
          },
        ],
      ]),
      async (client) => assert.equal((await client.facts()).closed, 1),
    ));

  it('sessions that went into indexes of another template, which is told', () => {
    let written = false;
    const theirs = answering([[/_mapping$/u, 200, foreign]]);
    const usual = answering([[/_bulk$/u, 200, { items: [{ index: { status: 201 } }] }]]);
    return withCluster(
      (incoming, response) => {
        written ||= incoming.url?.startsWith('/_bulk') === true;
        const isMapping = incoming.url?.endsWith('/_mapping') === true;
        (written && isMapping ? theirs : usual)(incoming, response);
      },
      async (client) => {
        const archived = await write(client);
        assert.deepEqual([archived.written, archived.complete], [1, false]);
        assert.match(archiveSentence(await failureOf(Promise.resolve(archived))), /were made by another tool/);
      },
    );
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
});
