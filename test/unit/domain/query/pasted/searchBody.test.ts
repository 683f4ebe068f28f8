import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { clauseForService, isRefinable, translateBody } from '../../../../../src/domain/query/pasted/searchBody.ts';

const [a, b] = [{ term: { source: '1' } }, { term: { status: 'ended' } }];
const start = (range: object) => ({ query: { range: { session_start_time: range } } });
const duration = { range: { 'channel_data.duration': { gte: 5 } } };
const script = { script: { source: 'x' } };

const cases: readonly (readonly [body: object, query: object, ...lost: readonly string[]])[] = [
  [{}, {}],
  [{ query: { match_all: {} } }, {}],
  [{ query: a }, { filter_by: { must: [a] } }],
  [{ query: { bool: { must: [a], filter: b } } }, { filter_by: { must: [a, b] } }],
  [{ query: { bool: { must_not: a, should: [a, b] } } }, { filter_by: { must_not: [a], should: [a, b] } }],
  [
    { query: { bool: { must: [{ bool: { should: [a, b] } }] } } },
    { filter_by: { must: [{ bool: { should: [a, b] } }] } },
  ],
  [{ query: { bool: { must: [], boost: 2 } } }, {}, 'boost'],
  [{ query: { bool: { must: [a], minimum_should_match: 1 } } }, { filter_by: { must: [a] } }, 'minimum_should_match'],
  // What the service cannot be asked is decided on each session, where one must hold.
  [{ query: { bool: { filter: [a, duration] } } }, { filter_by: { must: [a] }, refine: { must: [duration] } }],
  [{ query: { bool: { must_not: [duration] } } }, { refine: { must_not: [duration] } }],
  [
    { query: { bool: { should: [a, b], minimum_should_match: 2 } } },
    { refine: { must: [{ bool: { should: [a, b], minimum_should_match: 2 } }] } },
  ],
  [
    { query: { bool: { should: [a, duration] } } },
    { refine: { must: [{ bool: { should: [a, duration], minimum_should_match: 1 } }] } },
  ],
  [{ query: { bool: { should: [a, b], minimum_should_match: 1 } } }, { filter_by: { should: [a, b] } }],
  [{ query: { bool: { must: [a, script] } } }, { filter_by: { must: [a] } }, 'script'],
  [{ query: { bool: { should: [script] } } }, {}, 'script'],
  [{ query: { bool: { must_not: [script] } } }, {}, 'script'],
  [{ query: 'x' }, {}, '"x"'],
  // Clauses without what only weighs.
  [{ query: { term: { source: { value: '1', boost: 2 } } } }, { filter_by: { must: [a] } }],
  [
    { query: { match: { 'transcription.user': { query: 'hi' } } } },
    { filter_by: { must: [{ match: { 'transcription.user': 'hi' } }] } },
  ],
  [{ query: { constant_score: { filter: a } } }, { filter_by: { must: [a] } }],
  [{ query: { terms: { source: ['1'] } } }, { filter_by: { must: [a] } }],
  [
    { query: { terms: { source: ['1', '2'] } } },
    { filter_by: { must: [{ bool: { should: [a, { term: { source: '2' } }] } }] } },
  ],
  // Clauses without a query.
  [a, { filter_by: { must: [a] } }],
  [{ filter: a }, { filter_by: { must: [a] } }],
  [{ filter: [a, b] }, { filter_by: { must: [a, b] } }],
  [{ filter: { must_not: [a] } }, { filter_by: { must: [{ bool: { must_not: [a] } }] } }],
  [{ query: a, ...b }, { filter_by: { must: [a] } }, 'term'],
  // Ranges of the start are the query's own.
  [start({ gte: 'now-7d', lte: 'now' }), { from_date: 'now-7d', to_date: 'now' }],
  [start({ gte: '2026-01-01', lt: '2026-02-01' }), { from_date: '2026-01-01', to_date: '2026-02-01||-1s' }],
  [start({ lt: 'now/d' }), { to_date: 'now/d-1s' }],
  [start({ lt: '2026-02-01||/M' }), { to_date: '2026-02-01||/M-1s' }],
  [
    start({ gt: 'now-1d' }),
    { from_date: 'now-1d', refine: { must: [{ range: { session_start_time: { gt: 'now-1d' } } }] } },
  ],
  // Pages.
  [{ size: 20 }, { page_size: 20 }],
  [
    { size: 20, from: 40 },
    { page_size: 20, page_number: 2 },
  ],
  [{ size: 20, from: 30 }, { page_size: 20 }, 'from'],
  [{ size: 0 }, {}],
  [{ from: 0 }, {}],
  [{ from: 10 }, {}, 'from'],
  [{ size: '20', from: 0 }, {}],
  [{ size: 20, from: '0' }, { page_size: 20 }, 'from'],
  // Order and fields.
  [{ sort: 'status' }, { sort_by: ['status:asc'] }],
  [
    { sort: ['status:desc', { source: 'asc' }, { id: { order: 'desc' } }, { channel: {} }] },
    { sort_by: ['status:desc', 'source:asc', 'id:desc', 'channel:asc'] },
  ],
  [{ sort: [] }, {}],
  [{ sort: ['status', '_score'] }, {}, 'sort'],
  [{ sort: [{ _score: 'desc' }] }, {}, 'sort'],
  [{ sort: [{ status: 'up' }] }, {}, 'sort'],
  [{ sort: [7] }, {}, 'sort'],
  [{ _source: ['source', 'status'] }, { project_fields: ['source', 'status'] }],
  [{ _source: 'source' }, { project_fields: ['source'] }],
  [{ _source: { includes: ['source'] } }, { project_fields: ['source'] }],
  [{ _source: true }, {}],
  [{ _source: { excludes: ['x'] } }, {}],
  [{ _source: false }, {}, '_source'],
  [{ _source: ['flow_*'] }, {}, '_source'],
  [{ aggregations: { a: {} } }, { aggs: { a: {} } }],
  [{ aggregations: 7 }, {}],
];

describe('the body of a search, as a query', () => {
  for (const [body, query, ...lost] of cases)
    it(JSON.stringify(body), () => {
      const read = translateBody(body as Record<string, unknown>);
      assert.deepEqual(JSON.parse(JSON.stringify(read)), { query, lost });
    });

  it('has clauses that the service knows, or does not', () => {
    assert.deepEqual(clauseForService({ terms: { source: ['1'] } }), a);
    assert.deepEqual(clauseForService({ bool: { must: [a] } }), { bool: { must: [a] } });
    for (const clause of [
      duration,
      { terms: { source: [] } },
      { term: { source: ['1'] } },
      { term: {} },
      { ...a, match: {} },
      7,
    ])
      assert.equal(clauseForService(clause), undefined, JSON.stringify(clause));
    assert.deepEqual([isRefinable(duration), isRefinable(script)], [true, false]);
  });
});
