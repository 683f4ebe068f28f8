import type { Arguments } from './arguments.ts';
import { help, readArguments } from './arguments.ts';
import { readFaultFile } from './faults/faultFile.ts';
import type { FaultScenario } from './faults/faults.ts';
import { namedFaults } from './faults/namedFaults.ts';
import { startEmulator } from './server/server.ts';
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
    return fail(`${what}${error instanceof Error ? error.message : String(error)}`);
  }
}

function scenarioOf({ faults, latency, jitter }: Arguments): FaultScenario {
  const named = namedFaults.find(({ id }) => id === faults)?.scenario;
  const fromFile: FaultScenario =
    faults === undefined ? { rules: [] } : (named ?? attempt(`${faults}: `, () => readFaultFile(faults)));
  if (latency === 0 && jitter === 0) return fromFile;
  return { ...fromFile, rules: [{ fault: { kind: 'latency', ms: latency, jitterMs: jitter } }, ...fromFile.rules] };
}

async function main(): Promise<void> {
  const given = attempt('', () => readArguments(process.argv.slice(2)));
  if (given.help) {
    process.stdout.write(help);
    return;
  }
  const { sessions: file, key, port } = given;
  const sessions = file === undefined ? undefined : attempt('', () => openSessions(file));
  const emulator = await startEmulator({
    ...(sessions ? { sessions } : {}),
    now: new Date(),
    key,
    port,
    faults: scenarioOf(given),
  }).catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)));
  const end = () => void emulator.close().then(() => process.exit(0));
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  process.stdout.write(`listening on ${emulator.origin}\n`);
}

await main();
