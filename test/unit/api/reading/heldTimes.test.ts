import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HeldTimes } from '../../../../src/api/reading/heldTimes.ts';

const range = (from: number, to: number) => ({ from: new Date(from), to: new Date(to) });

function holding(...times: number[]): HeldTimes {
  const held = new HeldTimes();
  for (const time of times) held.add(time);
  return held;
}

describe('the starts of what was read', () => {
  it('are counted within a range, both ends included', () => {
    const held = holding(5000, 1000, 3000, 3000);
    const counts: [from: number, to: number, count: number][] = [
      [1000, 5000, 4],
      [1001, 4999, 2],
      [3000, 3000, 2],
      [3001, 4999, 0],
      [5001, 9000, 0],
      [0, 999, 0],
    ];
    for (const [from, to, count] of counts) assert.equal(held.within(range(from, to), false), count, `${from}-${to}`);
  });

  it('are counted with the rest of the last second where the service does so', () => {
    const held = holding(2000, 2999, 3000);
    assert.equal(held.within(range(1000, 2000), false), 1);
    assert.equal(held.within(range(1000, 2000), true), 2);
  });

  it('are counted whatever was added after another count', () => {
    const held = holding(2000);
    assert.equal(held.within(range(0, 9000), false), 1);
    held.add(1000);
    assert.equal(held.within(range(0, 1000), false), 1);
    assert.equal(held.within(range(0, 9000), false), 2);
  });

  it('are thousands', () => {
    const held = holding(...Array.from({ length: 5000 }, (_, at) => 5000 - at));
    assert.equal(held.within(range(1, 5000), false), 5000);
    assert.equal(held.within(range(1, 1024), false), 1024);
  });

  it('are replaced within a range, and go on from there', () => {
    const held = holding(1000, 2000, 2500, 3000);
    // What is given of other times is held where it belongs.
    held.replace(range(2000, 2200), false, [2100, 2200, 8000]);
    assert.equal(held.within(range(0, 9000), false), 5);
    held.replace(range(2000, 2200), true, []);
    assert.equal(held.within(range(0, 9000), false), 1);
    held.replace(range(0, 9000), false, []);
    assert.equal(held.within(range(0, 9000), false), 0);
    held.add(4000);
    assert.equal(held.within(range(4000, 4000), false), 1);
  });
});
