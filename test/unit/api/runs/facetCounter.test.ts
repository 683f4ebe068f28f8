import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as later, setImmediate as nextTurn } from 'node:timers/promises';
import type { FacetCounts } from '../../../../src/api/client/rangeService.ts';
import { FacetCounter } from '../../../../src/api/runs/facetCounter.ts';
import type { CollectAll, RunFacetCounts, RunFacetQuestion } from '../../../../src/api/runs/runOptions.ts';
import { createMask } from '../../../../src/domain/masking/mask.ts';
import { fieldsOfFacets } from '../../../../src/domain/results/facets/collectedFacets.ts';
import { pairOf } from '../../../../src/domain/results/rows/readFacet.ts';
import type { SessionDocument } from '../../../../src/domain/session/session.ts';

const question: RunFacetQuestion = { facets: ['status'], choices: [], ranges: [], zone: 'utc', gone: 0 };
const chosen: RunFacetQuestion = { ...question, choices: [{ facet: 'status', wanted: ['done'], unwanted: [] }] };
const refined: FacetCounts = { uncounted: 'refined' };
const { signal } = new AbortController();

/** A counter whose service says this, and the readings that it began. */
function counter(
  says: FacetCounts,
  total = 3,
  sessions: readonly object[] = [{ status: 'done' }, { status: 'done' }, { status: 'lost' }],
) {
  const readings: { readonly signal: AbortSignal; readonly fields: Iterable<string>; end(error?: Error): void }[] = [];
  const asked: RunFacetQuestion[] = [];
  const collect: CollectAll = ({ fields, signal: given, onProgress }, collectors) =>
    new Promise((resolve, reject) => {
      const collected = { read: total, kept: total, missing: [], requests: 1 };
      assert.ok(given);
      given.addEventListener('abort', () => reject(new Error('stopped')));
      const end = (error?: Error): void => {
        for (const session of sessions) for (const one of collectors) one.collect(session as SessionDocument);
        if (error) reject(error);
        else resolve(collected);
      };
      readings.push({ signal: given, fields, end });
      onProgress?.({ read: 1, kept: 1, total: { count: total, atLeast: false } });
    });
  const ask = async (one: RunFacetQuestion): Promise<FacetCounts> => {
    asked.push(one);
    return says;
  };
  return { counter: new FacetCounter({ ask, collect, listed: ['source', 'status'] }), readings, asked };
}

function counted(counts: RunFacetCounts) {
  if ('uncounted' in counts) return counts;
  return [
    counts.total,
    counts.passing,
    counts.facets.get('status')?.values.map(({ text, count }) => `${text} ${count}`),
  ];
}

