import type { Arguments } from './arguments.ts';
import { helpOf, readArguments } from './arguments.ts';
import { readFaultFile } from './faults/faultFile.ts';
import type { FaultScenario } from './faults/faults.ts';
import { namedFaults } from './faults/namedFaults.ts';
import { startEmulator } from './server/server.ts';
import { FileProblem } from './sources/fileProblem.ts';
import { openSessions } from './sources/openSessions.ts';

/** Ends with one line that says what is wrong. */
function fail(message: string): never {
  process.stderr.write(`emulator: ${message.split('\n')[0]}\n`);
  process.exit(2);
}

function attempt<T>(what: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    return fail(`${what}${messageOf(error)}`);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function scenarioOf({ faults, latency, jitter }: Arguments): FaultScenario {
  const named = namedFaults.find(({ id }) => id === faults)?.scenario;
  const fromFile: FaultScenario =
    faults === undefined ? { rules: [] } : (named ?? attempt(`${faults}: `, () => readFaultFile(faults)));
  if (latency === 0 && jitter === 0) return fromFile;
  return { ...fromFile, rules: [{ fault: { kind: 'latency', ms: latency, jitterMs: jitter } }, ...fromFile.rules] };
}

async function sessionsOf(file: string): ReturnType<typeof openSessions> {
  try {
    return await openSessions(file);
  } catch (error) {
    // Who names a file here has perhaps just exported it, and found nothing.
    if (error instanceof FileProblem && error.code === 'empty') return [];
    return fail(messageOf(error));
  }
}

/** Serves until a signal ends it, as the arguments say. `usage` is how it is called. */
export async function runEmulator(args: readonly string[], usage: string): Promise<void> {
  const given = attempt('', () => readArguments(args));
  if (given.help) {
    process.stdout.write(helpOf(usage));
    return;
  }
  const { sessions: file, key, port } = given;
  const sessions = file === undefined ? undefined : await sessionsOf(file);
  const emulator = await startEmulator({
    ...(sessions ? { sessions } : {}),
    now: new Date(),
    key,
    port,
    faults: scenarioOf(given),
  }).catch((error: unknown) => fail(messageOf(error)));
  const end = () => void emulator.close().then(() => process.exit(0));
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  process.stdout.write(`listening on ${emulator.origin}\n`);
}
