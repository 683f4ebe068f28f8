import assert from 'node:assert/strict';
import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { FaultScenario } from '../../../src/emulator/faults/faults.ts';
import type { Emulator, EmulatorOptions } from '../../../src/emulator/server/server.ts';
import { startEmulator } from '../../../src/emulator/server/server.ts';
import { removeFolder } from '../../../tools/vscodeHost/removeFolder.js';

/** A caller that must not be seen in anything that is masked. */
export const plantedNumber = '447700900123';

/** What a terminal would obey. */
export const controlCode = '\u001B';

const day = '2026-11-19';

/** Three calls of two agents; the second failed at its webhook. */
export const sessions = [
  sessionOf('s1', { agent: 'Front Desk', minute: 0, code: 200 }),
  sessionOf('s2', { agent: 'Front Desk', minute: 1, code: 500 }),
  sessionOf('s3', { agent: 'Orders', minute: 2, code: 200 }),
];

function sessionOf(id: string, { agent, minute, code }: { agent: string; minute: number; code: number }) {
  return {
    id,
    session_start_time: `${day}T10:0${minute}:00`,
    source: plantedNumber,
    agent_information: { name: agent },
    channel: 'voice',
    channel_data: { duration: 1000 * (minute + 1), status_code: code === 200 ? 0 : 200 },
    transcription: [{ agent: 'Hello.' }, { user: `Call me at +${plantedNumber} ${controlCode}[31m` }],
    flow_path: [
      { type: 'speak', node_id: 'greet' },
      { type: 'webhook', node_id: 'look-up', request: { url: 'https://example.com/a' }, response: { code } },
    ],
  };
}

/** A query over the day of the sessions. */
export function query(more: object = {}): string {
  return JSON.stringify({ from_date: day, to_date: day, ...more }, null, 2);
}

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A folder with files, and the command line run in it as a program, without a terminal. */
export class Workplace {
  readonly folder: string;
  #env: NodeJS.ProcessEnv;
  #ends: (() => Promise<unknown>)[] = [];
  #emulator: Emulator | undefined;

  private constructor(folder: string) {
    this.folder = folder;
    this.#env = { PATH: process.env.PATH, HOME: join(folder, 'home') };
  }

  static async make(files: Readonly<Record<string, string>> = {}): Promise<Workplace> {
    const made = new Workplace(await mkdtemp(join(tmpdir(), 'cli-')));
    await made.write(files);
    return made;
  }

  /** With an emulator of these sessions as the connection `test` of its settings, and its key in the environment. */
  static async withService(
    files: Readonly<Record<string, string>> = {},
    options: EmulatorOptions = { sessions },
  ): Promise<Workplace> {
    const made = await Workplace.make(files);
    const emulator = await startEmulator({ key: 'good', ...options });
    made.#ends.push(() => emulator.close());
    made.#emulator = emulator;
    made.#env.INSIGHTS_API_KEY = 'good';
    const connections = { test: { baseUrl: emulator.origin } };
    await made.write({ '.vscode/settings.json': JSON.stringify({ 'insights.connections': connections }) });
    return made;
  }

  async write(files: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, text] of Object.entries(files)) {
      const file = join(this.folder, name);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
  }

  read(name: string): Promise<string> {
    return readFile(join(this.folder, name), 'utf8');
  }

  remove(name: string): void {
    rmSync(join(this.folder, name));
  }

  /** How long a file is; 0 for one that is not there. */
  size(name: string): number {
    return statSync(join(this.folder, name), { throwIfNoEntry: false })?.size ?? 0;
  }

  setFaults(scenario: FaultScenario | undefined): void {
    this.#emulator?.setFaults(scenario);
  }

  async eventually(condition: () => boolean): Promise<void> {
    const deadline = Date.now() + 60_000;
    while (!condition()) {
      assert.ok(Date.now() < deadline, `not within 60 s: ${condition}`);
      await setTimeout(20);
    }
  }

  /** `out`: a file in place of the pipe that is read. */
  spawn(args: readonly string[], env: NodeJS.ProcessEnv = {}, out: 'pipe' | number = 'pipe'): ChildProcess {
    return spawn(process.execPath, [resolve('dist/cli.js'), ...args], {
      cwd: this.folder,
      env: { ...this.#env, ...env },
      stdio: ['ignore', out, 'pipe'],
    });
  }

  run(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
    return this.#ended(this.spawn(args, env));
  }

  /** Runs a line in a shell, as CI does. */
  shell(line: string, env: NodeJS.ProcessEnv = {}): Promise<Ended> {
    const given = { ...this.#env, INSIGHTS_API_KEY: undefined, ...env };
    const options: SpawnOptions = { cwd: this.folder, env: given, stdio: ['ignore', 'pipe', 'pipe'] };
    return this.#ended(spawn('bash', ['-e', '-o', 'pipefail', '-c', line], options));
  }

  async #ended(child: ChildProcess): Promise<Ended> {
    const said = { out: '', err: '' };
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said.out += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said.err += text;
    });
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, ...said };
  }

  async end(): Promise<void> {
    await Promise.all(this.#ends.map((end) => end()));
    removeFolder(this.folder);
  }
}
