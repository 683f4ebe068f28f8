import assert from 'node:assert/strict';
import { it } from 'node:test';
import { projection } from '../../../../../src/domain/session/fields/projection.ts';

const document = {
  id: 's1',
  agent: { id: 'a1', name: 'Orders', more: { deep: 1 } },
  list: [{ a: 1, b: 2 }, { b: 3 }, 'x', [{ a: 4 }]],
  'a.b': { c: 1, d: 2 },
  params: { city: { value: 'Rome' }, day: { value: 'Monday', x: 1 } },
  empty: {},
};
const cases: readonly (readonly [paths: readonly string[], kept: unknown])[] = [
  [[], document],
  [['id'], { id: 's1' }],
  [['agent'], { agent: document.agent }],
  [['agent.id'], { agent: { id: 'a1' } }],
  [['agent.more.deep', 'id'], { id: 's1', agent: { more: { deep: 1 } } }],
  [['list.a'], { list: [{ a: 1 }, [{ a: 4 }]] }],
  [['list'], { list: document.list }],
  [['a'], { 'a.b': document['a.b'] }],
  [['a.b.c'], { 'a.b': { c: 1 } }],
  [['params.*.value'], { params: { city: { value: 'Rome' }, day: { value: 'Monday' } } }],
  [['par*'], { params: document.params }],
  [['agent.n?me', 'i.', 'agen'], {}],
  [['nothing', 'agent.nothing', 'id.x', 'empty.x'], {}],
  [['empty'], { empty: {} }],
];
for (const [paths, kept] of cases)
  it(`keeps of a document what ${JSON.stringify(paths)} name`, () =>
    assert.deepEqual(projection(paths)(document), kept));

it('keeps nothing of what is no document', () => {
  assert.deepEqual([7, 'x', [document]].map(projection(['id'])), [{}, {}, {}]);
});
