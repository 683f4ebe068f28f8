import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Channel } from '../../../src/protocol/channel.ts';

type Ask = { readonly type: 'double'; readonly value: number } | { readonly type: 'fail' };
interface Answers {
  double: number;
  fail: undefined;
}

function pair() {
  const near: Channel<Ask, Answers, Ask> = new Channel({
    post: (data) => far.receive(structuredClone(data)),
    handle: () => undefined,
  });
  const far: Channel<Ask, Answers, Ask> = new Channel({
    post: (data) => near.receive(structuredClone(data)),
    handle: (message) => {
      if (message.type === 'fail') throw new Error('no');
      return message.value * 2;
    },
  });
  return { near, far };
}

describe('a channel', () => {
  it('answers each request with its own answer', async () => {
    const { near } = pair();
    assert.deepEqual(await Promise.all([1, 2, 3].map((value) => near.request({ type: 'double', value }))), [2, 4, 6]);
  });

  it('tells at once that a request has come, however long its answer takes', async () => {
    const heard: unknown[] = [];
    let answer: (value: number) => void = () => {};
    const far: Channel<Ask, Answers, Ask> = new Channel({
      post: (data) => heard.push(data),
      handle: () => new Promise<number>((resolve) => (answer = resolve)),
    });
    far.receive({ type: 'request', number: 7, message: { type: 'double', value: 1 } });
    assert.deepEqual(heard, [{ type: 'taken', number: 7 }]);
    answer(2);
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(heard.at(-1), { type: 'answer', number: 7, value: 2 });
  });

  it('waits on for the answer to a request that was taken', async () => {
    const near: Channel<Ask, Answers, Ask> = new Channel({ post: () => undefined, handle: () => undefined });
    const waiting = near.request({ type: 'double', value: 1 });
    near.receive({ type: 'taken', number: 1 });
    near.receive({ type: 'answer', number: 1, value: 2 });
    assert.equal(await waiting, 2);
  });

  it('answers an error when the handler throws', async () => {
    await assert.rejects(pair().near.request({ type: 'fail' }), { message: 'no' });
  });

  it('leaves nobody waiting when it closes', async () => {
    const silent: Channel<Ask, Answers, Ask> = new Channel({ post: () => undefined, handle: () => undefined });
    const waiting = silent.request({ type: 'fail' });
    silent.close();
    await assert.rejects(waiting, /gone/u);
  });

  it('leaves alone what is none of its messages', () => {
    const { near } = pair();
    for (const data of [null, 'x', { type: 'request' }, { number: 1, type: 'other' }])
      assert.doesNotThrow(() => near.receive(data));
  });
});