describe('facets over all sessions of a run', () => {
  it('are the service’s where it counts them, and nothing is read', async () => {
    const all: FacetCounts = { total: 9, passing: 4, facets: new Map() };
    const { counter: facets, readings } = counter(all);
    assert.equal(await facets.count(question, signal), all);
    assert.deepEqual(readings, []);
  });

  it('are counted here where it does not, by one reading of what they need for all that is chosen', async () => {
    const { counter: facets, readings, asked } = counter(refined);
    const first = facets.count(question, signal);
    await nextTurn();
    assert.deepEqual([...(readings[0]?.fields ?? [])], fieldsOfFacets);
    readings[0]?.end();
    assert.deepEqual(counted(await first), [3, 3, ['done 2', 'lost 1']]);
    assert.deepEqual(counted(await facets.count(chosen, signal)), [3, 2, ['done 2', 'lost 1']]);
    assert.deepEqual([readings.length, asked.length], [1, 1]);
  });

  it('are read on while the next question comes in place of the one before', async () => {
    const { counter: facets, readings } = counter(refined);
    const stopping = new AbortController();
    const first = facets.count(question, stopping.signal);
    await nextTurn();
    stopping.abort(new Error('no more'));
    const second = facets.count(chosen, signal);
    await assert.rejects(first, /no more/);
    await later(20);
    assert.equal(readings[0]?.signal.aborted, false);
    readings[0]?.end();
    assert.deepEqual(counted(await second), [3, 2, ['done 2', 'lost 1']]);
  });

  it('are read no further when nobody waits, and anew for who asks later', async () => {
    const { counter: facets, readings } = counter(refined);
    const stopping = new AbortController();
    const first = facets.count(question, stopping.signal);
    await nextTurn();
    stopping.abort(new Error('no more'));
    await assert.rejects(first, /no more/);
    await later(20);
    assert.equal(readings[0]?.signal.aborted, true);
    const second = facets.count(question, signal);
    await nextTurn();
    readings[1]?.end();
    assert.deepEqual(counted(await second), [3, 3, ['done 2', 'lost 1']]);
  });

  it('are read anew when sessions were deleted, and after a failure', async () => {
    const { counter: facets, readings } = counter(refined);
    const first = facets.count(question, signal);
    await nextTurn();
    readings[0]?.end(new Error('cut'));
    await assert.rejects(first, /cut/);
    const second = facets.count(question, signal);
    await nextTurn();
    readings[1]?.end();
    await second;
    const third = facets.count({ ...question, gone: 1 }, signal);
    await nextTurn();
    readings[2]?.end();
    assert.deepEqual(counted(await third), [3, 3, ['done 2', 'lost 1']]);
    assert.equal(readings.length, 3);
  });

  it('are counted of more than can be kept by a reading of its own for each question', async () => {
    const { counter: facets, readings } = counter(refined, 200_001);
    for (const [at, asked] of [question, chosen].entries()) {
      const found = facets.count(asked, signal);
      await later(5);
      readings.at(-1)?.end();
      assert.deepEqual(counted(await found), [3, at === 0 ? 3 : 2, ['done 2', 'lost 1']]);
    }
    assert.deepEqual(
      readings.map((reading) => reading.signal.aborted),
      [true, false, false],
    );
  });

  it('end that reading with the question', async () => {
    const { counter: facets, readings } = counter(refined, 200_001);
    const stopping = new AbortController();
    const found = facets.count(question, stopping.signal);
    await later(5);
    stopping.abort();
    await assert.rejects(found, /stopped/);
    assert.deepEqual([readings.length, readings[1]?.signal.aborted], [2, true]);
  });

  it('are not read of very many: then it says why the service does not count them, each time', async () => {
    const { counter: facets, readings } = counter({ uncounted: 'older', sessions: 5 }, 1_000_001);
    for (let at = 0; at < 2; at++)
      assert.deepEqual(await facets.count(question, signal), { uncounted: 'older', sessions: 5 });
    assert.deepEqual([readings.length, readings[0]?.signal.aborted], [1, true]);
  });

  describe('of which each is masked as a whole', () => {
    const sessions = ['+44 7700 900123', '+44 7700 900123', '+44 7700 900456'].map((source) => ({
      source,
      session_start_time: '2026-05-01T10:00:00',
      params_list: [{ name: 'caller', value: source }],
      flow_data: { collected_parameters: [{ name: 'elsewhere', value: 'x' }] },
    }));
    const masking = { ...question, facets: ['parameterValue', 'hour'] };

    it('count what is shown, and are not asked of the service', async () => {
      const all: FacetCounts = { total: 9, passing: 4, facets: new Map() };
      const { counter: facets, readings, asked } = counter(all, 3, sessions);
      const mask = createMask();
      // As its rows came before.
      mask.session(JSON.stringify({ source: '+44 7700 900456' }));
      const found = facets.count({ ...masking, mask }, signal);
      await nextTurn();
      assert.ok(['source', 'params_list'].every((field) => [...(readings[0]?.fields ?? [])].includes(field)));
      readings[0]?.end();
      const counts = await found;
      assert.ok('total' in counts);
      assert.deepEqual(counts.facets.get('parameterValue')?.values, [
        { text: pairOf('caller', 'CALLER-2'), count: 2 },
        { text: pairOf('caller', 'CALLER-1'), count: 1 },
      ]);
      assert.deepEqual(counts.facets.get('hour')?.values, [{ text: '10', count: 3 }]);
      assert.deepEqual(asked, []);
      const choice = { facet: 'parameterValue', wanted: [pairOf('caller', 'CALLER-1')], unwanted: [] };
      const chosenOf = await facets.count({ ...masking, choices: [choice], mask }, signal);
      assert.ok('total' in chosenOf && chosenOf.passing === 1);
      assert.equal(readings.length, 1);
    });

    it('are none of more than can be kept', async () => {
      const { counter: facets } = counter(refined, 200_001, sessions);
      assert.deepEqual(await facets.count({ ...masking, mask: createMask() }, signal), { uncounted: 'masked' });
    });
  });
});
