import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tryAgain } from '../../../tools/vscodeHost/tryAgain.js';

describe('work that may need several tries', () => {
  /** Does work that succeeds at a try, or never. */
  async function tried(succeedsAt: number) {
    const attempts: number[] = [];
    const told: string[] = [];
    const work = (attempt: number): boolean => {
      attempts.push(attempt);
      return attempt === succeedsAt;
    };
    const isDone = await tryAgain('fetch it', work, { tell: (line) => told.push(line), pauses: [1, 2] });
    return { isDone, attempts, told };
  }

  it('is done once, without a word, where that is enough', async () =>
    assert.deepEqual(await tried(1), { isDone: true, attempts: [1], told: [] }));

  it('is done again after a pause, and says so', async () => {
    const { isDone, attempts, told } = await tried(2);
    assert.deepEqual([isDone, attempts], [true, [1, 2]]);
    assert.deepEqual(told, ["Couldn't fetch it. Trying again in 0.001 s (try 2 of 3)..."]);
  });

  it('is given up after the last pause', async () => {
    const { isDone, attempts, told } = await tried(4);
    assert.deepEqual([isDone, attempts, told.length], [false, [1, 2, 3], 2]);
  });
});
