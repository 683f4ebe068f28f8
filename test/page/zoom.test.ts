import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { failingCall } from './support/calls.ts';
import { findOutOfSight } from './support/outOfSight.ts';
import { pageTest } from './support/pageTest.ts';
import { viewOf } from './support/viewOf.ts';

/** What an editor has at a window of 1400 × 900, with the side bar open, when everything is drawn larger; and less. */
const zooms: readonly (readonly [name: string, width: number, height: number])[] = [
  ['150 %', 730, 500],
  ['200 %', 520, 350],
  ['200 %, the panel open', 520, 240],
  ['300 %', 350, 220],
];

describe('the page, drawn large', () => {
  const test = pageTest();
  for (const [name, width, height] of zooms) {
    for (const reducedMotion of [false, true]) {
      test(`shows its list at ${name}${reducedMotion ? ', with reduced motion' : ''}`, {
        view: viewOf(failingCall().record(), { connection: 'production' }),
        size: { width, height },
        reducedMotion,
      }, async (p) => {
        await p.settled();
        await p.screenshot(`zoom-${width}-${height}`);
        const rows = await p.page.getByRole('option').evaluateAll(
          (all) =>
            all.filter((row) => {
              const { top, bottom, left } = row.getBoundingClientRect();
              const seen = document.elementFromPoint(left + 4, (top + bottom) / 2);
              return bottom <= innerHeight && top >= 0 && seen !== null && (row.contains(seen) || seen.contains(row));
            }).length,
        );
        assert.ok(rows >= 2, `${rows} rows are in sight`);
        assert.deepEqual(await findOutOfSight(p), []);
      });
    }
  }
});
