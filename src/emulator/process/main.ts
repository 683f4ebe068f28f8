// What runs in the emulator's process: reads what it is to serve, serves it, and ends when nobody needs it any more.
import { GrowingIndex } from '../search/growingIndex.ts';
import type { Emulator } from '../server/server.ts';
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

async function indexOf(file: string): Promise<GrowingIndex> {
  const told = progressTeller();
  const sessions = await openSessions(file, (share) => told({ step: 'reading', share }));
  const index = new GrowingIndex(sessions, (share) => told({ step: 'indexing', share }));
  await index.begin();
  return index;
}

async function serve(served: Served, more: Pick<Extract<ToProcess, { type: 'start' }>, 'faults'>): Promise<Emulator> {
  const faults = more.faults ? { faults: more.faults } : {};
  return served.kind === 'file'
    ? startEmulator({ index: await indexOf(served.file), ...faults })
    : startEmulator({ now: new Date(served.now), ...faults });
}

function failureOf(error: unknown): FromProcess {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  // What V8 says when an array, a map or a buffer cannot grow any more.
  return { type: 'failed', code: error instanceof RangeError ? 'outOfMemory' : code, message };
}

/** Ends with it whoever started it, however that ended. */
process.once('disconnect', () => process.exit(0));

let emulator: Promise<Emulator> | undefined;
process.on('message', (message: ToProcess) => {
  switch (message.type) {
    case 'start':
      emulator = serve(message.served, message);
      emulator.then(
        ({ origin, key, closeWhenIdle, closed }) => {
          closeWhenIdle(message.idleMs);
          closed.addEventListener('abort', () => process.exit(0));
          tell({ type: 'listening', origin, key });
        },
        (error: unknown) => process.send?.(failureOf(error), () => process.exit(0)),
      );
      break;
    case 'setFaults':
      void emulator?.then(({ setFaults }) => setFaults(message.faults));
      break;
    case 'closeWhenIdle':
      void emulator?.then(({ closeWhenIdle }) => closeWhenIdle(message.ms));
      break;
  }
});
