import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { retryAfterMs, retryAfterSeconds } from '../../../../src/domain/time/retryAfter.ts';

const now = Date.parse('2026-11-25T10:30:00Z');
const year = 366 * 86_400;

describe('how long Retry-After says to wait', () => {
  const cases: [header: string | string[] | undefined, ms: number | undefined, seconds: number | undefined][] = [
    ['2', 2000, 2],
    [' 2 ', 2000, 2],
    ['1.25', 1250, 2],
    [['3', '4'], 3000, 3],
    [String(year), year * 1000, year],
    [String(year + 1), undefined, undefined],
    ['Wed, 25 Nov 2026 10:31:00 GMT', 60_000, 60],
    ['Wednesday, 25-Nov-26 10:31:00 GMT', 60_000, 60],
    ['Wed Nov 25 10:31:00 2026', 60_000, 60],
    ['Sun Dec  6 10:30:00 2026', 11 * 86_400_000, 11 * 86_400],
    ['2026-11-25T10:30:00.500Z', 500, 1],
    ['2026-11-25T12:31:00+02:00', 60_000, 60],
    ['Wed, 25 Nov 2026 10:30:00 GMT', undefined, undefined],
    ['Wed, 25 Nov 2026 10:29:00 GMT', undefined, undefined],
    ['Wed, 99 Nov 2026 10:31:00 GMT', undefined, undefined],
    ['2026-11-25', undefined, undefined],
    ['in 2', undefined, undefined],
    ['2s', undefined, undefined],
    ['-2', undefined, undefined],
    ['0', undefined, undefined],
    ['', undefined, undefined],
    [[], undefined, undefined],
    [undefined, undefined, undefined],
  ];
  for (const [header, ms, seconds] of cases) {
    it(JSON.stringify(header) ?? 'not at all', () => {
      const headers = { 'retry-after': header };
      assert.deepEqual([retryAfterMs(headers, now), retryAfterSeconds(headers, now)], [ms, seconds]);
    });
  }

  const clocks: [header: string, clock: string | string[], ms: number | undefined][] = [
    ['Thu, 26 Nov 2026 10:30:02 GMT', 'Thu, 26 Nov 2026 10:30:00 GMT', 2000],
    ['Tue, 24 Nov 2026 10:30:02 GMT', ['Tue Nov 24 10:30:00 2026'], 2000],
    ['Tue, 24 Nov 2026 10:30:00 GMT', 'Tue, 24 Nov 2026 10:30:00 GMT', undefined],
    ['Wed, 25 Nov 2026 10:30:02 GMT', 'today', 2000],
    ['2', 'Thu, 26 Nov 2026 10:30:00 GMT', 2000],
  ];
  for (const [header, clock, ms] of clocks) {
    it(`${header} by a clock of ${clock}`, () => {
      assert.equal(retryAfterMs({ 'retry-after': header, date: clock }, now), ms);
    });
  }
});
