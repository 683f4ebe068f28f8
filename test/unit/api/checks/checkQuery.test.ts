import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkQuery } from '../../../../src/api/checks/checkQuery.ts';
import type { AggregationQuestion, RangeQuestion, RangeService } from '../../../../src/api/client/rangeService.ts';
import type { SearchPage } from '../../../../src/api/client/searchPage.ts';
import { readSearchPage } from '../../../../src/api/client/searchPage.ts';
import type { CollectOptions } from '../../../../src/api/reading/collectSessions.ts';
import { readAggregation } from '../../../../src/domain/analysis/aggregation.ts';
import type { SearchRequest } from '../../../../src/domain/query/request.ts';
import type { SessionDocument } from '../../../../src/domain/session/session.ts';

const now = new Date('2026-06-03T00:00:00Z');
const signal = new AbortController().signal;
const step = (node: string) => ({ type: 'speak', node_id: node });
/** Two of each hour of two days; every third is of the second agent, every fifth ends early. */
const sessions = Array.from({ length: 96 }, (_, at) => ({
  id: `s${String(at).padStart(2, '0')}`,
  session_start_time: new Date(Date.parse('2026-06-01T00:00:00Z') + at * 1_800_000).toISOString().slice(0, 19),
  status: at % 4 === 0 ? 'failed' : 'ended',
  agent_information: { name: at % 3 === 0 ? 'Orders' : 'Front Desk' },
  channel_data: { duration: at },
  flow_path: at % 5 === 0 ? [step('greet')] : [step('greet'), step('bye')],
})) as unknown as readonly SessionDocument[];
const query = {
  from_date: '2026-06-02T00:00:00',
  to_date: '2026-06-02T23:59:59',
  refine: { must_not: [{ term: { id: 's95' } }] },
  aggs: {
    agents: { terms: { field: 'agent_information.name' } },
    wait: { percentiles: { field: 'channel_data.duration' } },
    unused: { max: { field: 'channel_data.duration' } },
  },
  expect: [
    { total: { eq: 47 } },
    { no: { term: { status: 'failed' } } },
    { every: { exists: { field: 'id' } } },
    { every: { term: { 'agent_information.name': 'Front Desk' } } },
    { at_least: { count: 12, of: { term: { status: 'failed' } } } },
    { aggregation: { path: ['agents', 'Orders'], lt: 1 } },
    { aggregation: { path: ['wait', 'p50'], gte: 1 } },
    { path: { in_order: ['Goodbye'] } },
    { total: { over_before: { lte: 0.5 } } },
  ],
};
const nameOf = (node: string): string | undefined => (node === 'bye' ? 'Goodbye' : undefined);

const within = ({ range, refinement }: SearchRequest): readonly SessionDocument[] =>
  sessions.filter((session) => {
    const start = Date.parse(`${session.session_start_time}Z`);
    return start >= range.from.getTime() && start <= range.to.getTime() && (refinement?.keeps(session) ?? true);
  });

function pageOf(hits: readonly unknown[], names: readonly string[], total = hits.length): SearchPage {
  const page = readSearchPage(Buffer.from(JSON.stringify({ total, hits })), names);
  if (!page) throw new Error('no page');
  return page;
}

/** A service that only gives sessions. */
const plain: CollectOptions['client'] = {
  searchPage: async (parameters, names) => {
    const asked = Object.fromEntries(parameters);
    const [from, to] = [asked.from_date, asked.to_date].map((text) => new Date(`${text}Z`));
    const found = within({ range: { from, to } } as SearchRequest);
    return pageOf(asked.page_number === '0' ? found : [], names, found.length);
  },
};

/** One that counts, too; `counts`: which of the aggregations. */
function counting(counts: (name: string, body: object) => boolean): CollectOptions['client'] & { ended: number } {
  const ranges: Partial<RangeService> = {
    count: async ({ request, aggs }: AggregationQuestion) => {
      const asked = Object.entries(aggs as object).filter(([name, body]) => counts(name, body));
      const found = readAggregation(Object.fromEntries(asked), now).start();
      const all = within(request);
      for (const session of all) found.collect(session);
      return { result: found.result(), total: all.length };
    },
    readRange: async ({ request, size, names }: RangeQuestion) => {
      const all = within(request);
      assert.deepEqual(request.sortBy[0], { field: 'session_start_time', direction: 'asc' });
      const next = all.length > size ? { place: 'on' } : undefined;
      return { ...pageOf(all.slice(0, size), names), next };
    },
    endRange: async () => {
      client.ended += 1;
    },
  };
  const client = { ...plain, ranges: ranges as RangeService, ended: 0 };
  return client;
}

