import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { archiveMapping } from '../../schemas/generated/archiveMapping.ts';
import type { FacetQuestion } from '../../src/api/client/rangeService.ts';
import { jsonOf } from '../../src/api/reading/readRow.ts';
import { readSessions } from '../../src/api/reading/readSessions.ts';
import { Runs } from '../../src/api/runs/runs.ts';
import { facetsVersionField } from '../../src/archive/mapping/archivedField.ts';
import { readRefinement } from '../../src/domain/analysis/refinement.ts';
import { parseJson } from '../../src/domain/json/parseJson.ts';
import type { SearchRequest } from '../../src/domain/query/request.ts';
import { listFields } from '../../src/domain/query/request.ts';
import type { FacetChoice } from '../../src/domain/results/facets/filterRows.ts';
import { fieldsOfFacet, listedFacets } from '../../src/domain/results/rows/facetFields.ts';
import { columnSource, facetColumn } from '../../src/domain/results/rows/rowColumns.ts';
import { ColumnWriter } from '../../src/domain/results/store/columnWriter.ts';
import type { SessionDocument } from '../../src/domain/session/session.ts';
import type { ResultsView } from '../../src/protocol/resultsMessages.ts';
import { ShownValues } from '../../webview/results/facets/shownValues.ts';
import { facetOrder } from '../../webview/results/model/facetWords.ts';
import { ResultsModel } from '../../webview/results/model/resultsModel.ts';
import { readResultsState } from '../../webview/results/model/resultsState.ts';
import { always, TestArchive } from './support/cluster.ts';
import { chance, seed, sessions } from './support/judged.ts';

const count = Number(process.env.INSIGHTS_QUERIES ?? 60);
const archive = new TestArchive('facets');
const zones = ['utc', 'Europe/Paris', 'America/St_Johns', 'Asia/Kathmandu'] as const;

/** The page's own counts over all sessions that there are, as a list of the archive gives them. */
async function countedHere(asked: SearchRequest = always): Promise<ResultsModel> {
  const fields = [...new Set([...listFields, ...listedFacets.flatMap(fieldsOfFacet)])];
  const request = { ...asked, projectFields: fields };
  const found: SessionDocument[] = [];
  for await (const batch of readSessions({ request, client: archive.client, whole: false }))
    found.push(...batch.rows.map((row) => parseJson(jsonOf(row)) as SessionDocument));
  const rows = found.filter((session) => asked.refinement?.keeps(session) !== false);
  if (asked === always) assert.equal(rows.length, sessions.length);
  const columns = ['id', 'start', 'duration', ...listedFacets.map(facetColumn)] as const;
  const model = new ResultsModel(readResultsState({}), () => {});
  model.take(1, {
    from: 0,
    count: rows.length,
    columns: columns.map((name) => [name, new ColumnWriter(columnSource(name)).write(rows)] as const),
  });
  return model;
}

function showIn(model: ResultsModel, timeZone: string): void {
  model.show({
    settings: { timeZone },
    run: { number: 1, loaded: sessions.length, gone: [] },
  } as unknown as ResultsView);
}

function choiceOf(model: ResultsModel, facet: string): FacetChoice {
  const texts = model.facets.get(facet)?.texts ?? [''];
  const some = (): string => texts[chance.between(0, texts.length - 1)] ?? '';
  const wanted = chance.of(0.7) ? [some(), ...(chance.of(0.3) ? [some()] : [])] : [];
  return { facet, wanted, unwanted: chance.of(0.4) ? [some()].filter((text) => !wanted.includes(text)) : [] };
}

/** What one step must meet together: the engine only narrows it. */
const together = {
  must: [
    {
      nested: {
        path: 'flow_path',
        query: {
          bool: {
            must: [{ exists: { field: 'flow_path.node_id' } }, { term: { 'flow_path.type': 'webhook' } }],
          },
        },
      },
    },
  ],
};

const asked = (more: Partial<FacetQuestion> = {}) =>
  archive.client.ranges.countFacets({
    request: always,
    facets: facetOrder,
    choices: [],
    ranges: [],
    zone: 'utc',
    ...more,
  });

