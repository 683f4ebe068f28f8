import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rangeOfLookup } from '../../../../src/domain/find/lookupRange.ts';
import { readLookup } from '../../../../src/domain/find/readLookup.ts';
import { fitsLookup, SessionIndex } from '../../../../src/domain/find/sessionIndex.ts';
import type { SessionDocument } from '../../../../src/domain/session/session.ts';

const now = new Date('2026-11-30T12:00:00Z');

const sessions = [
  {
    id: '8ae433e8-7bc1',
    session_start_time: '2026-11-28T09:00:00.000000',
    source: '447700900123',
    destination: '442071234567',
    agent_information: { name: 'Marlow Coffee' },
    tags_list: [{ tag: 'Refund' }],
  },
  {
    id: 'c0ffee00-0000',
    session_start_time: '2026-11-30T09:00:00.000000',
    source: '+44 7700 900999',
    transcription: [{ user: 'No, shut up!' }, { v1: 'Goodbye.' }],
    params_list: [{ name: 'order', value: 17 }],
    flow_path: [{ node_id: 'n-start' }, { node_id: 'n-hook', response: { code: 500 } }],
  },
  { id: 'bare' },
  { id: 'old', session_start_time: '2025-01-01T00:00:00.000000', source: 4477009001, agent_information: 'Marlow' },
] as unknown as SessionDocument[];

function found(text: string, all: readonly SessionDocument[] = sessions, most = 50): string {
  const index = new SessionIndex(all.map((session) => ({ connection: 'sample', session })));
  index.readUntil(2, () => 1);
  const lookup = readLookup(text);
  const range = lookup.range && rangeOfLookup(lookup, now);
  return index
    .search(lookup, { range, most })
    .map(({ session }) => session.id)
    .join(' ');
}

describe('looking through loaded sessions', () => {
  const cases: [text: string, expected: string][] = [
    ['', 'c0ffee00-0000 8ae433e8-7bc1 old bare'],
    ['433e8-7b', '8ae433e8-7bc1'],
    ['+44 (0)7700 900123', '8ae433e8-7bc1'],
    ['07700 900', 'c0ffee00-0000 8ae433e8-7bc1 old'],
    ['2071234567', '8ae433e8-7bc1'],
    ['433', '8ae433e8-7bc1'],
    ['#refu', '8ae433e8-7bc1'],
    ['@coffee', '8ae433e8-7bc1'],
    ['coffee', '8ae433e8-7bc1'],
    ['"shut up"', 'c0ffee00-0000'],
    ['"up shut"', ''],
    ['up shut', 'c0ffee00-0000'],
    ['order=17', 'c0ffee00-0000'],
    ['rder=17', ''],
    ['node:hook', 'c0ffee00-0000'],
    ['code:5', 'c0ffee00-0000'],
    ['code:00', ''],
    ['7700 2d', 'c0ffee00-0000'],
    ['7700 2026-11-28', '8ae433e8-7bc1'],
    ['7700 coffee', '8ae433e8-7bc1'],
  ];
  for (const [text, expected] of cases) {
    it(`${JSON.stringify(text)} finds ${expected || 'nothing'}`, () => assert.equal(found(text), expected));
  }

  it('says of a session whether it fits', () => {
    const [first, other, bare] = sessions as [SessionDocument, SessionDocument, SessionDocument];
    const range = { from: new Date('2026-11-28T09:00:00Z'), to: new Date('2026-11-30T09:00:00Z') };
    const fits = (session: SessionDocument, text: string, within?: typeof range) =>
      fitsLookup(session, readLookup(text), within);
    assert.deepEqual([fits(first, 'coffee'), fits(other, 'coffee'), fits(first, 'coffee shut')], [true, false, false]);
    assert.deepEqual([fits(first, '', range), fits(other, '', range), fits(bare, '', range)], [true, true, false]);
    const later = { ...range, from: new Date('2026-11-28T09:00:01Z') };
    const earlier = { ...range, to: new Date('2026-11-30T08:59:59Z') };
    assert.deepEqual([fits(first, '', later), fits(other, '', earlier)], [false, false]);
  });

  it('gives the newest, each once, and no more than are wanted', () => {
    assert.equal(found('7700', [...sessions, ...sessions], 2), 'c0ffee00-0000 8ae433e8-7bc1');
  });

  it('finds what was read so far, and goes on where it stopped', () => {
    const many = Array.from({ length: 600 }, (_, at) => ({ id: `s${at}` }) as unknown as SessionDocument);
    const index = new SessionIndex(many.map((session) => ({ connection: 'sample', session })));
    const count = () => index.search(readLookup(''), { range: undefined, most: 1000 }).length;
    while (count() === 0) index.readUntil(0, () => 1);
    assert.equal(count(), 250);
    assert.equal(index.isReady, false);
    index.readUntil(2, () => 1);
    assert.equal(count(), 600);
    assert.equal(index.isReady, true);
  });
});
