import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ReadRow } from '../../../../src/api/reading/readRow.ts';
import { SessionTally } from '../../../../src/api/reading/sessionTally.ts';

const range = (from: number, to: number) => ({ from: new Date(from), to: new Date(to) });
const rows = (...times: (number | undefined)[]): readonly ReadRow[] =>
  times.map((time) => ({ key: String(time), time, bytes: new Uint8Array(), members: {} }));

function holding(...times: (number | undefined)[]): SessionTally {
  const tally = new SessionTally();
  for (const time of times) tally.hold(time);
  return tally;
}

describe('what was read beside what the service counts', () => {
  it('is compared within a range', () => {
    const tally = holding(1000, 2000, undefined, 3000);
    assert.equal(tally.heldWithin(range(1000, 2000)), 2);
    assert.deepEqual([tally.compare(range(1000, 3000), 5), tally.compare(range(1000, 2000), 1)], [2, -1]);
  });

  it('is what came anew', () => {
    const tally = holding(1000, 2000);
    tally.holdAnew(range(1500, 2500), rows(2100, 2200, undefined));
    assert.equal(tally.heldWithin(range(0, 9000)), 3);
  });

  it('holds the rest of the last second once an answer has shown that the service counts it', () => {
    const tally = holding(2000, 2500);
    tally.noteEnd(range(0, 2000), rows(undefined, 2000));
    assert.equal(tally.heldWithin(range(0, 2000)), 1);
    tally.noteEnd(range(0, 2000), rows(2001));
    assert.equal(tally.heldWithin(range(0, 2000)), 2);
    // And does not forget it.
    tally.noteEnd(range(0, 9000), rows(1000));
    assert.equal(tally.heldWithin(range(0, 2000)), 2);
  });

  it('leaves out what is known to be missing within the range', () => {
    const tally = holding(1000);
    tally.miss({ reason: 'notGiven', count: 2, range: range(1000, 2000) });
    tally.miss({ reason: 'repeated', count: undefined, range: range(1000, 2000) });
    tally.miss({ reason: 'notGiven', count: 4, range: range(1000, 5000) });
    assert.equal(tally.compare(range(1000, 2000), 9), 9 - 1 - 2);
    assert.equal(tally.compare(range(1000, 5000), 9), 9 - 1 - 6);
    assert.equal(tally.compare(range(1001, 2000), 9), 9);
  });

  it('forgets what was missed and has come since', () => {
    const tally = holding(1000);
    tally.miss({ reason: 'notGiven', count: 2, range: range(1000, 2000) });
    tally.miss({ reason: 'noTiebreaker', count: undefined, range: range(1000, 2000) });
    tally.forgetFound();
    assert.deepEqual(
      tally.missing.map(({ count }) => count),
      [2, undefined],
    );
    tally.hold(1500);
    tally.forgetFound();
    assert.deepEqual(
      tally.missing.map(({ count }) => count),
      [1, undefined],
    );
  });

  it('forgets nothing of a reading that was gone on with', () => {
    const missed = { reason: 'notGiven', count: 1, range: range(1000, 2000) } as const;
    const tally = new SessionTally({ counted: [{ range: range(0, 9000), total: 7 }], missing: [missed] });
    tally.hold(1500);
    tally.forgetFound();
    assert.deepEqual(tally.missing, [missed]);
    tally.count({ range: range(1, 2), total: 3 });
    assert.deepEqual(
      tally.counted.map(({ total }) => total),
      [7, 3],
    );
  });

  it('forgets all that was missed as soon as all of it came', () => {
    const tally = holding(1000);
    tally.miss({ reason: 'notGiven', count: 1, range: range(1000, 2000) });
    tally.hold(1500);
    tally.forgetFound();
    assert.deepEqual(tally.missing, []);
  });

  it('knows a crowded second once, and nothing else of what was read there', () => {
    const tally = new SessionTally();
    const crowd = { missing: 5, reason: 'crowdedSecond', read: 20_000 } as const;
    tally.crowdRead(range(1000, 2000), { ...crowd, reason: 'repeated' });
    assert.deepEqual(tally.missing, []);
    tally.crowdRead(range(1000, 2000), crowd);
    tally.crowdRead(range(1000, 2000), crowd);
    tally.crowdRead(range(0, 9000), crowd);
    assert.deepEqual(tally.missing, [{ reason: 'crowdedSecond', count: 5, range: range(1000, 2000) }]);
    tally.crowdRead(range(3000, 4000), crowd);
    assert.equal(tally.missing.length, 2);
  });
});
