import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { removeFolder } from '../../tools/vscodeHost/removeFolder.js';
import { descendantsOf, stillRunning } from './support/processTree.ts';
import { uiRun } from './support/uiRun.ts';

type Demo = {
  readonly child: ChildProcess;
  readonly pid: number;
  readonly said: string;
  readonly codeAddress: string;
};

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'demo-'));

async function startDemo(options: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Demo> {
  const script = path.join(uiRun().root, 'tools/demo.js');
  const child = spawn(process.execPath, [script, '--no-build', ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // A temporary folder of our own, for a demo that is killed cannot remove its files.
    env: { ...process.env, CI: 'true', TMPDIR: temporary, ...env },
  });
  assert.ok(child.pid && child.stdout);
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
  });
  while (!said.includes('Ctrl+C') && child.exitCode === null) await sleep(50);
  const codeAddress = /VS Code: +(http\S+)/.exec(said)?.[1] ?? '';
  return { child, pid: child.pid, said, codeAddress };
}

async function allGone(pids: readonly number[]): Promise<readonly string[]> {
  for (let attempt = 0; attempt < 600 && stillRunning(pids).length > 0; attempt += 1) await sleep(100);
  return stillRunning(pids);
}

describe('npm run demo', { skip: process.platform !== 'linux' && 'looks into /proc' }, () => {
  after(() => removeFolder(temporary));

  it('prints addresses that answer, and Ctrl+C ends everything that it started', async () => {
    const demo = await startDemo(['--browser']);
    const started = descendantsOf(demo.pid);
    assert.ok(started.length >= 2, 'an emulator and a VS Code were expected');
    assert.equal((await fetch(demo.codeAddress)).status, 200);
    const [, key = '', url = ''] = /curl -H 'X-Vgai-Key: (\S+)' '(\S+)'/.exec(demo.said) ?? [];
    const answer = await fetch(url, { headers: { 'X-Vgai-Key': key } });
    assert.equal(answer.status, 200);
    assert.match(await answer.text(), /"session_start_time"/);

    demo.child.kill('SIGINT');
    assert.deepEqual(await once(demo.child, 'exit'), [0, null]);
    assert.deepEqual(await allGone(started), []);
  });

  it('opens desktop VS Code where there is one, and ends it too', async () => {
    const dir = fs.mkdtempSync(path.join(temporary, 'fake-code-'));
    const told = path.join(dir, 'told');
    fs.writeFileSync(path.join(dir, 'code'), `#!/bin/sh\necho "$@" > '${told}'\nexec sleep 600\n`, { mode: 0o755 });
    const demo = await startDemo([], { PATH: `${dir}:${process.env.PATH}`, DISPLAY: ':99', VSCODE_IPC_HOOK_CLI: '' });
    const started = descendantsOf(demo.pid);
    assert.match(demo.said, new RegExp(`VS Code: +a new window of ${dir}/code`));
    while (!fs.existsSync(told)) await sleep(50);
    const words = fs.readFileSync(told, 'utf8').trim().split(' ');
    assert.equal(words[words.indexOf('--extensionDevelopmentPath') + 1], uiRun().root);
    assert.match(words.at(-1) ?? '', /samples$/);

    demo.child.kill('SIGTERM');
    assert.deepEqual(await once(demo.child, 'exit'), [0, null]);
    assert.deepEqual(await allGone(started), []);
  });

  it('leaves nothing behind when it is killed', async () => {
    const demo = await startDemo(['--browser']);
    const started = descendantsOf(demo.pid);
    demo.child.kill('SIGKILL');
    assert.deepEqual(await allGone(started), []);
  });
});
