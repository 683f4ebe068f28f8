import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { EmulatorProcessOptions, ProcessedEmulator } from '../../../../src/emulator/process/emulatorProcess.ts';
import { EmulatorProcessFailure, startEmulatorProcess } from '../../../../src/emulator/process/emulatorProcess.ts';
import type { Progress } from '../../../../src/emulator/process/messages.ts';
import type { Emulator } from '../../../../src/emulator/server/server.ts';
import { removeFolder } from '../../../../tools/vscodeHost/removeFolder.js';
import { session, targetOf } from '../search/support.ts';
import { fetched } from '../server/socket.ts';

const script = resolve('dist/emulatorProcess.js');
const may = { from_date: '2026-05-01', to_date: '2026-05-31' };

describe("the emulator's process", () => {
  let folder: string;
  const running = new Set<Emulator>();
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'emulator-process-'));
  });
  after(async () => {
    for (const emulator of running) await emulator.close();
    removeFolder(folder);
  });

  const named = async (name: string, text: string): Promise<string> => {
    const file = join(folder, name);
    await writeFile(file, text);
    return file;
  };
  const started = async (file: string, more: Partial<EmulatorProcessOptions> = {}): Promise<ProcessedEmulator> => {
    const served = { kind: 'file', file } as const;
    const emulator = await startEmulatorProcess({ script, served, idleMs: 600_000, ...more });
    running.add(emulator);
    return emulator;
  };
  const total = async (emulator: Emulator, parameters: object = {}): Promise<number> =>
    JSON.parse((await fetched(emulator, targetOf({ ...may, ...parameters }))).text).total;
  const failure = (code: string) => (error: unknown) => {
    assert.ok(error instanceof EmulatorProcessFailure, String(error));
    assert.equal(error.code, code, error.message);
    return true;
  };
  const steps = (node: string) => ({ flow_path: [{ node_id: node, type: 'speak' }] });
  const manyLines = (count: number, more: object = {}) =>
    Array.from({ length: count }, (_, at) => JSON.stringify(session(`s-${at}`, more))).join('\n');

  it('serves a file over its socket, searches what lies in steps, and tells how far it is', async () => {
    const told: Progress[] = [];
    const file = await named(
      'calls.ndjson',
      [session('a', steps('n1')), session('b')].map((one) => JSON.stringify(one)).join('\n'),
    );
    const emulator = await started(file, { onProgress: (progress) => told.push(progress) });
    assert.equal(await total(emulator), 2);
    assert.equal(await total(emulator, { filter_by: { must: [{ term: { 'flow_path.node_id': 'n1' } }] } }), 1);
    assert.equal(await total(emulator, { sort_by: 'flow_path.node_id:asc' }), 2);
    assert.deepEqual([...new Set(told.map(({ step }) => step))], ['reading', 'indexing']);
    assert.equal(told.at(-1)?.share, 1);
  });

  it('says which sessions of a file nobody finds', async () => {
    const undated = { ...session('c'), session_start_time: 'yesterday' };
    const lines = [session('a'), session('a'), session('b'), undated, { ...undated, id: 'd' }];
    const file = await named('unfound.ndjson', lines.map((one) => JSON.stringify(one)).join('\n'));
    assert.deepEqual((await started(file)).unfound, { count: 5, undated: 2, repeated: 1 });
  });

  it('serves the samples, and the faults that are asked for, at once and later', async () => {
    const fault = { rules: [{ fault: { kind: 'status', status: 503 } }] } as const;
    const served = { kind: 'sample', now: '2026-06-01T12:00:00Z' } as const;
    const emulator = await startEmulatorProcess({ script, served, idleMs: 600_000, faults: fault });
    running.add(emulator);
    assert.equal((await fetched(emulator, targetOf(may))).status, 503);
    emulator.setFaults(undefined);
    await until(async () => (await fetched(emulator, targetOf(may))).status === 200);
    assert.ok((await total(emulator)) > 100);
  });

  it('says a problem of what stands in a file, with its line', async () => {
    const file = await named('bad.ndjson', `${JSON.stringify(session('a'))}\n{"id":\n`);
    await assert.rejects(started(file), /bad\.ndjson, line 2: /);
  });

  const problems: readonly (readonly [string, () => Promise<string>, string])[] = [
    ['a file that is not there', async () => join(folder, 'nowhere.ndjson'), 'ENOENT'],
    ['a folder', async () => folder, 'directory'],
    ['an empty file', () => named('empty.ndjson', ''), 'empty'],
    ['a file of blanks', () => named('blank.ndjson', '\n \r\n'), 'empty'],
    ['an empty list file', () => named('empty.json', ' \n'), 'empty'],
    ['a device without an end', async () => '/dev/zero', 'notRegular'],
    [
      'a pipe that nobody writes to',
      async () => {
        execFileSync('mkfifo', [join(folder, 'pipe')]);
        return join(folder, 'pipe');
      },
      'notRegular',
    ],
    [
      'a file larger than memory',
      async () => {
        const file = await named('large.ndjson', '');
        await truncate(file, totalmem() + 1);
        return file;
      },
      'tooLarge',
    ],
  ];
  for (const [what, fileOf, code] of problems)
    it(`refuses ${what}`, async () => assert.rejects(started(await fileOf()), failure(code)));

  it('ends with a name when there is not enough memory to index a file', async () => {
    // Far from the edge, which the collector of garbage moves: 60,000 need about 12 MB, the process alone less than 6.
    const heapMb = 8;
    const words = { transcription: [{ user: 'a '.repeat(20) }] };
    await started(await named('word.ndjson', manyLines(1, words)), { heapMb });
    await assert.rejects(
      started(await named('words.ndjson', manyLines(200_000, words)), { heapMb }),
      failure('outOfMemory'),
    );
  });

  it('ends when its start is given up, and leaves no process behind', async () => {
    const file = await named('many.ndjson', manyLines(50_000));
    const giveUp = new AbortController();
    const reason = new Error('given up');
    const start = started(file, {
      signal: giveUp.signal,
      onProgress: ({ step }) => step === 'indexing' && giveUp.abort(reason),
    });
    await assert.rejects(start, reason);
    await until(
      async () => (await processesOf(script)).length === [...running].filter(({ closed }) => !closed.aborted).length,
    );
  });

  it('tells that it was ended by somebody else', async () => {
    const emulator = await started(await named('killed.ndjson', manyLines(1)));
    const before = new Set(await processesOf(script));
    const other = await started(await named('other.ndjson', manyLines(1)));
    const [pid] = (await processesOf(script)).filter((one) => !before.has(one));
    assert.ok(pid);
    process.kill(pid, 'SIGKILL');
    if (!other.closed.aborted) await once(other.closed, 'abort');
    failure('died')(other.closed.reason);
    assert.match(other.closed.reason.message, /SIGKILL/);
    assert.ok(!emulator.closed.aborted);
  });

  it('ends by itself when nothing is asked of it, which is no failure', async () => {
    const emulator = await started(await named('idle.ndjson', manyLines(1)), { idleMs: 50 });
    if (!emulator.closed.aborted) await once(emulator.closed, 'abort');
    assert.ok(!(emulator.closed.reason instanceof EmulatorProcessFailure));
    await assert.rejects(fetched(emulator, targetOf(may)), /ECONNREFUSED/);
  });

  it('closes when it is told to', async () => {
    const emulator = await started(await named('closed.ndjson', manyLines(1)));
    await emulator.close();
    assert.ok(!(emulator.closed.reason instanceof EmulatorProcessFailure));
    await assert.rejects(fetched(emulator, targetOf(may)), /ECONNREFUSED/);
  });

  it('serves a file as it was when it was read', async () => {
    const file = await named('grows.ndjson', manyLines(2));
    const emulator = await started(file);
    await writeFile(file, manyLines(5));
    assert.equal(await total(emulator), 2);
    assert.equal(await total(await started(file)), 5);
  });
});

/** The ids of the processes of this one that run the script. */
async function processesOf(script: string): Promise<readonly number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    pids.map(async (pid) => {
      const [command, state] = await Promise.all(
        ['cmdline', 'stat'].map((name) => readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => '')),
      );
      return command?.includes(script) && state?.replace(/.*\) \S /, '').startsWith(`${process.pid} `)
        ? [Number(pid)]
        : [];
    }),
  );
  return found.flat();
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!(await holds())) {
    assert.ok(Date.now() < deadline, 'it never holds');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
