import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RangeService } from '../../../src/api/client/rangeService.ts';
import type { Run } from '../../../src/api/runs/run.ts';
import { Runs } from '../../../src/api/runs/runs.ts';
import { toSearchRequest } from '../../../src/domain/query/request.ts';
import type { SessionDocument } from '../../../src/domain/session/session.ts';
import type { AnalysisView, MapComparison, PathMapView } from '../../../src/protocol/analysisMessages.ts';
import type { AnalysesNeeds } from '../../../src/results/analysis/analyses.ts';
import { Analyses } from '../../../src/results/analysis/analyses.ts';
import type { Emulated } from '../api/search/emulated.ts';
import { withEmulator } from '../api/search/emulated.ts';

const now = new Date('2026-06-03T00:00:00Z');

/** Thirty calls of today by version 2, which end at "bye" or break off, and ten of the day before by version 1. */
const sessions = Array.from({ length: 40 }, (_, at) => ({
  id: `s${at}`,
  session_start_time: at < 30 ? `2026-06-02T10:00:${String(at + 10)}` : `2026-06-01T10:00:${String(at)}`,
  source: '447700900123',
  agent_information: { name: 'Orders', version_id: at < 30 ? 'v2' : 'v1' },
  flow_path: [
    { type: 'speak', node_id: at < 30 ? 'hello-2' : 'hello-1' },
    ...(at % 3 === 0 ? [] : [{ type: 'speak', node_id: 'bye' }]),
  ],
})) as unknown as readonly SessionDocument[];

const names: Readonly<Record<string, string>> = { 'hello-1': 'Hello', 'hello-2': 'Hello' };
const query = {
  from_date: '2026-06-02',
  to_date: '2026-06-02',
  page_size: 5,
  aggs: { callers: { terms: { field: 'source' } }, nodes: { terms: { field: 'flow_path.node_id' } } },
};

interface Analysed {
  readonly analyses: Analyses;
  readonly run: Run;
  readonly told: readonly AnalysisView[];
  /** The next one that says that something has ended. */
  readonly ended: () => Promise<AnalysisView>;
}

async function analysed(
  use: (analysed: Analysed) => Promise<void>,
  { asked = query, masked = false }: { asked?: object; masked?: boolean } = {},
  spoil?: (emulated: Emulated) => void,
): Promise<void> {
  await withEmulator({ sessions }, async (emulated) => {
    const request = toSearchRequest(asked, now);
    const run = new Runs(() => now).start({
      queryUri: 'q',
      queryName: 'Q',
      connection: 'c',
      request,
      client: emulated.client,
    });
    await run.finished;
    spoil?.(emulated);
    const told: AnalysisView[] = [];
    let heard: ((view: AnalysisView) => void) | undefined;
    const needs: AnalysesNeeds = {
      numberOf: () => 1,
      nameOf: (id) => (Object.hasOwn(names, id) ? names[id] : undefined),
      failureWords: () => 'It failed.',
      rangeWords: () => 'today',
      masked: () => masked,
      send: (view) => {
        told.push(view);
        if (view.state !== 'running') heard?.(view);
      },
    };
    const analyses = new Analyses(needs);
    try {
      await use({ analyses, run, told, ended: () => new Promise((resolve) => (heard = resolve)) });
    } finally {
      analyses.dispose();
    }
  });
}

async function mapped({ analyses, run, ended }: Analysed, comparison: MapComparison): Promise<PathMapView> {
  const end = ended();
  analyses.mapPaths(run, comparison);
  const view = await end;
  assert.equal(view.kind, 'pathMap');
  return view as PathMapView;
}

