import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { query, Workplace } from './support.ts';

const day = '2026-11-19';
const cli = resolve('dist/cli.js');

/** So many, and so long, that whoever holds all of them is seen. */
const manySessions = 25_000;
const longName = 'x'.repeat(4000);

describe('the command line as a program', () => {
  let place: Workplace;
  before(async () => {
    place = await Workplace.withService({
      'a.insights.json': query({ connection: 'test', expect: [{ total: { eq: 3 } }] }),
    });
  });
  after(() => place.end());

  for (const args of [['run', 'a.insights.json'], ['check', 'a.insights.json'], ['--help']])
    it(`says so when the disk is full: ${args.join(' ')}`, { skip: !existsSync('/dev/full') }, async () => {
      const child = place.spawn(args, {}, openSync('/dev/full', 'w'));
      let err = '';
      child.stderr?.setEncoding('utf8').on('data', (text: string) => {
        err += text;
      });
      const [code] = await once(child, 'close');
      assert.equal(code, 2);
      assert.match(err, /cannot be written \(ENOSPC\)/);
    });

  for (const [signal, expected] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)
    it(`ends with ${expected} by ${signal}, without a word`, async () => {
      const silent = createServer().listen(0, '127.0.0.1');
      await once(silent, 'listening');
      const asked = once(silent, 'request');
      const { port } = silent.address() as AddressInfo;
      const child = place.spawn(['check', '--url', `http://127.0.0.1:${port}`, 'a.insights.json']);
      const said: string[] = [];
      for (const stream of [child.stdout, child.stderr])
        stream?.setEncoding('utf8').on('data', (text: string) => said.push(text));
      await asked;
      child.kill(signal);
      const [code] = await once(child, 'close');
      silent.close();
      assert.equal(code, expected);
      assert.deepEqual(said, []);
    });

  it('goes through the proxy that the user names, not through one that a repository names', async () => {
    const elsewhere = {
      'home/.config/Code/User/settings.json': JSON.stringify({
        'http.proxy': 'http://127.0.0.1:9',
        'insights.request.timeout': 1,
      }),
      '.vscode/settings.json': JSON.stringify({
        'http.proxy': 'http://127.0.0.1:10',
        'insights.activeConnection': 'eu',
      }),
      'a.insights.json': query(),
    };
    const other = await Workplace.make(elsewhere);
    const { code, err } = await other.run(['run', '--region', 'eu', 'a.insights.json'], { INSIGHTS_API_KEY: 'k' });
    await other.end();
    assert.equal(code, 3);
    assert.match(err, /Couldn’t reach the proxy 127\.0\.0\.1:9 \(ECONNREFUSED\)\. Check the proxy setting http\.proxy/);
  });

  it('goes to the active connection of the settings where a query names none', async () => {
    const settings = JSON.parse(await place.read('.vscode/settings.json'));
    await place.write({
      '.vscode/settings.json': JSON.stringify({ ...settings, 'insights.activeConnection': 'test' }),
      'b.insights.json': query(),
    });
    const { out } = await place.run(['run', '--count', 'b.insights.json']);
    assert.equal(out, '3\n');
  });

  it('weighs the rules of lint as settings say, the workspace before the user', async () => {
    const setting = (rules: object) => JSON.stringify({ 'insights.lint.rules': rules });
    const linted = await Workplace.make({
      'home/.config/Code/User/settings.json': setting({ unknownKey: 'error', longRange: 'warning' }),
      '.vscode/settings.json': setting({ longRange: 'off' }),
      'a.insights.json': JSON.stringify({ nmae: 'x', from_date: 'now-90d' }),
    });
    const { code, out } = await linted.run(['lint', 'a.insights.json']);
    await linted.end();
    assert.equal(code, 1);
    assert.match(out, /error: A query has no "nmae"/);
    assert.doesNotMatch(out, /longRange/);
  });

  it('keeps its memory while it reads many sessions', async () => {
    const lines = Array.from({ length: manySessions }, (_, index) => {
      const time = new Date(Date.parse(day) + (index % 86_400) * 1000).toISOString().slice(0, 19);
      return JSON.stringify({
        id: `m${index}`,
        session_start_time: time,
        agent_information: { name: `${index} ${longName}` },
      });
    });
    const served = await Workplace.withService(
      { 'many.insights.json': query({ connection: 'test', expect: [{ total: { eq: manySessions } }] }) },
      { sessions: lines.map((line) => JSON.parse(line)) },
    );
    // A heap that they, which are 104 MB, do not fit into; half of it does, whatever the collector of garbage does when.
    const heap = { NODE_OPTIONS: '--max-old-space-size=96' };
    const { code, out, err } = await served.run(['check', 'many.insights.json'], heap);
    const rows = await served.run(['run', '--all', '--format', 'ndjson', 'many.insights.json'], heap);
    const table = await served.run(['run', '--all', 'many.insights.json'], heap);
    await served.end();
    assert.equal(table.out.trim().split('\n').length, manySessions + 1, table.err);
    assert.equal(code, 0, out + err);
    assert.equal(rows.code, 0, rows.err);
    assert.equal(rows.out.trim().split('\n').length, manySessions);
  });

  it('completes commands, options and their words in bash', () => {
    const script = spawnSync(process.execPath, [cli, 'completion', 'bash'], { encoding: 'utf8' }).stdout;
    const completed = (...words: readonly string[]): readonly string[] => {
      const typed = words.map((word) => `'${word}'`).join(' ');
      const asking = `${script}\nCOMP_WORDS=(session-insights ${typed}); COMP_CWORD=${words.length}; _session_insights; printf '%s\\n' "\${COMPREPLY[@]}"`;
      const { stdout } = spawnSync('bash', ['-c', asking], { encoding: 'utf8' });
      return stdout.split('\n').filter(Boolean);
    };
    assert.deepEqual(completed('c'), ['check', 'completion']);
    assert.deepEqual(completed('run', '--f'), ['--format', '--file', '--from']);
    assert.deepEqual(completed('lint', '--report', 's'), ['sarif']);
    assert.deepEqual(completed('completion', 'z'), ['zsh']);
    assert.deepEqual(completed('lint', 'package.j'), ['package.json']);
  });

  it('has a help with examples for every command, and a script for every shell', () => {
    const ask = (...args: readonly string[]) => spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' });
    const names = [...ask('--help').stdout.matchAll(/^ {2}(\w+) {2,}/gmu)].map(([, name = '']) => name);
    assert.ok(names.length >= 9);
    for (const name of names) {
      assert.match(ask(name, '--help').stdout, /\nExamples:\n {2}session-insights /, name);
    }
    for (const shell of ['bash', 'zsh', 'fish', 'powershell']) {
      const { stdout } = ask('completion', shell);
      for (const name of names) assert.ok(stdout.includes(name), `${shell} ${name}`);
    }
    assert.equal(ask('completion', 'tcsh').status, 2);
    assert.match(readFileSync('docs/cli.md', 'utf8'), new RegExp(names.map((name) => `\`${name}`).join('[^]*'), 'u'));
  });
});
