import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { widened } from '../../../../src/domain/find/lookupRange.ts';
import { readLookup } from '../../../../src/domain/find/readLookup.ts';

const now = new Date('2026-11-30T12:00:00Z');

describe('the next wider range', () => {
  const cases: [text: string, expected: string | undefined][] = [
    ['refund', 'refund 30d'],
    ['refund 30d', 'refund 120d'],
    ['30d refund', 'refund 120d'],
    ['refund 120d', 'refund 366d'],
    ['refund 366d', undefined],
    ['refund today', 'refund 7d'],
    ['refund 1y', 'refund 366d'],
    // Up to the end that was written: the 7th is its last day, the whole of it.
    ['refund 2026-11-01..2026-11-07', 'refund 2026-10-08..2026-11-07'],
    ['refund yesterday', 'refund 2026-11-22..2026-11-29'],
    ['refund 2026-11-07..2026-11-01', undefined],
  ];
  for (const [text, expected] of cases) {
    it(`of ${text} is ${expected ?? 'none'}`, () => {
      const wider = widened(text, readLookup(text), now);
      assert.equal(wider?.text, expected);
      // It is wider, and was read as a range.
      if (wider) assert.ok(readLookup(wider.text).range);
    });
  }
});
