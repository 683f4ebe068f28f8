import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConversation } from '../../../../../src/domain/session/conversation.ts';
import { readOverview, stepAt } from '../../../../../src/domain/session/timeline/overview.ts';

const overviewOf = (flow_path: readonly unknown[]) => {
  const { steps, turns } = readConversation({ flow_path });
  return readOverview(steps, turns);
};

const call = [
  { type: 'start', request_id: 'a', execution_time: 0 },
  { type: 'speak', request_id: 'a', execution_time: 600 },
  { type: 'webhook', request_id: 'b', execution_time: 100, response: { code: 200 } },
  { type: 'webhook', request_id: 'b', execution_time: 300, response: { code: 500 } },
];

describe('the overview of a session', () => {
  it('keeps apart what lies a thousandth of the whole apart, and joins what is closer', () => {
    const webhooksAround = (ms: number) =>
      overviewOf([
        { type: 'webhook', execution_time: 0, response: { code: 200 } },
        { type: 'speak', execution_time: ms },
        { type: 'webhook', execution_time: 1_000 - ms, response: { code: 200 } },
      ]).webhooks.length;
    assert.deepEqual([0, 0.5, 1, 2].map(webhooksAround), [1, 1, 2, 2]);
  });

  it('lays everything out by execution time', () => {
    const overview = overviewOf(call);
    assert.equal(overview.executionMs, 1_000);
    assert.deepEqual(overview.spans, [
      { start: 0, end: 0 },
      { start: 0, end: 0.6 },
      { start: 0.6, end: 0.7 },
      { start: 0.7, end: 1 },
    ]);
    assert.deepEqual(overview.turns, [
      { start: 0, end: 0.6 },
      { start: 0.6, end: 1 },
    ]);
    assert.deepEqual(overview.speech, [{ start: 0, end: 0.6 }]);
    assert.deepEqual(overview.webhooks, [{ start: 0.6, end: 0.7 }]);
    assert.deepEqual(overview.problems, [{ start: 0.7, end: 1 }]);
  });

  it('counts each step as one where no time was measured', () => {
    const overview = overviewOf([{ type: 'webhook', response: { code: 200 } }, { type: 'speak' }]);
    assert.equal(overview.executionMs, undefined);
    assert.deepEqual(overview.webhooks, [{ start: 0, end: 0.5 }]);
  });

  it('knows the step at a point', () => {
    const overview = overviewOf(call);
    assert.deepEqual(
      [0, 0.5, 0.6, 0.99, 1, 2].map((fraction) => stepAt(overview, fraction)),
      [1, 1, 2, 3, 3, 3],
    );
    assert.equal(stepAt(overviewOf([]), 0.5), undefined);
  });

  it('takes together what nobody can tell apart', () => {
    const many = Array.from({ length: 20_000 }, () => ({
      type: 'webhook',
      execution_time: 1,
      response: { code: 200 },
    }));
    assert.deepEqual(overviewOf(many).webhooks.length, 1);
    assert.equal(overviewOf([{ execution_time: -5 }, { execution_time: 10 }]).executionMs, 10);
  });
});
