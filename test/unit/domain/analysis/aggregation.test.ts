import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readAggregation } from '../../../../src/domain/analysis/aggregation.ts';
import { projection } from '../../../../src/domain/session/fields/projection.ts';
import { isoText } from '../../../../src/domain/time/calendar.ts';

const now = new Date('2026-11-20T12:00:00Z');

const sessions = [
  {
    id: 's1',
    session_start_time: '2026-10-24T22:30:00',
    agent_information: { name: 'Front Desk' },
    channel_data: { duration: 10 },
    flow_path: [{ response: { code: 200 } }, { response: { code: 500 } }],
  },
  {
    id: 's2',
    session_start_time: '2026-10-25T00:30:00',
    agent_information: { name: 'Front Desk' },
    channel_data: { duration: '30' },
    flow_path: [{ response: { code: 500 } }, { response: { code: 500 } }],
  },
  {
    id: 's3',
    session_start_time: '2026-10-25T01:30:00',
    agent_information: { name: 'Orders' },
    channel_data: { duration: 20 },
  },
  {
    id: 's4',
    session_start_time: '2026-10-28T12:00:00',
    agent_information: { name: 'Bookings' },
    channel_data: { duration: null },
  },
  { id: 's5', session_start_time: 'soon', channel_data: { duration: 'long' } },
];

function answer(aggs: unknown, all: readonly unknown[] = sessions): unknown {
  const { start, problems } = readAggregation(aggs, now);
  assert.deepEqual(problems, []);
  const aggregating = start();
  for (const session of all) aggregating.collect(session);
  return aggregating.result();
}

const only = (type: string, body: unknown, within?: unknown): unknown =>
  (answer({ a: { [type]: body, ...(within ? { aggs: within } : {}) } }) as { a: unknown }).a;

