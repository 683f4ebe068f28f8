import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { loopingCall, ordinaryCall, rightToLeftCall } from './support/calls.ts';
import { pageTest } from './support/pageTest.ts';
import type { SessionPage } from './support/sessionPage.ts';
import { viewOf } from './support/viewOf.ts';

describe('the rows of a list', () => {
  const test = pageTest();
  for (const [what, call] of [
    ['chips', ordinaryCall],
    ['texts from right to left', rightToLeftCall],
    ['rounds', loopingCall],
  ] as const) {
    test(`follow each other without a gap at any width: ${what}`, { view: viewOf(call().record()) }, async (p) => {
      for (const width of [1200, 1600, 1000, 600, 300, 1600, 300, 1000]) {
        await p.page.setViewportSize({ width, height: 800 });
        await p.settled();
        assert.deepEqual(await gapsOf(p), [], `at ${width} pixels`);
      }
    });
  }
});

/** In pixels, between one row and the next. */
function gapsOf({ page }: SessionPage): Promise<number[]> {
  return page.evaluate(() => {
    const rows = [...document.querySelectorAll('.timeline .row')].map((row) => row.getBoundingClientRect());
    return rows.slice(1).flatMap(({ top }, index) => {
      const gap = top - (rows[index]?.bottom ?? 0);
      return Math.abs(gap) < 0.2 ? [] : [gap];
    });
  });
}
