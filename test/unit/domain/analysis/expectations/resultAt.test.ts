import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { resultAt } from '../../../../../src/domain/analysis/expectations/resultAt.ts';

const result = {
  longest: { value: 30 },
  none: { value: null },
  all: { count: 3, avg: 20 },
  wait: { values: { '50.0': 20, '99.9': 29 } },
  failed: { doc_count: 2, slow: { value: 7 } },
  agents: {
    sum_other_doc_count: 4,
    buckets: [
      { key: 'Front Desk', doc_count: 2, longest: { value: 9 } },
      { key: 5, key_as_string: '1970-01-01', doc_count: 1 },
      'odd',
    ],
  },
  ranges: { buckets: { long: { doc_count: 1, from: 10 } } },
};

describe('the number at a path', () => {
  const cases: [path: string, number: number | undefined][] = [
    ['longest', 30],
    ['longest value', 30],
    ['none', undefined],
    ['all avg', 20],
    ['all', undefined],
    ['wait p50', 20],
    ['wait p99.9', 29],
    ['wait p95', undefined],
    ['wait x50', undefined],
    ['longest p50', undefined],
    ['failed', 2],
    ['failed slow', 7],
    ['failed toString', undefined],
    ['agents FrontDesk', 2],
    ['agents FrontDesk doc_count', 2],
    ['agents FrontDesk longest', 9],
    ['agents 5', 1],
    ['agents 1970-01-01', 1],
    ['agents sum_other_doc_count', 4],
    // A bucket that is not there has counted nothing.
    ['agents Nobody', 0],
    ['agents Nobody doc_count', 0],
    ['agents Nobody longest', undefined],
    ['ranges long', 1],
    ['ranges long from', 10],
    ['ranges short', 0],
    ['ranges toString', 0],
    ['nothing', undefined],
    ['longest value more', undefined],
  ];
  for (const [path, number] of cases) {
    it(path, () => {
      const names = path.split(' ').map((name) => name.replace('FrontDesk', 'Front Desk'));
      assert.equal(resultAt(result, names), number);
    });
  }

  it('is the whole where nothing is named', () => {
    assert.deepEqual(
      [resultAt(5, []), resultAt({ value: 6 }, []), resultAt('x', []), resultAt('x', ['a'])],
      [5, 6, undefined, undefined],
    );
  });
});
