import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Deadline } from '../../../../src/api/client/deadline.ts';
import { Cancelled } from '../../../../src/api/client/insightsErrors.ts';

const late = new Error('late');
const timedOut = () => late;

describe('the deadline of a request', () => {
  it('passes in time, and ends the request with the same reason', async () => {
    const deadline = new Deadline({ ms: 1, timedOut }, undefined);
    await assert.rejects(deadline.passed, late);
    assert.equal(deadline.signal.reason, late);
  });

  it('passes when it is cancelled', async () => {
    const stopping = new AbortController();
    const deadline = new Deadline({ ms: 60_000, timedOut }, stopping.signal);
    assert.equal(deadline.signal.aborted, false);
    stopping.abort();
    await assert.rejects(deadline.passed, Cancelled);
    assert.ok(deadline.signal.reason instanceof Cancelled);
    deadline.end();
  });

  it('never passes once the request has ended', async () => {
    const stopping = new AbortController();
    const deadline = new Deadline({ ms: 1, timedOut }, stopping.signal);
    deadline.end();
    stopping.abort();
    const first = await Promise.race([
      deadline.passed.catch(() => 'passed'),
      new Promise((resolve) => setTimeout(() => resolve('still'), 20)),
    ]);
    assert.deepEqual([first, deadline.signal.aborted], ['still', false]);
  });
});
