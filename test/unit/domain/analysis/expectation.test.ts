import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readExpectationsOf } from '../../../../src/domain/analysis/expectation.ts';
import type { Found, Verdict } from '../../../../src/domain/analysis/expectations/verdict.ts';

const now = new Date('2026-11-20T12:00:00Z');
const step = (nodeId: string, more: object = {}) => ({ type: 'speak', node_id: nodeId, ...more });
const sessions = [
  {
    id: 's1',
    session_start_time: '2026-11-19T10:00:00',
    agent_information: { name: 'Front Desk' },
    channel_data: { duration: 10 },
    flow_path: [step('greet'), step('date'), step('confirm')],
  },
  {
    id: 's2',
    session_start_time: '2026-11-19T11:00:00',
    agent_information: { name: 'Front Desk' },
    channel_data: { duration: 30 },
    flow_path: [step('greet'), step('error'), step('date')],
  },
  {
    id: 's3',
    session_start_time: '2026-11-19T12:00:00',
    agent_information: { name: 'Orders' },
    channel_data: { duration: 50 },
    flow_path: [step('date'), step('greet'), step('greet', { type: 'end_call' })],
  },
];
const aggs = {
  by_agent: {
    terms: { field: 'agent_information.name' },
    aggs: {
      wait: { percentiles: { field: 'channel_data.duration' } },
      most: { max: { field: 'channel_data.duration' } },
    },
  },
};

interface Held {
  readonly found: Found;
  readonly verdicts: (before?: Held) => readonly Verdict[];
}

function check(expect: readonly unknown[], all: readonly unknown[] = sessions): Held {
  const { start, verdicts, problems } = readExpectationsOf({ expect, aggs }, now);
  assert.deepEqual(problems, []);
  const found = start({ nameOf: (nodeId) => ({ confirm: 'Confirm booking' })[nodeId] });
  for (const session of all) found.collect(session);
  return { found, verdicts: (before) => verdicts(found, before?.found) };
}

