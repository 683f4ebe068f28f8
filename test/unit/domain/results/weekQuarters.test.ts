import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hourOf, weekdayOf } from '../../../../src/domain/results/facets/bucketColumn.ts';
import { clocksIn, shownAt, weekQuarterOf } from '../../../../src/domain/results/facets/weekQuarters.ts';
import { zoneOffsets } from '../../../../src/domain/time/zoneOffsets.ts';

const range = { from: new Date('2025-12-28T10:00:00Z'), to: new Date('2027-01-03T10:00:00.500Z') };
const minute = 60_000;

describe('the quarter of the week in which a session started', () => {
  for (const zone of [
    'utc',
    'Europe/Paris',
    'America/St_Johns',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
    'Pacific/Apia',
  ]) {
    it(`tells the hour and the weekday in ${zone}, over every change of its clock`, () => {
      const offset = zoneOffsets(zone);
      const clocks = clocksIn(range, offset) ?? assert.fail('there are none');
      for (let ms = range.from.getTime(); ms <= range.to.getTime(); ms += 7 * minute) {
        const [clock, ...others] = clocks.filter(({ spans }) => spans.some(({ from, to }) => ms >= from && ms < to));
        assert.equal(others.length, 0);
        const shown = shownAt(weekQuarterOf(ms), clock?.offset ?? Number.NaN);
        const expected = { hour: hourOf(ms, offset(ms)), weekday: weekdayOf(ms, offset(ms)) };
        assert.deepEqual(shown, expected, new Date(ms).toISOString());
      }
    });
  }

  it('has two clocks in a zone that changes its own, however many years a range has', () => {
    const decades = { from: new Date('1996-11-01'), to: new Date('2100-01-01') };
    assert.equal(clocksIn(decades, zoneOffsets('Europe/Paris'))?.length, 2);
  });

  it('tells nothing where clocks are not set by quarters, and of no range without an end', () => {
    const early = { from: new Date('1880-01-01'), to: new Date('2026-01-01') };
    assert.equal(clocksIn(early, zoneOffsets('Europe/Paris')), undefined);
    const endless = { from: new Date(-8.64e15), to: new Date(8.64e15) };
    assert.equal(
      clocksIn(endless, () => 0),
      undefined,
    );
  });
});
