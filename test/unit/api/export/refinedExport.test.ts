import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ExportFile, ExportOptions } from '../../../../src/api/export/exportSessions.ts';
import { exportSessions } from '../../../../src/api/export/exportSessions.ts';
import { readRefinement } from '../../../../src/domain/analysis/refinement.ts';
import type { SearchRequest } from '../../../../src/domain/query/request.ts';
import type { SessionDocument } from '../../../../src/domain/session/session.ts';
import { maskJson } from '../../../../src/explorer/export/maskJson.ts';
import { ChangingService } from '../reading/changingService.ts';

const now = new Date('2026-06-01T00:00:00Z');
/** Every third one failed, and says by which number it was called. */
const sessions = Array.from({ length: 340 }, (_, at) => ({
  id: `s${String(at).padStart(3, '0')}`,
  session_start_time: new Date(now.getTime() - at * 3_600_000).toISOString().slice(0, 19),
  source: '447000000001',
  status: at % 3 === 0 ? 'failed' : 'ended',
  channel_data: { duration: (at * 7) % 100 },
})) as unknown as readonly SessionDocument[];
const failed = sessions.filter(({ status }) => status === 'failed');

const request: SearchRequest = {
  range: { from: new Date('2026-05-01T00:00:00Z'), to: now },
  sortBy: [{ field: 'session_start_time', direction: 'desc' }],
  pageSize: 50,
  pageNumber: 0,
};

function refinedBy(condition: unknown): SearchRequest {
  return { ...request, refinement: readRefinement({ must: [condition] }, now) };
}
const onlyFailed = refinedBy({ term: { status: 'failed' } });

/** A file and its journal, in memory. */
function memory() {
  let bytes = Buffer.alloc(0);
  let kept: string[] = [];
  const file: ExportFile = {
    get length() {
      return bytes.length;
    },
    append: async (parts) => {
      bytes = Buffer.concat([bytes, ...parts]);
    },
    cutTo: async (length) => {
      bytes = bytes.subarray(0, length);
    },
    rearrange: async (head, pieces) => {
      const rest = [...pieces].map(({ start, length }) => bytes.subarray(start, start + length));
      bytes = Buffer.concat([bytes.subarray(0, head), ...rest]);
    },
  };
  const journal = {
    lines: async () => kept,
    add: async (line: string) => {
      kept = [...kept, line];
    },
    replace: async (lines: readonly string[]) => {
      kept = [...lines];
    },
  };
  return { file, journal, text: () => bytes.toString() };
}

async function exported(more: Partial<ExportOptions>) {
  const { file, journal, text } = memory();
  const client = new ChangingService(sessions);
  const common = { request: onlyFailed, client, format: 'ndjson', whole: true, pause: async () => {} } as const;
  const result = await exportSessions({ ...common, file, journal, ...more });
  return { result, text: text() };
}

function idsOf(ndjson: string): readonly unknown[] {
  return ndjson
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).id);
}

describe('exporting a query with a refinement', () => {
  const counts = { written: 114, leftOut: 226, total: 340, complete: true, missing: [], unmasked: 0 };
  const ids = failed.map(({ id }) => id);

  it('writes what the refinement keeps, and counts what it leaves out', async () => {
    const { result, text } = await exported({});
    assert.deepEqual(result, counts);
    assert.deepEqual(idsOf(text), ids);
  });

  it('decides as list and as table alike', async () => {
    const list = await exported({ format: 'json' });
    assert.deepEqual([list.result, JSON.parse(list.text)], [counts, failed]);
    const table = await exported({ format: 'csv' });
    const rows = table.text.split('\r\n').slice(1, -1);
    assert.deepEqual([table.result, rows.map((row) => row.split(',')[0])], [counts, ids]);
  });

  it('has no column for what only the refinement reads', async () => {
    const projectFields = ['source', 'status'];
    const { result, text } = await exported({
      request: { ...onlyFailed, projectFields, columns: ['source'] },
      format: 'csv',
      whole: false,
    });
    assert.equal(text.split('\r\n')[0], '\uFEFFid,session_start_time,source');
    assert.deepEqual(result, counts);
  });

  it('decides by what the session says, and masks what is kept', async () => {
    const { result, text } = await exported({
      request: refinedBy({ term: { source: '447000000001' } }),
      mask: maskJson(),
    });
    assert.deepEqual(result, { ...counts, written: 340, leftOut: 0 });
    assert.ok(text.includes('CALLER-1') && !text.includes('447000000001'));
  });

  it('tells what could not be masked from what was left out', async () => {
    const mask = (json: string) => (json.includes('"s003"') ? undefined : json);
    const { result, text } = await exported({ mask });
    assert.deepEqual(result, { ...counts, written: 113, unmasked: 1, complete: false });
    assert.ok(!text.includes('s003'));
  });

  it('of nothing that is kept is an empty list', async () => {
    const { result, text } = await exported({ request: refinedBy({ term: { status: 'lost' } }), format: 'json' });
    assert.deepEqual([result, JSON.parse(text)], [{ ...counts, written: 0, leftOut: 340 }, []]);
  });

  it('keeps the order of the query', async () => {
    const sortBy = [{ field: 'channel_data.duration', direction: 'asc' }] as const;
    const { result, text } = await exported({ request: { ...onlyFailed, sortBy } });
    const durations = text
      .trimEnd()
      .split('\n')
      .map((line): number => JSON.parse(line).channel_data.duration);
    assert.equal(result.written, 114);
    assert.deepEqual(
      durations,
      [...durations].sort((a, b) => a - b),
    );
  });

  it('that is gone on with counts what was left out before', async () => {
    const { file, journal, text } = memory();
    const common = { request: onlyFailed, file, journal, format: 'json', whole: true, pause: async () => {} } as const;
    const traits = { largestPage: 50, faults: ['fine', 'fine', 'fine', 'refused'] } as const;
    const stopped = await exportSessions({ ...common, client: new ChangingService(sessions, traits) });
    assert.ok(stopped.error !== undefined && stopped.written > 0 && (stopped.leftOut ?? 0) > 0);
    assert.equal(JSON.parse(text()).length, stopped.written);
    const result = await exportSessions({ ...common, client: new ChangingService(sessions) });
    assert.deepEqual([result, JSON.parse(text())], [counts, failed]);
  });

  it('tells how far it is by what was read', async () => {
    const told: unknown[] = [];
    await exported({ onProgress: (progress) => told.push(progress) });
    assert.deepEqual(told.at(-1), { written: 114, leftOut: 226, total: 340, atLeast: false });
  });
});
