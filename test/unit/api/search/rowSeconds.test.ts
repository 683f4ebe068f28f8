import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startedLast, startsBetween } from '../../../../src/api/search/rowSeconds.ts';

const rows = (...times: string[]) => times.map((time) => ({ session_start_time: time && `2026-01-01T10:00:${time}Z` }));

describe('rows that start in the second of the last one', () => {
  const cases: [times: string[], newestFirst: boolean, count: number][] = [
    [['03.5', '02.9', '02.1'], true, 2],
    [['01.0', '02.9', '02.1', '02.0'], false, 3],
    [['02.0'], true, 1],
    [['03.0', '02.0', '03.0'], true, 0],
    [['01.0', '02.0'], true, 0],
    [['02.0', '01.0'], false, 0],
    [['02.0', ''], true, 0],
    [[], true, 0],
  ];
  for (const [times, newestFirst, count] of cases)
    it(`of ${times.join(' ') || 'none'}, the ${newestFirst ? 'newest' : 'oldest'} first`, () =>
      assert.equal(startedLast(rows(...times), newestFirst), count));
});

it('a row starts in the second that two windows share', () => {
  const at = (second: string) => new Date(`2026-01-01T10:00:${second}Z`);
  const windows = [
    { from: at('20'), to: at('30') },
    { from: at('10'), to: at('20') },
  ];
  const isBetween = (time: string) => rows(time).map((row) => startsBetween(row, windows))[0];
  assert.deepEqual(['20.0', '20.9', '19.9', '21.0', '10.0', '30.0', ''].map(isBetween), [
    ...[true, true],
    ...[false, false, false, false, false],
  ]);
});