describe('terms', () => {
  it('counts sessions by value, the most first, then by key', () => {
    assert.deepEqual(only('terms', { field: 'agent_information.name' }), {
      doc_count_error_upper_bound: 0,
      sum_other_doc_count: 0,
      buckets: [
        { key: 'Front Desk', doc_count: 2 },
        { key: 'Bookings', doc_count: 1 },
        { key: 'Orders', doc_count: 1 },
      ],
    });
  });

  it('counts a session once for each of its different values', () => {
    const { buckets } = only('terms', { field: 'flow_path.response.code' }) as { buckets: unknown };
    assert.deepEqual(buckets, [
      { key: 500, doc_count: 2 },
      { key: 200, doc_count: 1 },
    ]);
  });

  it('says how many are in what its size cuts off', () => {
    const { buckets, sum_other_doc_count: other } = only('terms', { field: 'agent_information.name', size: 1 }) as {
      buckets: unknown;
      sum_other_doc_count: number;
    };
    assert.deepEqual(buckets, [{ key: 'Front Desk', doc_count: 2 }]);
    assert.equal(other, 2);
  });

  it('counts what has no value as what is said, and leaves out what is too rare', () => {
    const { buckets } = only('terms', { field: 'agent_information.name', missing: 'Front Desk', min_doc_count: 2 }) as {
      buckets: unknown;
    };
    assert.deepEqual(buckets, [{ key: 'Front Desk', doc_count: 3 }]);
  });

  const orders: readonly (readonly [order: unknown, keys: readonly string[]])[] = [
    [{ _key: 'asc' }, ['Bookings', 'Front Desk', 'Orders']],
    [{ _count: 'asc' }, ['Bookings', 'Orders', 'Front Desk']],
    [{ longest: 'desc' }, ['Front Desk', 'Orders', 'Bookings']],
    [{ 'slow.50.0': 'asc' }, ['Front Desk', 'Orders', 'Bookings']],
    [
      [{ 'slow.50': 'desc' }, { _key: 'desc' }],
      ['Orders', 'Front Desk', 'Bookings'],
    ],
  ];
  for (const [order, keys] of orders) {
    it(`can be ordered: ${JSON.stringify(order)}`, () => {
      const within = {
        longest: { max: { field: 'channel_data.duration' } },
        slow: { percentiles: { field: 'channel_data.duration', percents: [50] } },
      };
      const { buckets } = only('terms', { field: 'agent_information.name', order }, within) as {
        buckets: { key: string }[];
      };
      assert.deepEqual(
        buckets.map(({ key }) => key),
        keys,
      );
    });
  }

  // Orders has one duration, Bookings none, Front Desk two.
  const empty: readonly (readonly [order: unknown, keys: readonly string[]])[] = [
    // The mean of nothing is no number: it is last in either direction.
    [{ mean: 'asc' }, ['Front Desk', 'Orders', 'Bookings']],
    [{ mean: 'desc' }, ['Front Desk', 'Orders', 'Bookings']],
    [{ slow: 'desc' }, ['Front Desk', 'Orders', 'Bookings']],
    [{ 'slow.50': 'asc' }, ['Front Desk', 'Orders', 'Bookings']],
    [{ 'all.avg': 'desc' }, ['Front Desk', 'Orders', 'Bookings']],
    // The least of nothing is more than any number, and the greatest less.
    [{ least: 'asc' }, ['Front Desk', 'Orders', 'Bookings']],
    [{ least: 'desc' }, ['Bookings', 'Orders', 'Front Desk']],
    [{ greatest: 'asc' }, ['Bookings', 'Orders', 'Front Desk']],
    [{ 'all.min': 'desc' }, ['Bookings', 'Orders', 'Front Desk']],
    [{ 'all.count': 'asc' }, ['Bookings', 'Orders', 'Front Desk']],
    [{ total: 'asc' }, ['Bookings', 'Orders', 'Front Desk']],
    // A bucket stands for how many are in it.
    [{ failed: 'desc' }, ['Front Desk', 'Bookings', 'Orders']],
    [{ 'failed.doc_count': 'asc' }, ['Bookings', 'Orders', 'Front Desk']],
    [{ 'failed._count': 'desc' }, ['Front Desk', 'Bookings', 'Orders']],
    [{ steps: 'desc' }, ['Front Desk', 'Bookings', 'Orders']],
    [{ 'failed>d.t': 'desc' }, ['Front Desk', 'Bookings', 'Orders']],
    [{ 'failed>steps>codes.max': 'asc' }, ['Bookings', 'Orders', 'Front Desk']],
  ];
  for (const [order, keys] of empty) {
    it(`can be ordered where there is nothing to measure: ${JSON.stringify(order)}`, () => {
      const duration = { field: 'channel_data.duration' };
      const codes = { stats: { field: 'flow_path.response.code' } };
      const steps = { nested: { path: 'flow_path' }, aggs: { codes } };
      const within = {
        mean: { avg: duration },
        least: { min: duration },
        greatest: { max: duration },
        total: { sum: duration },
        all: { stats: duration },
        slow: { percentiles: { ...duration, percents: [50] } },
        failed: {
          filter: { term: { 'flow_path.response.code': 500 } },
          aggs: { 'd.t': { sum: duration }, steps },
        },
        steps,
      };
      const { buckets } = only('terms', { field: 'agent_information.name', order }, within) as {
        buckets: { key: string }[];
      };
      assert.deepEqual(
        buckets.map(({ key }) => key),
        keys,
      );
    });
  }

  it('goes by code points where keys are compared', () => {
    const names = ['\u{1F600}', '\uFF21', 'z', '\u{1F600}a', '\uFF21\u{1F600}', '\uFF21\uFF21'];
    const all = names.map((name) => ({ agent_information: { name } }));
    const { a } = answer({ a: { terms: { field: 'agent_information.name' } } }, all) as {
      a: { buckets: { key: string }[] };
    };
    assert.deepEqual(
      a.buckets.map(({ key }) => key),
      names.toSorted((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other))),
    );
  });

  it('holds names that every object has as plain keys', () => {
    const odd = ['__proto__', 'constructor', '=1+1', '<b>', '\u202Eabc'].map((name) => ({
      agent_information: { name },
    }));
    const { a } = answer({ a: { terms: { field: 'agent_information.name' } } }, odd) as {
      a: { buckets: { key: string }[] };
    };
    assert.deepEqual(a.buckets.map(({ key }) => key).sort(), odd.map(({ agent_information: { name } }) => name).sort());
  });
});

