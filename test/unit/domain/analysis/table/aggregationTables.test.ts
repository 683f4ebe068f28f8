import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readAggregation } from '../../../../../src/domain/analysis/aggregation.ts';
import { aggregationCsv } from '../../../../../src/domain/analysis/table/aggregationCsv.ts';
import { aggregationTables } from '../../../../../src/domain/analysis/table/aggregationTables.ts';

const now = new Date('2026-11-20T12:00:00Z');
const words = { count: 'count', others: '(others)' };
const sessions = [
  { session_start_time: '2026-11-01T10:00:00', channel: 'voice', source: '=1+1', channel_data: { duration: 10 } },
  { session_start_time: '2026-11-01T11:00:00', channel: 'voice', source: '__proto__', channel_data: { duration: 30 } },
  { session_start_time: '2026-11-02T10:00:00', channel: 'sms', source: 'a "b", c' },
];

function tablesOf(aggs: unknown) {
  const { start, problems } = readAggregation(aggs, now);
  assert.deepEqual(problems, []);
  const aggregating = start();
  for (const session of sessions) aggregating.collect(session);
  return aggregationTables(aggregating.result(), aggs);
}

const duration = { field: 'channel_data.duration' };

describe('tables of aggregations', () => {
  it('have a row for each bucket, with what was measured of it', () => {
    assert.deepEqual(
      tablesOf({
        by_channel: {
          terms: { field: 'channel' },
          aggs: { d: { percentiles: { ...duration, percents: [50, 62.5] } }, n: { stats: duration } },
        },
      }),
      [
        {
          names: ['by_channel'],
          columns: ['by_channel'],
          order: undefined,
          measures: ['d p50', 'd p62.5', 'n count', 'n min', 'n max', 'n avg', 'n sum'],
          times: [],
          durations: ['d p50', 'd p62.5', 'n min', 'n max', 'n avg', 'n sum'],
          durationColumns: [],
          rows: [
            { keys: ['voice'], count: 2, values: [20, 22.5, 2, 10, 30, 20, 40] },
            { keys: ['sms'], count: 1, values: [null, null, 0, null, null, null, 0] },
          ],
        },
      ],
    );
  });

  it('know which measures and keys are durations, and CSV says their unit', () => {
    const tables = tablesOf({
      lengths: {
        histogram: { ...duration, interval: 20, min_doc_count: 1 },
        aggs: {
          voice: {
            filter: { term: { channel: 'voice' } },
            aggs: { longest: { max: duration }, lengths: { value_count: duration } },
          },
        },
      },
    });
    assert.deepEqual(
      tables.map(({ names, durationColumns, durations }) => [names.join('>'), durationColumns, durations]),
      [
        ['lengths', ['lengths'], []],
        ['lengths>voice', ['lengths', 'voice'].slice(0, 1), ['longest']],
      ],
    );
    assert.equal(
      aggregationCsv(tables, words),
      'lengths (ms),count\r\n0,1\r\n20,1\r\n\r\nlengths (ms),voice,count,longest (ms),lengths\r\n0,voice,1,10,1\r\n20,voice,1,30,1\r\n',
    );
  });

  it('know which measures are instants, also where only some buckets have one', () => {
    const start = { field: 'session_start_time' };
    const aggs = { first: { min: start }, times: { stats: start }, p: { percentiles: { ...start, percents: [50] } } };
    const [table] = tablesOf({ by: { terms: { field: 'source' }, aggs: { ...aggs, n: { value_count: start } } } });
    assert.deepEqual(table?.times, ['first', 'times min', 'times max', 'times avg', 'p p50']);
    assert.deepEqual(table?.rows[0]?.values[0], Date.UTC(2026, 10, 1, 10));
    const csv = aggregationCsv(
      tablesOf({ first: { min: start }, none: { max: { field: 'session_end_time' } } }),
      words,
    );
    assert.equal(csv, 'first,none\r\n2026-11-01T10:00:00.000Z,\r\n');
  });

  it('hold buckets within buckets, with the keys of those around them', () => {
    const day = { date_histogram: { field: 'session_start_time', calendar_interval: 'day' } };
    const [outer, inner, ...more] = tablesOf({ by_channel: { terms: { field: 'channel' }, aggs: { by_day: day } } });
    assert.deepEqual(more, []);
    assert.deepEqual(
      outer?.rows.map(({ keys, count }) => [...keys, count]),
      [
        ['voice', 2],
        ['sms', 1],
      ],
    );
    assert.deepEqual(
      [inner?.names, inner?.columns, inner?.order],
      [['by_channel', 'by_day'], ['by_channel', 'by_day'], 'time'],
    );
    assert.deepEqual(
      inner?.rows.map(({ keys, count }) => [...keys, count]),
      [
        ['voice', '2026-11-01T00:00:00.000Z', 2],
        ['sms', '2026-11-02T00:00:00.000Z', 1],
      ],
    );
  });

  it('say what a size cut off, what meets a condition, and what was measured over all', () => {
    assert.deepEqual(
      tablesOf({
        callers: { cardinality: { field: 'source' } },
        first: { terms: { field: 'channel', size: 1 } },
        long: { filter: { range: { 'channel_data.duration': { gte: 20 } } } },
        lengths: { range: { ...duration, ranges: [{ to: 20 }, { from: 20 }] } },
        kinds: { filters: { filters: { __proto__x: { term: { channel: 'sms' } } } } },
      }).map(({ names, order, measures, rows }) => [
        names,
        order,
        measures,
        rows.map(({ keys, count, values }) => [keys, count, values]),
      ]),
      [
        [[], undefined, ['callers'], [[[], null, [3]]]],
        [
          ['first'],
          undefined,
          [],
          [
            [['voice'], 2, []],
            [[null], 1, []],
          ],
        ],
        [['long'], undefined, [], [[['long'], 1, []]]],
        [
          ['lengths'],
          undefined,
          [],
          [
            [['*-20.0'], 1, []],
            [['20.0-*'], 1, []],
          ],
        ],
        [['kinds'], undefined, [], [[['__proto__x'], 1, []]]],
      ],
    );
  });

  it('have no column for what has one bucket', () => {
    const channel = { terms: { field: 'channel' } };
    const [long, inner] = tablesOf({
      long: { filter: { range: { 'channel_data.duration': { gte: 20 } } }, aggs: { by_channel: channel } },
    });
    assert.deepEqual([long?.names, long?.columns, long?.rows[0]?.keys], [['long'], ['long'], ['long']]);
    assert.deepEqual([inner?.names, inner?.columns], [['long', 'by_channel'], ['by_channel']]);
    assert.deepEqual(inner?.rows, [{ keys: ['voice'], count: 1, values: [] }]);
  });

  it('of numbers that lie side by side are told from values that were counted', () => {
    const [counted, side] = tablesOf({
      counted: { terms: duration },
      side: { histogram: { ...duration, interval: 20 } },
    });
    assert.deepEqual([counted?.order, side?.order], [undefined, 'number']);
    assert.deepEqual(
      side?.rows.map(({ keys, count }) => [...keys, count]),
      [
        ['0', 1],
        ['20', 1],
      ],
    );
  });

  it('are CSV that no spreadsheet takes for formulae', () => {
    const tables = tablesOf({
      callers: { cardinality: { field: 'source' } },
      '@who': { terms: { field: 'source', size: 3 }, aggs: { d: { avg: duration } } },
    });
    assert.equal(
      aggregationCsv(tables, words),
      `callers\r\n3\r\n\r\n'@who,count,d (ms)\r\n'=1+1,1,10\r\n__proto__,1,30\r\n"a ""b"", c",1,\r\n`,
    );
    assert.equal(aggregationCsv([], words), '');
  });
});
