import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { knownZone } from '../../../../src/domain/time/shownZone.ts';

describe('knownZone', () => {
  const cases: [written: string, zone: string | undefined][] = [
    ['utc', 'utc'],
    [' UTC ', 'utc'],
    ['', 'utc'],
    ['Local', 'local'],
    [' Europe/Paris ', 'Europe/Paris'],
    ['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['Europe/Pariss', undefined],
    ['Europe / Paris', undefined],
    ['Paris', undefined],
    ['UTC+2', undefined],
    ['localtime', undefined],
  ];
  for (const [written, zone] of cases)
    it(`${JSON.stringify(written)} is ${zone}`, () => assert.equal(knownZone(written), zone));
});
