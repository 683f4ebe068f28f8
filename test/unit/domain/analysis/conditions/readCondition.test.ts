import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readRefinement } from '../../../../../src/domain/analysis/refinement.ts';

const now = new Date('2026-11-20T12:00:00Z');
const duration = 'channel_data.duration';
const start = 'session_start_time';
const user = 'transcription.user';
const completed = 'params_list.completed';
const everything = { match_all: {} };

/** What is told of the body of a condition: the code, where in the body, what, and what was expected. */
function toldOf(type: string, body: unknown): readonly string[] {
  return readRefinement({ must: [{ [type]: body }] }, now).problems.map(({ code, path, what, expected }) =>
    [code, path.slice(3).join('.'), what, expected && `(${expected.slice(0, 3).join(' ')})`]
      .filter((part) => part !== undefined && part !== '')
      .join(' '),
  );
}

describe('a condition that is wrong is told once, at its place', () => {
  const cases: [type: string, body: unknown, ...told: string[]][] = [
    ['toString', {}, 'unknownKey toString (term terms match)'],
    ['match_all', { a: 1 }, 'unknownKey a a ()'],
    ['match_all', 5, 'expectedObject'],
    ['term', {}, 'expectedOne ()'],
    ['term', { id: 'a', source: 'b' }, 'onlyOne (id source)'],
    ['term', { id: null }, 'expectedScalar id'],
    ['term', { id: {} }, 'missingKey id value'],
    ['term', { id: { case_insensitive: true } }, 'missingKey id value'],
    ['term', { id: { value: 'a', case_insensitive: 'x' } }, 'expectedBoolean id.case_insensitive'],
    ['term', { id: { value: {} } }, 'expectedScalar id.value'],
    ['term', { id: { is: 'a' } }, 'unknownKey id.is is (value case_insensitive)'],
    ['term', { [completed]: 'x' }, `kindDoesNotFit ${completed} x`],
    ['term', { [completed]: 'true' }],
    ['term', { [start]: 'soon' }, `badDate ${start} soon`],
    ['term', { [start]: 5 }, `badDate ${start} 5`],
    ['terms', 5, 'expectedObject'],
    ['terms', { [duration]: [1, 'x', {}] }, `kindDoesNotFit ${duration}.1 x`, `expectedScalar ${duration}.2`],
    ['match', { [user]: { operator: 'and' } }, `missingKey ${user} query`],
    ['match', { [user]: { query: 5, operator: 5 } }, `kindDoesNotFit ${user}.operator 5 (or and)`],
    ['match', { [duration]: 'x' }, `kindDoesNotFit ${duration} x`],
    ['match', { id: { query: 'a', operator: 'and' } }],
    ['match', { flow_path: 'a' }, 'objectField flow_path flow_path'],
    ['match_phrase', { [user]: { query: 'a', slop: 'x' } }, `expectedNumber ${user}.slop`],
    ['match_phrase', { [duration]: 'x' }, `kindDoesNotFit ${duration} x`],
    ['match_phrase', { [user]: [] }, `expectedScalar ${user}`],
    ['range', { [duration]: 5 }, `expectedObject ${duration}`],
    ['range', { [duration]: { gt: 'x' } }, `kindDoesNotFit ${duration}.gt x`],
    ['range', { [duration]: { gt: [] } }, `expectedScalar ${duration}.gt`],
    [
      'range',
      { [duration]: { from: 1, to: 2 } },
      ...['from', 'to'].map((key) => `unknownKey ${duration}.${key} ${key} (gt gte lt)`),
    ],
    ['range', { [completed]: { gt: true } }, `kindDoesNotFit ${completed}.gt true`],
    ['range', { [start]: { gte: 5 } }, `badDate ${start}.gte 5`],
    ['range', { [start]: { gte: 20_201_008 } }],
    ['range', { [start]: { gte: '9999-12-31||+1y' } }, `badDate ${start}.gte 9999-12-31||+1y`],
    ['range', { flow_path: { gt: 1 } }, 'objectField flow_path flow_path'],
    ['exists', {}, 'expectedText field'],
    ['exists', { field: 'id', x: 1 }, 'unknownKey x x (field)'],
    ['exists', 5, 'expectedObject'],
    ['prefix', { id: 5 }, 'expectedText id'],
    ['prefix', { id: '' }, 'expectedText id'],
    ['prefix', { id: { value: 'a', case_insensitive: 1 } }, 'expectedBoolean id.case_insensitive'],
    ['prefix', { [start]: '2' }, `kindDoesNotFit ${start} ${start}`],
    ['wildcard', {}, 'expectedOne ()'],
    ['wildcard', { flow_path: 'x' }, 'objectField flow_path flow_path'],
    ['nested', 5, 'expectedObject'],
    ['nested', { path: 5, query: everything }, 'expectedText path'],
    ['nested', { path: 'nothing', query: everything }, 'unknownField path nothing'],
    ['nested', { path: 'flow_path', query: everything, x: 1 }, 'unknownKey x x (path query)'],
    ['nested', { path: 'flow_path', query: 5 }, 'expectedObject query'],
    ['bool', 5, 'expectedObject'],
    ['bool', { all: [] }, 'unknownKey all all (must filter must_not)'],
    ['bool', { must: 5 }, 'expectedObject must'],
    ['bool', { should: [everything], minimum_should_match: 'x' }, 'expectedNumber minimum_should_match'],
  ];
  for (const [type, body, ...told] of cases)
    it(`${type} ${JSON.stringify(body)}`, () => assert.deepEqual(toldOf(type, body), told));
});

