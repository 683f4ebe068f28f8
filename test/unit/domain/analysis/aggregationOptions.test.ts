import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readAggregation } from '../../../../src/domain/analysis/aggregation.ts';
import { asRecord } from '../../../../src/domain/json/looseValues.ts';

const now = new Date('2026-11-20T12:00:00Z');
const starts = ['2026-11-01T23:30:00', '2026-11-03T10:00:00', '2026-11-03T11:00:00', '2026-11-06T09:00:00'];
const sessions = starts.map((session_start_time, at) => ({
  session_start_time,
  channel: ['voice', 'sms', 'voice', 'web'][at],
  channel_data: { duration: [5, 12, 18, 47][at] },
}));

function answer(type: string, body: object, within?: object): Readonly<Record<string, unknown>> {
  const { start, problems } = readAggregation({ a: { [type]: body, ...(within ? { aggs: within } : {}) } }, now);
  assert.deepEqual(problems, []);
  const aggregating = start();
  for (const session of sessions) aggregating.collect(session);
  return asRecord(aggregating.result().a);
}

const counts = (type: string, body: object): unknown =>
  (answer(type, body).buckets as readonly Readonly<Record<string, unknown>>[]).map(
    ({ key, key_as_string: text, doc_count: count }) => [text ?? key, count],
  );

const problemsOf = (type: string, body: object, within?: object): unknown =>
  readAggregation({ a: { [type]: body, ...(within ? { aggs: within } : {}) } }, now).problems.map(
    ({ code, path, expected = [] }) => [code, path.slice(1).join('.'), ...expected],
  );

const byDay = { field: 'session_start_time', calendar_interval: 'day', format: 'yyyy-MM-dd' };
const byTen = { field: 'channel_data.duration', interval: 10 };

describe('the bounds of a histogram', () => {
  it('fills empty buckets in as far as they are extended', () => {
    assert.deepEqual(counts('histogram', { ...byTen, extended_bounds: { min: -5, max: 61 } }), [
      [-10, 0],
      [0, 1],
      [10, 2],
      [20, 0],
      [30, 0],
      [40, 1],
      [50, 0],
      [60, 0],
    ]);
  });

  it('takes no bucket away that lies outside of extended ones', () => {
    assert.deepEqual(counts('histogram', { ...byTen, extended_bounds: { min: 12, max: 12 } }), [
      [0, 1],
      [10, 2],
      [20, 0],
      [30, 0],
      [40, 1],
    ]);
  });

  it('does not extend where empty buckets are left out', () => {
    assert.deepEqual(counts('histogram', { ...byTen, min_doc_count: 1, extended_bounds: { min: -50, max: 90 } }), [
      [0, 1],
      [10, 2],
      [40, 1],
    ]);
  });

  it('shows extended buckets where there is nothing', () => {
    const histogram = { ...byTen, extended_bounds: { min: 0, max: 19 } };
    const none = { filter: { term: { channel: 'none' } }, aggs: { h: { histogram } } };
    const { buckets } = asRecord(answer('filter', none.filter, none.aggs).h);
    assert.deepEqual(buckets, [
      { key: 0, doc_count: 0 },
      { key: 10, doc_count: 0 },
    ]);
  });

  it('cuts off what lies outside of hard ones', () => {
    assert.deepEqual(counts('histogram', { ...byTen, hard_bounds: { min: 10, max: 40 } }), [[10, 2]]);
    // Bounds of numbers are taken as they are written, whatever the offset; those of dates begin a bucket.
    assert.deepEqual(counts('histogram', { ...byTen, hard_bounds: { min: 11, max: 41 } }), [[40, 1]]);
    assert.deepEqual(counts('histogram', { ...byTen, offset: 5, hard_bounds: { min: 10 } }), [
      [15, 1],
      [25, 0],
      [35, 0],
      [45, 1],
    ]);
    assert.deepEqual(counts('date_histogram', { ...byDay, offset: '-30m', hard_bounds: { min: '2026-11-03' } }), [
      ['2026-11-05', 1],
    ]);
  });

  it('reads dates by the clocks of its zone, also counted from now', () => {
    const zone = 'Europe/Berlin';
    assert.deepEqual(
      counts('date_histogram', { ...byDay, time_zone: zone, extended_bounds: { min: '2026-11-01', max: 'now-14d/d' } }),
      [
        ['2026-11-01', 0],
        ['2026-11-02', 1],
        ['2026-11-03', 2],
        ['2026-11-04', 0],
        ['2026-11-05', 0],
        ['2026-11-06', 1],
      ],
    );
    assert.deepEqual(
      counts('date_histogram', { ...byDay, hard_bounds: { min: '2026-11-02', max: '2026-11-05T12:00:00Z' } }),
      [['2026-11-03', 2]],
    );
  });

  it('tells of those that cross, and of those that lie outside', () => {
    assert.deepEqual(problemsOf('histogram', { ...byTen, extended_bounds: { min: 9, max: 3 } }), [
      ['boundsCrossed', 'histogram.extended_bounds'],
    ]);
    assert.deepEqual(
      problemsOf('histogram', { ...byTen, extended_bounds: { min: 0 }, hard_bounds: { min: 5, max: 10 } }),
      [['boundsOutside', 'histogram.extended_bounds']],
    );
    assert.deepEqual(problemsOf('date_histogram', { ...byDay, extended_bounds: { min: 'soon', from: 1 } }), [
      ['unknownKey', 'date_histogram.extended_bounds.from', 'min', 'max'],
      ['badDate', 'date_histogram.extended_bounds.min'],
    ]);
  });
});