describe('measures', () => {
  const duration = { field: 'channel_data.duration' };
  const found: readonly (readonly [type: string, body: unknown, result: unknown])[] = [
    ['value_count', duration, { value: 3 }],
    ['min', duration, { value: 10 }],
    ['max', duration, { value: 30 }],
    ['sum', duration, { value: 60 }],
    ['avg', duration, { value: 20 }],
    ['stats', duration, { count: 3, min: 10, max: 30, avg: 20, sum: 60 }],
    ['cardinality', { field: 'flow_path.response.code' }, { value: 2 }],
    [
      'percentiles',
      { ...duration, percents: [0, 25, 50, 99.5, 100] },
      { values: { '0.0': 10, '25.0': 15, '50.0': 20, '99.5': 29.9, '100.0': 30 } },
    ],
    [
      'max',
      { field: 'session_start_time' },
      { value: Date.UTC(2026, 9, 28, 12), value_as_string: '2026-10-28T12:00:00.000Z' },
    ],
    ['avg', { ...duration, missing: 0 }, { value: 12 }],
  ];
  for (const [type, body, result] of found) {
    it(`${type} ${JSON.stringify(body)}`, () => assert.deepEqual(only(type, body), result));
  }

  it('of instants come with their text', () => {
    const start = { field: 'session_start_time' };
    const [first, last] = ['2026-10-24T22:30:00.000Z', '2026-10-28T12:00:00.000Z'];
    const [min, max] = [Date.parse(first), Date.parse(last)];
    const { stats, p } = answer({ stats: { stats: start }, p: { percentiles: { ...start, percents: [0, 100] } } }) as {
      stats: Record<string, unknown>;
      p: unknown;
    };
    assert.deepEqual([stats.min, stats.min_as_string, stats.max, stats.max_as_string], [min, first, max, last]);
    assert.deepEqual(p, {
      values: { '0.0': min, '100.0': max, '0.0_as_string': first, '100.0_as_string': last },
    });
  });

  it('of one value are that value, and percents are named as they are, in their order and once', () => {
    const one = [{ channel_data: { duration: 7 } }];
    const percents = [99.999, 50, 0, 99.99, 100, 12.5, 50];
    const { a } = answer({ a: { percentiles: { ...duration, percents } } }, one) as { a: { values: object } };
    assert.deepEqual(Object.entries(a.values), [
      ['0.0', 7],
      ['12.5', 7],
      ['50.0', 7],
      ['99.99', 7],
      ['99.999', 7],
      ['100.0', 7],
    ]);
  });

  it('have no value where there is nothing to measure', () => {
    const all = { count: 0, min: null, max: null, avg: null, sum: 0 };
    assert.deepEqual(answer({ a: { stats: duration }, b: { percentiles: { ...duration, percents: [50] } } }, []), {
      a: all,
      b: { values: { '50.0': null } },
    });
  });
});

describe('buckets of conditions', () => {
  it('filter, filters, missing and range', () => {
    const slow = { range: { 'channel_data.duration': { gte: 20 } } };
    const result = answer({
      one: { filter: slow },
      several: {
        filters: { filters: { slow, failed: { term: { 'flow_path.response.code': 500 } } }, other_bucket: true },
      },
      without: { missing: { field: 'channel_data.duration' } },
      ranges: {
        range: {
          field: 'channel_data.duration',
          ranges: [{ to: 20 }, { from: 20, to: 30.5 }, { key: 'long', from: 25 }],
        },
      },
    });
    assert.deepEqual(result, {
      one: { doc_count: 2 },
      several: { buckets: { slow: { doc_count: 2 }, failed: { doc_count: 2 }, _other_: { doc_count: 2 } } },
      without: { doc_count: 2 },
      ranges: {
        buckets: [
          { key: '*-20.0', to: 20, doc_count: 1 },
          { key: '20.0-30.5', from: 20, to: 30.5, doc_count: 2 },
          { key: 'long', from: 25, doc_count: 1 },
        ],
      },
    });
  });
});

describe('buckets of entries', () => {
  const calls = [
    {
      id: 'c1',
      flow_path: [
        { node_id: 'a', execution_time: 10, response: { code: 200 } },
        { node_id: 'b', execution_time: 500, response: { code: 500 } },
        { node_id: 'b', execution_time: '700' },
      ],
    },
    { id: 'c2', flow_path: [{ node_id: 'a', execution_time: 30 }, null, 'x'] },
    { id: 'c3', flow_path: null },
    { id: 'c4' },
  ];

  it('count steps each by itself, and go back to sessions', () => {
    const time = { max: { field: 'flow_path.execution_time' } };
    const answered = answer(
      {
        steps: {
          nested: { path: 'flow_path' },
          aggs: {
            nodes: { terms: { field: 'flow_path.node_id' }, aggs: { time, sessions: { reverse_nested: {} } } },
            failed: {
              filter: { range: { 'flow_path.response.code': { gte: 500 } } },
              aggs: { nodes: { terms: { field: 'flow_path.node_id' } } },
            },
          },
        },
      },
      calls,
    );
    const none = { doc_count_error_upper_bound: 0, sum_other_doc_count: 0 };
    assert.deepEqual(answered, {
      steps: {
        // Two entries of the second session are no objects.
        doc_count: 4,
        nodes: {
          ...none,
          buckets: [
            { key: 'a', doc_count: 2, time: { value: 30 }, sessions: { doc_count: 2 } },
            { key: 'b', doc_count: 2, time: { value: 700 }, sessions: { doc_count: 1 } },
          ],
        },
        failed: { doc_count: 1, nodes: { ...none, buckets: [{ key: 'b', doc_count: 1 }] } },
      },
    });
  });

  it('of what is no list are empty', () => {
    assert.deepEqual(answer({ a: { nested: { path: 'id' } } }, calls), { a: { doc_count: 0 } });
    assert.deepEqual(answer({ a: { reverse_nested: {} } }, calls), { a: { doc_count: 4 } });
  });
});

