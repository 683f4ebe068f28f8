import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CommandRegistrar } from '../../../src/host/commandRegistrar.ts';
import { isCancellation } from '../../../src/host/errors/isCancellation.ts';
import { failedLine } from '../../../src/host/logLines.ts';

function registrar() {
  const known = new Map<string, (...args: never[]) => unknown>();
  const failed: [id: string, error: unknown][] = [];
  return {
    known,
    failed,
    run: async (id: string, ...args: unknown[]) => known.get(id)?.(...(args as never[])),
    registrar: new CommandRegistrar({
      register: (id, run) => {
        known.set(id, run);
        return { dispose: () => known.delete(id) };
      },
      failed: (error, id) => failed.push([id, error]),
    }),
  };
}

describe('commandRegistrar', () => {
  const broken = new Error('broken');

  it('has a command do what it does, with what it is called with', async () => {
    const { registrar: commands, run, failed } = registrar();
    const got: unknown[] = [];
    commands.register({ 'insights.copySessionId': async (row) => void got.push(row) });
    await run('insights.copySessionId', 'a row');
    assert.deepEqual([got, failed], [['a row'], []]);
  });

  for (const [how, handler] of [
    ['rejects', async () => Promise.reject(broken)],
    [
      'throws at once',
      () => {
        throw broken;
      },
    ],
  ] as const) {
    it(`tells what a command ${how} with, and throws nothing itself`, async () => {
      const { registrar: commands, run, failed } = registrar();
      commands.register({ 'insights.refreshQueries': handler });
      await run('insights.refreshQueries');
      assert.deepEqual(failed, [['insights.refreshQueries', broken]]);
    });

    it(`does so for one that is loaded on use and ${how}`, async () => {
      const { registrar: commands, run, failed } = registrar();
      commands.registerOnUse(['insights.refreshQueries'], async () => ({ 'insights.refreshQueries': handler }));
      await run('insights.refreshQueries');
      assert.deepEqual(failed, [['insights.refreshQueries', broken]]);
    });
  }

  it('tells that the code of a command could not be loaded, and tries again the next time', async () => {
    const { registrar: commands, run, failed } = registrar();
    let times = 0;
    commands.registerOnUse(['insights.refreshQueries'], async () => {
      times += 1;
      if (times === 1) throw broken;
      return { 'insights.refreshQueries': async () => {} };
    });
    await run('insights.refreshQueries');
    await run('insights.refreshQueries');
    assert.deepEqual([failed, times], [[['insights.refreshQueries', broken]], 2]);
  });

  it('takes its commands away with what it answered', () => {
    const { registrar: commands, known } = registrar();
    const registered = commands.register({ 'insights.showLog': () => {} });
    assert.ok(known.has('insights.showLog'));
    registered.dispose();
    assert.equal(known.size, 0);
  });
});

describe('isCancellation', () => {
  const named = (name: string) => Object.assign(new Error(name), { name });
  for (const [what, error, is] of [
    ['VS Code’s own', named('Canceled'), true],
    ['an aborted signal', new DOMException('gone', 'AbortError'), true],
    ['one of a request or a connection', Object.assign(new Error('x'), { code: 'cancelled' }), true],
    ['a time-out', new DOMException('late', 'TimeoutError'), false],
    ['any other error', new Error('Canceled'), false],
    ['what is no error', 'Canceled', false],
    ['nothing', undefined, false],
  ] as const) {
    it(`${is ? 'knows' : 'is not'} ${what}`, () => assert.equal(isCancellation(error), is));
  }
});

describe('failedLine', () => {
  it('says where a command failed, and nothing of what it had in hand', () => {
    const error = new TypeError('no number in +31 6 1234 5678');
    error.stack = `TypeError: no number in +31 6 1234 5678\n    at run (/home/me/x/chunk-AB.js:3:14)\n    at /home/me/x/extension.cjs:1:2`;
    assert.equal(
      failedLine('insights.runQuery', error),
      'insights.runQuery failed: TypeError at chunk-AB.js:3:14 at extension.cjs:1:2',
    );
    assert.equal(failedLine('insights.runQuery', 'text'), 'insights.runQuery failed');
  });
});
