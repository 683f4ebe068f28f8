import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { searchSessions } from '../../src/api/search/searchSessions.ts';
import { substitute } from '../../src/domain/query/inputs.ts';
import { parseQuery } from '../../src/domain/query/query.ts';
import { toSearchRequest } from '../../src/domain/query/request.ts';
import { sampleSessions } from '../../src/emulator/samples/sampleSessions.ts';
import { openSessions } from '../../src/emulator/sources/openSessions.ts';
import { withEmulator } from '../unit/api/search/emulated.ts';
import { TestArchive } from './support/cluster.ts';

const now = new Date();
const folder = path.join(process.cwd(), 'samples');
const files = (readdirSync(folder, { recursive: true }) as string[]).filter((name) => name.endsWith('.insights.json'));
const archive = new TestArchive('samples');
const sessions = sampleSessions(now);
const ndjson = path.join(mkdtempSync(path.join(tmpdir(), 'insights-archive-')), 'sessions.ndjson');
writeFileSync(ndjson, sessions.map((session) => `${JSON.stringify(session)}\n`).join(''));

describe('the queries of the samples find the same on the sample connection, in a file and in an archive', () => {
  before(async () => {
    assert.equal((await archive.write(sessions)).complete, true);
  });
  after(async () => {
    rmSync(path.dirname(ndjson), { recursive: true });
    await archive.remove();
  });

  for (const file of files)
    it(file, async () => {
      const parsed = parseQuery(readFileSync(path.join(folder, file), 'utf8'));
      const inputs = new Map((parsed.value.inputs ?? []).map((input) => [String(input.id), answerTo(input)]));
      const request = toSearchRequest(substitute(parsed.value, { inputs }).query, now);
      const idsOf = async (client: Parameters<typeof searchSessions>[0]['client']) => {
        const stream = searchSessions({ request, client });
        const ids: unknown[] = [];
        for await (const session of stream) if (request.refinement?.keeps(session) ?? true) ids.push(session.id);
        return ids;
      };
      const archived = await idsOf(archive.client);
      await withEmulator({ now }, async ({ patient }) => {
        assert.deepEqual(archived, await idsOf(patient));
      });
      const lines = await openSessions(ndjson);
      await withEmulator({ now, sessions: lines }, async ({ patient }) => {
        assert.deepEqual(archived, await idsOf(patient));
      });
    });
});

/** What is proposed, or the first that can be picked. */
function answerTo({
  default: proposed,
  options,
}: {
  readonly default?: unknown;
  readonly options?: readonly unknown[];
}): string {
  return String(proposed ?? options?.[0] ?? '');
}
