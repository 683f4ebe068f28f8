import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { conditionQuery } from '../../../src/archive/asking/conditionQuery.ts';
import { filterQuery } from '../../../src/archive/asking/filterQuery.ts';
import { asRecord, isRecord } from '../../../src/domain/json/looseValues.ts';

const manyWords = Array.from({ length: 1001 }, (_, at) => `w${at}`).join(' ');
const manyTerms = Array.from({ length: 3000 }, (_, at) => ({ term: { status: `s${at}` } }));
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
    ['a word that is said a thousand times', { match: { 'transcription.user': 'no '.repeat(1001) } }, true],
    ['any of a thousand words and one', { match: { 'transcription.user': manyWords } }, true],
    ['any of as many in what has no field of its own', { match: { 'agent_responses.text': manyWords } }, true],
    ['all of as many', { match: { 'transcription.user': { query: manyWords, operator: 'and' } } }, false],
    ['as many in their order', { match_phrase: { 'transcription.user': manyWords } }, false],
    ['many values of what has no field of its own', { terms: { unheard: Array.from({ length: 3000 }, String) } }, true],
    ['many values of a field', { terms: { status: Array.from({ length: 3000 }, String) } }, true],
    ['many numbers', { terms: { 'channel_data.duration': Array.from({ length: 3000 }, (_, at) => at) } }, true],
    ['many days', { terms: { session_start_time: days(1001) } }, false],
    ['many alternatives', { bool: { should: manyTerms } }, true],
    ['many that none may be', { bool: { must_not: manyTerms } }, true],
  ];
  for (const [what, condition, isExact] of conditions)
    it(`${isExact ? 'is none' : 'is decided here'}: ${what}`, () => {
      const found = asked(condition);
      assert.equal(found.isExact, isExact);
      assert.ok(JSON.stringify(found.query).length < 100_000);
      assert.ok(clausesIn(found.query) < 1000, `${clausesIn(found.query)} clauses`);
    });
});

describe('a filter of more than an engine takes one by one', () => {
  const filters: readonly (readonly [what: string, filter: unknown])[] = [
    ['words', { must: [{ match: { 'transcription.user': manyWords } }] }],
    ['words of what has no field of its own', { must: [{ match: { 'unheard.of': manyWords } }] }],
    ['alternatives', { should: manyTerms }],
    ['numbers', { should: Array.from({ length: 3000 }, (_, at) => ({ term: { 'channel_data.duration': at } })) }],
    ['that none may be', { must_not: manyTerms }],
    ['parameters', { should: Array.from({ length: 3000 }, (_, at) => ({ term: { 'parameters.order': `${at}` } })) }],
    ['alternatives within', { must: [{ bool: { should: manyTerms } }] }],
  ];
  for (const [what, filter] of filters)
    it(`is asked in lists: ${what}`, () => {
      const query = filterQuery(filter);
      assert.ok(clausesIn(query) < 20, `${clausesIn(query)} clauses`);
    });

  it('keeps apart what must hold together, and what is asked of several fields', () => {
    const [a, b, c] = [{ term: { status: 'a' } }, { term: { status: 'b' } }, { term: { source: 'c' } }];
    assert.deepEqual(filterQuery({ must: [a, b], must_not: [c, a, b], should: [a, c, b, a] }), {
      bool: {
        filter: [a, b],
        must_not: [c, { terms: { status: ['a', 'b'] } }],
        should: [{ terms: { status: ['a', 'b'] } }, c],
        minimum_should_match: 1,
      },
    });
  });

  it('keeps each alternative that more than one of must be', () => {
    const should = [{ term: { status: 'a' } }, { term: { status: 'b' } }];
    assert.deepEqual(asked({ bool: { should, minimum_should_match: 2 } }).query, {
      bool: { filter: [], must_not: [], should, minimum_should_match: 2 },
    });
  });
});

/** How many clauses an engine counts in a query: a list of values is one. */
function clausesIn(query: unknown): number {
  if (Array.isArray(query)) return query.reduce<number>((sum, one) => sum + clausesIn(one), 0);
  if (!isRecord(query)) return 0;
  if (isRecord(query.bool)) return Object.values(query.bool).reduce<number>((sum, one) => sum + clausesIn(one), 0);
  const [, operand] = Object.entries(asRecord(query.match))[0] ?? [];
  return operand === undefined ? 1 : String(asRecord(operand).query).split(' ').length;
}

function days(count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => new Date(at * 86_400_000).toISOString());
}
