import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { asked, indexOf, searched, session } from './support.ts';

describe('sessions with the same id', () => {
  const live = { status: 'in_progress', destination: '442079460000' };
  const ended = { status: 'ended', destination: '442079460000' };
  const overlapping = () =>
    indexOf(
      session('a', live),
      session('b', ended),
      session('a', ended),
      session('c'),
      session('c'),
      session('c', live),
    );

  it('are one, as the last of them says', () => {
    const { ids, body } = searched(overlapping(), { sort_by: 'id:asc' });
    assert.deepEqual(ids, ['a', 'b', 'c']);
    assert.equal(body.total, 3);
    assert.deepEqual(
      (body.hits as { status?: string }[]).map(({ status }) => status),
      ['ended', 'ended', 'in_progress'],
    );
  });

  it('are not found by what the earlier ones said', () => {
    const found = (status: string) => searched(overlapping(), { filter_by: { must: [{ term: { status } }] } }).ids;
    assert.deepEqual(found('in_progress'), ['c']);
    assert.deepEqual(found('ended').toSorted(), ['a', 'b']);
  });

  it('are found without what only the earlier ones had', () => {
    const index = overlapping();
    assert.deepEqual(
      searched(index, { filter_by: { must_not: [{ term: { status: 'in_progress' } }] } }).ids.toSorted(),
      ['a', 'b'],
    );
  });

  it('are gone when one was deleted', () => {
    const index = overlapping();
    const target = '/insights/sessions/c?session_start_time=2026-05-10';
    assert.equal(asked(index, target, 'DELETE').status, 200);
    assert.equal(asked(index, target).status, 404);
    assert.deepEqual(searched(index, { sort_by: 'id:asc' }).ids, ['a', 'b']);
  });

  it('without an id stay as many as they are', () => {
    const start = { session_start_time: '2026-05-10T12:00:00' };
    assert.equal(searched(indexOf(start, start, session('a'))).body.total, 3);
  });
});
