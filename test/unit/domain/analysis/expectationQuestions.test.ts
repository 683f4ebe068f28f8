import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readAggregation } from '../../../../src/domain/analysis/aggregation.ts';
import { readExpectationsOf } from '../../../../src/domain/analysis/expectation.ts';
import { expectationQuestions } from '../../../../src/domain/analysis/expectations/expectationQuestions.ts';

const now = new Date('2026-11-20T12:00:00Z');
const sessions = ['Front Desk', 'Front Desk', 'Orders'].map((name, at) => ({
  id: `s${at}`,
  agent_information: { name },
}));
const desk = { term: { 'agent_information.name': 'Front Desk' } };
// Names that an engine would refuse, or that look like ours.
const aggs = {
  'a>b': { terms: { field: 'agent_information.name' } },
  broken1: { value_count: { field: 'id' } },
  unused: { value_count: { field: 'source' } },
};
const expect = [
  { total: { eq: 3 } },
  { no: desk },
  { every: [desk, { exists: { field: 'id' } }] },
  { at_least: { count: 2, of: desk } },
  { aggregation: { path: ['a>b', 'Orders'], eq: 1 } },
  { aggregation: { path: ['broken1'], eq: 3 } },
  { aggregation: { path: ['nowhere'], eq: 0 } },
  { path: { never: ['n'] } },
];
const { all, start, verdicts } = readExpectationsOf({ expect, aggs }, now);

describe('what is asked of whoever counts, for expectations', () => {
  const questions = expectationQuestions(all, aggs);
  const counting = readAggregation(questions.aggs, now).start();
  for (const session of sessions) counting.collect(session);
  const answer = counting.result();

  it('is nothing that no expectation names, under names that any engine takes', () => {
    assert.deepEqual(Object.keys(questions.aggs), ['named0', 'named1', 'broken1', 'broken2', 'broken3']);
  });

  it('comes out as it does session by session', () => {
    const checking = start();
    for (const session of sessions) checking.collect(session);
    const numbers = (found: ReturnType<typeof verdicts>) => found.map(({ held, actual }) => [held, actual]);
    const counted = {
      total: sessions.length,
      aggregations: () => questions.aggregations(answer),
      sessionsOf: (index: number) => ({ ...questions.sessionsOf(answer, index, sessions.length), shown: [] }),
    };
    assert.deepEqual(numbers(verdicts(counted)).slice(0, -1), numbers(verdicts(checking)).slice(0, -1));
  });

  it('is answered but for paths, and for what was left out of the answer', () => {
    const answered = (of: typeof answer): readonly number[] =>
      [...all.keys()].filter((at) => questions.answers(of, at));
    assert.deepEqual(answered(answer), [0, 1, 2, 3, 4, 5, 6]);
    const { named0: _, broken2: __, ...some } = answer;
    assert.deepEqual(answered(some), [0, 1, 3, 5, 6]);
  });
});