describe('histograms', () => {
  const starts = (body: unknown): readonly (readonly [unknown, unknown])[] =>
    (
      only('date_histogram', { field: 'session_start_time', ...(body as object) }) as {
        buckets: Record<string, unknown>[];
      }
    ).buckets.map((bucket) => [bucket.key_as_string, bucket.doc_count]);

  it('of numbers fill the buckets between', () => {
    assert.deepEqual(only('histogram', { field: 'channel_data.duration', interval: 5, offset: 1 }), {
      buckets: [
        { key: 6, doc_count: 1 },
        { key: 11, doc_count: 0 },
        { key: 16, doc_count: 1 },
        { key: 21, doc_count: 0 },
        { key: 26, doc_count: 1 },
      ],
    });
  });

  it('of numbers have one bucket for one value, however it is rounded', () => {
    const values = Array.from({ length: 50 }, (_, index) => ({ channel_data: { duration: index / 10 } }));
    const { a } = answer({ a: { histogram: { field: 'channel_data.duration', interval: 0.1 } } }, values) as {
      a: { buckets: { doc_count: number }[] };
    };
    assert.equal(
      a.buckets.reduce((sum, { doc_count: count }) => sum + count, 0),
      50,
    );
    assert.equal(new Set(a.buckets.map((bucket) => JSON.stringify(bucket))).size, a.buckets.length);
  });

  it('of days, in UTC', () => {
    assert.deepEqual(starts({ calendar_interval: 'day' }), [
      ['2026-10-24T00:00:00.000Z', 1],
      ['2026-10-25T00:00:00.000Z', 2],
      ['2026-10-26T00:00:00.000Z', 0],
      ['2026-10-27T00:00:00.000Z', 0],
      ['2026-10-28T00:00:00.000Z', 1],
    ]);
  });

  it('of days, where one has 25 hours', () => {
    assert.deepEqual(starts({ calendar_interval: '1d', time_zone: 'Europe/Berlin' }), [
      ['2026-10-25T00:00:00.000+02:00', 3],
      ['2026-10-26T00:00:00.000+01:00', 0],
      ['2026-10-27T00:00:00.000+01:00', 0],
      ['2026-10-28T00:00:00.000+01:00', 1],
    ]);
  });

  it('of hours, where one comes twice', () => {
    assert.deepEqual(starts({ fixed_interval: '1h', time_zone: 'Europe/Berlin' }).slice(0, 4), [
      ['2026-10-25T00:00:00.000+02:00', 1],
      ['2026-10-25T01:00:00.000+02:00', 0],
      ['2026-10-25T02:00:00.000+02:00', 1],
      ['2026-10-25T02:00:00.000+01:00', 1],
    ]);
  });

  it('of weeks and months, without what is empty', () => {
    assert.deepEqual(starts({ calendar_interval: 'week', min_doc_count: 1 }), [
      ['2026-10-19T00:00:00.000Z', 3],
      ['2026-10-26T00:00:00.000Z', 1],
    ]);
    assert.deepEqual(starts({ calendar_interval: 'month' }), [['2026-10-01T00:00:00.000Z', 4]]);
  });

  it('of months and years that are far from ours', () => {
    const at = (time: string, unit: string) => {
      const histogram = { field: 'session_start_time', calendar_interval: unit };
      const collector = readAggregation({ a: { date_histogram: histogram } }, now).start();
      collector.collect({ session_start_time: time });
      return (collector.result().a as { buckets: readonly { key_as_string: string }[] }).buckets[0]?.key_as_string;
    };
    assert.equal(at('0001-02-03T00:00:00', 'month'), '0001-02-01T00:00:00.000Z');
    assert.equal(at('0099-12-31T00:00:00', 'year'), '0099-01-01T00:00:00.000Z');
    assert.equal(at('9999-12-31T23:59:59', 'quarter'), '9999-10-01T00:00:00.000Z');
    assert.equal(isoText(253_402_300_800_000), '+10000-01-01T00:00:00.000Z');
    assert.equal(isoText(Date.UTC(-5, 0)), '-0005-01-01T00:00:00.000Z');
  });

  it('with an offset', () => {
    assert.deepEqual(starts({ calendar_interval: 'day', offset: '+6h', min_doc_count: 1 }), [
      ['2026-10-24T06:00:00.000Z', 3],
      ['2026-10-28T06:00:00.000Z', 1],
    ]);
  });

  it('are shown with their gaps where they would not end', () => {
    const far = [{ channel_data: { duration: 0 } }, { channel_data: { duration: 1e12 } }];
    const { a } = answer({ a: { histogram: { field: 'channel_data.duration', interval: 1 } } }, far) as {
      a: { buckets: unknown[] };
    };
    assert.equal(a.buckets.length, 2);
  });
});

