import assert from 'node:assert/strict';
import { it } from 'node:test';
import { SeenIds } from '../../../../src/api/reading/seenIds.ts';

it('ids that were met are known again, however many there are', () => {
  const seen = new SeenIds();
  const ids = ['', ...Array.from({ length: 20_000 }, (_, at) => `session-${at.toString(36)}`)];
  for (const [at, id] of ids.entries()) {
    assert.equal(seen.has(id), false, id);
    assert.equal(seen.meets(id), false, id);
    assert.equal(seen.count, at + 1);
  }
  for (const id of ids) {
    assert.equal(seen.has(id), true, id);
    assert.equal(seen.meets(id), true, id);
    assert.equal(seen.has(`${id}.`), false, id);
  }
  assert.equal(seen.count, ids.length);
});