describe('a condition at its edge', () => {
  const session = {
    id: 's1',
    source: 'ab',
    session_start_time: '2026-11-16T09:30:05',
    channel_data: { duration: 30 },
    params_list: [{ completed: 'true' }],
    transcription: [{ user: 'one two three four' }],
  };
  const range = (field: string, bounds: object) => ({ range: { [field]: bounds } });
  const should = (count: number, ...holding: boolean[]) => ({
    bool: {
      minimum_should_match: count,
      should: holding.map((holds) => (holds ? everything : { bool: { must_not: [everything] } })),
    },
  });
  const cases: [condition: object, keeps: boolean][] = [
    [range(duration, { gt: 30 }), false],
    [range(duration, { gt: 29 }), true],
    [range(duration, { gte: 30 }), true],
    [range(duration, { gte: 31 }), false],
    [range(duration, { lt: 30 }), false],
    [range(duration, { lt: 31 }), true],
    [range(duration, { lte: 30 }), true],
    [range(duration, { lte: 29 }), false],
    [range(duration, { gt: null }), true],
    [range(duration, { gt: null, lt: 30 }), false],
    [range('channel_data.status_code', { gt: null }), false],
    [range('source', { gt: 'ab' }), false],
    [range('source', { gte: 'ab', lte: 'ab' }), true],
    [range('source', { lt: 'abc', gt: 'aa' }), true],
    [range(start, { gte: '2026-11-16T09:30:05', lte: '2026-11-16T09:30:05' }), true],
    [range(start, { gt: '2026-11-16T09:30:04', lt: '2026-11-16T09:30:06' }), true],
    [{ term: { [start]: '2026-11-16T09:30:05' } }, true],
    [{ term: { [start]: '2026-11-16T09:30:06' } }, false],
    [{ term: { [start]: '2026-11-16T09:30:04' } }, false],
    [{ term: { [completed]: true } }, true],
    [{ term: { [completed]: false } }, false],
    [{ wildcard: { source: '??' } }, true],
    [{ wildcard: { source: '?' } }, false],
    [{ wildcard: { source: '???' } }, false],
    [{ wildcard: { source: '*' } }, true],
    [{ wildcard: { source: 'ab*' } }, true],
    [{ wildcard: { source: '*ab**' } }, true],
    [{ wildcard: { source: 'ab*?' } }, false],
    [{ wildcard: { source: 'ab\\' } }, false],
    [{ wildcard: { source: { value: 'A*', case_insensitive: true } } }, true],
    [{ wildcard: { source: { value: 'A*', case_insensitive: false } } }, false],
    [{ prefix: { source: { value: 'A', case_insensitive: false } } }, false],
    [{ match_phrase: { [user]: { query: 'one three', slop: 1 } } }, true],
    [{ match_phrase: { [user]: { query: 'one four', slop: 1 } } }, false],
    [{ match_phrase: { [user]: { query: 'one four', slop: 2 } } }, true],
    [{ match_phrase: { [user]: '…' } }, false],
    [{ match_phrase: { source: 'ab' } }, true],
    [{ match_phrase: { source: 'a' } }, false],
    [should(0, false), true],
    [should(1, false, true), true],
    [should(2, false, true), false],
    [should(2, true, true), true],
    [should(3, true, true), false],
    [should(-1, true, false), true],
    [should(-1, false, false), false],
    [should(-2, false, false), true],
    [should(-3, false, false), true],
  ];
  for (const [condition, keeps] of cases) {
    it(`${JSON.stringify(condition)} ${keeps ? 'holds' : 'does not hold'}`, () =>
      assert.equal(readRefinement({ must: [condition] }, now).keeps(session), keeps));
  }
});
