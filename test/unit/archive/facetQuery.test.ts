import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FacetQuestion } from '../../../src/api/client/rangeService.ts';
import { facetQuery } from '../../../src/archive/asking/facets/facetQuery.ts';
import { asRecord } from '../../../src/domain/json/looseValues.ts';
import { request } from './standInCluster.ts';

const question: FacetQuestion = { request, facets: ['agent', 'node'], choices: [], ranges: [], zone: 'utc' };
const asked = (more: Partial<FacetQuestion>) => facetQuery({ ...question, ...more }) ?? assert.fail('it is not asked');
const filterOf = (aggs: unknown, name: string): unknown => asRecord(asRecord(aggs)[name]).filter;
const choice = (facet: string, wanted: readonly string[], unwanted: readonly string[] = []) => ({
  facet,
  wanted,
  unwanted,
});
const agent = (text: string) => ({ term: { 'archive.facets.agent': text } });
const noAgent = { bool: { must_not: [{ exists: { field: 'archive.facets.agent' } }] } };

describe('facets, asked of an engine', () => {
  it('are each counted over what all choices but its own let through', () => {
    const { aggs } = asked({ choices: [choice('agent', ['Orders', ''], ['Front Desk'])] });
    const chosen = {
      bool: {
        filter: [{ bool: { should: [agent('Orders'), noAgent], minimum_should_match: 1 } }],
        must_not: [agent('Front Desk')],
      },
    };
    assert.deepEqual(filterOf(aggs, 'passing'), chosen);
    assert.deepEqual(filterOf(aggs, 'facet_node'), chosen);
    assert.deepEqual(filterOf(aggs, 'facet_agent'), { match_all: {} });
  });

  it('count what was chosen of them, however few have it', () => {
    const { aggs } = asked({ choices: [choice('agent', ['Orders', ''], ['Front Desk'])] });
    const chosen = (facet: string) => asRecord(asRecord(asRecord(aggs)[facet]).aggs).chosen;
    const terms = { field: 'archive.facets.agent', include: ['Orders', 'Front Desk'], size: 2, shard_size: 2 };
    assert.deepEqual([chosen('facet_agent'), chosen('facet_node')], [{ terms }, undefined]);
  });

  it('want nothing where only something is not wanted', () => {
    const { aggs } = asked({ choices: [choice('agent', [], ['Orders'])] });
    assert.deepEqual(filterOf(aggs, 'passing'), { bool: { must_not: [agent('Orders')] } });
  });

  it('are not asked where an engine cannot tell who passes a choice', () => {
    assert.equal(facetQuery({ ...question, choices: [choice('weather', ['rain'])] }), undefined);
    const hour = choice('hour', ['09']);
    assert.ok(facetQuery({ ...question, choices: [hour] }));
    assert.equal(facetQuery({ ...question, choices: [hour], zone: 'Nowhere/At_All' }), undefined);
  });

  it('leave out those that an engine cannot count', () => {
    const names = Object.keys(asked({ facets: ['agent', 'weather', 'hour'] }).aggs);
    assert.deepEqual(names, ['older', 'passing', 'facet_agent', 'facet_hour']);
  });

  it('are counted within the ranges of starts and durations, without an end where there is none', () => {
    const ranges: FacetQuestion['ranges'] = [
      { of: 'start', from: 1000, to: 2000 },
      { of: 'duration', from: 5, to: 9 },
      { of: 'duration', from: 7, to: Number.POSITIVE_INFINITY },
    ];
    assert.deepEqual(filterOf(asked({ ranges }).aggs, 'passing'), {
      bool: {
        filter: [
          { range: { session_start_time: { gte: 1000, lt: 2000, format: 'epoch_millis' } } },
          { range: { 'channel_data.duration': { gte: 5, lt: 9 } } },
          { range: { 'channel_data.duration': { gte: 7 } } },
        ],
      },
    });
  });

  it('say how many sessions were kept without what they count, and nothing else then', () => {
    const { read } = asked({});
    assert.deepEqual(read({ older: { doc_count: 3 } }, 9, new Map()), { uncounted: 'older', sessions: 3 });
    const values = { buckets: [{ key: 'Orders', doc_count: 4 }], sum_other_doc_count: 1 };
    const found = read({ passing: { doc_count: 5 }, facet_agent: { values, none: { doc_count: 2 } } }, 9, new Map());
    assert.ok('total' in found);
    assert.deepEqual([found.total, found.passing], [9, 5]);
    assert.deepEqual(found.facets.get('agent')?.values, [
      { text: 'Orders', count: 4 },
      { text: '', count: 2 },
    ]);
    assert.equal(found.facets.get('agent')?.hasOthers, true);
  });

  it('are unsure where indexes kept values to themselves', () => {
    const { unsure, read } = asked({});
    const values = { buckets: [{ key: 'Orders', doc_count: 4 }], doc_count_error_upper_bound: 1 };
    const answer = { facet_agent: { values }, facet_node: { values: { ...values, doc_count_error_upper_bound: 0 } } };
    assert.deepEqual(unsure(answer), [{ facet: 'agent', field: 'archive.facets.agent', query: { match_all: {} } }]);
    const without = read(answer, 9, new Map());
    const frequent = new Map([['agent', { counts: [['Orders', 6]] as const, hasOthers: false }]]);
    const withThem = read(answer, 9, frequent);
    assert.ok('total' in without && 'total' in withThem);
    assert.deepEqual([...without.facets.keys()], ['node']);
    assert.deepEqual(withThem.facets.get('agent')?.values.at(0), { text: 'Orders', count: 6 });
  });
});
