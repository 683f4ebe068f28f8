import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { readAggregation } from '../../src/domain/analysis/aggregation.ts';
import { isRecord } from '../../src/domain/json/looseValues.ts';
import { always, TestArchive } from './support/cluster.ts';
import { chance, seed, sessions } from './support/judged.ts';

const count = Number(process.env.INSIGHTS_QUERIES ?? 200);
const archive = new TestArchive('aggregations');
const now = new Date('2026-05-01T12:00:00Z');

const ids = [
  'status',
  'source',
  'channel',
  'agent_information.name',
  'request_ids',
  'flow_path.node_id',
  'flow_path.type',
  'tags_list.tag',
  'params_list.name',
] as const;
const numbers = [
  'channel_data.duration',
  'channel_data.status_code',
  'flow_path.execution_time',
  'flow_path.response.code',
] as const;
const dates = ['session_start_time', 'session_end_time'] as const;
const truths = ['flow_path.synchronized', 'params_list.completed'] as const;
const elsewhere = ['params.name.value', 'tags.c.t', 'unheard'] as const;

type Aggregation = Readonly<Record<string, unknown>>;

function aggregation(depth = 0): Aggregation {
  const inner = depth < 2 && chance.of(0.4) ? { aggs: aggregations(depth + 1) } : {};
  const any = (): string => chance.one([...ids, ...numbers, ...dates, ...truths]);
  const some: readonly [() => Aggregation, ...(() => Aggregation)[]] = [
    () => ({ terms: terms(), ...inner }),
    () => ({ terms: { field: chance.one([...ids, ...elsewhere]) }, ...inner }),
    () => ({
      terms: chance.one([
        { field: 'channel', include: ['voice', 'sms'], exclude: ['sms'] },
        { field: 'channel', exclude: 'voice' },
        { field: 'flow_path.response.code', include: [200, 500], shard_size: 30 },
      ]),
      ...inner,
    }),
    () => ({ filter: { term: { channel: 'voice' } }, ...inner }),
    () => ({ filter: { exists: { field: any() } }, ...inner }),
    () => ({
      filters: {
        filters: chance.one([
          { a: { term: { status: 'ended' } }, b: { range: { 'channel_data.duration': { gte: 10 } } } },
          [{ term: { status: 'ended' } }, { match: { 'transcription.user': 'no' } }],
        ]),
        ...(chance.of(0.5) ? { other_bucket: true } : {}),
      },
      ...inner,
    }),
    () => ({
      range: {
        field: chance.one(numbers),
        ranges: chance.one([
          [{ to: 10 }, { from: 10, to: 200 }, { from: 200 }],
          [{ from: 100, key: 'slow' }, { to: 5 }, { from: 0, to: 1000 }],
        ]),
      },
      ...inner,
    }),
    () => ({
      histogram: {
        field: chance.one(['channel_data.duration', 'channel_data.status_code']),
        interval: chance.one([10_000, 50_000]),
        ...chance.one([
          { min_doc_count: 1 },
          { min_doc_count: 1, hard_bounds: { min: 10_000, max: 100_000 } },
          { min_doc_count: 1, hard_bounds: { min: 12_000, max: 119_000 }, keyed: true },
          { extended_bounds: { min: -20_000, max: 130_000 }, hard_bounds: { min: -20_000, max: 150_000 } },
          { extended_bounds: { max: 100_000 }, hard_bounds: { min: 0, max: 300_000 }, offset: 3000 },
        ]),
      },
      ...inner,
    }),
    () => ({
      date_histogram: {
        field: chance.one(dates),
        ...chance.one([
          { calendar_interval: 'month' },
          { calendar_interval: 'week' },
          { calendar_interval: 'quarter', time_zone: 'Asia/Kathmandu' },
          { calendar_interval: 'year' },
          { calendar_interval: '1d', time_zone: 'Europe/Berlin' },
          { fixed_interval: '12h' },
          { fixed_interval: '7d', offset: '6h', time_zone: '-03:30' },
        ] as const),
        ...chance.one([
          { min_doc_count: 1 },
          { min_doc_count: 1, keyed: true, format: 'dd.MM.yyyy HH:mm XXX' },
          { min_doc_count: 1, hard_bounds: { min: '2026-02-01', max: '2026-04-10' } },
          {
            min_doc_count: 1,
            hard_bounds: { min: '2026-03-01T00:00:00Z', max: 1_777_000_000_000 },
            extended_bounds: { min: '2026-03-02' },
          },
        ]),
      },
      ...inner,
    }),
    () => ({
      date_histogram: {
        field: 'session_start_time',
        calendar_interval: chance.one(['week', 'month']),
        time_zone: chance.one(['Europe/Berlin', 'UTC', '+05:45']),
        offset: chance.one(['+6h', '-30m', '+0h']),
        hard_bounds: { min: '2026-01-10', max: '2026-06-20' },
        extended_bounds: { min: '2026-01-20||/M', max: '2026-06-10' },
      },
    }),
    () => ({ missing: { field: any() }, ...inner }),
    () => ({ cardinality: { field: any() } }),
    () => ({ value_count: { field: any() } }),
    () => ({
      [chance.one(['min', 'max', 'avg', 'sum', 'stats'])]: { field: chance.one([...numbers, ...dates, ...truths]) },
    }),
    () => ({ percentiles: { field: chance.one(numbers), ...(chance.of(0.5) ? { percents: [50, 99.9] } : {}) } }),
    () => ({ [chance.one(['min', 'value_count', 'sum'])]: { field: chance.one(numbers), missing: 3 } }),
  ];
  return chance.one(some)();
}

