import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { zoneOffsets } from '../../../../src/domain/time/zoneOffsets.ts';

describe('how far a clock is ahead of UTC', () => {
  const cases: [zone: string, at: string, minutes: number][] = [
    ['utc', '2026-07-01T00:00:00Z', 0],
    ['No/Where', '2026-07-01T00:00:00Z', 0],
    ['Europe/Berlin', '2026-03-29T00:59:59.999Z', 60],
    ['Europe/Berlin', '2026-03-29T01:00:00Z', 120],
    [' europe/berlin ', '2026-12-31T23:30:00Z', 60],
    ['America/New_York', '2026-01-01T00:00:00Z', -300],
    ['Asia/Kathmandu', '2026-01-01T18:20:30.500Z', 345],
    ['Pacific/Kiritimati', '1969-12-31T23:59:59.999Z', -640],
  ];
  for (const [zone, at, minutes] of cases) {
    it(`in ${JSON.stringify(zone)} at ${at}`, () => {
      const offsetAt = zoneOffsets(zone);
      assert.equal(offsetAt(Date.parse(at)), minutes * 60_000);
      assert.equal(offsetAt(Date.parse(at)), minutes * 60_000);
    });
  }

  it('in the zone of this machine is what its dates say', () => {
    for (const date of [new Date('2026-01-01T12:00:00Z'), new Date('2026-07-01T12:00:00Z')])
      assert.equal(zoneOffsets('local')(date.getTime()) + date.getTimezoneOffset() * 60_000, 0);
  });
});
