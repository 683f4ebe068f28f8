import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Pace } from '../../../../src/api/reading/pace.ts';

const answer = { asked: 100, rows: 100, bytes: 100_000, isAll: false, ms: 100 };

/** How many are asked for at once, when each is as long as those before. */
function mostAtOnce(pace: Pace): number {
  let onTheirWay = 0;
  while (pace.leavesRoom(onTheirWay, 0)) onTheirWay++;
  return onTheirWay;
}

describe('the pace of a reading', () => {
  it('asks for answers of two megabytes, and for more of them at once where they come late', () => {
    const [far, near] = [new Pace(100), new Pace(100)];
    far.answered(answer);
    near.answered({ ...answer, ms: 5 });
    assert.deepEqual([far.rows, near.rows], [2000, 2000]);
    assert.deepEqual([mostAtOnce(far), mostAtOnce(near)], [16, 6]);
  });

  it('asks for no more at a time than the service gives', () => {
    const pace = new Pace(100);
    pace.answered({ ...answer, asked: 2000, rows: 1000, bytes: 1_000_000 });
    assert.equal(pace.rows, 1000);
  });

  it('asks half as often at once when there were too many requests, and slowly more again', () => {
    const pace = new Pace(100);
    pace.answered(answer);
    pace.slowDown();
    assert.equal(mostAtOnce(pace), 8);
    for (let count = 0; count < 15; count++) pace.answered(answer);
    assert.equal(mostAtOnce(pace), 8);
    pace.answered(answer);
    assert.equal(mostAtOnce(pace), 9);
  });

  it('holds no more than so many bytes, those that wait for their turn too', () => {
    const pace = new Pace(100);
    pace.answered({ ...answer, bytes: 2_000_000 });
    assert.equal(pace.rows, 100);
    assert.equal(pace.leavesRoom(3, 24_000_000), true);
    assert.equal(pace.leavesRoom(4, 24_000_000), false);
  });
});
