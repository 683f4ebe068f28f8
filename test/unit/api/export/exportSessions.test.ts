import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Cancelled, InsightsError } from '../../../../src/api/client/insightsErrors.ts';
import type { Exported, ExportOptions, ExportProgress } from '../../../../src/api/export/exportSessions.ts';
import { exportSessions } from '../../../../src/api/export/exportSessions.ts';
import type { Waiting } from '../../../../src/api/reading/patience.ts';
import type { SearchRequest } from '../../../../src/domain/query/request.ts';
import type { FaultRule } from '../../../../src/emulator/faults/faults.ts';
import { maskJson } from '../../../../src/explorer/export/maskJson.ts';
import { LineFile } from '../../../../src/machine/lineFile.ts';
import { PartialFile } from '../../../../src/machine/partialFile.ts';
import { withEmulator } from '../search/emulated.ts';

const sessions = Array.from({ length: 450 }, (_, at) => ({
  id: `s${String(at).padStart(3, '0')}`,
  session_start_time: `2026-05-${String(1 + (at % 28)).padStart(2, '0')}T10:00:00.000001`,
  source: at === 7 ? '=HYPERLINK("x")' : '447000000001',
  agent_information: { name: 'Orders; "new",\nand old 😀' },
  transcription: [{ user: 'hello there, call me on 447000000001' }],
}));

const request: SearchRequest = {
  range: { from: new Date('2026-05-01T00:00:00Z'), to: new Date('2026-05-31T23:59:59Z') },
  sortBy: [{ field: 'session_start_time', direction: 'desc' }],
  pageSize: 50,
  pageNumber: 1,
};
const columns = ['source', 'agent_information.name'];
const projected: SearchRequest = { ...request, projectFields: columns, columns };

interface Export extends Partial<ExportOptions> {
  readonly faults?: readonly FaultRule[];
  /** What is at the place of the file already. */
  readonly before?: string;
}

/** Exports to a file in a folder of its own, as the command does; what stands in the folder afterwards. */
async function exported({ faults = [], before, ...options }: Export) {
  const folder = await mkdtemp(join(tmpdir(), 'insights-export-'));
  const path = join(folder, 'all.txt');
  if (before !== undefined) await writeFile(path, before);
  let result: Exported | undefined;
  let thrown: unknown;
  const file = await PartialFile.create(path);
  const journal = new LineFile(join(folder, 'journal'));
  try {
    await withEmulator({ sessions, faults: { rules: faults } }, async ({ client }) => {
      const common = { request, client, format: 'ndjson', whole: true, file, journal, pause: async () => {} } as const;
      result = await exportSessions({ ...common, ...options });
    });
    if (result?.error === undefined) await file.finish(path);
  } catch (error) {
    thrown = error;
  }
  await file.close();
  await journal.remove();
  const names = await readdir(folder);
  const textOf = async (name: string): Promise<string> =>
    names.includes(name) ? readFile(join(folder, name), 'utf8') : '';
  const [text, partial] = [await textOf('all.txt'), await textOf('all.partial.txt')];
  await rm(folder, { recursive: true });
  return { result, thrown, names, text, partial };
}

/** The rows of a file, however it holds them. */
const rowsIn = {
  ndjson: (text: string): unknown[] =>
    text
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line)),
  json: (text: string): unknown[] => JSON.parse(text),
  csv: (text: string): unknown[] => text.split('\r\n').slice(1, -1),
};

const whole = { missing: [], unmasked: 0, complete: true };

