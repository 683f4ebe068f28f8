import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parametersIn } from '../../../../../src/domain/session/collected.ts';
import { entriesAt, existsAt } from '../../../../../src/domain/session/fields/entriesAt.ts';
import { valuesAt } from '../../../../../src/domain/session/fields/valuesAt.ts';

const session = {
  id: 'a',
  nothing: null,
  empty: {},
  hollow: { a: null, b: [[], [null]] },
  agent: { name: 'Desk', 'first.name': 'Jo' },
  'agent.name': 'Orders',
  steps: [{ node: 'n1', response: { code: 200 } }, null, [{ node: ['n2', null, ['n3']] }], 'x'],
  'steps.node': 'n4',
};

describe('the values at a path', () => {
  const cases: [path: string, values: unknown[]][] = [
    ['id', ['a']],
    ['nothing', []],
    ['missing', []],
    ['empty', [{}]],
    ['agent', [session.agent]],
    // However the names on the way are cut.
    ['agent.name', ['Orders', 'Desk']],
    ['agent.first.name', ['Jo']],
    ['agent.first', []],
    ['steps.node', ['n4', 'n1', 'n2', 'n3']],
    ['steps.response.code', [200]],
    ['id.length', []],
    ['toString', []],
    ['.id', []],
    ['', []],
  ];
  for (const [path, values] of cases) it(path || 'none', () => assert.deepEqual(valuesAt(session, path), values));

  it('are looked for as deep as lists may be in lists', () => {
    const deep = (levels: number): unknown => (levels === 0 ? { a: 1 } : [deep(levels - 1)]);
    assert.deepEqual([valuesAt(deep(21), 'a'), valuesAt(deep(22), 'a')], [[1], []]);
    const within = (levels: number): unknown => (levels === 0 ? 1 : [within(levels - 1)]);
    assert.deepEqual(valuesAt({ a: within(21) }, 'a'), [1]);
    assert.deepEqual(valuesAt({ a: within(22) }, 'a'), [[1]]);
  });

  it('are the same when they are asked for again, by a long path too', () => {
    const long = `${'a.'.repeat(150)}b`;
    const value = JSON.parse(`${'{"a":'.repeat(150)}{"b":1}${'}'.repeat(150)}`);
    for (let times = 0; times < 2; times++) {
      assert.deepEqual(valuesAt(value, long), [1]);
      assert.deepEqual(valuesAt(session, 'agent.name'), ['Orders', 'Desk']);
    }
    for (let at = 0; at < 600; at++) assert.deepEqual(valuesAt({ [`a${at}`]: { b: at } }, `a${at}.b`), [at]);
  });
});

describe('the entries of a list', () => {
  it('are its objects, and names that lead through it', () => {
    assert.deepEqual(entriesAt(session, 'steps'), [
      { node: 'n1', response: { code: 200 } },
      { node: ['n2', null, ['n3']] },
      { node: 'n4' },
    ]);
    assert.deepEqual(entriesAt([session.agent], 'first'), [{ name: 'Jo' }]);
    assert.deepEqual(entriesAt({ a: [{ 'b.c': 1 }] }, 'a.b'), [{ c: 1 }]);
    assert.deepEqual(entriesAt(session, 'id'), []);
  });
});

describe('there is something at a path', () => {
  for (const [path, is] of [
    ['id', true],
    ['agent', true],
    ['agent.first', true],
    ['steps', true],
    ['steps.response', true],
    ['nothing', false],
    ['empty', false],
    ['hollow', false],
    ['hollow.b', false],
    ['missing', false],
  ] as const)
    it(`${path}: ${is}`, () => assert.equal(existsAt(session, path), is));
});

describe('the parameters of a document', () => {
  it('are those of each place, each once, from the most telling on', () => {
    const found = parametersIn({
      params_list: [{ name: 'a', value: 'listed' }],
      flow_data: {
        collected_parameters: [
          { name: 'a', value: 'collected' },
          { name: 'b', value: 'collected' },
        ],
        injected_parameters: [{ name: 'c', value: 'injected' }],
      },
      params: { b: { value: 'params' }, d: { value: 'params' }, e: 5 },
      parameters: { d: 'parameters', f: { value: 'held' }, g: { other: 1 }, h: 'plain' },
    });
    assert.deepEqual(
      found.map(({ name, value, source }) => [name, value, source].filter(Boolean).join(' ')),
      ['a listed', 'b collected', 'c injected injected', 'd params', 'e 5', 'f held', 'g {"other":1}', 'h plain'],
    );
  });
});
