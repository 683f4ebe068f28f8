import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Verdict } from '../../../src/domain/analysis/expectations/verdict.ts';
import { brokenByText, nameOfExpectation, verdictSentence } from '../../../src/words/expectationWords.ts';

describe('the words of expectations', () => {
  const names: readonly (readonly [expectation: unknown, name: string])[] = [
    [{ name: 'Enough calls', total: { gte: 1 } }, 'Enough calls'],
    [{ total: { gte: 1, lt: 9 } }, 'total >= 1, < 9'],
    [{ total: { over_before: { lte: 1.2 } } }, 'total <= 1.2 times the range before'],
    [{ aggregation: { path: ['by_agent', 'Front Desk', 'p95'], lt: 2000 } }, 'by_agent › Front Desk › p95 < 2000'],
    [{ at_least: { count: 2, of: { term: { id: 'a' } } } }, 'at least: {"count":2,"of":{"term":{"id":"a"}}}'],
    [{ path: { never: ['x'] } }, 'path: {"never":["x"]}'],
    [7, 'expectation 1'],
  ];
  for (const [expectation, name] of names) {
    it(`names ${JSON.stringify(expectation)}`, () => assert.equal(nameOfExpectation([expectation], 0), name));
  }

  const plain: Verdict = {
    index: 0,
    name: undefined,
    kind: 'total',
    held: false,
    expected: { gt: 2, lte: 5 },
    actual: 1,
    overBefore: false,
    brokenCount: 0,
    brokenBy: [],
  };
  const sentences: readonly (readonly [verdict: Partial<Verdict>, sentence: string])[] = [
    [{}, 'Expected > 2, <= 5, found 1.'],
    [{ actual: 1 / 3 }, 'Expected > 2, <= 5, found 0.333333.'],
    [{ kind: 'aggregation', actual: undefined }, 'Expected > 2, <= 5, found nothing.'],
    [
      { overBefore: true, before: 4, expected: { lte: 1.2 }, actual: 1.5 },
      'Expected <= 1.2 times the range before (4), found 1.5 times.',
    ],
    [
      { overBefore: true, expected: { lte: 1.2 }, actual: undefined },
      'Expected <= 1.2 times the range before, of which there is nothing to compare with.',
    ],
    [{ kind: 'atLeast', expected: { gte: 3 } }, 'Expected >= 3 sessions that meet it, found 1.'],
    [{ kind: 'no', brokenCount: 1 }, '1 session breaks it.'],
    [{ kind: 'path', brokenCount: 12 }, '12 sessions break it.'],
    [{ kind: 'every', held: true }, 'No session breaks it.'],
  ];
  for (const [verdict, sentence] of sentences) {
    it(`says: ${sentence}`, () => assert.equal(verdictSentence({ ...plain, ...verdict }), sentence));
  }

  it('says when a session began, and which step is to blame', () => {
    const start = new Date('2026-11-19T10:00:00Z');
    assert.equal(brokenByText({ id: 's1', start, step: 0 }), 's1, 2026-11-19T10:00:00Z, step 1');
    assert.equal(brokenByText({ id: undefined, start: undefined }), 'a session without an ID');
  });

  const reasons: readonly (readonly [
    step: number | undefined,
    kind: 'ran' | 'missed' | 'endedElsewhere',
    text: string,
  ])[] = [
    [2, 'ran', 's1, step 3: "Refund" ran'],
    [2, 'missed', 's1, step 3: "Refund" didn’t run after it'],
    [undefined, 'missed', 's1: "Refund" didn’t run'],
    [2, 'endedElsewhere', 's1, step 3: it ended here, not at "Refund"'],
    [undefined, 'endedElsewhere', 's1: no node ran'],
  ];
  for (const [step, kind, text] of reasons) {
    it(`says what is wrong with a path: ${text}`, () => {
      assert.equal(brokenByText({ id: 's1', start: undefined, step, why: { kind, node: 'Refund' } }), text);
    });
  }
});