function terms(): Aggregation {
  return {
    field: chance.one([...ids, ...numbers, ...truths, 'session_end_time']),
    ...(chance.of(0.5) ? { size: chance.between(1, 30) } : {}),
    ...(chance.of(0.3)
      ? { order: chance.one([{ _key: 'asc' }, { _count: 'asc' }, [{ _count: 'desc' }, { _key: 'desc' }]]) }
      : {}),
    ...(chance.of(0.2) ? { min_doc_count: 3 } : {}),
    ...(chance.of(0.2) ? { missing: 'none' } : {}),
    ...(chance.of(0.2) ? { show_term_doc_count_error: true } : {}),
  };
}

function aggregations(depth = 0): Aggregation {
  return Object.fromEntries(Array.from({ length: chance.between(1, 2) }, (_, at) => [`a${at}`, aggregation(depth)]));
}

function assertAlike(actual: unknown, expected: unknown, about: string, path: readonly string[] = []): void {
  if (typeof actual === 'number' && typeof expected === 'number') {
    const far = Math.abs(actual - expected);
    // Percentiles are estimated; how well is another test's question.
    assert.ok(
      far <= 1e-9 * Math.abs(expected) || path.at(-2) === 'values',
      `${path.join('.')}: ${actual} is not ${expected}, ${about}`,
    );
  } else if (Array.isArray(actual) && Array.isArray(expected)) {
    assert.equal(
      actual.length,
      expected.length,
      `${path.join('.')}, ${about}: ${JSON.stringify(actual)} ${JSON.stringify(expected)}`,
    );
    actual.forEach((one, at) => {
      assertAlike(one, expected[at], about, [...path, String(at)]);
    });
  } else if (isRecord(actual) && isRecord(expected)) {
    assert.deepEqual(Object.keys(actual).sort(), Object.keys(expected).sort(), `${path.join('.')}, ${about}`);
    for (const [name, value] of Object.entries(actual)) assertAlike(value, expected[name], about, [...path, name]);
  } else assert.deepEqual(actual, expected, `${path.join('.')}, ${about}`);
}

describe('an aggregation counts in an archive what it counts here', () => {
  before(async () => {
    assert.equal((await archive.write(sessions)).complete, true);
  });
  after(() => archive.remove());

  it(`of ${count} random ones, one within another, by the engine or here`, async () => {
    let byEngine = 0;
    for (let at = 0; at < count; at++) {
      const aggs = aggregations();
      const expected = readAggregation(aggs, now).start();
      for (const session of sessions) expected.collect(session);
      let here = false;
      const { result, total } = await archive.client.ranges.aggregate({
        request: always,
        aggs,
        now,
        onProgress: () => {
          here = true;
        },
      });
      if (!here) byEngine += 1;
      assert.equal(total, sessions.length);
      assertAlike(result, expected.result(), `aggregation ${at} of seed ${seed}: ${JSON.stringify(aggs)}`);
    }
    assert.ok(byEngine > count / 2, `${byEngine} of ${count} were answered by the engine`);
  });

  it('percentiles lie within two percent of the rank that they are asked at', async () => {
    const field = 'channel_data.duration';
    const percents = [5, 25, 50, 75, 95];
    const { result } = await archive.client.ranges.aggregate({
      request: always,
      aggs: { asked: { percentiles: { field, percents } } },
      now,
    });
    const { values } = result.asked as { readonly values: Readonly<Record<string, number>> };
    const exact = readAggregation(
      { asked: { percentiles: { field, percents: percents.flatMap((percent) => [percent - 2, percent + 2]) } } },
      now,
    ).start();
    for (const session of sessions) exact.collect(session);
    const bounds = (exact.result().asked as typeof result.asked & { readonly values: Readonly<Record<string, number>> })
      .values;
    for (const percent of percents) {
      const value = values[`${percent}.0`] ?? Number.NaN;
      assert.ok(
        value >= (bounds[`${percent - 2}.0`] ?? Number.NaN) && value <= (bounds[`${percent + 2}.0`] ?? Number.NaN),
      );
    }
  });
});
