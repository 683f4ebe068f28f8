import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CountedFacet, FacetCounts } from '../../../src/api/client/rangeService.ts';
import type { Run } from '../../../src/api/runs/run.ts';
import type { CountAllFacets, RunFacetCounts } from '../../../src/api/runs/runOptions.ts';
import { createMask } from '../../../src/domain/masking/mask.ts';
import { pairOf } from '../../../src/domain/results/rows/readFacet.ts';
import type { CountFacets } from '../../../src/protocol/facetMessages.ts';
import type { FacetNote } from '../../../src/results/facets/facetCounting.ts';
import { FacetCounting } from '../../../src/results/facets/facetCounting.ts';

const values = (...texts: readonly string[]): CountedFacet => ({
  values: texts.map((text, at) => ({ text, count: texts.length - at })),
  hasOthers: false,
});
const everything = new Map<string, CountedFacet>([
  ['agent', values('Orders', '')],
  ['tag', values(pairOf('+44 7700 900123', 'c'))],
  ['parameterValue', values(pairOf('caller', 'Ann'))],
  ['node', values('4477009001234477009001')],
]);
const asked: CountFacets = {
  type: 'countFacets',
  facets: ['agent', 'tag', 'parameterValue', 'node', 'status'],
  choices: [],
  ranges: [],
  zone: 'utc',
  gone: 0,
};

const theMask = createMask();

function counting(answer: CountAllFacets | FacetCounts, masked = false) {
  const questions: Parameters<CountAllFacets>[0][] = [];
  const countFacets: CountAllFacets = async (question, signal) => {
    questions.push(question);
    return typeof answer === 'function' ? answer(question, signal) : answer;
  };
  const facets = new FacetCounting({
    numberOf: () => 7,
    noteWords: ({ uncounted }: FacetNote) => uncounted,
    failureWords: () => 'It failed.',
    maskOf: () => (masked ? theMask : undefined),
  });
  return { facets, questions, run: { countFacets } as Run };
}

const counted: FacetCounts = { total: 9, passing: 4, facets: everything };
const named = (view: Awaited<ReturnType<FacetCounting['count']>>) => view?.counted?.facets.map(({ facet }) => facet);

describe('facets that a service counts', () => {
  it('are told as they were counted, those that were', async () => {
    const { facets, run } = counting(counted);
    const view = await facets.count(run, asked);
    assert.deepEqual([view?.run, view?.counted?.total, view?.counted?.passing, view?.note], [7, 9, 4, undefined]);
    assert.deepEqual(named(view), ['agent', 'tag', 'parameterValue', 'node']);
    assert.deepEqual(view?.counted?.facets[0]?.values, [
      { text: 'Orders', count: 2 },
      { text: '', count: 1 },
    ]);
  });

  it('are none of a service that counts nothing by itself', async () => {
    const { facets } = counting(counted);
    assert.equal(await facets.count({} as Run, asked), undefined);
  });

  for (const found of [{ uncounted: 'older', sessions: 3 }, { uncounted: 'refined' }] as const) {
    it(`are none, with the reason: ${found.uncounted}`, async () => {
      const { facets, run } = counting(found);
      assert.deepEqual(await facets.count(run, asked), { run: 7, counted: undefined, note: found.uncounted });
    });
  }

  it('are none where asking failed, and it is said why', async () => {
    const { facets, run } = counting(() => Promise.reject(new Error('no')));
    assert.deepEqual(await facets.count(run, asked), { run: 7, counted: undefined, note: 'It failed.' });
  });

  it('answer what was asked last only, and end what was asked before', async () => {
    const signals: AbortSignal[] = [];
    const { facets, run } = counting(async (_, signal) => {
      signals.push(signal);
      await new Promise((resolve) => setTimeout(resolve, 5));
      signal.throwIfAborted();
      return counted;
    });
    const first = facets.count(run, asked);
    const second = await facets.count(run, asked);
    assert.equal(await first, undefined);
    assert.equal(second?.counted?.total, 9);
    assert.deepEqual(
      signals.map(({ aborted }) => aborted),
      [true, false],
    );
  });

  describe('while personal data is masked', () => {
    const plainFacets = new Map([...everything].filter(([facet]) => facet === 'agent' || facet === 'node'));
    const masked: FacetCounts = { ...counted, facets: new Map([['tag', values(pairOf('CALLER-1', 'c'))]]) };
    const tooMany: RunFacetCounts = { uncounted: 'masked' };
    const few = { ...asked, facets: ['agent', 'node'] };

    it('are those of the service where nothing is masked in them', async () => {
      const { facets, run, questions } = counting({ ...counted, facets: plainFacets }, true);
      assert.deepEqual(named(await facets.count(run, few)), ['agent', 'node']);
      assert.deepEqual(
        questions.map(({ mask }) => mask),
        [undefined],
      );
    });

    it('are counted of masked sessions where a value is masked', async () => {
      const { facets, run, questions } = counting(async ({ mask }) => (mask ? masked : counted), true);
      const view = await facets.count(run, { ...asked, facets: ['tag'] });
      assert.deepEqual(view?.counted?.facets, [{ facet: 'tag', ...values(pairOf('CALLER-1', 'c')) }]);
      assert.deepEqual([view?.note, questions.length, questions[1]?.mask], [undefined, 2, theMask]);
    });

    it('are counted of masked sessions alone where callers may be named', async () => {
      const { facets, run, questions } = counting(masked, true);
      const choice = { facet: 'parameterValue', wanted: [pairOf('caller', 'CALLER-1')], unwanted: [] };
      await facets.count(run, { ...few, choices: [choice] });
      assert.deepEqual(
        questions.map(({ mask, facets: names }) => [mask, names]),
        [[theMask, ['agent', 'node', 'parameterValue']]],
      );
    });

    it('are those that nothing is masked in where these are too many to be masked', async () => {
      const { facets, run, questions } = counting(async ({ mask }) => (mask ? tooMany : counted), true);
      const view = await facets.count(run, asked);
      assert.deepEqual(named(view), ['agent', 'node']);
      assert.equal(view?.note, 'masked');
      assert.deepEqual(questions.at(-1)?.facets, ['agent', 'tag', 'node', 'status']);
    });

    for (const [facet, text] of [
      ['parameterValue', pairOf('caller', 'CALLER-1')],
      ['tag', pairOf('CALLER-1', 'c')],
    ] as const) {
      it(`are none then by an alias, which stands for nothing in an archive: ${facet}`, async () => {
        const { facets, run } = counting(async ({ mask }) => (mask ? tooMany : counted), true);
        const choice = { facet, wanted: [text], unwanted: [] };
        const view = await facets.count(run, { ...asked, facets: ['agent'], choices: [choice] });
        assert.deepEqual([view?.counted, view?.note], [undefined, 'masked']);
      });
    }
  });
});