describe('buckets by their keys', () => {
  it('are an object of a histogram', () => {
    assert.deepEqual(answer('histogram', { ...byTen, min_doc_count: 1, keyed: true }).buckets, {
      '0.0': { key: 0, doc_count: 1 },
      '10.0': { key: 10, doc_count: 2 },
      '40.0': { key: 40, doc_count: 1 },
    });
  });

  it('are an object of a date histogram', () => {
    const { buckets } = answer('date_histogram', { ...byDay, min_doc_count: 1, keyed: true });
    assert.deepEqual(Object.keys(asRecord(buckets)), ['2026-11-01', '2026-11-03', '2026-11-06']);
  });

  it('are an object of ranges', () => {
    const ranges = [{ to: 10 }, { from: 10, key: 'long' }];
    assert.deepEqual(answer('range', { field: 'channel_data.duration', ranges, keyed: true }).buckets, {
      '*-10.0': { to: 10, doc_count: 1 },
      long: { from: 10, doc_count: 3 },
    });
  });
});

describe('values that terms have buckets of', () => {
  it('are those that are included, without those that are excluded', () => {
    const { buckets, sum_other_doc_count: others } = answer('terms', {
      field: 'channel',
      include: ['voice', 'web'],
      exclude: ['web'],
      size: 1,
    });
    assert.deepEqual([buckets, others], [[{ key: 'voice', doc_count: 2 }], 0]);
    assert.deepEqual(counts('terms', { field: 'channel_data.duration', include: [12, 47] }), [
      [12, 1],
      [47, 1],
    ]);
    assert.deepEqual(counts('terms', { field: 'channel', exclude: 'voice' }), [
      ['sms', 1],
      ['web', 1],
    ]);
  });

  it('are no pattern, and no part of all', () => {
    assert.deepEqual(problemsOf('terms', { field: 'channel', include: 'v.*' }), [
      ['patternNotUnderstood', 'terms.include'],
    ]);
    assert.deepEqual(problemsOf('terms', { field: 'channel', include: { partition: 0, num_partitions: 2 } }), [
      ['expectedList', 'terms.include'],
    ]);
  });

  it('say that no count is wrong where they are asked', () => {
    assert.deepEqual(answer('terms', { field: 'channel', include: ['sms'], show_term_doc_count_error: true }).buckets, [
      { key: 'sms', doc_count_error_upper_bound: 0, doc_count: 1 },
    ]);
  });
});

describe('what is copied from Kibana', () => {
  it('may hold hints to the engine', () => {
    assert.deepEqual(problemsOf('terms', { field: 'channel', shard_size: 25, execution_hint: 'map' }), []);
    assert.deepEqual(problemsOf('cardinality', { field: 'channel', precision_threshold: 100 }), []);
    assert.deepEqual(problemsOf('percentiles', { field: 'channel_data.duration', hdr: {} }), []);
  });

  it('is told to be Elasticsearch’s where it is not decided here', () => {
    assert.deepEqual(problemsOf('date_range', { field: 'session_start_time', ranges: [] }), [
      ['notUnderstood', 'date_range', 'filters'],
    ]);
    assert.deepEqual(problemsOf('top_hits', {}), [['notUnderstood', 'top_hits']]);
    assert.deepEqual(problemsOf('terms', { field: 'channel', script: 'x' }), [['notUnderstood', 'terms.script']]);
    assert.deepEqual(problemsOf('percentiles', { field: 'channel_data.duration', keyed: false }), [
      ['notUnderstood', 'percentiles.keyed'],
    ]);
    assert.deepEqual(problemsOf('filters', { filters: {}, keyed: true }), [['notUnderstood', 'filters.keyed']]);
    assert.deepEqual(problemsOf('terms', { field: 'channel', min_doc_count: 0 }), [
      ['expectedNumber', 'terms.min_doc_count'],
    ]);
    assert.deepEqual(problemsOf('date_histogram', { ...byDay, format: 'MMM' }), [
      ['badDateFormat', 'date_histogram.format'],
    ]);
  });
});

describe('an order', () => {
  const duration = { field: 'channel_data.duration' };
  const within = {
    by_day: { date_histogram: byDay },
    long: { filter: { range: { 'channel_data.duration': { gte: 12 } } }, aggs: { d: { stats: duration } } },
    d: { stats: duration },
    p: { percentiles: { ...duration, percents: [50, 99.9] } },
    m: { max: duration },
  };
  const order = (by: string): unknown => problemsOf('terms', { field: 'channel', order: { [by]: 'desc' } }, within);

  it('is by one number', () => {
    for (const by of ['_count', '_key', 'long', 'long._count', 'long>d.max', 'd.avg', 'p.99.9', 'm', 'm.value'])
      assert.deepEqual(order(by), [], by);
  });

  it('is not by many buckets, by several numbers, or by what no measure has', () => {
    const use = ['long', 'd.avg', 'd.min', 'd.max', 'd.sum', 'd.count', 'p.50', 'p.99.9', 'm', '_count', '_key'];
    for (const by of ['by_day', 'by_day>x', 'd', 'd.median', 'p', 'p.95', 'm.max', 'long.d'])
      assert.deepEqual(order(by), [['notOneNumber', `terms.order.${by}`, ...use]], by);
    for (const by of ['nothing', 'long>nothing', 'nothing>d'])
      assert.deepEqual(order(by), [['unknownKey', `terms.order.${by}`, ...use]], by);
  });
});
