import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { brings } from '../../../../src/domain/results/rows/facetFields.ts';
import { pairOf, readFacet, readPair } from '../../../../src/domain/results/rows/readFacet.ts';
import { cellText, sortValue } from '../../../../src/domain/results/rows/rowColumns.ts';

const hook = (url: unknown, more: object = {}) => ({ flow_path: [{ type: 'webhook', request: { url }, ...more }] });

describe('the values of an odd session in a facet', () => {
  const cases: [facet: Parameters<typeof readFacet>[0], session: unknown, values: string[]][] = [
    ['agent', { agent_information: 'Desk' }, []],
    ['channel', { channel: ' SMS ' }, ['sms']],
    ['channel', { channel: 'Pigeon' }, ['Pigeon']],
    ['channel', {}, []],
    ['outcome', { channel_data: { status_code: 100 } }, ['warning']],
    ['outcome', {}, []],
    ['status', { status: 'ended', channel_data: { call_status: 'x' } }, ['ended']],
    ['status', { channel_data: { call_status: 'x' } }, ['x']],
    ['tag', { tags_list: [{ tag: 'a', category: 'c' }, { tag: 'b' }] }, ['["a","c"]', '["b"]']],
    ['tag', { flow_data: { collected_tags: [{ tag: 'a' }] }, tags: { c: { b: 1 } } }, ['["a"]']],
    ['parameter', { params_list: [{ name: 'a' }, { name: '' }, { name: 'a' }] }, ['a']],
    ['parameterValue', { params_list: [{ name: 'a', value: 1 }, { name: 'b' }] }, ['["a","1"]']],
    ['parameterValue', { params_list: [{ name: '', value: 1 }, { value: 2 }] }, []],
    ['responseCode', { flow_path: [{ response: { code: 500 } }, { response: { code: '500' } }, {}] }, ['500']],
    ['node', { flow_path: [{ node_id: 'n' }, { node_id: '' }, null] }, ['n']],
    // Host and path alone.
    ['webhook', hook('https://jo:x@a.example/b/c?d=1#e'), ['a.example/b/c']],
    ['webhook', hook('https://a.example?d'), ['a.example']],
    ['webhook', hook('a.example/b?c\nd'), ['a.example/b']],
    ['webhook', hook('?x'), []],
    ['webhook', hook('https://a.example', { type: 'speak' }), []],
    ['webhook', hook('https://a.example', { type: 'WebHook' }), ['a.example']],
    ['webhook', hook('https://a.example', { type: undefined }), ['a.example']],
    ['webhook', hook(undefined, { context: { url: 'https://b.example' } }), ['b.example']],
    ['webhook', hook(undefined, { type: undefined, context: { url: 'https://b.example' } }), []],
    ['agent', { agent_information: { name: 'x'.repeat(200) } }, ['x'.repeat(200)]],
    ['agent', { agent_information: { name: 'x'.repeat(201) } }, []],
  ];
  for (const [facet, session, values] of cases)
    it(`${facet} of ${JSON.stringify(session).slice(0, 90)}`, () =>
      assert.deepEqual(readFacet(facet, session), values));
});

describe('two texts as one value', () => {
  for (const [first, second] of [
    ['a', 'b'],
    ['a', undefined],
    ['', ''],
    ['["x"]', '"'],
  ] as const)
    it(`${first} and ${second}`, () => assert.deepEqual(readPair(pairOf(first, second)), [first, second]));

  it('are read of any text', () => {
    assert.deepEqual(['plain', '{"a":1}', '5', '[]', '[1,2]'].map(readPair), [
      ['plain', undefined],
      ['{"a":1}', undefined],
      ['5', undefined],
      ['', undefined],
      ['1', '2'],
    ]);
  });
});

it('what is asked for brings what stands at a path', () => {
  const asked = ['flow_path', 'channel_data.duration'];
  const paths = [
    'flow_path',
    'flow_path.node_id',
    'channel_data',
    'channel_data.duration',
    'channel',
    'flow_paths',
    'id',
  ];
  assert.deepEqual(
    paths.filter((path) => brings(asked, path)),
    ['flow_path', 'flow_path.node_id', 'channel_data', 'channel_data.duration'],
  );
});

describe('a cell of an odd session', () => {
  const list = (count: number) => Array.from({ length: count }, (_, at) => ({ tag: `t${at}` }));
  for (const [what, session, path, text] of [
    ['a number', { id: 5 }, 'id', '5'],
    ['null', { id: null }, 'id', undefined],
    ['several values, each once', { a: ['x', 'y', 'x', ''] }, 'a', 'x, y'],
    [
      'an object, by what tells it apart',
      { a: [{ tag: 't', name: 'n' }, { name: 'n' }, { b: 1 }] },
      'a',
      't, n, {"b":1}',
    ],
    ['a text as long as it may be', { id: 'x'.repeat(500) }, 'id', 'x'.repeat(500)],
    [
      'fifty of many',
      { a: list(60) },
      'a.tag',
      list(50)
        .map(({ tag }) => tag)
        .join(', '),
    ],
  ] as const)
    it(what, () => assert.equal(cellText(session, path), text));

  it('is sorted by what it is worth', () => {
    assert.equal(sortValue('channel_data.duration')?.('12.5 s'), 12.5);
    assert.equal(sortValue('session_start_time')?.('2026-01-01T00:00:00'), Date.UTC(2026, 0, 1));
    assert.ok(Number.isNaN(sortValue('session_start_time')?.('soon')));
    assert.deepEqual([sortValue('id'), sortValue('nothing')], [undefined, undefined]);
  });
});
