import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Cancelled } from '../../../../src/api/client/insightsErrors.ts';
import type { CollectProgress } from '../../../../src/api/reading/collectSessions.ts';
import { collectSessions } from '../../../../src/api/reading/collectSessions.ts';
import { readAggregation } from '../../../../src/domain/analysis/aggregation.ts';
import { readRefinement } from '../../../../src/domain/analysis/refinement.ts';
import type { SearchRequest } from '../../../../src/domain/query/request.ts';
import type { SessionDocument } from '../../../../src/domain/session/session.ts';
import { withEmulator } from '../search/emulated.ts';

const now = new Date('2026-06-01T00:00:00Z');
/** 6,000 calls of 100 days: every third failed, and every fifth is of the second agent. */
const sessions = Array.from({ length: 6000 }, (_, at) => ({
  id: `s${at}`,
  session_start_time: new Date(now.getTime() - at * 1_440_000).toISOString().slice(0, 19),
  source: '447000000001',
  status: at % 3 === 0 ? 'failed' : 'ended',
  agent_information: { id: `a${at % 5 === 0 ? 2 : 1}`, name: at % 5 === 0 ? '__proto__' : 'Front Desk' },
  flow_path: [{ node_id: 'greet', request: { body: 'x'.repeat(500) } }],
})) as unknown as readonly SessionDocument[];

const request: SearchRequest = {
  range: { from: new Date('2026-01-01T00:00:00Z'), to: now },
  sortBy: [{ field: 'agent_information.name', direction: 'desc' }],
  projectFields: ['transcription'],
  pageSize: 7,
  pageNumber: 3,
};
const aggregation = readAggregation({ agents: { terms: { field: 'agent_information.name' } } }, now);

describe('collecting the sessions of a range', () => {
  it('gives all of them, whatever page and order the query asks for, with no more than is looked at', async () => {
    await withEmulator({ sessions }, async ({ client }) => {
      const aggregating = aggregation.start();
      const members = new Set<string>();
      const told: CollectProgress[] = [];
      const { read, kept, missing } = await collectSessions(
        { request, client, fields: aggregation.fields, onProgress: (progress) => told.push(progress) },
        [aggregating, { collect: (session) => Object.keys(session).forEach((name) => void members.add(name)) }],
      );
      assert.deepEqual({ read, kept, missing }, { read: 6000, kept: 6000, missing: [] });
      assert.deepEqual([...members].sort(), ['agent_information', 'id', 'session_start_time']);
      assert.deepEqual(told.at(-1), { read: 6000, kept: 6000, total: { count: 6000, atLeast: false } });
      assert.deepEqual((aggregating.result().agents as { buckets: unknown }).buckets, [
        { key: 'Front Desk', doc_count: 4800 },
        { key: '__proto__', doc_count: 1200 },
      ]);
    });
  });

  it('leaves out what the refinement does not keep', async () => {
    await withEmulator({ sessions }, async ({ client }) => {
      const refinement = readRefinement({ must: [{ term: { status: 'failed' } }] }, now);
      const aggregating = aggregation.start();
      const options = { request: { ...request, refinement }, client, fields: aggregation.fields };
      const { read, kept } = await collectSessions(options, [aggregating]);
      assert.deepEqual({ read, kept }, { read: 6000, kept: 2000 });
      // 0, 15, 30 … of those that failed are the second agent's.
      assert.deepEqual((aggregating.result().agents as { buckets: unknown }).buckets, [
        { key: 'Front Desk', doc_count: 1600 },
        { key: '__proto__', doc_count: 400 },
      ]);
    });
  });

  it('ends when it is cancelled, and keeps what was collected', async () => {
    await withEmulator({ sessions }, async ({ client }) => {
      const stopping = new AbortController();
      const aggregating = aggregation.start();
      let seen = 0;
      const counting = {
        collect: () => {
          seen += 1;
          if (seen === 10) stopping.abort();
        },
      };
      const options = { request, client, fields: aggregation.fields, signal: stopping.signal };
      await assert.rejects(collectSessions(options, [aggregating, counting]), Cancelled);
      assert.ok(seen >= 10 && seen < 6000, `${seen} were collected`);
    });
  });
});
