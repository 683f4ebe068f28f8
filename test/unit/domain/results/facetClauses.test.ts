import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { conditionsOf } from '../../../../src/domain/results/rows/facetClauses.ts';
import type { ListedFacet } from '../../../../src/domain/results/rows/facetFields.ts';
import { brings, fieldsOfFacet } from '../../../../src/domain/results/rows/facetFields.ts';
import { pairOf } from '../../../../src/domain/results/rows/readFacet.ts';

const webhook = (url: string) => ({ type: 'webhook', request: { url } });
const sessions = [
  { channel: 'VOICE', flow_path: [webhook('https://a.example/x?call=1'), webhook('https://b.example/y')] },
  { channel: 'telephony', flow_path: [webhook('https://a.example/x?call=2')] },
  { channel: 'sms' },
];
const must = (facet: ListedFacet, value: string) => conditionsOf({ facet, value, occurrence: 'must' }, sessions);
const asked = (facet: ListedFacet, value: string): readonly (readonly [string, string])[] =>
  must(facet, value).clauses.map(({ path, value: wanted }) => [path, String(wanted)]);

describe('a value of a facet, as conditions of a query', () => {
  const cases: readonly (readonly [ListedFacet, string, ...(readonly [string, string])[]])[] = [
    ['agent', 'Orders', ['agent_information.name', 'Orders']],
    ['version', 'v1', ['agent_information.version_id', 'v1']],
    ['status', 'ended', ['status', 'ended']],
    ['outcome', 'success', ['channel_data.status_code', '0']],
    ['outcome', 'warning', ['channel_data.status_code', '100']],
    ['outcome', 'error', ['channel_data.status_code', '200']],
    ['outcome', 'inProgress', ['status', 'in_progress']],
    ['outcome', 'unknown'],
    ['outcome', 'toString'],
    ['tag', 'vip', ['tags_list.tag', 'vip']],
    ['parameter', 'city', ['params_list.name', 'city']],
    ['parameterValue', 'city'],
    ['responseCode', '500', ['flow_path.response.code', '500']],
    ['node', 'greet', ['flow_path.node_id', 'greet']],
    ['stepType', 'webhook', ['flow_path.type', 'webhook']],
    ['channel', 'voice', ['channel', 'VOICE'], ['channel', 'telephony']],
    ['agent', ''],
  ];
  for (const [facet, value, ...clauses] of cases)
    it(`${facet}: ${value}`, () => {
      assert.deepEqual(asked(facet, value), clauses);
      assert.deepEqual(must(facet, value).entries, []);
    });

  it('of a parameter with a value', () => {
    assert.deepEqual(asked('parameterValue', pairOf('city', 'Rome')), [['parameters.city', 'Rome']]);
  });

  it('of a webhook are the addresses that sessions have of it, unless they are very many', () => {
    const address = 'a.example/x';
    assert.deepEqual(asked('webhook', address), [
      ['flow_path.request.url', 'https://a.example/x?call=1'],
      ['flow_path.request.url', 'https://a.example/x?call=2'],
    ]);
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ flow_path: [webhook(`https://${address}?call=${at}`)] }));
    const of = (count: number) =>
      conditionsOf({ facet: 'webhook', value: address, occurrence: 'must' }, many(count)).clauses.length;
    assert.deepEqual([of(20), of(21)], [20, 0]);
  });

  it('of a tag with a category are decided on one entry; to leave it out, by that alone', () => {
    const value = pairOf('vip', 'kind');
    const values = { 'tags_list.tag': 'vip', 'tags_list.category': 'kind' };
    assert.deepEqual(must('tag', value), {
      clauses: [{ path: 'tags_list.tag', value: 'vip' }],
      entries: [{ list: 'tags_list', values, occurrence: 'must' }],
    });
    assert.deepEqual(conditionsOf({ facet: 'tag', value, occurrence: 'must_not' }, sessions), {
      clauses: [],
      entries: [{ list: 'tags_list', values, occurrence: 'must_not' }],
    });
    assert.equal(conditionsOf({ facet: 'tag', value: 'vip', occurrence: 'must_not' }, sessions).clauses.length, 1);
  });

  it('needs fields that bring it', () => {
    assert.deepEqual(fieldsOfFacet('agent'), ['agent_information.name']);
    assert.deepEqual(fieldsOfFacet('tag'), ['tags_list']);
    const path = 'agent_information.name';
    assert.deepEqual(
      [[path], ['agent_information'], [`${path}.x`], ['agent'], ['agent_information.id'], []].map((one) =>
        brings(one, path),
      ),
      [true, true, true, false, false, false],
    );
  });
});
