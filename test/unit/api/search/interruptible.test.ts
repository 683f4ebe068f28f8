import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Cancelled } from '../../../../src/api/client/insightsErrors.ts';
import { Interruptible, refuseEnded } from '../../../../src/api/search/interruptible.ts';

it('requests that are on their way can be ended, and others sent after that', () => {
  const outer = new AbortController();
  for (const requests of [new Interruptible(outer.signal), new Interruptible(undefined)]) {
    const before = requests.signal;
    assert.equal(requests.signal, before);
    requests.interrupt();
    assert.deepEqual([before.aborted, requests.signal.aborted], [true, false]);
    assert.throws(() => refuseEnded(before), Cancelled);
    refuseEnded(requests.signal);
    requests.stop();
    assert.equal(requests.signal.aborted, true);
  }
});

it('requests end with what ends all', () => {
  const outer = new AbortController();
  const requests = new Interruptible(outer.signal);
  requests.interrupt();
  outer.abort();
  assert.equal(requests.signal.aborted, true);
});
