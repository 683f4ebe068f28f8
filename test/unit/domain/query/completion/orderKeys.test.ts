import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { orderKeys } from '../../../../../src/domain/query/completion/orderKeys.ts';
import { parseQuery } from '../../../../../src/domain/query/query.ts';

const labels = (query: unknown, ...path: (string | number)[]) =>
  orderKeys(parseQuery(JSON.stringify(query)), path).map(({ label }) => label);

describe('what buckets can be put in order by', () => {
  const always = ['_count', '_key'];

  it('begins with what is measured within them', () => {
    const aggs = { a: { terms: {}, aggs: { longest: { max: {} } } } };
    assert.deepEqual(labels({ aggs }, 'aggs', 'a', 'terms', 'order'), ['longest', ...always]);
  });

  it('is their count and their key where the way to them is none', () => {
    const deep = ['aggs', 'a', 'aggs', 'b', 'aggs', 'c', 'terms', 'order'];
    for (const aggs of [undefined, 5, [], { a: 5 }, { a: { aggs: 'b' } }, { a: { aggs: { b: null } } }])
      assert.deepEqual(labels({ aggs }, ...deep), always);
  });

  it('knows no names but those that are written', () => {
    assert.deepEqual(labels({ aggs: {} }, 'aggs', 'constructor', 'terms', 'order'), always);
    assert.deepEqual(labels({ aggs: {} }, 'aggs', '__proto__', 'aggs', 'toString', 'terms', 'order'), always);
  });
});
