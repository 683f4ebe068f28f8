import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ExplainOptions } from '../../../../src/api/search/explainEmpty.ts';
import { explainEmpty } from '../../../../src/api/search/explainEmpty.ts';
import { toSearchRequest } from '../../../../src/domain/query/request.ts';
import type { SessionDocument } from '../../../../src/domain/session/session.ts';
import { withEmulator } from './emulated.ts';

const now = new Date('2026-06-01T00:00:00Z');
const session = (id: string, day: string, more: object) => ({ id, session_start_time: `${day}T10:00:00`, ...more });
const sessions = [
  session('s1', '2026-05-20', {
    source: '1',
    status: 'ended',
    channel: 'sms',
    transcription: [{ user: 'hello there' }],
  }),
  session('s2', '2026-05-21', { source: '2', status: 'failed', channel: 'sms', agent_information: { name: 'Orders' } }),
  session('s3', '2026-05-22', { source: '2', status: 'ended', channel: 'http' }),
  session('s4', '2026-02-01', { source: '9', status: 'ended' }),
] as unknown as readonly SessionDocument[];
const term = (field: string, value: string) => ({ term: { [field]: value } });
const may = { from_date: '2026-05-01', to_date: '2026-05-31' };

async function explained(query: object, more: Partial<ExplainOptions> = {}) {
  let found: Awaited<ReturnType<typeof explainEmpty>> | undefined;
  await withEmulator({ sessions }, async ({ client }) => {
    found = await explainEmpty({ request: toSearchRequest({ ...may, ...query }, now), client, now, ...more });
  });
  return found ?? assert.fail();
}
const causes = async (query: object, more?: Partial<ExplainOptions>) => (await explained(query, more)).causes;
const must = (index: number) => ({ occur: 'must', index });

describe('why a query finds nothing', () => {
  it('is the clause without which it finds something', async () => {
    const [source, status] = [term('source', '1'), term('status', 'failed')];
    assert.deepEqual(await causes({ filter_by: { must: [source, term('channel', 'sms'), status] } }), [
      { code: 'clause', place: must(0), count: 1 },
      { code: 'clause', place: must(2), count: 1 },
    ]);
    assert.deepEqual(await causes({ filter_by: { must: [source], must_not: [term('channel', 'sms')] } }), [
      { code: 'clause', place: must(0), count: 1 },
      { code: 'clause', place: { occur: 'must_not', index: 0 }, count: 1 },
    ]);
  });

  it('is all of should, or its only clause', async () => {
    const none = [term('source', '7'), term('source', '8')];
    assert.deepEqual(await causes({ filter_by: { must: [term('channel', 'sms')], should: none } }), [
      { code: 'should', count: 2 },
    ]);
    assert.deepEqual(await causes({ filter_by: { should: none.slice(1) } }), [
      { code: 'clause', place: { occur: 'should', index: 0 }, count: 3 },
    ]);
  });

  it('is the first clause that leaves nothing, where several do', async () => {
    const all = [term('source', '1'), term('status', 'failed'), term('channel', 'http')];
    assert.deepEqual(await causes({ filter_by: { must: all } }), [{ code: 'clause', place: must(1), count: 1 }]);
    const none = [term('source', '7'), term('source', '8')];
    assert.deepEqual(await causes({ filter_by: { must: none } }), [{ code: 'clause', place: must(0), count: 3 }]);
  });

  it('is a value in other letters, or nearly one that sessions have', async () => {
    assert.deepEqual(await causes({ filter_by: { must: [term('agent_information.name', 'orders')] } }), [
      { code: 'clause', place: must(0), count: 3 },
      { code: 'letterCase', value: 'Orders', place: must(0), count: 1 },
    ]);
    const seenValues = (field: string) => (field === 'agent_information.name' ? ['Orders', 'Front Desk'] : []);
    const found = await causes({ filter_by: { must: [term('agent_information.name', 'Ordesr')] } }, { seenValues });
    assert.deepEqual(found.slice(1), [{ code: 'spelling', value: 'Orders', place: must(0), count: 1 }]);
  });

  it('is the wrong kind of clause', async () => {
    const found = await causes({ filter_by: { must: [term('transcription.user', 'hello there, you')] } });
    assert.deepEqual(found.at(-1), { code: 'operator', use: 'match', place: must(0), count: 1 });
  });

  it('is the range where nothing is in it, or another region', async () => {
    const march = { from_date: '2026-03-20', to_date: '2026-03-21' };
    const [cause, ...others] = await causes(march);
    assert.deepEqual(others, []);
    assert.ok(cause?.code === 'dateRange');
    // The 59 days before its end.
    assert.deepEqual([cause.count, cause.range.from.toISOString().slice(0, 10)], [1, '2026-01-21']);
    const april = await causes({ from_date: '2026-04-15', to_date: '2026-04-16' });
    assert.ok(april[0]?.code === 'dateRange');
    assert.deepEqual([april[0].count, april[0].range.to], [3, now]);
    await withEmulator({ sessions }, async ({ client }) => {
      const broken = { search: () => Promise.reject(new Error('gone')) } as unknown as typeof client;
      const regions = [
        { connection: 'gone', client: broken },
        { connection: 'eu', client },
      ];
      await withEmulator({ sessions: [] }, async ({ client: empty }) =>
        assert.deepEqual(
          (await explainEmpty({ request: toSearchRequest(may, now), client: empty, others: regions, now })).causes,
          [{ code: 'region', connection: 'eu', count: 3 }],
        ),
      );
    });
  });

  it('is the refinement where the rest finds something, and nothing where it does by now', async () => {
    assert.deepEqual(await causes({ refine: { filter: [term('source', '7')] } }), [{ code: 'refinement', count: 3 }]);
    assert.deepEqual(await causes({}), [{ code: 'notEmptyAnyMore', count: 3 }]);
  });

  it('says when requests ran out', async () => {
    const query = { filter_by: { must: [term('source', '1'), term('status', 'failed')] } };
    const { complete, requests, causes: found } = await explained(query, { mostRequests: 3 });
    assert.deepEqual([complete, requests, found], [false, 3, [{ code: 'clause', place: must(0), count: 1 }]]);
    assert.equal((await explained(query)).complete, true);
  });
});
