import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aggregationQuery, exactAggregations } from '../../../src/archive/asking/aggregations/aggregationQuery.ts';
import { asRecord } from '../../../src/domain/json/looseValues.ts';

const asking = { now: new Date('2026-06-01T00:00:00Z'), long: new Set<string>() };
const statuses = (more: object = {}) => ({ all: { terms: { field: 'status', ...more } } });
const bucket = (key: string, count: number, more: object = {}) => ({ key, doc_count: count, ...more });
const four = [bucket('ended', 5), bucket('failed', 9), bucket('odd', 1), bucket('in_progress', 5)];

function read(aggs: object, answer: object): unknown {
  const asked = aggregationQuery(aggs, asking) ?? assert.fail('it is not asked');
  return asked.read({ all: answer });
}

describe('aggregations, as an engine answers them', () => {
  it('have the most frequent values first, so many of them, and the rest together', () => {
    const answer = { buckets: four, sum_other_doc_count: 0 };
    assert.deepEqual(read(statuses({ size: 2 }), answer), {
      all: {
        doc_count_error_upper_bound: 0,
        sum_other_doc_count: 6,
        buckets: [bucket('failed', 9), bucket('ended', 5)],
      },
    });
    assert.deepEqual(read(statuses({ min_doc_count: 5, order: { _key: 'asc' } }), answer), {
      all: {
        doc_count_error_upper_bound: 0,
        sum_other_doc_count: 0,
        buckets: [bucket('ended', 5), bucket('failed', 9), bucket('in_progress', 5)],
      },
    });
  });

  it('are asked for more values than anybody wants, and with what stands for none', () => {
    const terms = { field: 'status', size: 2000, shard_size: 2000, min_doc_count: 1 };
    assert.deepEqual(aggregationQuery(statuses({ size: 2 }), asking)?.body, { all: { terms } });
    const missing = aggregationQuery(statuses({ missing: 'none' }), asking)?.body;
    assert.deepEqual(missing, { all: { terms: { ...terms, missing: 'none' } } });
  });

  it('are asked for some of the values alone, where they are of a kind that the engine compares as we do', () => {
    const asked = (terms: object): unknown => asRecord(aggregationQuery({ all: { terms } }, asking)?.body.all).terms;
    assert.deepEqual(asked({ field: 'status', include: ['ended'], exclude: ['odd'] }), {
      ...{ field: 'status', size: 2000, shard_size: 2000, min_doc_count: 1 },
      ...{ include: ['ended'], exclude: ['odd'] },
    });
    assert.ok(asked({ field: 'channel_data.duration', include: [1] }));
    assert.equal(asked({ field: 'session_start_time', include: ['2026-01-01'] }), undefined);
    assert.ok(asked({ field: 'session_start_time' }));
  });

  it('tell of no error in each count, where that is wanted', () => {
    const asked = read(statuses({ show_term_doc_count_error: true }), { buckets: [bucket('ended', 5)] });
    const [first] = (asked as { all: { buckets: unknown[] } }).all.buckets;
    assert.deepEqual(first, { key: 'ended', doc_count: 5, doc_count_error_upper_bound: 0 });
  });

  it('are no answer where the engine counted some values together, at any level', () => {
    assert.equal(read(statuses(), { buckets: four, sum_other_doc_count: 3 }), undefined);
    const nested = {
      all: { terms: { field: 'status' }, aggs: { agents: { terms: { field: 'agent_information.id' } } } },
    };
    const within = (others: number) => ({ agents: { buckets: [bucket('a1', 2)], sum_other_doc_count: others } });
    assert.equal(read(nested, { buckets: [bucket('ended', 2, within(0)), bucket('failed', 2, within(1))] }), undefined);
    const found = read(nested, { buckets: [bucket('ended', 2, within(0))] });
    const agents = { doc_count_error_upper_bound: 0, sum_other_doc_count: 0, buckets: [bucket('a1', 2)] };
    assert.deepEqual(found, {
      all: { doc_count_error_upper_bound: 0, sum_other_doc_count: 0, buckets: [bucket('ended', 2, { agents })] },
    });
  });

  it('count distinct values exactly, where that is wanted', () => {
    const none = { all: { cardinality: { field: 'status', missing: 'none' } } };
    assert.deepEqual(exactAggregations(none, asking).get('all')?.body, {
      all: { terms: { field: 'status', size: 2000, shard_size: 2000, missing: 'none' } },
    });
    const { body, read: readIt } =
      exactAggregations({ all: { cardinality: { field: 'status' } } }, asking).get('all') ?? {};
    assert.deepEqual(body, { all: { terms: { field: 'status', size: 2000, shard_size: 2000 } } });
    assert.deepEqual(readIt?.({ all: { buckets: four, sum_other_doc_count: 0 } }), { all: { value: 4 } });
    assert.equal(readIt?.({ all: { buckets: four, sum_other_doc_count: 1 } }), undefined);
  });

  it('ask each by itself, and leave out what the engine answers in another way', () => {
    const aggs = { ...statuses(), words: { terms: { field: 'transcription.user' } }, wrong: { terms: {} } };
    assert.deepEqual([...exactAggregations(aggs, asking).keys()], ['all']);
    assert.equal(aggregationQuery(aggs, asking), undefined);
    for (const name of ['a>b', 'a[b', 'a]b'])
      assert.equal(aggregationQuery({ [name]: statuses().all }, asking), undefined);
  });

  it('are by buckets in a list, keyed where that is wanted', () => {
    const range = (more: object) => ({
      all: { range: { field: 'channel_data.duration', ranges: [{ to: 9 }], ...more } },
    });
    const answer = { buckets: [{ key: '*-9.0', to: 9, doc_count: 3 }] };
    assert.deepEqual(read(range({}), answer), { all: { buckets: [{ key: '*-9.0', to: 9, doc_count: 3 }] } });
    assert.deepEqual(read(range({ keyed: true }), answer), { all: { buckets: { '*-9.0': { to: 9, doc_count: 3 } } } });
  });

  it('leave to us what depends on the clock of the engine', () => {
    const by = (max: string) => ({
      all: {
        date_histogram: {
          field: 'session_start_time',
          fixed_interval: '1d',
          extended_bounds: { min: '2026-01-01', max },
        },
      },
    });
    assert.equal(aggregationQuery(by('now'), asking), undefined);
    assert.ok(aggregationQuery(by('2026-01-03'), asking));
  });
});
