import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ReadRow } from '../../../../src/api/reading/readRow.ts';
import { rowOrder } from '../../../../src/api/reading/rowOrder.ts';
import { sortOrder } from '../../../../src/api/search/sortOrder.ts';

const row = (key: string, time?: number): ReadRow => ({ key, time, bytes: new Uint8Array(), members: { id: key } });
const rows = [row('b', 2000), row('none'), row('a', 2000), row('late', 3000), row('early', 1000)];
const keys = (...order: Parameters<typeof rowOrder>): string =>
  rows
    .toSorted(rowOrder(...order))
    .map(({ key }) => key)
    .join(' ');

describe('the order of what was read', () => {
  it('is that of starts, and of what has none last', () => {
    assert.equal(keys(undefined, 'newestFirst'), 'late b a early none');
    assert.equal(keys(undefined, 'oldestFirst'), 'early b a late none');
  });

  it('is the query’s where sessions start at once', () => {
    assert.equal(keys(sortOrder([{ field: 'id', direction: 'asc' }]), 'newestFirst'), 'late a b early none');
    assert.equal(keys(sortOrder([{ field: 'id', direction: 'desc' }]), 'oldestFirst'), 'early b a late none');
  });
});
