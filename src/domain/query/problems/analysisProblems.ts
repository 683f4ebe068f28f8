import { findNodeAtLocation } from 'jsonc-parser';
import { readAggregation } from '../../analysis/aggregation.ts';
import { readExpectationsOf } from '../../analysis/expectation.ts';
import type { AnalysisProblem } from '../../analysis/reading/analysisProblem.ts';
import { readRefinement } from '../../analysis/refinement.ts';
import { fields } from '../../session/fields.ts';
import { closest } from '../../text/closest.ts';
import type { ParsedQuery } from '../query.ts';
import type { ProblemFacts, QueryProblem } from './queryProblem.ts';
import { problem } from './queryProblem.ts';

const paths = fields.map(({ path }) => path).filter((path) => !path.includes('*'));

/** What is wrong with `refine`, `aggs` and `expect`. What an editor's schema says as well is `structure`. */
export function findAnalysisProblems(query: ParsedQuery, now: Date): readonly QueryProblem[] {
  const { refine, aggs, expect } = query.value;
  const within = (key: string, problems: readonly AnalysisProblem[]): readonly AnalysisProblem[] =>
    problems.map((one) => ({ ...one, path: [key, ...one.path] }));
  const all = [
    ...(refine === undefined ? [] : within('refine', readRefinement(refine, now).problems)),
    ...(aggs === undefined ? [] : within('aggs', readAggregation(aggs, now).problems)),
    ...(expect === undefined ? [] : readExpectationsOf({ expect }, now).problems),
  ];
  return all.filter(({ what }) => !what?.includes('${')).map((one) => problem(placeOf(query, one), factsOf(one)));
}

function factsOf({ code, what = '', expected = [] }: AnalysisProblem): ProblemFacts {
  switch (code) {
    case 'unknownField':
      return { code: 'unknownField', field: what, suggestions: closest(what, paths, 3) };
    case 'objectField':
      return { code: 'objectInClause', field: what };
    case 'badDate':
      return { code: 'badDate', text: what };
    case 'kindDoesNotFit':
      return { code: 'kindDoesNotFit', text: what, expected };
    case 'badInterval':
      return { code: 'badInterval', text: what, expected };
    case 'badTimeZone':
      return { code: 'badTimeZone', text: what };
    default:
      return { code: 'analysisShape', shape: code, what, expected };
  }
}

const namesKey: ReadonlySet<AnalysisProblem['code']> = new Set(['unknownKey', 'unknownField', 'objectField']);

/** A key that is wrong itself is marked, and not what stands behind it. */
function placeOf(
  { root }: ParsedQuery,
  { code, path, what }: AnalysisProblem,
): { readonly offset: number; readonly length: number } {
  for (let length = path.length; root && length > 0; length -= 1) {
    const node = findNodeAtLocation(root, [...path.slice(0, length)]);
    if (!node) continue;
    const key = node.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
    // A field is named by a key, or by the value of "field".
    return key && namesKey.has(code) && String(key.value) === what ? key : node;
  }
  return { offset: 0, length: 1 };
}
