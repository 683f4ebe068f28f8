import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Run } from '../../../../src/api/runs/run.ts';
import type { QueryRow } from '../../../../src/explorer/tree/rows.ts';
import { rowsOfQuery } from '../../../../src/explorer/tree/rows.ts';

const query = { kind: 'query', id: 'q', queryUri: 'file:///q.insights.json' } as unknown as QueryRow;

/** What stands below a query whose run found these sessions, of which some were deleted since. */
function kindsBelow(ids: readonly string[], { deleted = [] as readonly string[], canLoadMore = false }): string[] {
  const sessions = ids.map((id) => ({ id }));
  const current = { identity: { connection: 'sample' }, state: 'done', sessions, canLoadMore } as unknown as Run;
  const has = (_: string, { id }: { readonly id?: string }): boolean => deleted.includes(id ?? '');
  return rowsOfQuery(query, { current, stale: undefined, deleted: { has } }).map(({ kind }) => kind);
}

describe('the rows below a query', () => {
  it('are its sessions, and more where there are more', () =>
    assert.deepEqual(kindsBelow(['a', 'b'], { canLoadMore: true }), ['session', 'session', 'more']));

  it('ask why where nothing was found, also when a refinement may keep something later', () => {
    assert.deepEqual(kindsBelow([], {}), ['empty']);
    assert.deepEqual(kindsBelow([], { canLoadMore: true }), ['empty', 'more']);
  });

  it('do not ask why when what was found was deleted and there is more', () =>
    assert.deepEqual(kindsBelow(['a'], { deleted: ['a'], canLoadMore: true }), ['more']));

  it('are one for each session, also of two with one id and of two without', () => {
    const sessions = [
      { id: 'a', session_start_time: '2026-05-10T12:00:00' },
      { id: 'a', session_start_time: '2026-05-10T12:00:01' },
      { session_start_time: '2026-05-10T12:00:00' },
      { session_start_time: '2026-05-10T12:00:00' },
    ];
    const current = { identity: { connection: 'sample' }, state: 'done', sessions } as unknown as Run;
    const rows = rowsOfQuery(query, { current, stale: undefined, deleted: { has: () => false } });
    assert.equal(new Set(rows.map(({ id }) => id)).size, 4);
  });

  it('say that there is nothing when all there was is deleted', () =>
    assert.deepEqual(kindsBelow(['a'], { deleted: ['a'] }), ['empty']));
});