const check = (client: CollectOptions['client'], more: object = {}) =>
  checkQuery({ signal, query: { ...query, ...more } as never, now, nameOf, subject: { client } });

describe('checking a query', () => {
  it('holds the sessions of its range against each expectation, and those of the range before', async () => {
    const { verdicts, sessions: count, range } = await check(plain);
    assert.deepEqual(
      verdicts.map(({ held, actual }) => [held, actual === undefined ? actual : Math.round(actual * 100) / 100]),
      [
        [true, 47],
        [false, 12],
        [true, 0],
        [false, 16],
        [true, 12],
        [false, 16],
        [true, 71],
        [false, 9],
        [false, 0.98],
      ],
    );
    assert.deepEqual([count, range?.from.toISOString()], [47, '2026-06-02T00:00:00.000Z']);
  });

  it('says the same of a service that counts, whatever of it that does', async () => {
    const { verdicts } = await check(plain);
    const without = (name: string) => name !== 'percentiles';
    const kindOf = (body: object): string => Object.keys(body)[0] ?? '';
    for (const counts of [
      () => true,
      () => false,
      (_: string, body: object) => without(kindOf(body)),
      (name: string) => name.startsWith('named'),
      (name: string) => name.startsWith('broken'),
    ]) {
      const found = await check(counting(counts));
      assert.deepEqual(found.verdicts, verdicts);
      assert.equal(found.sessions, 47);
    }
  });

  it('reads no session where the service counts all that is expected', async () => {
    const client = {
      ...counting(() => true),
      searchPage: () => Promise.reject(new Error('a session was read')),
    };
    const { verdicts } = await check(client, {
      expect: [{ total: { eq: 47 } }, { no: { term: { status: 'failed' } } }],
    });
    assert.deepEqual(
      verdicts.map(({ held, brokenCount, brokenBy }) => [held, brokenCount, brokenBy[0]?.id]),
      [
        [true, 0, undefined],
        [false, 12, 's48'],
      ],
    );
  });

  it('lets go of the moment of a page when there are more sessions that broke an expectation', async () => {
    const client = counting(() => true);
    const every = { every: { term: { status: 'nothing' } } };
    const { verdicts } = await check(client, { expect: [every] });
    assert.deepEqual([verdicts[0]?.brokenCount, verdicts[0]?.brokenBy.length, client.ended], [47, 20, 1]);
    await check(client, { expect: [{ no: { term: { status: 'failed' } } }] });
    assert.equal(client.ended, 1);
  });

  it('reads everything where the service cannot tell which sessions count', async () => {
    const { verdicts } = await check(plain);
    const client = counting(() => true);
    const ranges = { ...client.ranges, count: async () => undefined } as unknown as RangeService;
    assert.deepEqual((await check({ ...client, ranges })).verdicts, verdicts);
  });

  it('takes another range, where one is given', async () => {
    const range = { from: new Date('2026-06-01T00:00:00Z'), to: new Date('2026-06-01T11:59:59Z') };
    const checked = await checkQuery({ signal, query: query as never, now, subject: { client: plain, range } });
    assert.deepEqual([checked.range, checked.sessions], [range, 24]);
  });

  it('counts those of kept sessions that the filter and the refinement keep, whenever they were', async () => {
    const filtered = { ...query, filter_by: { must: [{ term: { status: 'failed' } }] } };
    const kept = (one: object) => checkQuery({ signal, query: one as never, now, nameOf, subject: { kept: sessions } });
    const { verdicts, ...checked } = await kept(filtered);
    assert.deepEqual(checked, { range: undefined, sessions: 24 });
    assert.deepEqual([verdicts[1]?.brokenCount, verdicts[7]?.brokenCount], [24, 5]);
    assert.equal((await kept(query)).sessions, 95);
  });
});
