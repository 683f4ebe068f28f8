import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { closedDirection } from '../../../../src/domain/text/closedDirection.ts';

describe('closedDirection', () => {
  for (const text of ['', 'Failed webhooks', 'née · 50 of 1,204', '日本語 · 3', '· ·']) {
    it(`leaves what is written from left to right: "${text}"`, () => assert.equal(closedDirection(text), text));
  }

  for (const [text, closed] of [
    ['שיחות שנכשלו', 'שיחות שנכשלו\u200E'],
    ['مكالمات 12', 'مكالمات 12\u200E'],
    ['Robin · דוד · 5 steps', 'Robin · דוד\u200E · 5 steps'],
    ['ܫܠܡܐ · ދިވެހި · 1', 'ܫܠܡܐ\u200E · ދިވެހި\u200E · 1'],
    ['a\u200F', 'a\u200F\u200E'],
  ] as const) {
    it(`closes what is written from right to left: "${text}"`, () => assert.equal(closedDirection(text), closed));
  }
});
