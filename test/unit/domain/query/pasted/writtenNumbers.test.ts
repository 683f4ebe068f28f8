import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits } from '../../../../../src/domain/json/textEdits.ts';
import { fixesFor } from '../../../../../src/domain/query/fixes/queryFixes.ts';
import { findProblems } from '../../../../../src/domain/query/problems/queryProblems.ts';
import { parseQuery } from '../../../../../src/domain/query/query.ts';

/** The file after the fix of what was pasted into it. */
function fixed(text: string): string | undefined {
  const query = parseQuery(text);
  for (const problem of findProblems(query, { now: new Date('2026-11-23T10:30:00Z') })) {
    const [fix] = fixesFor(problem, query);
    if (fix && (fix.kind === 'toQuery' || problem.code === 'searchBody')) return applyEdits(text, fix.edits);
  }
  return undefined;
}

describe('numbers of a pasted request stay as they are written', () => {
  const url = 'https://studio-api-eu.ai.vonage.com/insights/sessions?from_date=2026-11-01';

  for (const number of ['9720014044002503', '12.50', '1e400']) {
    const filter = `{"must":[{"term":{"source":${number}}}]}`;
    const encoded = `%7B%22must%22:[%7B%22term%22:%7B%22source%22:${number}%7D%7D]%7D`;
    it(`${number} in an address`, () => {
      for (const value of [filter, encoded, encodeURIComponent(filter)]) {
        const text = fixed(`${url}&filter_by=${value}`);
        assert.ok(text?.includes(`"source": ${number}`), text);
      }
    });

    it(`${number} in the body of a search`, () => {
      const text = fixed(`{"query":{"bool":${filter}}}`);
      assert.ok(text?.includes(`"source": ${number}`), text);
    });
  }

  it('however deep a filter is nested, nothing is thrown', () => {
    const deep = `${'{"must":['.repeat(50_000)}${']}'.repeat(50_000)}`;
    assert.doesNotThrow(() => fixed(`${url}&filter_by=${deep}`));
    assert.doesNotThrow(() => fixed(`{"query":${deep}}`));
  });
});
