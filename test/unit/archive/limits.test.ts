import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ArchiveClient } from '../../../src/archive/archiveClient.ts';
import { archiveSentence } from '../../../src/words/archiveSentence.ts';
import type { Answers } from './standInCluster.ts';
import {
  answering,
  error,
  failureOf,
  noHits,
  read,
  readSteadily,
  request,
  shardError,
  withCluster,
  write,
} from './standInCluster.ts';

const facets = (client: ArchiveClient) =>
  client.ranges.countFacets({ request, facets: ['agent'], choices: [], ranges: [], zone: 'utc' });
const verify = (client: ArchiveClient) => client.verify();

const buckets =
  'Trying to create too many buckets. Must be less than or equal to: [10000] but was [10001]. This limit can be set by changing the [search.max_buckets] cluster level setting.';
const clauses = 'failed to create query: maxClauseCount is set to 1024';
const moments =
  'Trying to create too many Point In Time contexts. Must be less than or equal to: [300]. This limit can be set by changing the [search.max_open_pit_context] setting.';
const tooDeep = 'Result window is too large, from + size must be less than or equal to: [100]';
const data = '[request] Data too large, data for [<reused_arrays>] would be [1], which is larger than the limit of [0]';

/** Engines write the failure of a search in several ways: of a shard, of putting the answers of shards together, in a part of an answer. */
const reduced = (type: string, reason: string) => ({
  error: {
    ...{ type: 'search_phase_execution_exception', reason: '', phase: 'fetch', root_cause: [] },
    caused_by: { type, reason },
  },
});
const composed = (reason: string) => ({
  error: {
    ...{ type: 'illegal_argument_exception', reason: 'template after composition is invalid' },
    caused_by: { reason: 'invalid composite mappings', caused_by: { type: 'illegal_argument_exception', reason } },
  },
});
const memory = (durability: string) => ({
  error: {
    ...{ type: 'search_phase_execution_exception', reason: 'all shards failed' },
    root_cause: [{ type: 'circuit_breaking_exception', reason: data, durability }],
  },
});
const partly = (type: string, reason: string) => ({
  ...noHits,
  _shards: { total: 3, failed: 1, failures: [{ reason: { type, reason } }] },
});

type Way = readonly [
  name: string,
  answers: Answers,
  ask: (client: ArchiveClient) => Promise<unknown>,
  sentence: RegExp,
  /** How often it is asked at most: what stays is not asked again. */
  asked: number,
];

const ways: readonly Way[] = [
  ...(
    [
      ['of a shard', 503, shardError('too_many_buckets_exception', buckets)],
      ['of the answers together', 503, reduced('too_many_buckets_exception', buckets)],
      ['as Elasticsearch 8 has it', 400, reduced('too_many_buckets_exception', buckets)],
      ['in a part of the answer', 200, partly('too_many_buckets_exception', buckets)],
    ] as const
  ).map(
    ([name, status, body]): Way => [
      `more buckets than it makes, ${name}`,
      [[/_search$/u, status, body]],
      facets,
      /more groups than the cluster counts at once\. Ask for a shorter range, .* \(search\.max_buckets\)\. It said: .*10000/,
      1,
    ],
  ),
  ...(
    [
      ['of OpenSearch', 400, shardError('query_shard_exception', clauses)],
      ['by its own name', 500, shardError('too_many_clauses', 'maxClauseCount is set to 1024')],
      [
        'of all that it has within',
        400,
        shardError('too_many_nested_clauses', 'Query contains too many nested clauses; maxClauseCount is set to 1024'),
      ],
      [
        'of values in one list',
        400,
        shardError(
          'illegal_argument_exception',
          'The number of terms [70000] used in the Terms Query request has exceeded the allowed maximum of [65536]. This maximum can be set by changing the [index.max_terms_count] index level setting.',
        ),
      ],
    ] as const
  ).map(
    ([name, status, body]): Way => [
      `more conditions than it takes, ${name}`,
      [[/_search$/u, status, body]],
      read,
      /more words and conditions than the cluster takes at once\. Ask for fewer, or .* \(indices\.query\.bool\.max_clause_count\)/,
      1,
    ],
  ),
  [
    'no room for another moment',
    [[/point_in_time$/u, 429, shardError('rejected_execution_exception', moments)]],
    readSteadily,
    /as many open searches as it may\. Try again in a few minutes, or .* \(search\.max_open_pit_context\)/,
    4,
  ],
  [
    'no room for another moment in one node',
    [[/point_in_time$/u, 200, { ...partly('rejected_execution_exception', moments), pit_id: 'a' }]],
    readSteadily,
    /as many open searches as it may/,
    1,
  ],
  [
    'more than it was made for',
    [[/_search$/u, 500, shardError('array_index_out_of_bounds_exception', 'Index 0 out of bounds for length 0')]],
    facets,
    /failed by a fault of its own\. .* update the cluster\. It said: .*Index 0 out of bounds/,
    4,
  ],
  [
    'more sessions at once than an index gives',
    [[/_search$/u, 400, shardError('illegal_argument_exception', `${tooDeep} but was [5000].`)]],
    read,
    /"calls-2026\.05" gives fewer sessions at once\..* \(index\.max_result_window\)\. It said: .*\[100\]/,
    1,
  ],
  [
    'more fields than an index may have',
    [[/_index_template/u, 400, composed('Limit of total fields [50] has been exceeded')]],
    write,
    /more fields than this cluster allows .* \(index\.mapping\.total_fields\.limit\).* It said: .*\[50\]/,
    1,
  ],
  [
    'less memory than an answer takes',
    [[/_search$/u, 429, memory('PERMANENT')]],
    facets,
    /too little memory for this request\. Ask for a shorter range or for less at once/,
    1,
  ],
  ['no memory just now', [[/_search$/u, 429, memory('TRANSIENT')]], facets, /too busy\. Try again later/, 4],
  ['no memory just now, to verify', [[/_search$/u, 429, memory('TRANSIENT')]], verify, /too busy/, 4],
  [
    'less memory than it wants while it writes',
    [[/_bulk$/u, 429, error('circuit_breaking_exception', data)]],
    write,
    /too busy\. Try again later/,
    9,
  ],
];

