import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { halvesOf, restOfWindow } from '../../../../src/api/search/smallerWindows.ts';

const window = (from: number, to: number) => ({ from: new Date(from), to: new Date(to) });

describe('what a row leaves of a window', () => {
  const cases: [time: number | undefined, order: 'newestFirst' | 'oldestFirst', from?: number, to?: number][] = [
    [5500, 'newestFirst', 1000, 6000],
    [5500, 'oldestFirst', 5000, 9000],
    [1000, 'newestFirst', 1000, 2000],
    [1999, 'oldestFirst'],
    [2000, 'oldestFirst', 2000, 9000],
    [8000, 'newestFirst'],
    [7999, 'newestFirst', 1000, 8000],
    [9000, 'newestFirst'],
    [500, 'oldestFirst'],
    [undefined, 'newestFirst'],
  ];
  for (const [time, order, from, to] of cases) {
    it(`of one at ${time}, ${order}`, () => {
      const rest = restOfWindow(window(1000, 9000), time === undefined ? undefined : new Date(time), order);
      assert.deepEqual(rest, from === undefined || to === undefined ? undefined : window(from, to));
    });
  }
});

describe('the halves of a window', () => {
  for (const [from, to, middle] of [
    [1000, 9000, 5000],
    [0, 3000, 1000],
    [0, 2000, 1000],
    [0, 1999, undefined],
    [1000, 2000, undefined],
    [1500, 2500, 2000],
    [1000, 1000, undefined],
  ] as const) {
    it(`from ${from} to ${to}`, () => {
      const halves = middle === undefined ? undefined : [window(from, middle), window(middle, to)];
      assert.deepEqual(halvesOf(window(from, to)), halves);
    });
  }
});
