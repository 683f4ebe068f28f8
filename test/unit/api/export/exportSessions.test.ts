import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Cancelled, InsightsError } from '../../../../src/api/client/insightsErrors.ts';
import type { ExportOptions, ExportProgress } from '../../../../src/api/export/exportSessions.ts';
import { exportSessions } from '../../../../src/api/export/exportSessions.ts';
import type { SearchRequest } from '../../../../src/domain/query/request.ts';
import { createSessionMask } from '../../../../src/domain/sharing/maskSession.ts';
import type { FaultRule } from '../../../../src/emulator/faults/faults.ts';
import { writeAtomically } from '../../../../src/host/atomicFile.ts';
import { removeFolder } from '../../../../tools/vscodeHost/removeFolder.js';
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
const projected: SearchRequest = { ...request, projectFields: ['source', 'agent_information.name'] };

interface Export extends Partial<ExportOptions> {
  readonly faults?: readonly FaultRule[];
  /** What is at the place of the file already. */
  readonly before?: string;
}

/** Exports to a file in a folder of its own, as the command does; what stands in the folder afterwards. */
async function exported({ faults = [], before, ...options }: Export) {
  const folder = await mkdtemp(join(tmpdir(), 'insights-export-'));
  const file = join(folder, 'all');
  if (before !== undefined) await writeFile(file, before);
  let result: Awaited<ReturnType<typeof exportSessions>> | undefined;
  let thrown: unknown;
  try {
    await withEmulator({ sessions, faults: { rules: faults } }, async ({ client }) => {
      const common = { request, client, format: 'ndjson', whole: true } as const;
      result = await writeAtomically(file, (sink) => exportSessions({ ...common, sink, ...options }));
    });
  } catch (error) {
    thrown = error;
  }
  const names = await readdir(folder);
  const text = names.includes('all') ? await readFile(file, 'utf8') : undefined;
  removeFolder(folder);
  return { result, thrown, names, text: text ?? '' };
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

describe('exporting', () => {
  for (const format of ['ndjson', 'json', 'csv'] as const) {
    for (const whole of [true, false]) {
      for (const masked of [true, false]) {
        const content = `${whole ? 'whole sessions' : 'the fields of the query'}${masked ? ', masked' : ''}`;
        it(`writes every session as ${format}, ${content}, whatever page the query asks for`, async () => {
          const mask = masked ? { mask: createSessionMask() } : {};
          const { result, text, names } = await exported({ request: projected, format, whole, ...mask });
          assert.deepEqual(result, { written: 450, complete: true });
          assert.deepEqual(names, ['all']);
          const rows = rowsIn[format](text);
          assert.equal(rows.length, 450);
          assert.equal(new Set(rows.map((row) => JSON.stringify(row))).size, 450);
          assert.equal(text.includes('hello there'), whole && format !== 'csv');
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
    const fault = { kind: 'halfBody' } as const;
    it(`that fails on the way leaves a whole ${format} file of what came, and says what happened`, async () => {
      const { result, text, names } = await exported({ format, faults: [{ fault, requests: [3, 4, 5] }] });
      assert.equal(rowsIn[format](text).length, 200);
      assert.deepEqual([result?.written, result?.complete, names], [200, false, ['all']]);
      assert.ok(result?.error instanceof InsightsError && result.error.code === 'malformedAnswer');
    });

    it(`that is cancelled leaves a whole ${format} file of what came`, async () => {
      const controller = new AbortController();
      const onProgress = (): void => controller.abort();
      const { result, text, names } = await exported({ format, signal: controller.signal, onProgress });
      assert.equal(rowsIn[format](text).length, 200);
      assert.deepEqual([result?.written, result?.complete, names], [200, false, ['all']]);
      assert.ok(result?.error instanceof Cancelled);
    });
  }

  it('that fails before the first session leaves what was there', async () => {
    const { thrown, text, names } = await exported({ before: 'earlier', faults: [{ fault: { kind: 'html' } }] });
    assert.ok(thrown instanceof InsightsError && thrown.code === 'notJson');
    assert.deepEqual([text, names], ['earlier', ['all']]);
  });

  it('that is cancelled before the first session leaves nothing', async () => {
    const { thrown, names } = await exported({ signal: AbortSignal.abort() });
    assert.ok(thrown instanceof Cancelled);
    assert.deepEqual(names, []);
  });

  it('to a disk that is full leaves what was there', async () => {
    const write = () => Promise.reject(Object.assign(new Error('no space left'), { code: 'ENOSPC' }));
    const { thrown, text, names } = await exported({ before: 'earlier', sink: { write } });
    assert.match(String(thrown), /no space left/);
    assert.deepEqual([text, names], ['earlier', ['all']]);
  });

  it('tells how far it is, never more written than there are', async () => {
    const told: ExportProgress[] = [];
    const range = { from: new Date('2025-12-01T00:00:00Z'), to: new Date('2026-05-31T23:59:59Z') };
    await exported({ request: { ...request, range }, onProgress: (progress) => told.push(progress) });
    assert.deepEqual(
      told.map(({ written }) => written),
      [200, 400],
    );
    for (const { written, total } of told) assert.ok(total >= written && total <= 450);
    assert.deepEqual(told.at(-1), { written: 400, total: 450, atLeast: false });
  });

  it('of nothing is an empty file', async () => {
    const range = { from: new Date('2025-05-01T00:00:00Z'), to: new Date('2025-05-02T00:00:00Z') };
    const { result, text } = await exported({ request: { ...request, range }, format: 'json' });
    assert.deepEqual([result, JSON.parse(text)], [{ written: 0, complete: true }, []]);
  });
});
