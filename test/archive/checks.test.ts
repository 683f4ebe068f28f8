import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { checkQuery } from '../../src/api/checks/checkQuery.ts';
import type { RangeService } from '../../src/api/client/rangeService.ts';
import type { CollectOptions } from '../../src/api/reading/collectSessions.ts';
import type { InsightsQuery } from '../../src/domain/query/query.ts';
import { TestArchive } from './support/cluster.ts';
import { chance, paths, seed, sessions, valueFor } from './support/judged.ts';

const count = Number(process.env.INSIGHTS_QUERIES ?? 40);
const archive = new TestArchive('checks');
const now = new Date('2026-05-01T12:00:00Z');
const { signal } = new AbortController();

const aggs: InsightsQuery['aggs'] = {
  by_agent: {
    terms: { field: 'agent_information.name', size: 3 },
    aggs: { most: { max: { field: 'channel_data.duration' } } },
  },
  long: { range: { field: 'channel_data.duration', ranges: [{ key: 'long', from: 60_000 }] } },
  waits: { percentiles: { field: 'channel_data.duration' } },
  nodes: { cardinality: { field: 'flow_path.node_id' } },
  callers: { cardinality: { field: 'source' } },
  words: { terms: { field: 'params_list.name' } },
  quiet: { missing: { field: 'channel_data.duration' } },
};
const measured: [string[], ...string[][]] = [
  ['by_agent', 'a'],
  ['by_agent', 'B', 'most'],
  ['by_agent', 'sum_other_doc_count'],
  ['by_agent', 'nobody'],
  ['long', 'long'],
  ['waits', 'p95'],
  ['nodes'],
  ['callers'],
  ['words', 'name'],
  ['quiet'],
  ['nowhere'],
];

/** The archive, and the same where everything is decided here; what is read is counted. */
function clients() {
  const reads = { byService: 0, here: 0 };
  const rangesOf = (who: keyof typeof reads, counts: RangeService['count']): RangeService => ({
    readRange: (question, given) => {
      // The sessions that broke something are asked for twenty at a time.
      if (question.size > 20) reads[who] += 1;
      return archive.client.ranges.readRange(question, given);
    },
    endRange: (cursor) => archive.client.ranges.endRange(cursor),
    aggregate: () => assert.fail('nobody asks for it'),
    count: counts,
    countFacets: () => assert.fail('nobody asks for it'),
  });
  const client = (ranges: RangeService): CollectOptions['client'] => ({
    searchPage: () => assert.fail('it takes ranges'),
    ranges,
  });
  return {
    reads,
    byService: client(rangesOf('byService', (question, given) => archive.client.ranges.count(question, given))),
    here: client(rangesOf('here', async () => undefined)),
  };
}

function condition(): unknown {
  const path = chance.one(paths);
  const value = valueFor(path);
  return chance.one([
    () => ({ term: { [path]: value } }),
    () => ({ match: { [path]: String(value) } }),
    () => ({ exists: { field: path } }),
    () => ({ bool: { must_not: [{ term: { [path]: value } }] } }),
    () => [{ exists: { field: path } }, { exists: { field: chance.one(paths) } }],
    () => ({ nested: { path: 'flow_path', query: { term: { 'flow_path.type': 'webhook' } } } }),
  ])();
}

function expectation(): object {
  return chance.one([
    () => ({ total: { gte: chance.between(0, 1500) } }),
    () => ({ total: { over_before: { lte: 1.5 } } }),
    () => ({ aggregation: { path: chance.one(measured), gte: 3 } }),
    () => ({ aggregation: { path: ['long', 'long'], over_before: { lte: 2 } } }),
    () => ({ every: condition() }),
    () => ({ no: condition() }),
    () => ({ at_least: { count: chance.between(0, 800), of: condition() } }),
    () => ({ path: { never: ['n1'] } }),
  ])();
}

describe('what a query expects of an archive', () => {
  before(async () => {
    assert.equal((await archive.write(sessions)).complete, true);
  });
  after(() => archive.remove());

  it(`comes out as it does session by session, of ${count} random ones, broken sessions and steps included`, async () => {
    let [answered, broken] = [0, 0];
    for (let at = 0; at < count; at++) {
      const query = {
        from_date: chance.one(['2026-01-01', '2026-03-01', '2026-04-10']),
        to_date: '2026-05-01',
        aggs,
        expect: Array.from({ length: chance.between(1, 3) }, expectation),
        ...(chance.of(0.3) ? { refine: { must_not: [{ term: { status: 'Ended' } }] } } : {}),
        ...(chance.of(0.3) ? { filter_by: { must: [{ term: { channel: 'voice' } }] } } : {}),
      } as InsightsQuery;
      const { byService, here, reads } = clients();
      const about = `query ${at} of seed ${seed}: ${JSON.stringify(query)}`;
      const checked = await checkQuery({ query, now, signal, subject: { client: byService } });
      const expected = await checkQuery({ query, now, signal, subject: { client: here } });
      assert.deepEqual(checked, expected, about);
      if (reads.byService === 0) answered += 1;
      broken += checked.verdicts.reduce((sum, { brokenBy }) => sum + brokenBy.length, 0);
      assert.ok(reads.here > 0);
    }
    assert.ok(answered > count / 3, `${answered} of ${count} were answered by the engine alone`);
    assert.ok(broken > count);
  });

  it('reads no session for totals, aggregations and conditions that an engine decides', async () => {
    const query = {
      from_date: '2026-01-01',
      to_date: '2026-05-01',
      aggs,
      expect: [
        { total: { gte: 100 } },
        { aggregation: { path: ['by_agent', 'a'], gte: 1 } },
        { aggregation: { path: ['nodes'], gte: 1 } },
        { no: { term: { 'channel_data.status_code': 200 } } },
        { every: { range: { 'channel_data.duration': { lt: 10 } } } },
        { at_least: { count: 1, of: { exists: { field: 'source' } } } },
      ],
    } as InsightsQuery;
    const { byService, reads } = clients();
    const { verdicts } = await checkQuery({ query, now, signal, subject: { client: byService } });
    assert.equal(reads.byService, 0);
    assert.ok(verdicts.some(({ brokenBy }) => brokenBy.length === 20));
  });

  it('reads what only sessions tell, and asks for all else', async () => {
    const query = {
      from_date: '2026-01-01',
      to_date: '2026-05-01',
      aggs,
      expect: [{ aggregation: { path: ['waits', 'p95'], gte: 1 } }, { total: { gte: 1 } }, { path: { never: ['n1'] } }],
    } as InsightsQuery;
    const { byService, reads } = clients();
    const { verdicts } = await checkQuery({ query, now, signal, subject: { client: byService } });
    assert.ok(reads.byService > 0);
    assert.deepEqual(
      verdicts.map(({ held }) => held),
      [true, true, false],
    );
  });
});
