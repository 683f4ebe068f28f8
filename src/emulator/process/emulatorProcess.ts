import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import type { UnfoundSessions } from '../../domain/connections/unfoundSessions.ts';
import type { FaultScenario } from '../faults/faults.ts';
import type { Emulator } from '../server/server.ts';
import type { FromProcess, Progress, Served, ToProcess } from './messages.ts';

export interface EmulatorProcessOptions {
  /** The built `main.ts`. */
  readonly script: string;
  readonly served: Served;
  readonly faults?: FaultScenario | undefined;
  /** It ends once nothing was asked of it for so long. */
  readonly idleMs: number;
  /** The most that its JavaScript heap may take, in MB; without it, what Node allows on this machine. */
  readonly heapMb?: number;
  /** Ends the process, as long as it is not listening yet. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** An emulator in a process of its own, and which sessions of a file nobody finds there. */
export type ProcessedEmulator = Emulator & { readonly unfound?: UnfoundSessions | undefined };

/** Why the emulator's process is no more, or could not begin. */
export class EmulatorProcessFailure extends Error {
  override readonly name = 'EmulatorProcessFailure';
  /** `outOfMemory`; `died` when nobody knows why; else what the file's problem or the system is called, where that is known. */
  readonly code: string | undefined;

  constructor(code: string | undefined, message: string) {
    super(message);
    this.code = code;
  }
}

const outOfMemory = /out of memory|allocation failed/i;
const longestTail = 16_384;

/**
 * Starts the service in a process of its own: what it takes to read a large file, in time, memory or waiting for a drive, does not touch
 * the process that starts it, and neither does its end. `closed` is aborted with an EmulatorProcessFailure when that comes unexpectedly.
 * Throws one when the process cannot begin, and the reason of `signal` when that ends it before.
 */
export async function startEmulatorProcess(options: EmulatorProcessOptions): Promise<ProcessedEmulator> {
  const { signal } = options;
  signal?.throwIfAborted();
  const child = forked(options);
  const closed = new AbortController();
  const ended = endOf(child);
  const say = (message: ToProcess): void => {
    if (child.connected) child.send(message);
  };
  const kill = (): void => void child.kill('SIGKILL');
  signal?.addEventListener('abort', kill, { once: true });
  try {
    say({ type: 'start', served: options.served, idleMs: options.idleMs, faults: options.faults });
    const { origin, key, unfound } = await Promise.race([
      listening(child, options),
      ended.then((failure) => Promise.reject(failure)),
    ]);
    ended.then((failure) => closed.abort(failure.code === undefined ? undefined : failure));
    return {
      origin,
      key,
      unfound,
      setFaults: (faults) => say({ type: 'setFaults', faults }),
      closeWhenIdle: (ms) => say({ type: 'closeWhenIdle', ms }),
      close: async () => {
        closed.abort();
        kill();
        await ended;
      },
      closed: closed.signal,
    };
  } catch (error) {
    kill();
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', kill);
  }
}

function forked({ script, heapMb }: EmulatorProcessOptions): ChildProcess {
  const { NODE_OPTIONS: _, ...env } = process.env;
  return fork(script, {
    // Not the debugger's port and whatever else this process was started with.
    execArgv: heapMb === undefined ? [] : [`--max-old-space-size=${heapMb}`],
    // VS Code's own executable is a Node only when it is told so.
    env: { ...env, ELECTRON_RUN_AS_NODE: '1' },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
}

/** Where it listens, once it does. */
function listening(
  child: ChildProcess,
  { onProgress }: EmulatorProcessOptions,
): Promise<Extract<FromProcess, { type: 'listening' }>> {
  return new Promise((resolve, reject) => {
    child.on('message', (message: FromProcess) => {
      switch (message.type) {
        case 'progress':
          onProgress?.({ step: message.step, share: message.share });
          break;
        case 'listening':
          resolve(message);
          break;
        case 'failed':
          reject(new EmulatorProcessFailure(message.code, message.message));
          break;
      }
    });
  });
}

/** Resolves with why it ended; a failure without a code is no failure: it ended by itself. */
function endOf(child: ChildProcess): Promise<EmulatorProcessFailure> {
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = `${said}${text}`.slice(-longestTail);
  });
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(new EmulatorProcessFailure('died', error.message)));
    // Not at `exit`: what it said last may still be on its way.
    child.once('close', (code, signal) => {
      if (code === 0) return resolve(new EmulatorProcessFailure(undefined, 'ended'));
      resolve(new EmulatorProcessFailure(outOfMemory.test(said) ? 'outOfMemory' : 'died', String(signal ?? code)));
    });
  });
}
