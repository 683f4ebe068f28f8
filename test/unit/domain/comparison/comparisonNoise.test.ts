import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { noiseReason } from '../../../../src/domain/comparison/comparisonNoise.ts';

describe('why a value differs in any two sessions', () => {
  for (const [name, reason] of [
    ['session_id', 'ownId'],
    ['SessionId', 'ownId'],
    ['Session Id', 'ownId'],
    ['X-Request-ID', 'ownId'],
    ['traceparent', 'ownId'],
    ['created_at', 'clock'],
    ['createdAt', 'clock'],
    ['Authorization', 'secret'],
    ['Set-Cookie', 'secret'],
    ['id', undefined],
    ['order_id', undefined],
    ['session_ids', undefined],
    ['time', undefined],
    ['', undefined],
    ['constructor', undefined],
  ] as const)
    it(`"${name}"`, () => assert.equal(noiseReason(name), reason));
});
