import assert from 'node:assert/strict';
import { it } from 'node:test';
import { sessionOf, sessionsIn } from '../../../../src/domain/session/sessionsIn.ts';

const one = { id: 's1', session_start_time: '2026-06-01T10:00:00' };
const two = { id: 's2', flow_path: [] };
const bare = { id: 's3', source: '447' };
const other = { id: 'o1', price: 3 };

const cases: readonly (readonly [what: string, value: unknown, sessions: unknown])[] = [
  ['a session', one, [one]],
  ['one with nothing but fields of sessions', bare, [bare]],
  ['a list', [one, two], [one, two]],
  ['a list with something else', [one, other, 7], [one, other, 7]],
  ['the answer of the service', { total: 2, hits: [one, two] }, [one, two]],
  ['an empty answer', { total: 0, hits: [] }, []],
  [
    'the answer of an engine',
    { hits: { total: 1, hits: [{ _source: one }, { _source: other }] } },
    [one, { _source: other }],
  ],
  ['a document of an engine', { _id: '1', _source: two }, [two]],
  ['a row of a database', { row: 1, session: one }, [one]],
  ['a resource', { type: 'session', attributes: two }, [two]],
  ['a document that has the id', { _id: '1', _source: { flow_path: [] } }, [{ id: '1', flow_path: [] }]],
  ['a resource that has the id', { data: { id: 7, attributes: { flow_path: [] } } }, [{ id: '7', flow_path: [] }]],
  ['a document whose id is none', { _id: {}, _source: { flow_path: [] } }, [{ flow_path: [] }]],
  [
    'documents that have the ids',
    { hits: { hits: [{ _id: '1', _source: { id: null, tags_list: [] } }] } },
    [{ id: '1', tags_list: [] }],
  ],
  ['rows', { rows: [{ doc: one }, { document: two }] }, [one, two]],
  ['a list of a name of its own', { calls: [one] }, [one]],
  ['an empty list that is called so', { sessions: [] }, []],
  ['one called so, of sessions that say little', { data: [bare] }, [bare]],
  ['sessions by their names', { first: one, second: two }, [one, two]],
  ['answers in a list', [{ hits: [one] }, { hits: [two] }], [one, two]],
  ['a list of answers in an object', { pages: [{ hits: [one] }] }, [one]],
  ['several lists', { data: [one], others: [two] }, [one, two]],
  ['a list three objects deep', { a: { b: { c: { data: [one] } } } }, [one]],
  ['a list deeper than that', { a: { b: { c: { d: { e: { data: [one] } } } } } }, undefined],
  ['an empty list of another name', { calls: [] }, undefined],
  ['a list of ids', { data: [{ id: '1' }] }, undefined],
  ['a list of others', { calls: [other] }, undefined],
  ['lists in a list', [[one], [two, other]], [one, two, other]],
  ['a list of other lists', [[1], []], [[1], []]],
  ['something else', other, undefined],
  ['a text', 'x', undefined],
  ['nothing', null, undefined],
];
for (const [what, value, sessions] of cases)
  it(`finds the sessions of ${what}`, () => assert.deepEqual(sessionsIn(value), sessions));

it('takes a session out of what wraps it', () => {
  assert.deepEqual([sessionOf({ _source: one }), sessionOf({ doc: two }), sessionOf(bare)], [one, two, bare]);
  assert.deepEqual(
    [{ _source: other }, { doc: bare, x: 1 }, other, [one], 'x', undefined].map(sessionOf),
    Array(6).fill(undefined),
  );
});
