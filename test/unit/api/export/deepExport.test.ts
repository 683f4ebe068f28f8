import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { createDispatcher } from '../../../../src/api/client/dispatcher.ts';
import { InsightsClient } from '../../../../src/api/client/insightsClient.ts';
import { exportSessions } from '../../../../src/api/export/exportSessions.ts';
import { maskJson } from '../../../../src/explorer/export/maskJson.ts';
import { LineFile } from '../../../../src/machine/lineFile.ts';
import { PartialFile } from '../../../../src/machine/partialFile.ts';
import { listening } from '../client/wire.ts';
import { quick } from '../search/emulated.ts';

const levels = 100_000;
const session = (id: string, payload: string): string =>
  `{"id":"${id}","session_start_time":"2026-05-10T10:00:00.5","source":"447700900123","flow_path":[{"type":"webhook","request":{"payload":${payload}}}]}`;
const deep = `${'[{"a":'.repeat(levels / 2)}"call 447700900123"${'}]'.repeat(levels / 2)}`;
const hits = [session('1', '"call 447700900123"'), session('2', deep), session('3', '{"password":"hunter2x"}')];

for (const mask of [undefined, maskJson()]) {
  it(`${mask ? 'a masked' : 'an'} export over a socket writes the sessions around one of ${levels} levels, and that one or a word of it`, async () => {
    const body = `{"total":3,"page_number":"0","page_size":"50","hits":[${hits.join(',')}]}`;
    const empty = '{"total":0,"hits":[]}';
    const service = await listening(
      createServer((request, response) => {
        const { searchParams } = new URL(request.url ?? '', 'http://x');
        const holds =
          (searchParams.get('from_date') ?? '') <= '2026-05-10T10:00:00' &&
          (searchParams.get('to_date') ?? '') >= '2026-05-10T10:00:00';
        response.end(holds && searchParams.get('page_number') === '0' ? body : empty);
      }),
    );
    const folder = await mkdtemp(join(tmpdir(), 'insights-deep-'));
    const dispatcher = createDispatcher(quick);
    try {
      const client = new InsightsClient({ origin: `http://127.0.0.1:${service.port}`, key: 'k', dispatcher });
      const file = await PartialFile.create(join(folder, 'all.ndjson'));
      const result = await exportSessions({
        request: {
          range: { from: new Date('2026-05-10T00:00:00Z'), to: new Date('2026-05-10T23:59:59Z') },
          sortBy: [{ field: 'session_start_time', direction: 'desc' }],
          pageSize: 50,
          pageNumber: 0,
        },
        client,
        format: 'ndjson',
        whole: true,
        file,
        journal: new LineFile(join(folder, 'journal')),
        pause: async () => {},
        ...(mask ? { mask } : {}),
      });
      await file.finish(join(folder, 'all.ndjson'));
      const lines = (await readFile(join(folder, 'all.ndjson'), 'utf8')).split('\n').filter(Boolean);
      assert.equal(result.error, undefined);
      assert.equal(lines.length + result.unmasked, 3);
      for (const id of ['1', '3']) assert.ok(lines.some((line) => line.startsWith(`{"id":"${id}"`)));
      if (mask) for (const line of lines) assert.doesNotMatch(line, /447700900123|hunter2x/);
      else assert.deepEqual([...lines].sort(), [...hits].sort());
    } finally {
      await dispatcher.destroy();
      service.close();
      await rm(folder, { recursive: true });
    }
  });
}
