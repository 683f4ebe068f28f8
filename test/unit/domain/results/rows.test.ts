import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { conditionsOf } from '../../../../src/domain/results/rows/facetClauses.ts';
import type { ListedFacet } from '../../../../src/domain/results/rows/facetFields.ts';
import { listedFacets } from '../../../../src/domain/results/rows/facetFields.ts';
import { readFacet, readPair } from '../../../../src/domain/results/rows/readFacet.ts';
import { cellText, columnSource } from '../../../../src/domain/results/rows/rowColumns.ts';

const session = {
  id: 's',
  channel: 'Telephony',
  status: 'ended',
  agent_information: { name: 'Napoli', version_id: 'v1' },
  channel_data: { status_code: '200', duration: '1500' },
  tags_list: [
    { tag: 'order', category: 'c1' },
    { tag: 'order', category: 'c1', count: 2 },
    { tag: 'order', category: 'c2' },
  ],
  params_list: [{ name: 'city', value: 'Haifa' }, { name: 'USER.RECORD_ID', value: 7 }, { name: 'empty' }],
  flow_path: [
    { type: 'start', node_id: 'n1' },
    {
      type: 'webhook',
      node_id: 'n2',
      request: { url: 'https://user@orders.example.com/v2/find?phone=1#x' },
      response: { code: 500 },
    },
    {
      type: 'webhook',
      node_id: 'n2',
      request: { url: 'https://orders.example.com/v2/find?phone=2' },
      response: { code: '500' },
    },
    { type: 'webhook', context: { url: 'http://other.example.com' }, response: { code: 200 } },
  ],
};

describe('the values of a session in a facet', () => {
  const cases: [facet: ListedFacet, values: string[]][] = [
    ['agent', ['Napoli']],
    ['version', ['v1']],
    ['channel', ['voice']],
    ['outcome', ['error']],
    ['status', ['ended']],
    ['tag', ['["order","c1"]', '["order","c2"]']],
    ['parameter', ['city', 'USER.RECORD_ID', 'empty']],
    ['parameterValue', ['["city","Haifa"]', '["USER.RECORD_ID","7"]']],
    ['webhook', ['orders.example.com/v2/find', 'other.example.com']],
    ['responseCode', ['500', '200']],
    ['node', ['n1', 'n2']],
    ['stepType', ['start', 'webhook']],
  ];
  for (const [facet, values] of cases) it(facet, () => assert.deepEqual(readFacet(facet, session), values));

  const nothing: unknown[] = [
    {},
    null,
    'text',
    { flow_path: 'no list', tags_list: { a: 1 }, params_list: null },
    { flow_path: [null, 3] },
  ];
  for (const document of nothing) {
    it(`none of ${JSON.stringify(document)}`, () => {
      for (const facet of listedFacets) assert.deepEqual(readFacet(facet, document), []);
    });
  }

  it('parameters and tags are found in every place that holds them', () => {
    assert.deepEqual(readFacet('tag', { tags: { c: { yes: 1 } } }), ['["yes","c"]']);
    assert.deepEqual(readFacet('parameterValue', { parameters: { city: 'Oslo' } }), ['["city","Oslo"]']);
    assert.deepEqual(readFacet('parameterValue', { params: { city: { value: 'Oslo' } } }), ['["city","Oslo"]']);
    assert.deepEqual(readFacet('parameter', JSON.parse('{"parameters":{"__proto__":"x"}}')), ['__proto__']);
  });

  it('a session that goes on is in progress, whatever it has got so far', () => {
    assert.deepEqual(readFacet('outcome', { status: 'in_progress', channel_data: { status_code: 0 } }), ['inProgress']);
  });

  it('what is no pair is a text of its own', () => {
    assert.deepEqual(readPair('[broken'), ['[broken', undefined]);
    assert.deepEqual(readPair('["a"]'), ['a', undefined]);
  });
});

