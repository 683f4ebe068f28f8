import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  countDays,
  rangeBefore,
  resolveRange,
  splitIntoWindows,
  toServiceDay,
  toServiceTime,
} from '../../../../src/domain/time/dates.ts';

/** A Monday. */
const now = new Date('2026-11-23T10:30:15.250Z');

describe('dates', () => {
  const cases: [text: string, from: string, to: string][] = [
    ['now', '2026-11-23T10:30:15.250Z', '2026-11-23T10:30:15.250Z'],
    ['now-7d', '2026-11-16T10:30:15.250Z', '2026-11-16T10:30:15.250Z'],
    ['now-7d/d', '2026-11-16T00:00:00.000Z', '2026-11-16T23:59:59.999Z'],
    ['now/w', '2026-11-23T00:00:00.000Z', '2026-11-29T23:59:59.999Z'],
    ['now-1d/w', '2026-11-16T00:00:00.000Z', '2026-11-22T23:59:59.999Z'],
    ['now/M', '2026-11-01T00:00:00.000Z', '2026-11-30T23:59:59.999Z'],
    ['now/y', '2026-01-01T00:00:00.000Z', '2026-12-31T23:59:59.999Z'],
    ['now/h', '2026-11-23T10:00:00.000Z', '2026-11-23T10:59:59.999Z'],
    ['now+H/m', '2026-11-23T11:30:00.000Z', '2026-11-23T11:30:59.999Z'],
    ['now/s', '2026-11-23T10:30:15.000Z', '2026-11-23T10:30:15.999Z'],
    ['2026-01-01||+1M/d', '2026-02-01T00:00:00.000Z', '2026-02-01T23:59:59.999Z'],
    ['2024-01-31||+1M', '2024-02-29T00:00:00.000Z', '2024-02-29T00:00:00.000Z'],
    ['2024-02-29||-1y', '2023-02-28T00:00:00.000Z', '2023-02-28T00:00:00.000Z'],
    ['2026-03-31||-1M', '2026-02-28T00:00:00.000Z', '2026-02-28T00:00:00.000Z'],
    ['2026-03-08', '2026-03-08T00:00:00.000Z', '2026-03-08T23:59:59.999Z'],
    ['2026-03', '2026-03-01T00:00:00.000Z', '2026-03-31T23:59:59.999Z'],
    ['2026-03-08T02:30', '2026-03-08T02:30:00.000Z', '2026-03-08T02:30:00.000Z'],
    ['2026-03-08T02:30:10.123456', '2026-03-08T02:30:10.123Z', '2026-03-08T02:30:10.123Z'],
    ['2026-03-08T02:30:00+02:00', '2026-03-08T00:30:00.000Z', '2026-03-08T00:30:00.000Z'],
    ['2026-03-08 02:30:00', '2026-03-08T02:30:00.000Z', '2026-03-08T02:30:00.000Z'],
    ['2026-03-08T24:00', '2026-03-09T00:00:00.000Z', '2026-03-09T00:00:00.000Z'],
    ['2026-03-08T02', '2026-03-08T02:00:00.000Z', '2026-03-08T02:00:00.000Z'],
    [' 2026-03-08 ', '2026-03-08T00:00:00.000Z', '2026-03-08T23:59:59.999Z'],
    [' now-7d/d ', '2026-11-16T00:00:00.000Z', '2026-11-16T23:59:59.999Z'],
    ['2026-03-08T02:30:00Z', '2026-03-08T02:30:00.000Z', '2026-03-08T02:30:00.000Z'],
  ];
  for (const [text, from, to] of cases) {
    it(text, () => {
      const asFrom = resolveRange({ from: text, to: '9999-01-01' }, now);
      const asTo = resolveRange({ from: '0001-01-01', to: text }, now);
      assert.ok(!('code' in asFrom) && !('code' in asTo));
      assert.deepEqual([asFrom.from.toISOString(), asTo.to.toISOString()], [from, to]);
    });
  }

  const refused: [text: string, code: string, offset: number][] = [
    ['', 'badDate', 0],
    ['tomorrow', 'badDate', 0],
    ['now-', 'badDate', 3],
    ['now-7x', 'badDate', 3],
    ['now-7d/q', 'badDate', 6],
    ['2026-01-01||+', 'badDate', 12],
    ['2026-02-30', 'impossibleDate', 8],
    ['2025-02-29', 'impossibleDate', 8],
    ['2026-13-01', 'impossibleDate', 5],
    ['2026-01-01T24:01', 'impossibleDate', 11],
    [' 2026-02-30', 'impossibleDate', 9],
    ['2026-01-01T10:60', 'impossibleDate', 14],
    ['now+999999999y', 'dateOutOfRange', 0],
  ];
  for (const [text, code, offset] of refused) {
    it(`${text || 'no text'} is ${code}`, () => {
      const found = resolveRange({ from: text }, now);
      assert.ok('code' in found && 'offset' in found);
      assert.deepEqual([found.code, found.offset, found.bound], [code, offset, 'from']);
    });
  }

  it('a date alone covers its day, as the service is told it', () => {
    const range = resolveRange({ from: '2020-08-20', to: '2020-08-20' }, now);
    assert.ok(!('code' in range));
    assert.deepEqual(
      [toServiceTime(range.from), toServiceTime(range.to)],
      ['2020-08-20T00:00:00', '2020-08-20T23:59:59'],
    );
    assert.equal(countDays(range), 1);
  });

  it('says when the start is after the end', () => {
    const found = resolveRange({ from: 'now', to: 'now-1d' }, now);
    assert.ok('code' in found && found.code === 'fromAfterTo');
  });

  it('splits a year into 7 windows of at most 59 days, newest first, without a gap', () => {
    const range = { from: new Date('2025-01-01T00:00:00Z'), to: new Date('2026-01-01T23:59:59.999Z') };
    const windows = splitIntoWindows(range);
    assert.equal(windows.length, 7);
    assert.deepEqual([windows[0]?.to, windows.at(-1)?.from], [range.to, range.from]);
    for (const [index, window] of windows.entries()) {
      assert.ok(window.to.getTime() - window.from.getTime() <= 59 * 86_400_000);
      if (index > 0) assert.deepEqual(window.to, windows[index - 1]?.from);
    }
  });

  it('an instant is one window', () => assert.equal(splitIntoWindows({ from: now, to: now }).length, 1));

  const dayRange = (from: string, to: string) => ({ from: new Date(from), to: new Date(to) });
  const windows: [days: number, from: string, to: string, count: number][] = [
    [1, '2026-01-01T00:00:00Z', '2026-01-03T00:00:00Z', 2],
    [1, '2026-01-01T00:00:00Z', '2026-01-03T00:00:00.001Z', 3],
    [0, '2026-01-01T00:00:00Z', '2026-01-03T00:00:00Z', 2],
    [59, '2026-01-01T00:00:00Z', '2026-03-01T00:00:00Z', 1],
  ];
  for (const [days, from, to, count] of windows)
    it(`${from} to ${to} are ${count} windows of ${days} days`, () =>
      assert.equal(splitIntoWindows(dayRange(from, to), days).length, count));

  it('days are counted from their beginnings', () => {
    assert.equal(countDays(dayRange('2026-01-01T00:00:00Z', '2026-01-03T00:00:00Z')), 2);
    assert.equal(countDays(dayRange('2026-01-01T00:00:00Z', '2026-01-03T00:00:01Z')), 3);
    assert.equal(countDays({ from: now, to: now }), 0);
  });

  it('a day is told as the service takes it', () => assert.equal(toServiceDay(now), '2026-11-23'));

  it('the range before another is as long, and ends a second before it', () => {
    assert.deepEqual(
      rangeBefore(dayRange('2026-01-02T00:00:00Z', '2026-01-02T23:59:59Z')),
      dayRange('2026-01-01T00:00:00Z', '2026-01-01T23:59:59Z'),
    );
  });
});
