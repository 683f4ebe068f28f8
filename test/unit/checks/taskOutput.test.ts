import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { TaskOutput } from '../../../src/checks/tasks/taskOutput.ts';

describe('what a task writes to its terminal', () => {
  it('is settled when the terminal answers what was asked after it', async () => {
    const { output, written, isSettled } = started();
    output.line('first');
    const settled = isSettled();
    await turn();
    assert.deepEqual(written, ['first\r\n', '\u001B[5n']);
    assert.equal(settled(), false);
    assert.equal(output.heard('\u001B[0n'), true);
    await turn();
    assert.equal(settled(), true);
  });

  it('is not settled by keys, which are not taken', async () => {
    const { output, isSettled } = started();
    const settled = isSettled();
    for (const key of ['a', '\u0003', '\u001B[A', '\r']) assert.equal(output.heard(key), false);
    await turn();
    assert.equal(settled(), false);
    output.close();
  });

  it('waits for no terminal that is gone, whenever it went', async () => {
    const { output, isSettled } = started();
    const before = isSettled();
    output.close();
    const after = isSettled();
    await turn();
    assert.deepEqual([before(), after()], [true, true]);
  });

  it('gives up on a terminal that answers nothing', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const { isSettled } = started();
    const settled = isSettled();
    t.mock.timers.tick(4_999);
    await turn();
    assert.equal(settled(), false);
    t.mock.timers.tick(1);
    await turn();
    assert.equal(settled(), true);
  });

  it('holds nothing that a terminal obeys', () => {
    const { output, written } = started();
    output.line('a\u001B]0;title\u0007b\nc');
    assert.equal(written.length, 1);
    assert.doesNotMatch(written.join('').slice(0, -2), /\p{Cc}/u);
  });
});

function started(): { output: TaskOutput; written: string[]; isSettled: () => () => boolean } {
  const written: string[] = [];
  const output = new TaskOutput((data) => written.push(data));
  const isSettled = (): (() => boolean) => {
    let is = false;
    void output.settled().then(() => {
      is = true;
    });
    return () => is;
  };
  return { output, written, isSettled };
}
