import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Limiter } from '../../../../src/api/search/limiter.ts';

/** A task that ends when it is told to. */
function heldTask() {
  let [resolve, reject]: [(value: number) => void, (error: Error) => void] = [() => {}, () => {}];
  const promise = new Promise<number>((...functions) => {
    [resolve, reject] = functions;
  });
  return { promise, resolve, reject };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

it('so many tasks run at a time, in the order in which they came, whatever becomes of them', async () => {
  const limiter = new Limiter(2);
  const started: number[] = [];
  const tasks = Array.from({ length: 6 }, heldTask);
  const outcomes = tasks.map(({ promise }, at) =>
    limiter
      .run(() => {
        started.push(at);
        return promise;
      })
      .catch(String),
  );
  await settled();
  assert.deepEqual(started, [0, 1]);
  tasks[1]?.resolve(10);
  await settled();
  assert.deepEqual(started, [0, 1, 2]);
  tasks[0]?.reject(new Error('no'));
  await settled();
  assert.deepEqual(started, [0, 1, 2, 3]);
  for (const [at, { resolve }] of tasks.entries()) resolve(at);
  assert.deepEqual(await Promise.all(outcomes), ['Error: no', 10, 2, 3, 4, 5]);
  // Each place was given back, and no more.
  const waiting = heldTask();
  const again = [7, 8, 9].map((at) =>
    limiter.run(() => {
      started.push(at);
      return waiting.promise;
    }),
  );
  await settled();
  assert.deepEqual(started.slice(6), [7, 8]);
  waiting.resolve(0);
  await Promise.all(again);
});