describe('a limit of a cluster', () => {
  for (const [name, answers, ask, sentence, most] of ways)
    it(name, async () => {
      let asked = 0;
      const answer = answering(answers);
      const path = answers[0]?.[0] ?? /./u;
      await withCluster(
        (incoming, response) => {
          if (path.test(new URL(incoming.url ?? '', 'http://cluster').pathname)) asked += 1;
          answer(incoming, response);
        },
        async (client) => assert.match(archiveSentence(await failureOf(ask(client))), sentence),
      );
      assert.equal(asked, most);
    });

  /** Asks for aggregations of a cluster that answers them so, and tells how often it was asked. */
  async function countedHere(
    status: number,
    refusal: object,
  ): Promise<{ readonly total: number; readonly asked: number }> {
    let asked = 0;
    let total = Number.NaN;
    const aggs = { all: { value_count: { field: 'id' } } };
    const answer = answering([]);
    await withCluster(
      async (incoming, response) => {
        if (!incoming.url?.includes('_search')) return answer(incoming, response);
        let body = '';
        for await (const chunk of incoming) body += String(chunk);
        if (!body.includes('"aggs"')) return void response.end(JSON.stringify(noHits));
        asked += 1;
        response.writeHead(status).end(JSON.stringify(refusal));
      },
      async (client) => {
        ({ total } = await client.ranges.aggregate({ request, aggs, now: new Date() }));
      },
    );
    return { total, asked };
  }

  it('of buckets is none where aggregations can be counted here, which they are at once', async () =>
    assert.deepEqual(await countedHere(503, reduced('too_many_buckets_exception', buckets)), { total: 0, asked: 1 }));

  it('that it breaks at is none where aggregations can be counted here', async () => {
    const { total } = await countedHere(500, shardError('array_index_out_of_bounds_exception', 'Index 0'));
    assert.equal(total, 0);
  });

  it('of how long a moment is held is kept to', async () => {
    const held: string[] = [];
    const answer = answering([]);
    const most = 'Keep alive for request (5m) is too large. It must be less than (1m). This limit can be set';
    await withCluster(
      async (incoming, response) => {
        const { pathname, searchParams } = new URL(incoming.url ?? '', 'http://cluster');
        const asked = searchParams.get('keep_alive');
        if (asked !== null && asked !== '1m')
          return void response.writeHead(400).end(JSON.stringify(error('illegal_argument_exception', most)));
        if (!pathname.endsWith('_search')) return answer(incoming, response);
        let body = '';
        for await (const chunk of incoming) body += String(chunk);
        held.push(JSON.parse(body).pit?.keep_alive);
        response.end(JSON.stringify(noHits));
      },
      async (client) => assert.deepEqual(await readSteadily(client), []),
    );
    assert.deepEqual(held, ['1m']);
  });

  it('of memory for what is written refuses one session that is larger, and takes the others', async () => {
    const sessions = ['a', 'large', 'c'].map((id) => ({
      ...{ id, session_start_time: '2026-05-01T10:00:00' },
      text: 'x'.repeat(id === 'large' ? 5000 : 10),
    }));
    const taken: string[] = [];
    await withCluster(
      async (incoming, response) => {
        if (!incoming.url?.startsWith('/_bulk'))
          return answering([[/_search$/u, 200, { ...noHits, hits: { total: { value: taken.length }, hits: [] } }]])(
            incoming,
            response,
          );
        let body = '';
        for await (const chunk of incoming) body += String(chunk);
        const ids = [...body.matchAll(/"_id":"(\w+)"/gu)].map(([, id = '']) => id);
        const reason = `rejected execution of coordinating operation [coordinating_and_primary_bytes=0, replica_bytes=0, all_bytes=0, coordinating_operation_bytes=${body.length}, max_coordinating_and_primary_bytes=2000]`;
        if (body.length > 2000) {
          response.writeHead(429).end(JSON.stringify(error('rejected_execution_exception', reason)));
          return;
        }
        taken.push(...ids);
        response.end(JSON.stringify({ items: ids.map(() => ({ index: { status: 201 } })) }));
      },
      async (client) => {
        const { written, documents, error: failure } = await write(client, sessions, () => assert.fail('waited'));
        assert.deepEqual([written, failure], [2, undefined]);
        assert.deepEqual([documents[0]?.session.id, taken.sort()], ['large', ['a', 'c']]);
      },
    );
  });
});
