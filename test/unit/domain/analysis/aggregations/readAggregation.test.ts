import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readAggregation } from '../../../../../src/domain/analysis/aggregation.ts';

const number = { field: 'channel_data.duration' };
const histogram = { ...number, interval: 5 };
const time = { field: 'session_start_time' };
const daily = { ...time, calendar_interval: 'day' };
const id = { field: 'id' };

/** What is told of the body of an aggregation: the code, where in the body, what, and what was expected. */
function toldOf(type: string, body: unknown): readonly string[] {
  return readAggregation({ a: { [type]: body } }, new Date(0)).problems.map(({ code, path, what, expected }) =>
    [code, path.slice(2).join('.'), what, expected && `(${expected.slice(0, 3).join(' ')})`]
      .filter((part) => part !== undefined && part !== '')
      .join(' '),
  );
}

describe('an option of an aggregation that is wrong is told once, at its place', () => {
  const intervals = '(hour day week)';
  const lengths = '(30m 12h 7d)';
  const cases: [type: string, body: unknown, ...told: string[]][] = [
    ['histogram', 5, 'expectedObject'],
    ['histogram', number, 'missingKey interval'],
    ['histogram', { ...number, interval: 'x' }, 'expectedNumber interval'],
    ['histogram', { ...number, interval: -1 }, 'badInterval interval -1'],
    ['histogram', { ...histogram, offset: 'x' }, 'expectedNumber offset'],
    ['histogram', { ...histogram, ...id }, 'kindDoesNotFit field id'],
    ['histogram', { ...histogram, ...time }],
    ['histogram', { ...histogram, min_doc_count: 'x' }, 'expectedNumber min_doc_count'],
    ['histogram', { ...histogram, keyed: 'true' }, 'expectedBoolean keyed'],
    ['histogram', { ...histogram, extended_bounds: 7 }, 'expectedObject extended_bounds'],
    ['histogram', { ...histogram, extended_bounds: { min: 'x' } }, 'expectedNumber extended_bounds.min'],
    ['histogram', { ...histogram, hard_bounds: { min: null, max: 3 } }],
    ['histogram', { ...histogram, hard_bounds: { min: 3, max: 3 } }],
    ['histogram', { ...histogram, hard_bounds: { min: 1, max: 3 }, extended_bounds: { min: 1, max: 3 } }],
    [
      'histogram',
      { ...histogram, hard_bounds: { max: 3 }, extended_bounds: { max: 4 } },
      'boundsOutside extended_bounds',
    ],
    ['date_histogram', { ...daily, ...number }, 'kindDoesNotFit field channel_data.duration'],
    ['date_histogram', time, 'expectedOne (calendar_interval fixed_interval)'],
    ['date_histogram', { ...daily, fixed_interval: '1d' }, 'onlyOne (calendar_interval fixed_interval)'],
    [
      'date_histogram',
      { ...time, interval: 'day' },
      'unknownKey interval interval (calendar_interval fixed_interval time_zone)',
    ],
    ['date_histogram', { ...time, calendar_interval: 5 }, 'expectedText calendar_interval'],
    [
      'date_histogram',
      { ...time, calendar_interval: 'toString' },
      `badInterval calendar_interval toString ${intervals}`,
    ],
    ['date_histogram', { ...time, fixed_interval: 5 }, 'expectedText fixed_interval'],
    ...['0d', '1dd', 'x1d', '1D', 'd', '1234567890ms'].map((text): [string, unknown, string] => [
      'date_histogram',
      { ...time, fixed_interval: text },
      `badInterval fixed_interval ${text} ${lengths}`,
    ]),
    ...['999999999ms', '1s', '1m', '1h', '1d'].map((text): [string, unknown] => [
      'date_histogram',
      { ...time, fixed_interval: text },
    ]),
    ['date_histogram', { ...daily, format: 5 }, 'expectedText format'],
    ['date_histogram', { ...daily, offset: 6 }, 'expectedText offset'],
    ['date_histogram', { ...daily, offset: '6' }, `badInterval offset 6 ${lengths}`],
    ['date_histogram', { ...daily, offset: '+-6h' }, `badInterval offset -6h ${lengths}`],
    ['date_histogram', { ...daily, time_zone: 5 }, 'expectedText time_zone'],
    ['date_histogram', { ...daily, extended_bounds: { min: true } }, 'badDate extended_bounds.min true'],
    ['date_histogram', { ...daily, extended_bounds: { min: 5, max: 6 } }],
    [
      'date_histogram',
      { ...daily, extended_bounds: { max: '9999-12-31||+1y' } },
      'badDate extended_bounds.max 9999-12-31||+1y',
    ],
    ['terms', { ...id, size: 'x' }, 'expectedNumber size'],
    ['terms', { ...id, size: -1 }, 'expectedNumber size -1'],
    ['terms', { ...id, min_doc_count: 'x' }, 'expectedNumber min_doc_count'],
    ['terms', { ...id, order: 5 }, 'expectedOne order (_count _key)'],
    ['terms', { ...id, order: {} }, 'expectedOne order (_count _key)'],
    ['terms', { ...id, order: [{}] }, 'expectedOne order.0 (_count _key)'],
    ['terms', { ...id, order: { _count: 'asc', _key: 'asc' } }, 'onlyOne order (_count _key)'],
    ['terms', { ...id, order: [{ _key: 'asc' }, { _count: 'up' }] }, 'kindDoesNotFit order.1._count up (asc desc)'],
    ['terms', { ...id, include: 5 }, 'expectedList include'],
    ['terms', { ...id, include: ['a', {}] }, 'kindDoesNotFit include.1 [object Object]'],
    ['terms', { ...number, exclude: ['x'] }, 'kindDoesNotFit exclude.0 x'],
    ['terms', { ...number, exclude: 'x' }, 'kindDoesNotFit exclude.0 x'],
    ['terms', { ...id, show_term_doc_count_error: 'x' }, 'expectedBoolean show_term_doc_count_error'],
    ['terms', { ...id, missing: {} }, 'expectedScalar missing'],
    ['terms', { ...number, missing: 'x' }, 'kindDoesNotFit missing x'],
    ['terms', { field: 'nothing' }, 'unknownField field nothing'],
    ['terms', { field: 5 }, 'expectedText field'],
    ['terms', { field: '' }, 'expectedText field'],
    ['filters', 5, 'expectedObject'],
    ['filters', {}, 'expectedObject filters'],
    ['filters', { filters: { a: 5 } }, 'expectedObject filters.a'],
    ['filters', { filters: [{ exists: id }, 5] }, 'expectedObject filters.1'],
    ['filters', { filters: [], other_bucket_key: 5 }, 'expectedText other_bucket_key'],
    ['filters', { filters: [], other_bucket: 'x' }, 'expectedBoolean other_bucket'],
    ['range', number, 'expectedList ranges'],
    ['range', { ...number, ranges: [{ to: 1 }, 5] }, 'expectedObject ranges.1'],
    ['range', { ...number, ranges: [{ key: 'x' }] }, 'missingKey ranges.0 (from to)'],
    ['range', { ...number, ranges: [{ from: null }] }],
    ['range', { ...number, ranges: [{ from: 'x' }] }, 'expectedNumber ranges.0.from'],
    ['range', { ...number, ranges: [{ to: 'x' }] }, 'expectedNumber ranges.0.to'],
    ['range', { ...number, ranges: [{ from: 1, key: 5 }] }, 'expectedText ranges.0.key'],
    ['range', { ...number, ranges: [{ from: 1, till: 5 }] }, 'unknownKey ranges.0.till till (key from to)'],
    ['range', { ...id, ranges: [] }, 'kindDoesNotFit field id'],
    ['range', { ...number, ranges: [], keyed: 1 }, 'expectedBoolean keyed'],
    ['nested', {}, 'expectedText path'],
    ['nested', { path: 'nothing' }, 'unknownField path nothing'],
    ['nested', { path: 'flow_path', x: 1 }, 'unknownKey x x (path)'],
    ['reverse_nested', { path: 'x' }, 'unknownKey path path ()'],
    ['missing', {}, 'missingKey field'],
    ['percentiles', {}, 'missingKey field'],
    ['percentiles', { ...number, percents: 5 }, 'expectedList percents'],
    ['percentiles', { ...number, percents: [0, 100] }],
    ['percentiles', { ...number, percents: [5, 'x'] }, 'expectedNumber percents.1'],
    [
      'percentiles',
      { ...number, percents: [-1, 100.1] },
      'kindDoesNotFit percents.0 -1',
      'kindDoesNotFit percents.1 100.1',
    ],
    ['cardinality', { ...number, x: 1 }, 'unknownKey x x (field missing)'],
    ['value_count', { field: 'flow_path' }, 'objectField field flow_path'],
    ['stats', {}, 'missingKey field'],
    ['max', id, 'kindDoesNotFit field id'],
    ['max', { ...number, missing: 'x' }, 'kindDoesNotFit missing x'],
  ];
  for (const [type, body, ...told] of cases)
    it(`${type} ${JSON.stringify(body)}`, () => assert.deepEqual(toldOf(type, body), told));

  const bodies: [aggs: unknown, ...told: string[]][] = [
    [undefined],
    [5, 'expectedObject'],
    [{ a: 5 }, 'expectedObject a'],
    [{ a: { meta: {}, max: number } }],
    [{ a: { meta: {} } }, 'expectedOne a'],
    [{ a: { avg: number, aggregations: {} } }, 'unknownKey a.aggregations'],
    [{ a: { filter: { exists: id }, aggs: 5 } }, 'expectedObject a.aggs'],
    [{ a: { filter: { exists: id }, aggregations: { b: { max: {} } } } }, 'missingKey a.aggregations.b.max'],
    [{ a: { toString: {} } }, 'unknownKey a.toString'],
  ];
  for (const [aggs, ...told] of bodies) {
    it(JSON.stringify(aggs) ?? 'nothing', () => {
      const { problems } = readAggregation(aggs, new Date(0));
      assert.deepEqual(
        problems.map(({ code, path }) => `${code} ${path.join('.')}`.trim()),
        told,
      );
    });
  }

  it('aggregations within one another, ten deep', () => {
    const nested = (depth: number): object => ({
      a: { filter: { exists: id }, ...(depth > 1 ? { aggs: nested(depth - 1) } : {}) },
    });
    const codes = (depth: number) => readAggregation(nested(depth), new Date(0)).problems.map(({ code }) => code);
    assert.deepEqual([codes(10), codes(11), codes(12)], [[], ['tooDeep'], ['tooDeep']]);
  });
});
