import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CalendarUnit } from '../../../../src/domain/time/calendar.ts';
import { isoInZone, isoText, nextUnit, startOfUnit, ZoneClock } from '../../../../src/domain/time/calendar.ts';

const iso = (instant: number): string => new Date(instant).toISOString();

describe('the clocks of a zone', () => {
  const offsets: [zone: string, at: string, minutes: number][] = [
    ['UTC', '2026-07-01T00:00:00Z', 0],
    ['+02:00', '2026-07-01T00:00:00Z', 120],
    ['-0530', '2026-07-01T00:00:00Z', -330],
    ['Europe/Berlin', '2026-01-01T00:00:00Z', 60],
    ['Europe/Berlin', '2026-03-29T00:59:59.999Z', 60],
    ['Europe/Berlin', '2026-03-29T01:00:00Z', 120],
    ['America/New_York', '2026-01-01T00:00:00Z', -300],
    ['Asia/Kathmandu', '1969-12-31T23:59:00Z', 330],
    ['Asia/Kathmandu', '2026-01-01T00:00:00Z', 345],
  ];
  for (const [zone, at, minutes] of offsets) {
    it(`of ${zone} at ${at} are ${minutes} minutes ahead`, () => {
      const clock = new ZoneClock(zone);
      assert.equal(clock.offsetAt(Date.parse(at)), minutes * 60_000);
      assert.equal(clock.toLocal(Date.parse(at)), Date.parse(at) + minutes * 60_000);
      // What was looked up once says the same.
      assert.equal(clock.offsetAt(Date.parse(at)), minutes * 60_000);
    });
  }

  for (const zone of ['Nowhere', '+2', '+02:00x', '02:00', ''])
    it(`of ${JSON.stringify(zone)} are none`, () => assert.throws(() => new ZoneClock(zone), RangeError));

  const locals: [what: string, local: string, near: string, instant: string][] = [
    ['in winter', '2026-01-10T12:00:00Z', '2026-01-01T00:00:00Z', '2026-01-10T11:00:00.000Z'],
    ['in summer, seen from winter', '2026-07-10T12:00:00Z', '2026-01-01T00:00:00Z', '2026-07-10T10:00:00.000Z'],
    ['in winter, seen from summer', '2026-12-10T12:00:00Z', '2026-07-01T00:00:00Z', '2026-12-10T11:00:00.000Z'],
    ['that comes twice, seen from before', '2026-10-25T02:30:00Z', '2026-10-24T00:00:00Z', '2026-10-25T00:30:00.000Z'],
    ['that comes twice, seen from after', '2026-10-25T02:30:00Z', '2026-10-26T00:00:00Z', '2026-10-25T01:30:00.000Z'],
    ['that is skipped, seen from before', '2026-03-29T02:30:00Z', '2026-03-28T00:00:00Z', '2026-03-29T01:30:00.000Z'],
    ['that is skipped, seen from after', '2026-03-29T02:30:00Z', '2026-03-30T00:00:00Z', '2026-03-29T01:30:00.000Z'],
  ];
  for (const [what, local, near, instant] of locals) {
    it(`show a time ${what}`, () => {
      const clock = new ZoneClock('Europe/Berlin');
      assert.equal(iso(clock.fromLocal(Date.parse(local), Date.parse(near))), instant);
    });
  }
});

describe('a unit of the calendar', () => {
  const units: [unit: CalendarUnit, at: string, start: string, next: string][] = [
    ['minute', '2026-11-25T10:30:15.250Z', '2026-11-25T10:30:00.000Z', '2026-11-25T10:31:00.000Z'],
    ['hour', '2026-11-25T10:30:15.250Z', '2026-11-25T10:00:00.000Z', '2026-11-25T11:00:00.000Z'],
    ['day', '2026-11-25T10:30:15.250Z', '2026-11-25T00:00:00.000Z', '2026-11-26T00:00:00.000Z'],
    ['day', '1969-12-30T10:30:15.250Z', '1969-12-30T00:00:00.000Z', '1969-12-31T00:00:00.000Z'],
    ['week', '2026-11-23T00:00:00.000Z', '2026-11-23T00:00:00.000Z', '2026-11-30T00:00:00.000Z'],
    ['week', '2026-11-29T23:59:59.999Z', '2026-11-23T00:00:00.000Z', '2026-11-30T00:00:00.000Z'],
    ['month', '2026-12-31T10:30:15.250Z', '2026-12-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'],
    ['quarter', '2026-05-31T10:30:15.250Z', '2026-04-01T00:00:00.000Z', '2026-07-01T00:00:00.000Z'],
    ['quarter', '2026-12-31T10:30:15.250Z', '2026-10-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'],
    ['year', '2026-05-31T10:30:15.250Z', '2026-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'],
    ['year', '0050-05-31T00:00:00.000Z', '0050-01-01T00:00:00.000Z', '0051-01-01T00:00:00.000Z'],
  ];
  for (const [unit, at, start, next] of units) {
    it(`${unit} of ${at}`, () => {
      const found = startOfUnit(Date.parse(at), unit);
      assert.deepEqual([iso(found), iso(nextUnit(found, unit))], [start, next]);
    });
  }
});

describe('an instant as Elasticsearch writes it', () => {
  for (const [instant, text] of [
    [Date.parse('2026-11-25T10:30:15.250Z'), '2026-11-25T10:30:15.250Z'],
    [Date.parse('0050-01-01T00:00:00Z'), '0050-01-01T00:00:00.000Z'],
    [Date.parse('+012026-11-25T00:00:00Z'), '+12026-11-25T00:00:00.000Z'],
    [Date.parse('-000001-11-25T00:00:00Z'), '-0001-11-25T00:00:00.000Z'],
    [Date.parse('+112026-11-25T00:00:00Z'), '+112026-11-25T00:00:00.000Z'],
  ] as const)
    it(text, () => assert.equal(isoText(instant), text));

  for (const [zone, text] of [
    ['UTC', '2026-11-25T10:30:15.250Z'],
    ['+09:30', '2026-11-25T20:00:15.250+09:30'],
    ['-03:05', '2026-11-25T07:25:15.250-03:05'],
    ['+12:00', '2026-11-25T22:30:15.250+12:00'],
  ] as const)
    it(text, () => assert.equal(isoInZone(Date.parse('2026-11-25T10:30:15.250Z'), new ZoneClock(zone)), text));
});
