import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readRefinement } from '../../../../src/domain/analysis/refinement.ts';

const now = new Date('2026-06-01T12:00:00Z');
const session = {
  id: 's1',
  status: 'ended',
  session_start_time: '2026-06-01T10:00:00',
  channel_data: { duration: 30 },
  transcription: [{ user: 'no I said shut up now' }, { user: 'book a table now' }],
};
const refined = (condition: object) => readRefinement({ must: [condition] }, now);
const user = 'transcription.user';

describe('a condition with options', () => {
  const kept: readonly (readonly [condition: object, keeps: boolean])[] = [
    [{ match: { [user]: 'shut table' } }, true],
    [{ match: { [user]: { query: 'shut table', operator: 'and' } } }, true],
    [{ match: { [user]: { query: 'shut sofa', operator: 'AND' } } }, false],
    [{ match: { [user]: { query: 'shut sofa', operator: 'Or' } } }, true],
    [{ match: { [user]: '?!' } }, false],
    [{ match: { [user]: { query: '?!', operator: 'and' } } }, false],
    [{ match: { status: 'ended' } }, true],
    [{ match: { 'channel_data.duration': '30' } }, true],
    [{ match: { 'channel_data.duration': 31 } }, false],
    [{ match_phrase: { [user]: 'shut up' } }, true],
    [{ match_phrase: { [user]: 'up shut' } }, false],
    // From one value into the next no phrase goes on.
    [{ match_phrase: { [user]: 'now book' } }, false],
    [{ match_phrase: { [user]: { query: 'said up', slop: 0 } } }, false],
    [{ match_phrase: { [user]: { query: 'said up', slop: 1 } } }, true],
    [{ match_phrase: { [user]: { query: 'said now', slop: 1 } } }, false],
    [{ match_phrase: { [user]: { query: 'said now', slop: 2 } } }, true],
    [{ match_phrase: { [user]: { query: 'up shut', slop: 1 } } }, false],
    [{ match_phrase: { [user]: { query: 'up shut', slop: 2 } } }, true],
    [{ match_phrase: { [user]: { query: 'shut shut', slop: 3 } } }, false],
    [{ match_phrase: { [user]: { query: '', slop: 3 } } }, false],
    [{ match_phrase: { status: 'ended' } }, true],
    [{ match_phrase: { status: 'end' } }, false],
    [{ term: { status: 'Ended' } }, false],
    [{ term: { status: { value: 'ENDED', case_insensitive: true } } }, true],
    [{ term: { status: { value: 'ENDED', case_insensitive: false } } }, false],
    [{ term: { session_start_time: '2026-06-01T10:00:00' } }, true],
    [{ term: { session_start_time: '2026-06-01' } }, true],
    [{ term: { session_start_time: '2026-06-02' } }, false],
    [{ terms: { status: ['failed', 'ended'] } }, true],
    [{ terms: { status: [] } }, false],
    [{ exists: { field: 'channel_data' } }, true],
    [{ exists: { field: 'channel_data.other' } }, false],
  ];
  for (const [condition, keeps] of kept)
    it(`${keeps ? 'keeps' : 'leaves'}: ${JSON.stringify(condition)}`, () => {
      const { problems, keeps: decides } = refined(condition);
      assert.deepEqual([problems.filter(({ code }) => code !== 'unknownField'), decides(session)], [[], keeps]);
    });

  const wrong: readonly (readonly [condition: object, code: string, path: string])[] = [
    [
      { match: { [user]: { query: 'a', operator: 'nor' } } },
      'kindDoesNotFit',
      'must.0.match.transcription.user.operator',
    ],
    [{ match: { 'channel_data.duration': 'long' } }, 'kindDoesNotFit', 'must.0.match.channel_data.duration'],
    [
      { match_phrase: { 'channel_data.duration': 'long' } },
      'kindDoesNotFit',
      'must.0.match_phrase.channel_data.duration',
    ],
    [
      { match_phrase: { [user]: { query: 'a', slop: 'far' } } },
      'expectedNumber',
      'must.0.match_phrase.transcription.user.slop',
    ],
    [{ term: { session_start_time: 'soon' } }, 'badDate', 'must.0.term.session_start_time'],
    [{ terms: { 'channel_data.duration': [1, 'x'] } }, 'kindDoesNotFit', 'must.0.terms.channel_data.duration.1'],
  ];
  for (const [condition, code, path] of wrong)
    it(`is wrong, and keeps nothing: ${JSON.stringify(condition)}`, () => {
      const { problems, keeps } = refined(condition);
      assert.deepEqual(
        problems.map((one) => [one.code, one.path.join('.')]),
        [[code, path]],
      );
      assert.equal(keeps(session), false);
    });
});