describe('what the service is asked for a value', () => {
  const cases: [facet: ListedFacet, value: string, clauses: string[]][] = [
    ['agent', 'Napoli', ['agent_information.name=Napoli']],
    ['outcome', 'error', ['channel_data.status_code=200']],
    ['outcome', 'inProgress', ['status=in_progress']],
    ['outcome', 'constructor', []],
    ['tag', '["order","c1"]', ['tags_list.tag=order']],
    ['parameterValue', '["USER.RECORD_ID","7"]', ['parameters.USER.RECORD_ID=7']],
    ['responseCode', '500', ['flow_path.response.code=500']],
    ['channel', 'voice', ['channel=Telephony', 'channel=voice']],
    [
      'webhook',
      'orders.example.com/v2/find',
      [
        'flow_path.request.url=https://user@orders.example.com/v2/find?phone=1#x',
        'flow_path.request.url=https://orders.example.com/v2/find?phone=2',
      ],
    ],
    ['agent', '', []],
  ];
  for (const [facet, value, clauses] of cases) {
    it(`${facet} ${value}`, () => {
      const sessions = [session, { channel: 'voice' }, { channel: 'sms' }];
      assert.deepEqual(
        conditionsOf({ facet, value, occurrence: 'must' }, sessions).clauses.map(
          (clause) => `${clause.path}=${clause.value}`,
        ),
        clauses,
      );
    });
  }

  it('a tag of a category is found by its tag, and decided as an entry; left out, it is decided alone', () => {
    const values = { 'tags_list.tag': 'order', 'tags_list.category': 'c1' };
    const tag = { facet: 'tag', value: '["order","c1"]' } as const;
    assert.deepEqual(conditionsOf({ ...tag, occurrence: 'must' }, []), {
      clauses: [{ path: 'tags_list.tag', value: 'order' }],
      entries: [{ list: 'tags_list', values, occurrence: 'must' }],
    });
    assert.deepEqual(conditionsOf({ ...tag, occurrence: 'must_not' }, []), {
      clauses: [],
      entries: [{ list: 'tags_list', values, occurrence: 'must_not' }],
    });
  });

  it('a tag without a category is a clause, in either way', () => {
    for (const occurrence of ['must', 'must_not'] as const) {
      assert.deepEqual(conditionsOf({ facet: 'tag', value: '["order"]', occurrence }, []), {
        clauses: [{ path: 'tags_list.tag', value: 'order' }],
        entries: [],
      });
    }
  });

  it('nothing where an address differs in every session', () => {
    const many = Array.from({ length: 21 }, (_, at) => ({
      flow_path: [{ type: 'webhook', request: { url: `https://a.example/x?${at}` } }],
    }));
    assert.deepEqual(conditionsOf({ facet: 'webhook', value: 'a.example/x', occurrence: 'must' }, many).clauses, []);
  });
});

describe('a cell', () => {
  const cases: [path: string, text: string | undefined][] = [
    ['source', undefined],
    ['channel_data.duration', '1500'],
    ['flow_path.response.code', '500, 200'],
    ['tags_list', 'order'],
    ['params_list.value', 'Haifa, 7'],
    ['agent_information', 'Napoli'],
    ['__proto__', undefined],
    ['constructor.name', undefined],
  ];
  for (const [path, text] of cases) it(path, () => assert.equal(cellText(session, path), text));

  it('is cut where it is no cell any more', () => {
    assert.equal(cellText({ source: 'x'.repeat(501) }, 'source'), `${'x'.repeat(500)}…`);
  });
});

describe('columns of numbers', () => {
  it('read a start and a duration, also as text', () => {
    const start = columnSource('start');
    const duration = columnSource('duration');
    assert.ok(start.type === 'numbers' && duration.type === 'numbers');
    assert.equal(start.read({ session_start_time: '2026-05-01T00:00:00.000001' }), Date.UTC(2026, 4, 1));
    assert.equal(start.read({}), undefined);
    assert.equal(duration.read(session), 1500);
  });
});
