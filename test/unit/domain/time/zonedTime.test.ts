import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { daysIn, durationText, timeWithZone, zonedTime } from '../../../../src/domain/time/zonedTime.ts';

describe('zonedTime', () => {
  const winter = new Date('2026-01-16T23:30:05.900Z');
  const cases: [zone: string, expected: string][] = [
    ['utc', '2026-01-16 23:30:05 UTC'],
    ['Europe/Paris', '2026-01-17 00:30:05 UTC+01:00'],
    ['Asia/Kolkata', '2026-01-17 05:00:05 UTC+05:30'],
    ['Asia/Tokyo', '2026-01-17 08:30:05 UTC+09:00'],
    ['America/New_York', '2026-01-16 18:30:05 UTC-05:00'],
    ['No/Where', '2026-01-16 23:30:05 UTC'],
    [' Europe/Paris ', '2026-01-17 00:30:05 UTC+01:00'],
    ['europe/paris\n', '2026-01-17 00:30:05 UTC+01:00'],
    [' UTC', '2026-01-16 23:30:05 UTC'],
    ['', '2026-01-16 23:30:05 UTC'],
  ];
  for (const [zone, expected] of cases) it(zone, () => assert.equal(timeWithZone(winter, zone), expected));

  it('local is the zone of this machine', () => {
    const machine = Intl.DateTimeFormat().resolvedOptions().timeZone;
    assert.equal(zonedTime(winter, 'local'), zonedTime(winter, machine));
    assert.equal(zonedTime(winter, ' Local '), zonedTime(winter, machine));
  });

  it('midnight is hour 00', () =>
    assert.equal(zonedTime(new Date('2026-01-16T00:00:00Z'), 'utc'), '2026-01-16 00:00:00'));
});

describe('daysIn', () => {
  for (const [zone, day] of [
    ['utc', '2026-01-16'],
    ['Europe/Paris', '2026-01-17'],
    ['America/New_York', '2026-01-16'],
    ['No/Where', '2026-01-16'],
  ] as const)
    it(zone, () => assert.equal(daysIn(zone)(new Date('2026-01-16T23:30:05Z')), day));
});

describe('durationText', () => {
  const cases: [ms: number, expected: string][] = [
    [0, '0 ms'],
    [850, '850 ms'],
    [999.4, '999 ms'],
    [999.6, '1 s'],
    [1000, '1 s'],
    [1500, '2 s'],
    [27_000, '27 s'],
    [59_499, '59 s'],
    [59_600, '1 min 00 s'],
    [185_000, '3 min 05 s'],
    [3_599_499, '59 min 59 s'],
    [3_600_000, '1 h 00 min'],
    [3_720_000, '1 h 02 min'],
  ];
  for (const [ms, expected] of cases) it(expected, () => assert.equal(durationText(ms), expected));
});
