import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { margin, sampleOf } from '../../../tools/mutation/sample.js';

const items = Array.from({ length: 1000 }, (_, at) => at);

describe('a sample of changes', () => {
  it('is the same for the same seed, in whatever order they come, and another for another', () => {
    const sample = sampleOf(items, 50, '7');
    assert.deepEqual(sampleOf(items.toReversed(), 50, '7'), sample);
    assert.equal(new Set(sample).size, 50);
    assert.ok(sampleOf(items, 50, '8').filter((item) => sample.includes(item)).length < 15);
  });

  it('is all of them where there are not so many', () => {
    assert.deepEqual(
      sampleOf(items, Number.POSITIVE_INFINITY, '7').toSorted((a, b) => a - b),
      items,
    );
  });

  it('tells how far its share may be from that of all', () => {
    assert.equal(margin(85, 100, 100), 0);
    assert.equal(margin(255, 300, 30_000).toFixed(1), '4.0');
    assert.ok(margin(100, 100, 1000) > 0, 'that all of some were noticed says not quite that all are');
  });
});
