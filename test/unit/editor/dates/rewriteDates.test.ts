import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DateRange } from '../../../../src/domain/time/dates.ts';
import { resolveRange } from '../../../../src/domain/time/dates.ts';
import { frozenDates, isAbsolute, isRelative, relativeDates } from '../../../../src/editor/dates/rewriteDates.ts';

const now = new Date('2026-03-10T15:20:00Z');

function range(from: string, to: string): DateRange {
  const found = resolveRange({ from, to }, now);
  assert.ok(!('code' in found));
  return found;
}

describe('frozenDates', () => {
  const rows: [from: string, to: string, frozen: [string, string]][] = [
    ['now-7d/d', 'now/d', ['2026-03-03', '2026-03-10']],
    ['now-7d', 'now', ['2026-03-03T15:20:00', '2026-03-10T15:20:00']],
    ['now/w', 'now-1h', ['2026-03-09', '2026-03-10T14:20:00']],
    ['2026-01-01||+1M/d', '2026-02-28', ['2026-02-01', '2026-02-28']],
  ];
  for (const [from, to, frozen] of rows) {
    it(`${from} … ${to}`, () => {
      const texts = frozenDates(range(from, to));
      assert.deepEqual([texts.from, texts.to], frozen);
    });
  }
});

describe('relativeDates', () => {
  const rows: [from: string, to: string, relative: [string, string]][] = [
    ['2026-03-03', '2026-03-10', ['now-7d/d', 'now/d']],
    ['2026-03-03', '2026-03-09', ['now-7d/d', 'now-1d/d']],
    ['2026-03-09T15:20:00', '2026-03-10T15:20:00', ['now-24h', 'now']],
    ['2026-03-10T15:05:00', '2026-03-10T15:19:00', ['now-15m', 'now-1m']],
  ];
  for (const [from, to, relative] of rows) {
    it(`${from} … ${to}`, () => {
      const before = range(from, to);
      const texts = relativeDates(before, now);
      assert.deepEqual([texts.from, texts.to], relative);
      assert.deepEqual(range(texts.from, texts.to), before, 'the same range now');
    });
  }
});

describe('isAbsolute', () => {
  it('is what means the same always: no count from now, and no commit that a name may move to', () => {
    const texts = ['2026-01-01', '2026-01-01||+1M', 'now-7d', 'git:v2', 'git:last-tag||-1d'];
    assert.deepEqual(texts.map(isAbsolute), [true, true, false, false, false]);
  });
});

describe('isRelative', () => {
  for (const [text, expected] of [
    ['now', true],
    ['now-7d/d', true],
    ['2026-01-01||+1M', false],
    ['2026-01-01', false],
    ['soon', false],
  ] as const) {
    it(text, () => assert.equal(isRelative(text), expected));
  }
});
