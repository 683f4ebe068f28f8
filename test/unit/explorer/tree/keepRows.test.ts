import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Row } from '../../../../src/explorer/tree/rows.ts';
import { keepRows } from '../../../../src/explorer/tree/rows.ts';

describe('rows keep their identity', () => {
  const document = { id: 'a' };
  const row = (id: string, session = document): Row =>
    ({ kind: 'session', id, queryUri: {}, connection: 'sample', session, stale: false }) as unknown as Row;

  it('one that says the same is the one before', () => {
    const before = [row('one'), row('two')];
    const kept = keepRows(before, [row('two'), row('three'), row('one')]);
    assert.equal(kept[0], before[1]);
    assert.equal(kept[2], before[0]);
    assert.equal(kept.length, 3);
  });

  it('one of the same id that shows another document is new', () => {
    const now = row('one', { id: 'b' });
    assert.equal(keepRows([row('one')], [now])[0], now);
  });

  it('rows that are gone stay gone', () => assert.deepEqual(keepRows([row('one')], []), []));
});
