import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { conditionQuery } from '../../../src/archive/asking/conditionQuery.ts';

const asked = (condition: unknown) =>
  conditionQuery(condition, { now: new Date('2026-05-01T12:00:00Z'), long: new Set() });

describe('a condition that an engine refuses for its size', () => {
  const conditions: readonly (readonly [what: string, condition: unknown, isExact: boolean])[] = [
    ['a prefix', { prefix: { status: 'x'.repeat(600) } }, true],
    ['a long prefix', { prefix: { status: 'x'.repeat(800) } }, false],
    ['a prefix of few long letters', { prefix: { status: '東'.repeat(300) } }, false],
    ['a bound', { range: { status: { gte: 'a', lt: 'b' } } }, true],
    ['a long bound', { range: { status: { gte: 'x'.repeat(800) } } }, false],
    ['a star with a few letters behind', { wildcard: { status: '*a????' } }, true],
    ['a star with many letters behind', { wildcard: { status: '*a?????' } }, false],
    ['many letters and a star behind', { wildcard: { status: 'a??????????*' } }, true],
    ['a word', { match: { 'transcription.user': 'no' } }, true],
    ['a thousand words and one', { match: { 'transcription.user': 'no '.repeat(1001) } }, false],
    ['as many in their order', { match_phrase: { 'transcription.user': 'no '.repeat(1001) } }, false],
    ['many values of what has no field of its own', { terms: { unheard: Array.from({ length: 3000 }, String) } }, true],
  ];
  for (const [what, condition, isExact] of conditions)
    it(`${isExact ? 'is none' : 'is decided here'}: ${what}`, () => {
      const found = asked(condition);
      assert.equal(found.isExact, isExact);
      assert.ok(JSON.stringify(found.query).length < 100_000);
    });
});