describe('what is worked out over every session', () => {
  it('aggregates all of the range, not only what was loaded, and says nodes by their names', () =>
    analysed(async ({ analyses, run, ended }) => {
      assert.equal(run.sessions.length, 5);
      const end = ended();
      analyses.aggregate(run);
      const view = await end;
      assert.deepEqual([view.state, view.read, view.kept, view.missing, view.range], ['done', 30, 30, 0, 'today']);
      assert.ok(view.kind === 'aggregations' && view.asked);
      assert.deepEqual(
        view.tables.map(({ rows }) => rows.map(({ keys, count }) => [keys, count])),
        [
          [[['447700900123'], 30]],
          [
            [['Hello'], 30],
            [['bye'], 20],
          ],
        ],
      );
    }));

  it('masks what the page masks', () =>
    analysed(
      async ({ analyses, run, ended }) => {
        const end = ended();
        analyses.aggregate(run);
        await end;
        assert.ok(!JSON.stringify(analyses.tables).includes('447700900123'));
      },
      { masked: true },
    ));

  it('says that a query has no aggregations', () =>
    analysed(
      async ({ analyses, run, told }) => {
        analyses.aggregate(run);
        assert.deepEqual(
          told.map((view) => view.kind === 'aggregations' && [view.asked, view.state, view.tables.length]),
          [[false, 'none', 0]],
        );
      },
      { asked: { ...query, aggs: undefined } },
    ));

  it('maps the paths, and knows which loaded session took which way', () =>
    analysed(async (one) => {
      const { map, before, versions } = await mapped(one, { with: 'nothing' });
      assert.deepEqual([map?.sessions, before], [30, undefined]);
      assert.deepEqual(
        map?.nodes.map(({ key, sessions: through, exits }) => [key, through, exits]),
        [
          ['name:Hello', 30, 10],
          ['id:bye', 20, 20],
        ],
      );
      assert.deepEqual(versions, [{ id: 'v2', agent: 'Orders', sessions: 30 }]);
      // The newest five are 29 to 25; 27 broke off.
      assert.deepEqual([...one.analyses.rowsOnPath(one.run, 'name:Hello', undefined)], [0, 1, 2, 3, 4]);
      assert.deepEqual([...one.analyses.rowsOnPath(one.run, 'name:Hello', 'id:bye')], [0, 1, 3, 4]);
      assert.deepEqual([...one.analyses.rowsOnPath(one.run, 'id:bye', 'name:Hello')], []);
    }));

  it('compares with the range before, by the names of nodes', () =>
    analysed(async (one) => {
      const { map, before, read } = await mapped(one, { with: 'rangeBefore' });
      assert.deepEqual([map?.sessions, before?.sessions, read], [30, 10, 40]);
      assert.deepEqual(before?.nodes[0]?.nodeIds, ['hello-1']);
      assert.equal(before?.nodes[0]?.key, map?.nodes[0]?.key);
    }));

  it('compares two versions without reading again', () =>
    analysed(
      async (one) => {
        await mapped(one, { with: 'nothing' });
        const asked = one.told.length;
        const { map, before } = await mapped(one, { with: 'version', before: 'v1', after: 'v2' });
        assert.deepEqual([map?.sessions, before?.sessions, one.told.length - asked], [30, 10, 1]);
      },
      { asked: { ...query, from_date: '2026-06-01' } },
    ));

  it('is cancelled, and tells so', () =>
    analysed(async ({ analyses, run, ended }) => {
      const end = ended();
      analyses.mapPaths(run, { with: 'nothing' });
      analyses.cancel('pathMap');
      assert.equal((await end).state, 'cancelled');
    }));

  it('says how many were read that were not asked for', () =>
    analysed(
      async ({ analyses, run, ended }) => {
        const end = ended();
        analyses.aggregate(run);
        const { state, read, outside } = await end;
        assert.deepEqual([state, read, outside], ['done', 40, 10]);
      },
      {},
      ({ emulator }) => emulator.setFaults({ rules: [{ fault: { kind: 'unheeded', parameters: ['from_date'] } }] }),
    ));

  it('says that the filter was not heeded', () =>
    analysed(
      async ({ analyses, run, ended }) => {
        const end = ended();
        analyses.aggregate(run);
        const { state, read, filterUnheeded } = await end;
        assert.deepEqual([state, read, filterUnheeded], ['done', 30, true]);
      },
      { asked: { ...query, filter_by: { must: [{ term: { 'agent_information.name': 'Support' } }] } } },
      ({ emulator }) => emulator.setFaults({ rules: [{ fault: { kind: 'unheeded', parameters: ['filter_by'] } }] }),
    ));

  it('says why it failed', () =>
    analysed(
      async ({ analyses, run, ended }) => {
        const end = ended();
        analyses.aggregate(run);
        const { state, failure } = await end;
        assert.deepEqual([state, failure], ['failed', 'It failed.']);
      },
      {},
      ({ emulator }) => emulator.setFaults({ rules: [{ fault: { kind: 'status', status: 401 } }] }),
    ));
});

describe('aggregations of an archive', () => {
  const total = 1204;
  const result = { callers: { doc_count_error_upper_bound: 0, sum_other_doc_count: 0, buckets: [] } };

  /** A run of an archive that counts as `aggregate` does, and its analyses. */
  async function counted(aggregate: RangeService['aggregate']) {
    const ranges: RangeService = {
      readRange: async () => ({ rows: [], total: { count: total, atLeast: false }, next: undefined }),
      endRange: async () => {},
      aggregate,
      count: () => Promise.reject(new Error('nobody asks for counts')),
      countFacets: () => Promise.reject(new Error('nobody asks for counts')),
    };
    const nobody = () => Promise.reject(new Error('nobody asks for pages'));
    const client = { ranges, search: nobody, searchPage: nobody };
    const asked = { queryUri: 'q', queryName: 'Q', connection: 'c', request: toSearchRequest(query, now), client };
    const run = new Runs(() => now).start(asked);
    await run.finished;
    return new Promise<AnalysisView>((resolve) => {
      const analyses = new Analyses({
        numberOf: () => 1,
        nameOf: () => undefined,
        failureWords: () => 'It failed.',
        rangeWords: () => 'today',
        masked: () => false,
        send: (view) => view.state !== 'running' && resolve(view),
      });
      analyses.aggregate(run);
    });
  }

  it('are counted by it over everything, and no session is read', async () => {
    const questions: unknown[] = [];
    const view = await counted(async ({ aggs, now: at }) => {
      questions.push([aggs, at]);
      return { result, total };
    });
    assert.deepEqual(questions, [[query.aggs, now]]);
    assert.deepEqual([view.state, view.read, view.kept, view.missing], ['done', total, total, 0]);
  });

  it('say why there are none', async () => {
    const view = await counted(() => Promise.reject(new Error('a node is missing')));
    assert.deepEqual([view.state, view.failure], ['failed', 'It failed.']);
  });
});
