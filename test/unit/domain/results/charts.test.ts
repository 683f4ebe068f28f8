import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { durationBuckets } from '../../../../src/domain/results/charts/durationBuckets.ts';
import { timeBuckets } from '../../../../src/domain/results/charts/timeBuckets.ts';
import {
  bucketColumn,
  durationBucketOf,
  durationBuckets as durationNames,
  hourOf,
  hours,
  weekdayOf,
  weekdays,
} from '../../../../src/domain/results/facets/bucketColumn.ts';
import { zoneOffsets } from '../../../../src/domain/time/zoneOffsets.ts';
import { seededRandom } from '../../../../src/emulator/samples/random.ts';

const at = (text: string): number => Date.parse(`${text}Z`);
const utc = (): number => 0;

function overTime(starts: readonly number[], kinds: readonly number[] = [], offset: (ms: number) => number = utc) {
  const rows = Uint32Array.from(starts.keys());
  return timeBuckets({ values: starts, rows, kindOf: (row) => kinds[row] ?? 0, kinds: 2, offset });
}

describe('sessions over time', () => {
  it('are counted in round spans, by kind, those between that have none too', () => {
    const { step, buckets, without } = overTime(
      [at('2026-05-01T10:07:00'), at('2026-05-01T10:07:59'), at('2026-05-01T10:10:00'), Number.NaN],
      [0, 1, 1, 0],
    );
    assert.equal(step, 60_000);
    assert.equal(without, 1);
    assert.deepEqual(
      buckets.map(({ from, counts }) => [new Date(from).toISOString().slice(11, 16), ...counts]),
      [
        ['10:07', 1, 1],
        ['10:08', 0, 0],
        ['10:09', 0, 0],
        ['10:10', 0, 1],
      ],
    );
  });

  it('end where the next begins, and a row at a border is of the later one', () => {
    const { buckets } = overTime([at('2026-05-01T00:00:00'), at('2026-05-30T00:00:00')]);
    // Twice a day, from the first to the thirtieth.
    assert.equal(buckets.length, 59);
    assert.deepEqual([buckets[0]?.total, buckets.at(-1)?.total], [1, 1]);
    for (const [index, { to }] of buckets.entries()) if (buckets[index + 1]) assert.equal(to, buckets[index + 1]?.from);
  });

  it('begin their days at midnight of the zone, also when its clock changes', () => {
    const offset = zoneOffsets('Europe/Berlin');
    // On 29 March 2026 at 2:00 it becomes 3:00.
    const { step, buckets } = overTime([at('2026-03-01T12:00:00'), at('2026-04-20T12:00:00')], [], offset);
    assert.equal(step, 86_400_000);
    assert.equal(new Date(buckets[0]?.from ?? 0).toISOString(), '2026-02-28T23:00:00.000Z');
    assert.equal(new Date(buckets.at(-1)?.from ?? 0).toISOString(), '2026-04-19T22:00:00.000Z');
  });

  it('of one session is one bar, of none is none, of years are few', () => {
    assert.equal(overTime([at('2026-05-01T10:00:00')]).buckets.length, 1);
    assert.deepEqual(overTime([]).buckets, []);
    assert.deepEqual(overTime([Number.NaN]), { step: 3_600_000, buckets: [], without: 1 });
    const years = overTime([0, at('2026-01-01T00:00:00')]).buckets;
    assert.ok(years.length > 1 && years.length <= 60, String(years.length));
  });

  it('hold each session once, in the span that it is of', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const random = seededRandom(seed);
      const spread = 10 ** (3 + Math.floor(random() * 9));
      const starts = Array.from({ length: 1 + Math.floor(random() * 80) }, () =>
        random() < 0.1 ? Number.NaN : at('2026-03-20T00:00:00') + Math.floor(random() * spread),
      );
      const offset = seed % 2 === 0 ? utc : zoneOffsets('America/New_York');
      const { buckets, without } = overTime(starts, [], offset);
      const known = starts.filter((ms) => !Number.isNaN(ms));
      assert.ok(buckets.length <= 61);
      assert.equal(without, starts.length - known.length);
      for (const { from, to, total } of buckets) {
        assert.equal(total, known.filter((ms) => ms >= from && ms < to).length, `seed ${seed}, ${from}`);
      }
    }
  });
});

