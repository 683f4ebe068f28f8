import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withDays } from '../../../../src/explorer/tree/days.ts';
import type { Row } from '../../../../src/explorer/tree/rows.ts';

const session = (start?: string): Row =>
  ({ kind: 'session', id: start ?? 'none', session: start ? { session_start_time: start } : {} }) as unknown as Row;
const other = (kind: 'more' | 'running'): Row => ({ kind, id: kind }) as unknown as Row;

/** Each row in few words: a day with its sessions, or what it is. */
const told = (rows: readonly Row[], zone = 'utc'): string[] =>
  withDays('q', rows, zone).map((row) =>
    row.kind === 'day' ? `${row.day}: ${row.sessions.length}${row.goesOn ? '+' : ''}` : row.kind,
  );

const dense = ['2026-11-30T23:30:00', '2026-11-30T23:10:00', '2026-11-30T01:00:00', '2026-11-29T09:00:00'];

describe('the days of what a query found', () => {
  it('are rows where they hold enough sessions', () => {
    assert.deepEqual(told([...dense, '2026-11-29T08:00:00', '2026-11-29T07:00:00'].map(session)), [
      '2026-11-30: 3',
      '2026-11-29: 3',
    ]);
  });

  it('are no rows where most would hold one or two sessions', () => {
    assert.deepEqual(told(dense.map(session)), ['session', 'session', 'session', 'session']);
  });

  it('are those of the zone that is shown', () => {
    const rows = dense.slice(0, 3).map(session);
    assert.deepEqual(told(rows), ['2026-11-30: 3']);
    assert.deepEqual(told(rows.slice(0, 2).concat(session('2026-11-30T22:30:00')), 'Asia/Tokyo'), ['2026-12-01: 3']);
  });

  it('say where more of the last one may come', () => {
    const rows = [...dense.slice(0, 3), '2026-11-29T09:00:00', '2026-11-29T08:00:00', '2026-11-29T07:00:00'];
    assert.deepEqual(told([...rows.map(session), other('more')]), ['2026-11-30: 3', '2026-11-29: 3+', 'more']);
  });

  it('leave what has no start, and what is no session, where it stands', () => {
    const three = dense.slice(0, 3).map(session);
    assert.deepEqual(told([...three, session(), other('running')]), ['2026-11-30: 3', 'session', 'running']);
  });

  it('have names of their own where one comes again', () => {
    const day = dense.slice(0, 3).map(session);
    const ids = withDays('q', [...day, other('running'), ...day], 'utc').map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
  });
});
