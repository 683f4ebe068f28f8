import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CommitTimes } from '../../../../src/domain/time/commitDates.ts';
import { isRef, readCommitDate, refsIn } from '../../../../src/domain/time/commitDates.ts';
import { resolveRange, toServiceTime } from '../../../../src/domain/time/dates.ts';

const now = new Date('2026-11-20T12:34:56Z');
const made = new Map([
  ['v2.3.0', new Date('2026-11-10T09:08:07Z')],
  ['last-tag', new Date('2026-11-12T00:00:00Z')],
  ['feature/a+b', new Date('2026-11-11T10:00:00Z')],
]);
const commits: CommitTimes = (ref) => made.get(ref) ?? { code: 'unknownRef', tags: [], shallow: false };

describe('dates that are commits', () => {
  const ranges: [from: string, to: string, sentFrom: string, sentTo: string][] = [
    ['git:v2.3.0', 'now', '2026-11-10T09:08:07', '2026-11-20T12:34:56'],
    ['git:v2.3.0||-1d', 'git:last-tag', '2026-11-09T09:08:07', '2026-11-12T00:00:00'],
    ['git:v2.3.0||/d', 'git:v2.3.0||/d', '2026-11-10T00:00:00', '2026-11-10T23:59:59'],
    [' git:feature/a+b ', 'git:last-tag||+2d/M', '2026-11-11T10:00:00', '2026-11-30T23:59:59'],
  ];
  for (const [from, to, sentFrom, sentTo] of ranges) {
    it(`${from} to ${to}`, () => {
      const range = resolveRange({ from, to }, now, commits);
      assert.ok(!('code' in range), JSON.stringify(range));
      assert.deepEqual([toServiceTime(range.from), toServiceTime(range.to)], [sentFrom, sentTo]);
    });
  }

  it('stand for nothing where no repository was read, where there is no such commit, and where nothing can be one', () => {
    const whyOf = (from: string, times?: CommitTimes) => {
      const range = resolveRange({ from }, now, times);
      return 'code' in range && range.code === 'unknownCommit' ? range.why.code : range;
    };
    assert.equal(whyOf('git:v2.3.0'), 'unread');
    assert.equal(whyOf('git:v9', commits), 'unknownRef');
    for (const text of [
      'git:',
      'git:--all',
      'git:-v2',
      'git:a..b',
      'git:v2 || -1d',
      'git:HEAD:README',
      'git:^v2',
      'git:||-1d',
    ]) {
      assert.equal(
        whyOf(text, () => now),
        'badRef',
        text,
      );
    }
  });

  it('are refused with what is calculated wrongly', () => {
    const range = resolveRange({ from: 'git:v2.3.0||-1x' }, now, commits);
    assert.ok('code' in range && range.code === 'badDate');
    assert.equal(range.text, 'git:v2.3.0||-1x');
  });

  it('that begin after they end are told by their times', () => {
    const range = resolveRange({ from: 'git:last-tag', to: 'git:v2.3.0' }, now, commits);
    assert.ok('code' in range && range.code === 'fromAfterTo');
  });

  it('name what has to be read, each once and nothing that Git could misunderstand', () => {
    const dates = ['git:v2.3.0', 'git:v2.3.0||-1d', undefined, 'now-7d', 'git:--exec=sh', '2026-01-01||-1d'];
    assert.deepEqual(refsIn(dates), ['v2.3.0']);
  });

  it('are no other dates', () => {
    for (const text of ['now', '2026-01-01', 'Git:v2', 'git', 'gitv2', ''])
      assert.equal(readCommitDate(text), undefined, text);
  });

  it('names of commits', () => {
    for (const ref of ['v2', 'HEAD', '@', 'HEAD~3', 'v2^', 'origin/main', 'tags/last-tag', '4f1c2ab', 'ключ', "it's"]) {
      assert.ok(isRef(ref), ref);
    }
    for (const ref of ['', '-n', 'a b', 'a\nb', 'a\u0000', 'main@{1}', 'a?', 'a*', 'a[b', 'a\\b', 'x'.repeat(251)]) {
      assert.ok(!isRef(ref), ref);
    }
  });
});
