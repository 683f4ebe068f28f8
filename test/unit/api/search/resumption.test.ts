import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Resumption } from '../../../../src/api/search/resumption.ts';

/** Rows that are each asked for through a resumption; what fails, and whether they were ended. */
function rowsOf(resumption: Resumption, failures: Error[], ended: string[]): AsyncIterator<number> {
  async function* rows(): AsyncGenerator<number> {
    try {
      for (let at = 1; at <= 3; at++) {
        yield await resumption.lasting(async () => {
          const failure = failures.shift();
          if (failure) throw failure;
          return at;
        });
      }
    } finally {
      ended.push('ended');
    }
  }
  return resumption.rows(rows());
}

describe('rows that are gone on with after a failure', () => {
  it('tell of each failure, and come when they are asked for again', async () => {
    const resumption = new Resumption();
    const [first, second] = [new Error('first'), new Error('second')];
    const failures = [first, second];
    const rows = rowsOf(resumption, failures, []);
    await assert.rejects(rows.next(), first);
    await assert.rejects(rows.next(), second);
    assert.deepEqual(await rows.next(), { done: false, value: 1 });
    failures.push(first);
    await assert.rejects(rows.next(), first);
    assert.deepEqual(
      [await rows.next(), await rows.next()],
      [
        { done: false, value: 2 },
        { done: false, value: 3 },
      ],
    );
    assert.deepEqual(await rows.next(), { done: true, value: undefined });
  });

  it('end when they are ended, while one waits and without', async () => {
    for (const isWaiting of [true, false]) {
      const ended: string[] = [];
      const resumption = new Resumption();
      const failure = new Error('no');
      const rows = rowsOf(resumption, isWaiting ? [failure] : [], ended);
      if (isWaiting) await assert.rejects(rows.next(), failure);
      else await rows.next();
      assert.deepEqual(await rows.return?.(), { done: true, value: undefined });
      assert.deepEqual(ended, ['ended']);
      // What fails from now on is not waited with.
      await assert.rejects(
        resumption.lasting(() => Promise.reject(failure)),
        failure,
      );
    }
  });
});
