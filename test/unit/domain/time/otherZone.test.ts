import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { otherZone } from '../../../../src/domain/time/otherZone.ts';

describe('the other time zone', () => {
  const cases: [zone: string, before: string | undefined, other: string][] = [
    ['utc', undefined, 'local'],
    ['UTC', 'Europe/Berlin', 'Europe/Berlin'],
    ['utc', 'utc', 'local'],
    ['local', undefined, 'utc'],
    ['Europe/Berlin', 'local', 'utc'],
  ];
  for (const [zone, before, other] of cases) {
    it(`of ${zone} after ${before ?? 'nothing'} is ${other}`, () => assert.equal(otherZone(zone, before), other));
  }
});