describe('an expectation', () => {
  const cases: readonly (readonly [expectation: object, held: boolean, actual: number | undefined])[] = [
    [{ total: { gte: 3, lt: 4 } }, true, 3],
    [{ total: { gt: 3 } }, false, 3],
    [{ total: { eq: 3 } }, true, 3],
    [{ aggregation: { path: ['by_agent', 'Front Desk'], eq: 2 } }, true, 2],
    [{ aggregation: { path: ['by_agent', 'Nobody'], eq: 0 } }, true, 0],
    [{ aggregation: { path: ['by_agent', 'Nobody', 'most'], lt: 9 } }, false, undefined],
    [{ aggregation: { path: ['by_agent', 'Front Desk', 'most'], lte: 30 } }, true, 30],
    [{ aggregation: { path: ['by_agent', 'Front Desk', 'wait', 'p50'], lt: 20 } }, false, 20],
    [{ aggregation: { path: ['by_agent', 'sum_other_doc_count'], eq: 0 } }, true, 0],
    [{ aggregation: { path: ['nothing'], eq: 0 } }, false, undefined],
    [{ every: { exists: { field: 'agent_information.name' } } }, true, 0],
    [{ every: { range: { 'channel_data.duration': { lt: 50 } } } }, false, 1],
    [{ no: { term: { 'agent_information.name': 'Orders' } } }, false, 1],
    [{ no: [{ term: { 'agent_information.name': 'Orders' } }, { term: { id: 's1' } }] }, true, 0],
    [{ at_least: { count: 2, of: { term: { 'agent_information.name': 'Front Desk' } } } }, true, 2],
    [{ at_least: { count: 3, of: { term: { 'agent_information.name': 'Front Desk' } } } }, false, 2],
    [{ path: { in_order: ['greet', 'date'] } }, false, 1],
    [{ path: { in_order: ['greet', 'greet'] } }, false, 3],
    [{ path: { never: ['error'] } }, false, 1],
    [{ path: { never: ['nowhere'] } }, true, 0],
    [{ path: { ends_at: 'Confirm booking' } }, false, 2],
  ];
  for (const [expectation, held, actual] of cases) {
    it(`${held ? 'holds' : 'is broken'}: ${JSON.stringify(expectation)}`, () => {
      const [verdict] = check([expectation]).verdicts();
      assert.deepEqual([verdict?.held, verdict?.actual], [held, actual]);
    });
  }

  it('says which sessions broke it, and at which step', () => {
    const verdicts = check([
      { path: { never: ['error'] } },
      { path: { in_order: ['greet', 'date'] } },
      { path: { ends_at: 'confirm' } },
    ]).verdicts();
    assert.deepEqual(
      verdicts.map(({ brokenBy }) => brokenBy.map(({ id, step: at }) => [id, at])),
      [
        [['s2', 1]],
        [['s3', 1]],
        [
          ['s2', 2],
          ['s3', 1],
        ],
      ],
    );
  });

  const reasons: readonly (readonly [path: object, id: string, step: number | undefined, why: object])[] = [
    [{ never: ['nowhere', 'error'] }, 's2', 1, { kind: 'ran', node: 'error' }],
    [{ in_order: ['greet', 'date'] }, 's3', 1, { kind: 'missed', node: 'date' }],
    [{ in_order: ['nowhere', 'date'] }, 's1', undefined, { kind: 'missed', node: 'nowhere' }],
    [{ ends_at: 'Confirm booking' }, 's2', 2, { kind: 'endedElsewhere', node: 'Confirm booking' }],
  ];
  for (const [path, id, at, why] of reasons) {
    it(`says what is wrong with a path: ${JSON.stringify(path)}`, () => {
      const [first] = check([{ path }]).verdicts()[0]?.brokenBy ?? [];
      assert.deepEqual([first?.id, first?.step, first?.why], [id, at, why]);
    });
  }

  const blamed: readonly (readonly [
    expectation: object,
    broken: readonly (readonly [string, number | undefined])[],
  ])[] = [
    [{ no: { term: { 'flow_path.node_id': 'error' } } }, [['s2', 1]]],
    [{ no: { nested: { path: 'flow_path', query: { term: { 'flow_path.node_id': 'confirm' } } } } }, [['s1', 2]]],
    [{ no: { term: { id: 's3' } } }, [['s3', undefined]]],
    // What is not there is at no step; what ought not to be there is at one.
    [
      { every: { term: { 'flow_path.node_id': 'confirm' } } },
      [
        ['s2', undefined],
        ['s3', undefined],
      ],
    ],
    [{ every: { bool: { must_not: [{ term: { 'flow_path.node_id': 'error' } }] } } }, [['s2', 1]]],
  ];
  for (const [expectation, broken] of blamed) {
    it(`blames the step that made the difference: ${JSON.stringify(expectation)}`, () => {
      const [verdict] = check([expectation]).verdicts();
      assert.deepEqual(
        verdict?.brokenBy.map(({ id, step: at }) => [id, at]),
        broken,
      );
    });
  }

  it('counts all that broke it, and names the first', () => {
    const many = Array.from({ length: 50 }, (_, index) => ({ id: String(index) }));
    const [verdict] = check([{ every: { exists: { field: 'source' } } }], many).verdicts();
    assert.equal(verdict?.brokenCount, 50);
    assert.equal(verdict?.brokenBy.length, 20);
  });

  const before: readonly (readonly [sessionsBefore: number, held: boolean, ratio: number | undefined])[] = [
    [3, true, 1],
    [2, false, 1.5],
    [0, false, Number.POSITIVE_INFINITY],
  ];
  for (const [count, held, ratio] of before) {
    it(`compares with ${count} sessions in the range before`, () => {
      const expect = [{ total: { over_before: { lte: 1.2 } } }];
      assert.equal(readExpectationsOf({ expect }, now).needsRangeBefore, true);
      const [verdict] = check(expect).verdicts(check(expect, sessions.slice(0, count)));
      assert.deepEqual([verdict?.held, verdict?.actual, verdict?.before], [held, ratio, count]);
    });
  }

  it('compares a number of aggs with the range before', () => {
    const path = ['by_agent', 'Front Desk', 'most'];
    const expect = [{ aggregation: { path, over_before: { lte: 2 } } }];
    const [verdict] = check(expect).verdicts(check(expect, sessions.slice(0, 1)));
    // 30 over 10.
    assert.deepEqual([verdict?.held, verdict?.actual, verdict?.before, verdict?.overBefore], [false, 3, 10, true]);
    const [unlike] = check(expect).verdicts(check(expect, sessions.slice(2)));
    assert.deepEqual([unlike?.held, unlike?.actual, unlike?.before], [false, undefined, undefined]);
  });

  it('takes nothing after nothing for no change', () => {
    const expect = [{ total: { over_before: { lte: 1 } } }];
    assert.equal(check(expect, []).verdicts(check(expect, []))[0]?.held, true);
  });

  it('is not held where the range before was not read', () => {
    assert.equal(check([{ total: { over_before: { lte: 9 } } }]).verdicts()[0]?.held, false);
  });

  it('says which fields it reads: of steps only where a path is expected', () => {
    assert.deepEqual([...readExpectationsOf({ expect: [{ no: { term: { id: 'a' } } }] }, now).fields], ['id']);
    const { fields } = readExpectationsOf(
      { expect: [{ path: { never: ['x'] } }, { no: { term: { id: 'a' } } }], aggs },
      now,
    );
    assert.deepEqual([...fields].sort(), [
      'agent_information.name',
      'channel_data.duration',
      'flow_path.node_id',
      'flow_path.type',
      'id',
    ]);
  });
});

describe('what is wrong with an expectation', () => {
  const wrong: readonly (readonly [expect: unknown, code: string, path: readonly (string | number)[]])[] = [
    [{}, 'expectedList', []],
    [[5], 'expectedObject', [0]],
    [[{}], 'expectedOne', [0]],
    [[{ total: { eq: 1 }, no: { term: { id: 'a' } } }], 'onlyOne', [0]],
    [[{ totals: { eq: 1 }, total: { eq: 1 } }], 'unknownKey', [0, 'totals']],
    [[{ total: {} }], 'missingKey', [0, 'total']],
    [[{ total: { eq: '1' } }], 'expectedNumber', [0, 'total', 'eq']],
    [[{ total: { over_before: {} } }], 'missingKey', [0, 'total', 'over_before']],
    [[{ total: { gt: 1, over_before: { lt: 2 } } }], 'onlyOne', [0, 'total']],
    [[{ aggregation: { eq: 1 } }], 'expectedList', [0, 'aggregation', 'path']],
    [[{ every: { term: {} } }], 'expectedOne', [0, 'every', 'term']],
    [[{ at_least: { of: { term: { id: 'a' } } } }], 'expectedNumber', [0, 'at_least', 'count']],
    [[{ path: {} }], 'missingKey', [0, 'path']],
    [[{ path: { never: 'x' } }], 'expectedList', [0, 'path', 'never']],
  ];
  for (const [expect, code, path] of wrong) {
    it(`${code}: ${JSON.stringify(expect)}`, () => {
      assert.deepEqual(
        readExpectationsOf({ expect }, now).problems.map((problem) => [problem.code, problem.path]),
        [[code, ['expect', ...path]]],
      );
    });
  }
});
