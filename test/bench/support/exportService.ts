import { fork } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { projection } from '../../../src/domain/session/fields/projection.ts';
import { sampleSessions } from '../../../src/emulator/samples/sampleSessions.ts';

/** What a service of the benches holds: so many sessions, spread evenly over so many days before `newest`. */
export interface ServiceOptions {
  readonly count: number;
  readonly days: number;
  readonly newest: number;
  /** Whole documents, or documents without their flow paths. */
  readonly whole: boolean;
  /** The paths that are left of the documents, where somebody asks for no more. */
  readonly fields?: readonly string[];
  readonly lateMs: number;
  /** What it gives at most on a page. */
  readonly largestPage: number;
}

export interface BenchService {
  readonly origin: string;
  close(): void;
}

/**
 * A service in a process of its own, so that its time and memory are not ours. It only copies bytes that are ready, so that what is measured
 * beside it is the reading: it takes a range, a page and the order of time, and nothing else. `bench` is
 * started for it, and calls `serve`.
 */
export async function startService(bench: string, options: ServiceOptions): Promise<BenchService> {
  const child = fork(bench, [JSON.stringify(options)]);
  const origin = await new Promise<string>((resolve) => child.once('message', (message) => resolve(String(message))));
  return { origin, close: () => void child.kill() };
}

/** Is that service, in the process that was started for it. */
export async function serve(options: ServiceOptions): Promise<void> {
  const { count, days, newest, whole, fields = [], lateMs, largestPage } = options;
  const project = projection(fields);
  const samples = sampleSessions(new Date(newest)).map(({ id: _id, session_start_time: _start, ...rest }) => {
    const text = JSON.stringify(project(whole ? rest : { ...rest, flow_path: null })).slice(1);
    return Buffer.from(text === '}' ? text : `,${text}`);
  });
  const step = (days * 86_400_000) / count;
  const startOf = (at: number): number => newest - 1000 - Math.floor(at * step);
  const documentOf = (at: number): Buffer => {
    const start = new Date(startOf(at)).toISOString().slice(0, 23);
    const head = Buffer.from(`{"id":"session-${at}","session_start_time":"${start}000"`);
    return Buffer.concat([head, samples[at % samples.length] ?? Buffer.from('}')]);
  };
  const secondOf = (text: string | null): number => Date.parse(`${text}Z`);
  const server = createServer((request, response) => {
    const query = new URL(request.url ?? '', 'http://localhost').searchParams;
    // The newest is 0.
    const first = Math.max(0, Math.ceil((newest - 1000 - (secondOf(query.get('to_date')) + 999)) / step));
    const last = Math.min(count - 1, Math.floor((newest - 1000 - secondOf(query.get('from_date'))) / step));
    const total = Math.max(0, last - first + 1);
    const size = Math.min(largestPage, Number(query.get('page_size')));
    const from = first + Number(query.get('page_number')) * size;
    const hits = Array.from({ length: Math.max(0, Math.min(size, last - from + 1)) }, (_, at) => documentOf(from + at));
    const parts = hits.flatMap((hit, at) => (at === 0 ? [hit] : [Buffer.from(','), hit]));
    const body = Buffer.concat([Buffer.from(`{"total":${total},"hits":[`), ...parts, Buffer.from(']}')]);
    setTimeout(() => response.writeHead(200, { 'Content-Type': 'application/json' }).end(body), lateMs);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}
