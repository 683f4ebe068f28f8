import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { appendFile, readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { text } from 'node:stream/consumers';
import { startEmulatorProcess } from '../../src/emulator/process/emulatorProcess.ts';
import { sampleSessions } from '../../src/emulator/samples/sampleSessions.ts';

// A `file` connection of 100,000 sessions: the longest time that whoever starts its process stands still (budget 50 ms), and the time until
// its first answer over parsing each line of the same file once (budget 3x).
const now = new Date('2026-06-01T12:00:00Z');
const count = Number(process.env.COUNT ?? 100_000);
const day = 86_400_000;

const folder = mkdtempSync(join(tmpdir(), 'insights-bench-'));
try {
  const file = join(folder, 'exported.ndjson');
  await writeSessions(file);
  const parsing = await parseLines(file);
  const { ready, still, firstStep } = await serve(file);
  console.log(
    `file of ${count} sessions, ready over parsing each line once: ${(ready / parsing).toFixed(2)}x (budget 3x)`,
  );
  console.log(`file of ${count} sessions, longest stillness over the budget of 50 ms: ${(still / 50).toFixed(2)}`);
  console.log(
    `file of ${count} sessions, first query into the steps over parsing: ${(firstStep / parsing).toFixed(2)}x`,
  );
} finally {
  rmSync(folder, { recursive: true });
}

/** Sample sessions over and over, each with an id and a start of its own, and a short flow path. */
async function writeSessions(file: string): Promise<void> {
  const samples = sampleSessions(now);
  for (let at = 0; at < count; at += 1000) {
    const lines = Array.from({ length: Math.min(1000, count - at) }, (_, index) => {
      const sample = samples[(at + index) % samples.length] ?? {};
      const start = new Date(now.getTime() - ((at + index + 1) / count) * 59 * day).toISOString().slice(0, 23);
      const flow = sample.flow_path?.slice(0, 4) ?? null;
      return JSON.stringify({ ...sample, id: `session-${at + index}`, session_start_time: start, flow_path: flow });
    });
    await appendFile(file, `${lines.join('\n')}\n`);
  }
}

async function parseLines(file: string): Promise<number> {
  const bytes = await readFile(file);
  const began = performance.now();
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(0x0a, start);
    JSON.parse(bytes.toString('utf8', start, end));
    start = end + 1;
  }
  return performance.now() - began;
}

async function serve(file: string) {
  const script = resolve('dist/emulatorProcess.js');
  let [last, still] = [performance.now(), 0];
  const watch = setInterval(() => {
    const seen = performance.now();
    still = Math.max(still, seen - last - 5);
    last = seen;
  }, 5);
  const began = performance.now();
  const emulator = await startEmulatorProcess({ script, served: { kind: 'file', file }, idleMs: 600_000 });
  try {
    await ask(emulator, {});
    const ready = performance.now() - began;
    const later = performance.now();
    await ask(emulator, { filter_by: JSON.stringify({ must: [{ term: { 'flow_path.type': 'speak' } }] }) });
    return { ready, still, firstStep: performance.now() - later };
  } finally {
    clearInterval(watch);
    await emulator.close();
  }
}

async function ask({ origin, key }: { readonly origin: string; readonly key: string }, more: Record<string, string>) {
  const range = { from_date: '2026-04-05', to_date: '2026-06-01', page_size: '50' };
  // Not Node's `fetch`: loading it stands this process still for longer than anything that is measured.
  const url = `${origin}/insights/sessions?${new URLSearchParams({ ...range, ...more })}`;
  const [answer] = (await once(get(url, { headers: { 'X-Vgai-Key': key } }), 'response')) as [IncomingMessage];
  const { total } = JSON.parse(await text(answer)) as { readonly total?: number };
  if (!total) throw new Error(`${answer.statusCode}: nothing found`);
}