describe('exporting', () => {
  for (const format of ['ndjson', 'json', 'csv'] as const) {
    for (const isWhole of [true, false]) {
      for (const masked of [true, false]) {
        const content = `${isWhole ? 'whole sessions' : 'the fields of the query'}${masked ? ', masked' : ''}`;
        it(`writes every session as ${format}, ${content}, whatever page the query asks for`, async () => {
          const mask = masked ? { mask: maskJson() } : {};
          const { result, text, names } = await exported({ request: projected, format, whole: isWhole, ...mask });
          assert.deepEqual(result, { written: 450, total: 450, ...whole });
          assert.deepEqual(names, ['all.txt']);
          const rows = rowsIn[format](text);
          assert.equal(rows.length, 450);
          assert.equal(new Set(rows.map((row) => JSON.stringify(row))).size, 450);
          assert.equal(text.includes('hello there'), isWhole && format !== 'csv');
          assert.equal(text.includes('447000000001'), !masked);
          assert.ok(text.includes('😀'));
        });
      }
    }
  }

  it('as a table keeps cells apart, and makes no formula of what a caller said', async () => {
    const { text } = await exported({ request: projected, format: 'csv', whole: false });
    assert.ok(text.startsWith('\uFEFFid,session_start_time,source,agent_information.name\r\n'));
    assert.ok(text.includes(`"'=HYPERLINK(""x"")","Orders; ""new"",\nand old 😀"\r\n`));
    assert.ok(text.includes('\r\ns027,2026-05-28T10:00:00.000001,447000000001,"Orders'));
  });

  for (const format of ['ndjson', 'json', 'csv'] as const) {
    const fault = { kind: 'status', status: 403 } as const;
    it(`that is stopped on the way leaves a whole ${format} file under a name that says so`, async () => {
      const { result, partial, text, names } = await exported({
        format,
        faults: [{ fault, requests: Array.from({ length: 50 }, (_, at) => at + 2) }],
      });
      assert.ok(result && result.written > 0 && result.written < 450);
      assert.equal(rowsIn[format](partial).length, result.written);
      assert.deepEqual([result.complete, text, names], [false, '', ['all.partial.txt']]);
      assert.ok(result.error instanceof InsightsError && result.error.code === 'refused');
    });

    it(`that is cancelled leaves a whole ${format} file under a name that says so`, async () => {
      const controller = new AbortController();
      const onProgress = (): void => controller.abort();
      // What is on its way when it is cancelled would be written if it came.
      const requests = Array.from({ length: 100 }, (_, index) => index + 3);
      const faults = [{ fault: { kind: 'noAnswer' }, requests }] as const;
      const { result, partial, names } = await exported({ format, signal: controller.signal, onProgress, faults });
      assert.ok(result && result.written > 0 && result.written < 450);
      assert.equal(rowsIn[format](partial).length, result.written);
      assert.deepEqual([result.complete, names], [false, ['all.partial.txt']]);
      assert.ok(result.error instanceof Cancelled);
    });
  }

  for (const fault of [
    { kind: 'halfBody' },
    { kind: 'html' },
    { kind: 'emptyBody' },
    { kind: 'wrongJson' },
    { kind: 'resetInBody' },
    { kind: 'rateLimit' },
    { kind: 'status', status: 504 },
  ] as const) {
    it(`waits until a fault has passed, and tells of it: ${fault.kind}`, async () => {
      const told: (Waiting | undefined)[] = [];
      const onWaiting = (waiting: Waiting | undefined): void => void told.push(waiting);
      // The client's own retries of some of them are three.
      const { result } = await exported({ onWaiting, faults: [{ fault, requests: [2, 3, 4, 5, 6] }] });
      assert.deepEqual(result, { written: 450, total: 450, ...whole });
      assert.equal(told[0]?.attempt, 1);
      assert.equal(told.at(-1), undefined);
    });
  }

  it('leaves out what cannot be masked, and says so', async () => {
    const mask = (json: string) => (json.includes('"s007"') ? undefined : json);
    const { result, text } = await exported({ mask });
    assert.deepEqual(result, { written: 449, total: 450, ...whole, complete: false, unmasked: 1 });
    assert.ok(!text.includes('s007'));
  });

  it('masks what the service wrote, and leaves all else letter by letter', async () => {
    const { text: plain } = await exported({});
    const { text } = await exported({ mask: maskJson() });
    const [first] = plain.split('\n');
    assert.equal(text.split('\n')[0], first?.replaceAll('447000000001', 'CALLER-1'));
  });

  it('that fails before the first session leaves what was there', async () => {
    const { result, text } = await exported({ before: 'earlier', faults: [{ fault: { kind: 'html' } }] });
    assert.ok(result?.error instanceof InsightsError && result.error.code === 'notJson');
    assert.deepEqual([text, result.written], ['earlier', 0]);
  });

  it('to a disk that is full leaves what was there', async () => {
    const append = () => Promise.reject(Object.assign(new Error('no space left'), { code: 'ENOSPC' }));
    const file = { length: 0, append, cutTo: async () => {}, rearrange: async () => {} };
    const { thrown, text } = await exported({ before: 'earlier', file });
    assert.match(String(thrown), /no space left/);
    assert.equal(text, 'earlier');
  });

  it('tells how far it is, never more written than there are', async () => {
    const told: ExportProgress[] = [];
    const range = { from: new Date('2025-12-01T00:00:00Z'), to: new Date('2026-05-31T23:59:59Z') };
    await exported({ request: { ...request, range }, onProgress: (progress) => told.push(progress) });
    for (const { written, total } of told) assert.ok(total >= written && total <= 450);
    assert.deepEqual(told.at(-1), { written: 450, total: 450, atLeast: false });
  });

  it('of nothing is an empty file', async () => {
    const range = { from: new Date('2025-05-01T00:00:00Z'), to: new Date('2025-05-02T00:00:00Z') };
    const { result, text } = await exported({ request: { ...request, range }, format: 'json' });
    assert.deepEqual([result, JSON.parse(text)], [{ written: 0, total: 0, ...whole }, []]);
  });
});