describe('durations', () => {
  const of = (values: readonly number[]) => durationBuckets(values, Uint32Array.from(values.keys()));

  it('are counted in spans, with the middle and the slowest of twenty', () => {
    const { buckets, p50, p95, without } = of([1000, 2000, 3000, 4000, Number.NaN]);
    assert.deepEqual([p50, Math.round(p95 ?? 0), without], [2500, 3850, 1]);
    assert.equal(
      buckets.reduce((sum, { total }) => sum + total, 0),
      4,
    );
    assert.equal(buckets[0]?.from, 0);
  });

  it('put what took far longer than all others into the last, which has no end', () => {
    const { buckets } = of([...Array.from({ length: 200 }, (_, index) => 1000 + index), 36_000_000]);
    assert.equal(buckets.at(-1)?.to, Number.POSITIVE_INFINITY);
    assert.equal(
      buckets.reduce((sum, { total }) => sum + total, 0),
      201,
    );
    assert.ok(buckets.length <= 31);
  });

  it('are spans of one length from zero on, the slowest in the last', () => {
    const spans = (...values: number[]) => of(values).buckets.map(({ from, to, total }) => [from, to, total]);
    assert.deepEqual(spans(250, 0, 99, 100), [
      [0, 100, 2],
      [100, 200, 1],
      [200, 300, 1],
    ]);
    assert.deepEqual(spans(2_999).length, 30);
    assert.deepEqual(spans(3_000).at(-1), [3_000, 3_500, 1]);
    assert.deepEqual(spans(14_000).at(-1), [14_000, 14_500, 1]);
    assert.deepEqual(spans(300 * 3_600_000).at(-1), [300 * 3_600_000, 310 * 3_600_000, 1]);
    const long = [...Array.from({ length: 200 }, () => 50), 200];
    assert.deepEqual(spans(...long), [[0, Number.POSITIVE_INFINITY, 201]]);
  });

  it('are of any order, and less than nothing is not measured', () => {
    const { p50, p95, without } = of([4000, -1, 1000, 3000, 2000]);
    assert.deepEqual([p50, Math.round(p95 ?? 0), without], [2500, 3850, 1]);
  });

  it('of none are none, of zero are one', () => {
    assert.deepEqual(of([]), { buckets: [], p50: undefined, p95: undefined, without: 0 });
    assert.equal(of([0]).buckets[0]?.total, 1);
    assert.equal(of([0]).p95, 0);
  });
});

describe('facets of numbers', () => {
  const cases: [ms: number, bucket: string][] = [
    [0, '-10'],
    [9_999, '-10'],
    [10_000, '10-30'],
    [59_999, '30-60'],
    [60_000, '60-120'],
    [599_999, '300-600'],
    [600_000, '600-'],
    [Number.POSITIVE_INFINITY, '600-'],
  ];
  for (const [ms, bucket] of cases) {
    it(`a duration of ${ms} ms is ${bucket}`, () => assert.equal(durationNames[durationBucketOf(ms)], bucket));
  }

  it('hours and weekdays are those of the zone', () => {
    const monday = at('2026-11-30T23:30:00');
    assert.deepEqual([hourOf(monday, 0), weekdayOf(monday, 0)], [23, 0]);
    const hour = 3_600_000;
    assert.deepEqual([hourOf(monday, hour), weekdayOf(monday, hour)], [0, 1]);
    assert.deepEqual([hourOf(-1, 0), weekdayOf(-1, 0)], [23, 2]);
  });

  it('what is no number has no value', () => {
    const column = bucketColumn([5, Number.NaN], { length: 2, texts: ['a'], bucketOf: () => 0 });
    assert.deepEqual([...(column.codes as Uint8Array)], [1, 0]);
    assert.deepEqual([column.texts, column.length, [...(column.ends as Uint32Array)]], [['', 'a'], 2, [1, 2]]);
  });

  it('have names in the order of their numbers', () => {
    assert.deepEqual([hours.length, hours[0], hours[7], hours[23]], [24, '00', '07', '23']);
    assert.deepEqual(weekdays, ['1', '2', '3', '4', '5', '6', '7']);
  });
});

describe('how far a zone is ahead of UTC', () => {
  const cases: [zone: string, time: string, hours: number][] = [
    ['utc', '2026-07-01T00:00:00', 0],
    ['Europe/Berlin', '2026-01-01T00:00:00', 1],
    ['Europe/Berlin', '2026-07-01T00:00:00', 2],
    ['Asia/Kolkata', '2026-07-01T00:00:00', 5.5],
    ['America/New_York', '2026-03-08T06:59:59', -5],
    ['America/New_York', '2026-03-08T07:00:00', -4],
    ['No/Such_Zone', '2026-07-01T00:00:00', 0],
  ];
  for (const [zone, time, hours] of cases) {
    it(`${zone} at ${time}`, () => assert.equal(zoneOffsets(zone)(at(time)), hours * 3_600_000));
  }
});
