// What runs in the emulator's process: reads what it is to serve, serves it, and ends when nobody needs it any more.
import type { UnfoundSessions } from '../../domain/connections/unfoundSessions.ts';
import type { FaultScenario } from '../faults/faults.ts';
import { GrowingIndex } from '../search/growingIndex.ts';
import type { Emulator, EmulatorOptions } from '../server/server.ts';
import { startEmulator } from '../server/server.ts';
import { openSessions } from '../sources/openSessions.ts';
import type { FromProcess, Progress, Served, ToProcess } from './messages.ts';

const leastPauseMs = 100;

function tell(message: FromProcess): void {
  process.send?.(message);
}

/** Tells of progress now and then, and of each step's end. */
function progressTeller(): (progress: Progress) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (progress) => {
    const now = performance.now();
    if (progress.share < 1 && now - last < leastPauseMs) return;
    last = now;
    tell({ type: 'progress', ...progress });
  };
}

/** What is served, and which sessions of a file nobody finds. */
interface Serving {
  readonly emulator: Emulator;
  readonly unfound?: UnfoundSessions;
}

async function serveFile(file: string, more: Pick<EmulatorOptions, 'faults'>): Promise<Serving> {
  const told = progressTeller();
  const sessions = await openSessions(file, (share) => told({ step: 'reading', share }));
  const index = new GrowingIndex(sessions, (share) => told({ step: 'indexing', share }));
  const unfound = await index.begin();
  return { emulator: await startEmulator({ index, ...more }), unfound };
}

async function serve(served: Served, faults: FaultScenario | undefined): Promise<Serving> {
  const more = faults ? { faults } : {};
  return served.kind === 'file'
    ? serveFile(served.file, more)
    : { emulator: await startEmulator({ now: new Date(served.now), ...more }) };
}

function failureOf(error: unknown): FromProcess {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  // What V8 says when an array, a map or a buffer cannot grow any more.
  return { type: 'failed', code: error instanceof RangeError ? 'outOfMemory' : code, message };
}

/** Ends with it whoever started it, however that ended. */
process.once('disconnect', () => process.exit(0));

let serving: Promise<Serving> | undefined;
process.on('message', (message: ToProcess) => {
  switch (message.type) {
    case 'start':
      serving = serve(message.served, message.faults);
      serving.then(
        ({ emulator: { origin, key, closeWhenIdle, closed }, unfound }) => {
          closeWhenIdle(message.idleMs);
          closed.addEventListener('abort', () => process.exit(0));
          tell({ type: 'listening', origin, key, unfound });
        },
        (error: unknown) => process.send?.(failureOf(error), () => process.exit(0)),
      );
      break;
    case 'setFaults':
      void serving?.then(({ emulator }) => emulator.setFaults(message.faults));
      break;
    case 'closeWhenIdle':
      void serving?.then(({ emulator }) => emulator.closeWhenIdle(message.ms));
      break;
  }
});
