import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readAggregation } from '../../../../../src/domain/analysis/aggregation.ts';
import { readExpectations } from '../../../../../src/domain/analysis/expectations/readExpectation.ts';
import { Reading } from '../../../../../src/domain/analysis/reading/analysisProblem.ts';
import { readRefinement } from '../../../../../src/domain/analysis/refinement.ts';
import type { AnalysisSnippet } from '../../../../../src/domain/query/completion/analysisSnippets.ts';
import {
  aggregationSnippets,
  conditionSnippets,
  expectationSnippets,
} from '../../../../../src/domain/query/completion/analysisSnippets.ts';

const now = new Date('2026-11-20T10:00:00Z');

/** What stands in the file when a person takes each placeholder as it is. */
function filled({ insertText }: AnalysisSnippet): string {
  return insertText.replaceAll(/\$\{\d+:((?:[^{}]|\{[^}]*\})*?)\}/gu, '$1');
}

function expectationProblems(expectation: unknown): readonly unknown[] {
  const reading = new Reading(now);
  readExpectations([expectation], reading);
  return reading.problems;
}

const lists: [what: string, snippets: readonly AnalysisSnippet[], problems: (text: string) => readonly unknown[]][] = [
  ['a condition', conditionSnippets, (text) => readRefinement({ must: [JSON.parse(text)] }, now).problems],
  ['an aggregation', aggregationSnippets, (text) => readAggregation(JSON.parse(`{${text}}`), now).problems],
  ['an expectation', expectationSnippets, (text) => expectationProblems(JSON.parse(text))],
];

describe('a whole piece that is offered', () => {
  for (const [what, snippets, problems] of lists) {
    for (const one of snippets) {
      it(`is ${what} that can be read as it is: ${one.clause}`, () => {
        assert.deepEqual(problems(filled(one)), []);
        // Otherwise its placeholders would be written as they stand here.
        assert.deepEqual([one.kind, one.snippet, one.label], ['snippet', true, one.clause]);
      });
    }
  }
});
