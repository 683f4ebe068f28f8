import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sortInSteps } from '../../../../src/domain/find/sortInSteps.ts';

interface Value {
  readonly key: number;
  readonly at: number;
}

const byKey = (one: Value, other: Value) => one.key - other.key;

function sorted(keys: readonly number[]): { readonly values: readonly Value[]; readonly steps: number } {
  const steps = sortInSteps(
    keys.map((key, at) => ({ key, at })),
    byKey,
  );
  for (let count = 0; ; count++) {
    const { done, value } = steps.next();
    if (done) return { values: value, steps: count };
  }
}

describe('sorting in steps', () => {
  const lists: [what: string, keys: readonly number[]][] = [
    ['nothing', []],
    ['one', [3]],
    ['few', [3, 1, 2, 1]],
    ['many in order', Array.from({ length: 9001 }, (_, at) => at)],
    ['many the other way round', Array.from({ length: 9001 }, (_, at) => -at)],
    ['many in no order, many of them equal', Array.from({ length: 20_011 }, (_, at) => (at * 7919) % 101)],
    ['several lists in order, one after the other', Array.from({ length: 12_000 }, (_, at) => at % 5000)],
  ];
  for (const [what, keys] of lists) {
    it(`${what}: as sorting at once, equal ones in their order`, () => {
      const expected = keys.map((key, at) => ({ key, at })).sort(byKey);
      assert.deepEqual(sorted(keys).values, expected);
    });
  }

  it('takes many short steps', () => {
    const { steps } = sorted(Array.from({ length: 100_000 }, (_, at) => (at * 7919) % 100_000));
    assert.ok(steps > 200, `${steps}`);
  });
});
