import assert from 'node:assert/strict';
import { it } from 'node:test';
import { keyedBuckets } from '../../../../../src/domain/analysis/aggregations/keyedBuckets.ts';
import { decimalKey } from '../../../../../src/domain/analysis/aggregations/numberKeys.ts';

const keys: [number: number, key: string][] = [
  [0, '0.0'],
  [20, '20.0'],
  [-2.5, '-2.5'],
  [9_999_999, '9999999.0'],
  [10_000_000, '1.0E7'],
  [12_345_678.5, '1.23456785E7'],
  [-10_000_000, '-1.0E7'],
  [0.001, '0.001'],
  [0.00099, '9.9E-4'],
  [-0.0005, '-5.0E-4'],
];
for (const [number, key] of keys) it(`${number} is ${key} in a key`, () => assert.equal(decimalKey(number), key));

it('buckets stand by their keys, by what those are called where they are called something', () => {
  const day = { key: 5, key_as_string: '1970-01-01', doc_count: 1 };
  const number = { key: 5, doc_count: 2 };
  assert.deepEqual(keyedBuckets([day, number, { key: '*-5.0', to: 5, doc_count: 3 }]), {
    '1970-01-01': day,
    '5.0': number,
    '*-5.0': { to: 5, doc_count: 3 },
  });
});