describe('facets of an archive', () => {
  let model: ResultsModel;
  before(async () => {
    assert.equal((await archive.write(sessions)).complete, true);
    model = await countedHere();
  });
  after(() => archive.remove());

  it(`are counted as the page counts what is loaded, by ${count} random choices in several zones`, async () => {
    let passed = 0;
    for (let at = 0; at < count; at++) {
      const zone = chance.one(zones);
      showIn(model, zone);
      const chosen = at === 0 ? [] : facetOrder.filter(() => chance.of(0.12));
      const choices = chosen.map((facet) => choiceOf(model, facet));
      const from = chance.between(0, 60_000);
      const ranges = chance.of(0.2)
        ? [{ of: 'duration', from, to: chance.of(0.5) ? Number.POSITIVE_INFINITY : from + 60_000 } as const]
        : chance.of(0.2)
          ? [
              {
                of: 'start',
                from: Date.parse('2026-02-14T10:00:00.250Z'),
                to: Date.parse('2026-04-11T10:00:00Z'),
              } as const,
            ]
          : [];
      model.change({ choices, ranges });
      const found = await asked({ choices, ranges, zone });
      const about = `choice ${at} of seed ${seed}: ${JSON.stringify({ choices, ranges, zone })}`;
      if ('uncounted' in found) assert.fail(`${found.uncounted}: ${about}`);
      assert.equal(found.total, sessions.length);
      assert.equal(found.passing, model.filtered.rows.length, about);
      const shown = new ShownValues(model);
      for (const facet of facetOrder) {
        const counted = found.facets.get(facet);
        const here = (shown.of(facet) ?? []).filter((value) => value.count > 0);
        assert.deepEqual(counted, { values: here, hasOthers: false }, `${facet}, ${about}`);
      }
      passed += found.passing;
    }
    assert.ok(passed > count);
  });

  it('are of what the filter finds and the refinement keeps, where the engine decides it', async () => {
    const now = new Date('2026-05-01T12:00:00Z');
    const refined = async (refine: unknown) =>
      asked({ request: { ...always, refinement: readRefinement(refine, now) }, facets: ['status'] });
    const exact = await refined({ must_not: [{ exists: { field: 'status' } }] });
    if ('uncounted' in exact) assert.fail(exact.uncounted);
    assert.deepEqual(
      exact.facets.get('status')?.values.filter(({ text }) => text !== ''),
      [],
    );
    assert.ok(exact.total > 0 && exact.total < sessions.length);
    assert.deepEqual(await refined(together), { uncounted: 'refined' });
  });

  it('are counted of what is read where the engine cannot decide the refinement: the same as the page counts of it', async () => {
    const now = new Date('2026-05-01T12:00:00Z');
    const request = { ...always, refinement: readRefinement(together, now) };
    const run = new Runs().start({
      queryUri: 'file:///a',
      queryName: 'a',
      connection: 'archive',
      request,
      client: archive.client,
    });
    await run.finished;
    const question = { facets: facetOrder, choices: [], ranges: [], zone: 'utc', gone: 0 };
    const found = await run.countFacets?.(question, new AbortController().signal);
    if (!found || 'uncounted' in found) return assert.fail('nothing was counted');
    const here = await countedHere(request);
    showIn(here, 'utc');
    assert.ok(found.total > 50 && found.total < sessions.length);
    assert.equal(found.total, here.filtered.rows.length);
    const shown = new ShownValues(here);
    for (const facet of facetOrder) assert.deepEqual(found.facets.get(facet)?.values, shown.of(facet), facet);
  });

  it('are not counted over sessions that were archived without them, until these are archived again', async () => {
    const older = new TestArchive('facets-older');
    try {
      await older.write(sessions.slice(0, 300));
      await older.ask('POST', [older.pattern, '_refresh']);
      // As an earlier version left it: documents without what is counted.
      const { hits } = (await older.ask('POST', [older.pattern, '_search'], {
        size: 1,
        query: { exists: { field: facetsVersionField } },
      })) as { readonly hits: { readonly hits: readonly { _index: string; _id: string; _source: object }[] } };
      const [one = assert.fail('there is none')] = hits.hits;
      const path = [one._index, '_doc', one._id];
      await older.ask('PUT', path, { ...one._source, archive: {} });
      await older.ask('POST', [older.pattern, '_refresh']);
      const ask = () =>
        older.client.ranges.countFacets({ request: always, facets: ['agent'], choices: [], ranges: [], zone: 'utc' });
      assert.deepEqual(await ask(), { uncounted: 'older', sessions: 1 });
      await older.write(sessions.slice(0, 300));
      const again = await ask();
      assert.ok('total' in again && again.total === 300);
    } finally {
      await older.remove();
    }
  });

  it('are counted in an index that an earlier version made, of what is archived since', async () => {
    const earlier = new TestArchive('facets-earlier');
    try {
      const properties = { ...archiveMapping, archive: { properties: { leaves: { type: 'keyword' } } } };
      const mappings = { _meta: { made_by: 'session-insights', version: 1 }, dynamic: false, properties };
      await earlier.ask('PUT', [earlier.pattern.replace('*', '2026.01')], { mappings });
      const session = { id: 'a', session_start_time: '2026-01-10T10:00:00', agent_information: { name: 'Orders' } };
      assert.equal((await earlier.write([session])).complete, true);
      const found = await earlier.client.ranges.countFacets({
        request: always,
        facets: ['agent'],
        choices: [],
        ranges: [],
        zone: 'utc',
      });
      assert.deepEqual('uncounted' in found ? found : found.facets.get('agent')?.values, [
        { text: 'Orders', count: 1 },
      ]);
    } finally {
      await earlier.remove();
    }
  });

  it('tell the most frequent values of very many, in one index and in several', async () => {
    const many = new TestArchive('facets-many');
    const session = (at: number, month: number) => ({
      id: `m${month}-${at}`,
      session_start_time: `2026-0${month}-01T10:00:00`,
      status: at % 2 === 0 ? `often ${month}-${at % 20}` : `s${month}-${at}`,
      channel_data: { duration: at },
    });
    const months = (month: number) => Array.from({ length: 4400 }, (_, at) => session(at, month));
    const ask = async (more: Partial<FacetQuestion> = {}) => {
      const question = { request: always, facets: ['status', 'hour'], choices: [], ranges: [], zone: 'utc' };
      const found = await many.client.ranges.countFacets({ ...question, ...more });
      if ('uncounted' in found) assert.fail(found.uncounted);
      return found;
    };
    const often = (counted: Awaited<ReturnType<typeof ask>>) =>
      counted.facets
        .get('status')
        ?.values.filter(({ text, count: sessionsOf }) => text.startsWith('often') && sessionsOf === 220);
    try {
      await many.write(months(1));
      const one = await ask();
      assert.deepEqual([one.facets.get('status')?.values.length, one.facets.get('status')?.hasOthers], [2000, true]);
      assert.equal(often(one)?.length, 10);
      await many.write(months(2));
      const two = await ask();
      const status = two.facets.get('status');
      assert.deepEqual([status?.values.length, status?.hasOthers, two.facets.has('hour')], [2000, true, true]);
      assert.equal(often(two)?.length, 20);
      assert.deepEqual(new Set(status?.values.slice(20).map(({ count: sessionsOf }) => sessionsOf)), new Set([1]));
      // Counted over what the other choices let through, and with what was chosen of it, however few have it.
      const choices = [{ facet: 'status', wanted: ['s2-4399', 'nowhere'], unwanted: [] }];
      const ranges = [{ of: 'duration', from: 4000, to: Number.POSITIVE_INFINITY } as const];
      const chosen = await ask({ choices, ranges });
      assert.deepEqual([chosen.total, chosen.passing], [8800, 1]);
      assert.deepEqual(
        chosen.facets.get('status')?.values.filter(({ text }) => choices[0]?.wanted.includes(text)),
        [{ text: 's2-4399', count: 1 }],
      );
    } finally {
      await many.remove();
    }
  });
});
