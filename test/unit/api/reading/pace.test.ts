import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { measures, Pace } from '../../../../src/api/reading/pace.ts';

const answer = { asked: 100, rows: 100, bytes: 100_000, isAll: false, ms: 100 };

/** How many are asked for at once, when each is as long as those before. */
function mostAtOnce(pace: Pace): number {
  let onTheirWay = 0;
  while (pace.leavesRoom(onTheirWay, 0)) onTheirWay++;
  return onTheirWay;
}

describe('the pace of a reading', () => {
  it('asks for answers of at most two megabytes, and for more of them at once where they come late', () => {
    const [far, near] = [new Pace(measures.whole), new Pace(measures.whole)];
    far.answered(answer);
    near.answered({ ...answer, ms: 5 });
    assert.deepEqual([far.rows, near.rows], [1000, 1000]);
    assert.deepEqual([mostAtOnce(far), mostAtOnce(near)], [24, 12]);
    for (const pace of [far, near]) pace.answered({ ...answer, bytes: 1_000_000 });
    assert.ok(far.rows < 1000);
    assert.ok(mostAtOnce(far) <= 20 && mostAtOnce(near) <= 6);
  });

  it('asks for less, and holds less of it, where sessions are not whole', () => {
    const [far, near] = [new Pace(measures.projected), new Pace(measures.projected)];
    // A range of a year is asked about at once.
    assert.ok(mostAtOnce(far) >= 7);
    far.answered({ ...answer, bytes: 60_000 });
    near.answered({ ...answer, bytes: 60_000, ms: 5 });
    assert.deepEqual([far.rows, near.rows], [1000, 1000]);
    for (const pace of [far, near]) pace.answered({ ...answer, asked: 1000, rows: 1000, bytes: 600_000 });
    assert.deepEqual([far.rows, near.rows], [1167, 1167]);
    assert.deepEqual([mostAtOnce(far), mostAtOnce(near)], [9, 3]);
  });

  it('asks for more than a thousand where the service has given so many', () => {
    const pace = new Pace(measures.whole);
    pace.answered({ ...answer, bytes: 10_000 });
    assert.equal(pace.rows, 1000);
    pace.answered({ ...answer, asked: 1000, rows: 1000, bytes: 100_000 });
    assert.equal(pace.rows, 5000);
  });

  it('asks for no more at a time than the service gives', () => {
    const pace = new Pace(measures.whole);
    pace.answered({ ...answer, asked: 1000, rows: 500, bytes: 500_000 });
    assert.equal(pace.rows, 500);
    pace.answered({ ...answer, asked: 500, rows: 500, bytes: 500_000 });
    assert.equal(pace.rows, 500);
  });

  it('asks half as often at once when there were too many requests, and slowly more again', () => {
    const pace = new Pace(measures.whole);
    pace.answered(answer);
    pace.slowDown();
    assert.equal(mostAtOnce(pace), 12);
    for (let count = 0; count < 23; count++) pace.answered(answer);
    assert.equal(mostAtOnce(pace), 12);
    pace.answered(answer);
    assert.equal(mostAtOnce(pace), 13);
  });

  it('holds no more than so many bytes, those that wait for their turn too', () => {
    const pace = new Pace(measures.whole);
    pace.answered({ ...answer, bytes: 2_000_000 });
    assert.equal(pace.rows, 100);
    assert.equal(pace.leavesRoom(3, 26_000_000), true);
    assert.equal(pace.leavesRoom(4, 26_000_000), false);
  });
});
