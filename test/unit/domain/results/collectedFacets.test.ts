import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CollectedFacets } from '../../../../src/domain/results/facets/collectedFacets.ts';
import { CountedFacets } from '../../../../src/domain/results/facets/countedFacets.ts';
import type { FacetChoice } from '../../../../src/domain/results/facets/filterRows.ts';
import { listedFacets } from '../../../../src/domain/results/rows/facetFields.ts';
import { columnSource, facetColumn } from '../../../../src/domain/results/rows/rowColumns.ts';
import { ColumnWriter } from '../../../../src/domain/results/store/columnWriter.ts';
import { Chance } from '../../../../src/emulator/samples/chance.ts';
import { seededRandom } from '../../../../src/emulator/samples/random.ts';
import { sampleSessions } from '../../../../src/emulator/samples/sampleSessions.ts';
import type { ResultsView } from '../../../../src/protocol/resultsMessages.ts';
import { ShownValues } from '../../../../webview/results/facets/shownValues.ts';
import { facetOrder } from '../../../../webview/results/model/facetWords.ts';
import { ResultsModel } from '../../../../webview/results/model/resultsModel.ts';
import { readResultsState } from '../../../../webview/results/model/resultsState.ts';

const seed = Number(process.env.INSIGHTS_SEED ?? 20_261_130);
const sessions: readonly unknown[] = [
  ...sampleSessions(new Date('2026-05-01T12:00:00Z')).slice(-1200),
  {},
  { id: 'x', session_start_time: 'never', channel_data: { duration: 'long' }, tags_list: [{ tag: 'a' }, { tag: 'a' }] },
];
const zones = ['utc', 'Europe/Paris', 'America/St_Johns', 'Asia/Kathmandu'] as const;

/** A page that has all of the sessions loaded. */
function loaded(): ResultsModel {
  const columns = ['id', 'start', 'duration', ...listedFacets.map(facetColumn)] as const;
  const model = new ResultsModel(readResultsState({}), () => {});
  model.take(1, {
    from: 0,
    count: sessions.length,
    columns: columns.map((name) => [name, new ColumnWriter(columnSource(name)).write(sessions)] as const),
  });
  return model;
}

describe('facets of sessions that are read one after the other', () => {
  it('have the counts that a page has which has all of them, by random choices in several zones', () => {
    const chance = new Chance(seededRandom(seed));
    const model = loaded();
    const collected = new CollectedFacets();
    for (const session of sessions) collected.collect(session);
    const choiceOf = (facet: string): FacetChoice => {
      const texts = model.facets.get(facet)?.texts ?? [''];
      const some = (): string => texts[chance.between(0, texts.length - 1)] ?? '';
      const wanted = chance.of(0.7) ? [some(), some()] : [];
      return { facet, wanted, unwanted: chance.of(0.4) ? [some()].filter((text) => !wanted.includes(text)) : [] };
    };
    let passed = 0;
    for (let at = 0; at < 80; at++) {
      const zone = chance.one(zones);
      model.show({
        settings: { timeZone: zone },
        run: { number: 1, loaded: sessions.length, gone: [] },
      } as unknown as ResultsView);
      const choices = facetOrder.filter(() => at > 0 && chance.of(0.12)).map(choiceOf);
      const from = chance.between(0, 60_000);
      const ranges = chance.of(0.2) ? [{ of: 'duration', from, to: from + 90_000 } as const] : [];
      model.change({ choices, ranges });
      const about = `${at} of seed ${seed}: ${JSON.stringify({ choices, ranges, zone })}`;
      const { passing, facets } = collected.counts({ facets: facetOrder, choices, ranges, zone });
      assert.equal(passing, model.filtered.rows.length, about);
      const shown = new ShownValues(model);
      for (const facet of facetOrder) {
        const here = (shown.of(facet) ?? []).filter(({ count }) => count > 0);
        assert.deepEqual(facets.get(facet), here, `${facet}, ${about}`);
      }
      passed += passing;
    }
    assert.ok(passed > sessions.length);
  });

  it('count what came since they were asked', () => {
    const collected = new CollectedFacets();
    const asked = { facets: ['status'], choices: [], ranges: [], zone: 'utc' };
    for (const expected of [1, 2, 3]) {
      collected.collect({ status: 'done' });
      assert.deepEqual(collected.counts(asked).facets.get('status'), [{ text: 'done', count: expected }]);
    }
  });

  it('are counted alike where nothing of a session is kept', () => {
    const chance = new Chance(seededRandom(seed));
    const many = Array.from({ length: 5 }, () => sessions).flat();
    const kept = new CollectedFacets();
    for (const session of many) kept.collect(session);
    for (let at = 0; at < 3; at++) {
      const texts = kept.counts({ facets: ['tag'], choices: [], ranges: [], zone: 'utc' }).facets.get('tag') ?? [];
      const choices = [{ facet: 'tag', wanted: [chance.one([texts[0]?.text ?? '', ''])], unwanted: [] }];
      const ranges = [{ of: 'duration', from: 0, to: 100_000 }] as const;
      const question = { facets: facetOrder, choices, ranges: chance.of(0.5) ? ranges : [], zone: chance.one(zones) };
      const counted = new CountedFacets(question);
      for (const session of many) counted.collect(session);
      assert.deepEqual(counted.counts(), { total: many.length, ...kept.counts(question) });
    }
  });
});
