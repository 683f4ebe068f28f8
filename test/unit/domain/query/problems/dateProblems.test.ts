import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findDateProblems } from '../../../../../src/domain/query/problems/dateProblems.ts';
import { parseQuery } from '../../../../../src/domain/query/query.ts';
import type { CommitTimes } from '../../../../../src/domain/time/commitDates.ts';

const now = new Date('2026-06-10T12:00:00Z');
const commits: CommitTimes = (ref) =>
  ref === 'v1' ? new Date('2026-06-10T11:00:00Z') : { code: ref === 'v2' ? 'unread' : 'badRef' };

function codesOf(dates: { readonly from_date?: string; readonly to_date?: string }): readonly string[] {
  const text = JSON.stringify(dates);
  return findDateProblems(parseQuery(text), now, commits).map(({ code, offset }) => {
    const [name] = Object.entries(dates).find(([key]) => text.indexOf(`:"`, text.indexOf(key)) + 1 === offset) ?? [];
    return `${name} ${code}`;
  });
}

describe('what is wrong with the dates of a query', () => {
  const cases: readonly (readonly [from: string | undefined, to: string | undefined, ...codes: readonly string[]])[] = [
    [undefined, undefined],
    ['now-7d/d', 'now'],
    ['2026-06-01', '2026-06-02'],
    ['soon', 'later', 'from_date badDate', 'to_date badDate'],
    ['2026-02-30', 'now', 'from_date impossibleDate'],
    ['2026-06-02', '2026-06-01', 'from_date fromAfterTo'],
    ['2026-06-11', undefined, 'from_date futureDate', 'from_date fromAfterTo'],
    // Today lasts until midnight.
    [undefined, '2026-06-10'],
    [undefined, '2026-06-11', 'to_date futureDate'],
    [undefined, 'now+2d', 'to_date futureDate'],
    // "This week" and "this month" end later, and are meant so.
    [undefined, 'now/w'],
    [undefined, 'now/M'],
    [undefined, 'now/M+1d', 'to_date futureDate'],
    ['git:v1', undefined],
    ['git:v1', 'git:v1||+2d/M'],
    ['git:v1', 'git:v1||+2d', 'to_date futureDate'],
    ['git:v2', undefined],
    ['git:nothing', undefined, 'from_date unknownCommit'],
    ['2026-01-01', '2026-06-01', 'from_date longRange'],
    [undefined, '${input:to}'],
    ['2026-06-11', '${input:to}'],
  ];
  for (const [from, to, ...codes] of cases)
    it(`from ${from} to ${to}`, () => {
      const dates = {
        ...(from === undefined ? {} : { from_date: from }),
        ...(to === undefined ? {} : { to_date: to }),
      };
      assert.deepEqual(codesOf(dates), codes);
    });
});
