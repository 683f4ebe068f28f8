import { findNodeAtLocation } from 'jsonc-parser';
import { readAggregation } from '../../analysis/aggregation.ts';
import { readExpectationsOf } from '../../analysis/expectation.ts';
import type { AnalysisProblem } from '../../analysis/reading/analysisProblem.ts';
import { readRefinement } from '../../analysis/refinement.ts';
import { asList, asRecord, isRecord } from '../../json/looseValues.ts';
import { findSlip } from '../../session/fields/fields.ts';
import { closest } from '../../text/closest.ts';
import type { ParsedQuery } from '../query.ts';
import { shapeAt } from '../shapes/analysisShape.ts';
import { fieldsFor } from '../shapes/fieldUse.ts';
import { findBucketProblems } from './bucketProblems.ts';
import { wrongDate } from './dateProblems.ts';
import { isLoose } from './foreignClauses.ts';
import type { LintContext } from './lintContext.ts';
import { movableConditions } from './movableConditions.ts';
import { nearFields } from './nearFields.ts';
import type { ProblemFacts, QueryProblem } from './queryProblem.ts';
import { problem } from './queryProblem.ts';

/** What is wrong with `refine`, `aggs` and `expect`, and what could be done better. What an editor's schema says as well is `analysisShape`. */
export function findAnalysisProblems(query: ParsedQuery, context: LintContext): readonly QueryProblem[] {
  const { now } = context;
  const { refine, aggs, expect } = query.value;
  const within = (key: string, problems: readonly AnalysisProblem[]): readonly AnalysisProblem[] =>
    problems.map((one) => ({ ...one, path: [key, ...one.path] }));
  const all = [
    ...(refine === undefined ? [] : within('refine', readRefinement(refine, now).problems)),
    ...(aggs === undefined ? [] : within('aggs', readAggregation(aggs, now).problems)),
    ...(expect === undefined ? [] : readExpectationsOf({ expect }, now).problems),
  ];
  return [
    ...all
      .filter(({ what }) => !what?.includes('${'))
      .filter(
        ({ code, path, what = '' }) =>
          !(code === 'unknownKey' && path[0] === 'refine' && path.length === 2 && isLoose(what)),
      )
      .map((one) => problem(placeOf(query, one), factsOf(query, one))),
    ...unknownResults(query),
    ...(aggs === undefined ? [] : findBucketProblems(query, context)),
    ...(refine === undefined ? [] : movableConditions(query)).map(({ node }) =>
      problem(node, { code: 'serviceCould' }),
    ),
  ];
}

/** What only types are wrong with is said by the schema that the editor reads, and not said again. */
export function isSaidBySchema(one: QueryProblem): boolean {
  return one.code === 'analysisShape' && /^expected(?!One)/u.test(one.shape);
}

function factsOf(query: ParsedQuery, { code, path, what = '', expected = [] }: AnalysisProblem): ProblemFacts {
  switch (code) {
    case 'unknownField': {
      const slip = findSlip(what);
      return slip
        ? { code: 'fieldSlip', field: what, use: slip.use }
        : { code: 'unknownField', field: what, suggestions: nearFields(what) };
    }
    case 'objectField':
      return { code: 'objectInClause', field: what };
    case 'badDate':
      return wrongDate(what);
    case 'kindDoesNotFit':
      return { code: 'kindDoesNotFit', text: what, expected: expected.length > 0 ? expected : fitting(query, path) };
    case 'badInterval':
      return { code: 'badInterval', text: what, expected };
    case 'badDateFormat':
    case 'patternNotUnderstood':
      return { code, text: what };
    case 'notUnderstood':
      return { code, word: what, use: expected, isOption: !isAggregationType(query, path) };
    case 'notOneNumber':
      return { code, name: what, use: expected };
    case 'badTimeZone':
      return { code: 'badTimeZone', text: what };
    case 'unknownKey':
      return { code: 'unknownWord', word: what, suggestions: meant(what, expected), known: expected };
    default:
      return { code: 'analysisShape', shape: code, what, expected };
  }
}

/** Old names that Elasticsearch gave up are known to many. */
const renamed: ReadonlyMap<string, readonly string[]> = new Map([
  ['interval', ['calendar_interval', 'fixed_interval']],
  ['_term', ['_key']],
  ['_time', ['_key']],
]);

function meant(what: string, expected: readonly string[]): readonly string[] {
  const names = (renamed.get(what) ?? []).filter((name) => expected.includes(name));
  return [...new Set([...names, ...closest(what, expected, 2)])].slice(0, 2);
}

/** Whether the key at a path says of which type an aggregation is, and is no option of one. */
function isAggregationType({ root }: ParsedQuery, path: readonly (string | number)[]): boolean {
  return shapeAt(root, path.slice(0, -1))?.only !== undefined;
}

/** Fields of a kind that fits, where it is the field that does not. */
function fitting({ root }: ParsedQuery, path: readonly (string | number)[]): readonly string[] {
  const named = shapeAt(root, path)?.value;
  if (named?.kind !== 'field') return [];
  return fieldsFor(named.use, named.within)
    .slice(0, 3)
    .map((field) => field.path);
}

/** Expectations of aggregations that the query does not have. */
function unknownResults(query: ParsedQuery): readonly QueryProblem[] {
  const { aggs, expect } = query.value;
  const names = isRecord(aggs) ? Object.keys(aggs) : [];
  return asList(expect).flatMap((one, index): QueryProblem[] => {
    const [name] = asList(asRecord(asRecord(one).aggregation).path);
    if (typeof name !== 'string' || names.includes(name) || name.includes('${')) return [];
    const path = ['expect', index, 'aggregation', 'path', 0];
    const suggestions = closest(name, names, 2);
    return [
      problem(placeOf(query, { code: 'unknownKey', path }), {
        code: 'unknownWord',
        word: name,
        suggestions,
        known: names,
      }),
    ];
  });
}

const namesKey: ReadonlySet<AnalysisProblem['code']> = new Set([
  ...(['unknownKey', 'unknownField', 'objectField', 'notUnderstood', 'notOneNumber'] as const),
]);

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
