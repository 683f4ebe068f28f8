import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findSaidAgain } from '../../../../../src/domain/session/path/saidAgain.ts';
import { readSteps } from '../../../../../src/domain/session/steps.ts';

/** What was said again in a path of texts; a slash in front stands for a step that did not say it. */
function again(texts: string, ...rounds: [from: number, to: number][]): string | undefined {
  const steps = readSteps({
    flow_path: texts.split(' ').map((text) => ({
      type: text.startsWith('/') ? 'webhook' : 'speak',
      request: { payload: { text: text.replace(/^\//u, '').replaceAll('_', ' ') } },
    })),
  });
  const found = findSaidAgain(
    steps,
    rounds.map(([from, to]) => ({ from, to, length: 1, count: to - from, executionMs: 0 })),
  );
  return found && `${found.text} ${found.count} @${found.step}`;
}

describe('what the agent said again', () => {
  for (const [texts, said] of [
    ['a b c', undefined],
    ['a b a', 'a 2 @0'],
    ['b a b a a', 'a 3 @1'],
    ['a b b a', 'a 2 @0'],
    ['a _a_', 'a 2 @0'],
    ['a A', undefined],
    ['_ _', undefined],
    ['a /a', undefined],
  ] as const)
    it(texts, () => assert.equal(again(texts), said));

  it('is none of what repeats anyhow', () => {
    assert.equal(again('a a a b', [0, 3]), undefined);
    assert.equal(again('a a a b', [1, 3]), undefined);
    assert.equal(again('a a a a', [1, 3]), 'a 2 @0');
    assert.equal(again('a a b b c b', [0, 2], [2, 4]), undefined);
    assert.equal(again('a a b c c b', [0, 2], [3, 5]), 'b 2 @2');
  });
});