describe('what is wrong with aggregations', () => {
  const wrong: readonly (readonly [aggs: unknown, code: string, path: readonly (string | number)[]])[] = [
    [[], 'expectedObject', []],
    [{ a: {} }, 'expectedOne', ['a']],
    [{ a: { terms: { field: 'id' }, stats: { field: 'channel_data.duration' } } }, 'onlyOne', ['a']],
    [{ a: { top_hits: {} } }, 'notUnderstood', ['a', 'top_hits']],
    [{ a: { terms: {} } }, 'missingKey', ['a', 'terms']],
    [{ a: { terms: { field: 'transcription.user' } } }, 'kindDoesNotFit', ['a', 'terms', 'field']],
    [{ a: { avg: { field: 'id' } } }, 'kindDoesNotFit', ['a', 'avg', 'field']],
    [{ a: { terms: { field: 'flow_path' } } }, 'objectField', ['a', 'terms', 'field']],
    [{ a: { terms: { field: 'id', size: 0 } } }, 'expectedNumber', ['a', 'terms', 'size']],
    [{ a: { terms: { field: 'id', order: { _count: 'down' } } } }, 'kindDoesNotFit', ['a', 'terms', 'order', '_count']],
    [
      { a: { histogram: { field: 'channel_data.duration', interval: 0 } } },
      'badInterval',
      ['a', 'histogram', 'interval'],
    ],
    [{ a: { date_histogram: { field: 'session_start_time' } } }, 'expectedOne', ['a', 'date_histogram']],
    [
      { a: { date_histogram: { field: 'session_start_time', calendar_interval: '2d' } } },
      'badInterval',
      ['a', 'date_histogram', 'calendar_interval'],
    ],
    [
      { a: { date_histogram: { field: 'session_start_time', fixed_interval: '1M' } } },
      'badInterval',
      ['a', 'date_histogram', 'fixed_interval'],
    ],
    [
      { a: { date_histogram: { field: 'session_start_time', calendar_interval: 'day', time_zone: 'Mars' } } },
      'badTimeZone',
      ['a', 'date_histogram', 'time_zone'],
    ],
    [
      { a: { max: { field: 'channel_data.duration' }, aggs: { b: { terms: { field: 'id' } } } } },
      'unknownKey',
      ['a', 'aggs'],
    ],
    [
      { a: { percentiles: { field: 'channel_data.duration', percents: [101] } } },
      'kindDoesNotFit',
      ['a', 'percentiles', 'percents', 0],
    ],
    [{ a: { filter: { terms: 5 } } }, 'expectedObject', ['a', 'filter', 'terms']],
  ];
  for (const [aggs, code, path] of wrong) {
    it(`${code}: ${JSON.stringify(aggs)}`, () => {
      assert.deepEqual(
        readAggregation(aggs, now).problems.map((problem) => [problem.code, problem.path]),
        [[code, path]],
      );
    });
  }

  it('says which fields they read', () => {
    const aggs = { a: { terms: { field: 'id' }, aggs: { b: { filter: { exists: { field: 'tags_list' } } } } } };
    assert.deepEqual([...readAggregation(aggs, now).fields].sort(), ['id', 'tags_list']);
  });

  it('reads of a list what every entry has, also those that have nothing of what is counted', () => {
    const aggs = {
      steps: { nested: { path: 'flow_path' }, aggs: { codes: { terms: { field: 'flow_path.response.code' } } } },
    };
    const { fields, start } = readAggregation(aggs, now);
    const collector = start();
    const session = {
      flow_path: [
        { type: 'speak', surprise: 'x' },
        { type: 'webhook', response: { code: 200 } },
      ],
    };
    collector.collect(projection([...fields])(session));
    assert.deepEqual((collector.result().steps as { doc_count: number }).doc_count, 2);
    assert.ok(!fields.has('flow_path'));
  });
});
