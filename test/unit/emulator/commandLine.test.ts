import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startEmulator } from '../../../src/emulator/server/server.ts';
import { removeFolder } from '../../../tools/vscodeHost/removeFolder.js';
import { session, targetOf } from './search/support.ts';
import { fetched } from './server/socket.ts';

const search = targetOf({ from_date: '2026-05-01', to_date: '2026-05-31' });
const lines = [session('a'), session('b', { source: 'ü' })].map((one) => JSON.stringify(one));

describe('command line', () => {
  let folder: string;
  const running = new Set<ChildProcess>();
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'emulator-'));
  });
  after(async () => {
    for (const child of running) child.kill('SIGKILL');
    removeFolder(folder);
  });

  const fileOf = async (text: string, type = 'ndjson'): Promise<string> => {
    const file = join(folder, `${Math.random().toString(36).slice(2)}.${type}`);
    await writeFile(file, text);
    return file;
  };
  const started = (args: readonly string[]) => {
    const child = spawn(process.execPath, [resolve('dist/emulator.js'), ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    const said = { out: '', err: '' };
    child.stdout.on('data', (text) => (said.out += text));
    child.stderr.on('data', (text) => (said.err += text));
    const ended = once(child, 'close').then(([code]) => code as number | null);
    const listening = async () => {
      while (!said.out.includes('\n'))
        await Promise.race([once(child.stdout, 'data'), ended.then(() => assert.fail(said.err))]);
      return { origin: said.out.replace('listening on ', '').trim(), key: 'sample' };
    };
    return { child, said, ended, listening };
  };

  it('serves exactly the sessions of the file, and prints one line', async () => {
    const { said, child, ended, listening } = started(['--sessions', await fileOf(`${lines.join('\n')}\n`)]);
    const emulator = await listening();
    assert.match(said.out, /^listening on http:\/\/127\.0\.0\.1:\d+\n$/);
    const { text } = await fetched(emulator, search);
    assert.deepEqual(
      JSON.parse(text).hits,
      lines.map((line) => JSON.parse(line)),
    );
    child.kill('SIGTERM');
    assert.equal(await ended, 0);
    assert.equal(said.err, '');
  });

  for (const [what, text] of [
    ['a byte order mark', `\uFEFF${lines.join('\n')}`],
    ['Windows line ends', `${lines.join('\r\n')}\r\n`],
    ['empty lines', `\n\n${lines.join('\n \t\n')}\n\n`],
  ] as const)
    it(`reads a file with ${what}`, async () => {
      const { child, ended, listening } = started(['--sessions', await fileOf(text)]);
      assert.equal(JSON.parse((await fetched(await listening(), search)).text).total, 2);
      child.kill('SIGINT');
      assert.equal(await ended, 0);
    });

  it('reads a .json file as a list', async () => {
    const { child, listening } = started(['--sessions', await fileOf(`[\n${lines.join(',\n')}\n]`, 'json')]);
    assert.equal(JSON.parse((await fetched(await listening(), search)).text).total, 2);
    child.kill();
  });

  it('serves an empty file as no sessions', async () => {
    const { child, listening } = started(['--sessions', await fileOf('')]);
    assert.equal(JSON.parse((await fetched(await listening(), search)).text).total, 0);
    child.kill();
  });

  it('takes a key, a latency and a scenario', async () => {
    const scenario = await fileOf('{"rules":[{"fault":{"kind":"rateLimit","retryAfter":3},"requests":[2]}]}');
    const sessions = await fileOf(lines.join('\n'));
    const args = ['--key', 'other', '--latency', '80', '--faults', scenario, '--sessions', sessions];
    const { child, listening } = started(args);
    const emulator = await listening();
    assert.equal((await fetched(emulator, search)).status, 401);
    const start = performance.now();
    assert.equal((await fetched({ ...emulator, key: 'other' }, search)).status, 200);
    assert.ok(performance.now() - start > 75);
    assert.equal((await fetched({ ...emulator, key: 'other' }, search)).status, 429);
    child.kill();
  });

  it('takes a ready scenario by its name', async () => {
    const { child, listening } = started(['--faults', 'unavailable', '--sessions', await fileOf('')]);
    assert.equal((await fetched(await listening(), search)).status, 503);
    child.kill();
  });

  it('prints its help', async () => {
    const { said, ended } = started(['--help']);
    assert.equal(await ended, 0);
    assert.match(said.out, /default: sample/);
  });

  const failing: [what: string, args: () => Promise<readonly string[]> | readonly string[], why: RegExp][] = [
    ['an unknown flag', () => ['--sesions', 'x'], /--sesions/],
    ['a flag without its value', () => ['--port'], /--port/],
    ['an odd port', () => ['--port', '80a'], /--port/],
    ['a port that is none', () => ['--port', '65536'], /--port/],
    ['an odd latency', () => ['--latency', '-1'], /--latency/],
    ['an empty key', () => ['--key', ''], /--key/],
    ['something that is no flag', () => ['sessions.ndjson'], /sessions\.ndjson/],
    ['a file that is not there', () => ['--sessions', 'nowhere.ndjson'], /nowhere\.ndjson/],
    ['a folder', () => ['--sessions', folder], /directory/],
    ['a bad line', async () => ['--sessions', await fileOf(`${lines[0]}\n\n{"id": \n`)], /line 3/],
    [
      'a line that is no session',
      async () => ['--sessions', await fileOf(`${lines[0]}\n5\n`)],
      /line 2: neither a session nor the answer of a search/,
    ],
    ['a list of something else', async () => ['--sessions', await fileOf(`[${lines[0]}, 1]`, 'json')], /session 2/],
    ['a list that is cut off', async () => ['--sessions', await fileOf(`[${lines[0]}`, 'json')], /\.json: /],
    ['an unknown fault', async () => ['--faults', await fileOf('{"rules":[{"fault":{"kind":"fire"}}]}')], /rules\[0\]/],
    [
      'a misspelt condition',
      async () => ['--faults', await fileOf('{"rules":[{"fault":{"kind":"html"},"evry":2}]}')],
      /rules\[0\]\.evry: unknown/,
    ],
    [
      'an odd condition',
      async () => ['--faults', await fileOf('{"rules":[{"fault":{"kind":"html"},"probability":2}]}')],
      /probability: expected a number from 0 to 1/,
    ],
    [
      'a fault without its number',
      async () => ['--faults', await fileOf('{"rules":[{"fault":{"kind":"latency"}}]}')],
      /fault\.ms: missing/,
    ],
    [
      'an odd status',
      async () => ['--faults', await fileOf('{"rules":[{"fault":{"kind":"status","status":99}}]}')],
      /fault\.status: expected a status/,
    ],
    ['a scenario without rules', async () => ['--faults', await fileOf('{"seed":1}')], /rules: expected a list/],
    ['faults that are no JSON', async () => ['--faults', await fileOf('{')], /JSON/],
  ];
  for (const [what, args, why] of failing)
    it(`says what is wrong with ${what}`, async () => {
      const { said, ended, listening } = started(await args());
      assert.equal(await Promise.race([ended, listening()]), 2);
      assert.equal(said.out, '');
      assert.match(said.err, /^emulator: [^\n]+\n$/);
      assert.match(said.err, why);
    });

  it('says that a port is taken', async () => {
    const other = await startEmulator({ sessions: [] });
    const { said, ended } = started(['--port', new URL(other.origin).port]);
    assert.equal(await ended, 2);
    assert.match(said.err, /^emulator: .*EADDRINUSE[^\n]*\n$/);
    await other.close();
  });
});
