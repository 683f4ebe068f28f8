import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { EmptyCause } from '../../../../src/api/search/explainEmpty.ts';
import { applyEdits } from '../../../../src/domain/json/textEdits.ts';
import { parseQuery } from '../../../../src/domain/query/query.ts';
import { editsFor, mendingFirst } from '../../../../src/explorer/empty/emptyFixes.ts';

const text = `{
  // why
  "from_date": "now-7d",
  "filter_by": {
    "must": [
      { "term": { "status": "Ended" } }, // a comment
      { "bool": { "must": [{ "term": { "channel": "sms" } }] } },
      { "match": { "transcription.client": "hello" } }
    ],
    "should": [{ "term": { "id": "1" } }]
  },
  "refine": { "must": [{ "prefix": { "id": "9" } }] }
}
`;
const must = (index: number) => ({ occur: 'must', index }) as const;

describe('edits against an empty answer', () => {
  const cases: [cause: EmptyCause, before: string, after: string][] = [
    [{ code: 'letterCase', place: must(0), value: 'ended', count: 1 }, '"Ended"', '"ended"'],
    [{ code: 'spelling', place: must(0), value: 'in_progress', count: 1 }, '"Ended"', '"in_progress"'],
    [
      { code: 'field', place: must(2), field: 'transcription.client', use: 'transcription.user', count: 1 },
      '"transcription.client"',
      '"transcription.user"',
    ],
    [{ code: 'operator', place: must(2), use: 'term', count: 1 }, '"match"', '"term"'],
    [
      { code: 'clause', place: must(1), count: 1 },
      '      { "bool": { "must": [{ "term": { "channel": "sms" } }] } },\n',
      '',
    ],
    [
      {
        code: 'dateRange',
        range: { from: new Date('2026-01-01T00:00:00Z'), to: new Date('2026-02-01T00:00:00Z') },
        count: 1,
      },
      '"from_date": "now-7d"',
      '"from_date": "2026-01-01T00:00:00",\n  "to_date": "2026-02-01T00:00:00"',
    ],
    [
      { code: 'region', connection: 'us', count: 1 },
      '"from_date": "now-7d"',
      '"connection": "us",\n  "from_date": "now-7d"',
    ],
    [{ code: 'refinement', count: 1 }, ',\n  "refine": { "must": [{ "prefix": { "id": "9" } }] }', ''],
    [{ code: 'notEmptyAnyMore', count: 1 }, '', ''],
  ];
  for (const [cause, before, after] of cases) {
    it(`${cause.code}: ${before || 'nothing'} becomes ${after || 'nothing'}`, () => {
      const edits = editsFor(cause, parseQuery(text));
      assert.equal(applyEdits(text, edits), text.replace(before, after));
    });
  }

  it('set right what they can before they take anything away', () => {
    const clause: EmptyCause = { code: 'clause', place: must(0), count: 9 };
    const letterCase: EmptyCause = { code: 'letterCase', place: must(0), value: 'ended', count: 1 };
    const region: EmptyCause = { code: 'region', connection: 'us', count: 1 };
    assert.deepEqual(mendingFirst([clause, letterCase, region]), [letterCase, region, clause]);
  });

  it('takes "should" away and leaves the rest', () => {
    const changed = applyEdits(text, editsFor({ code: 'should', count: 1 }, parseQuery(text)));
    assert.deepEqual(parseQuery(changed).syntaxProblems, []);
    assert.doesNotMatch(changed, /should/u);
    assert.match(changed, /a comment/u);
  });
});
