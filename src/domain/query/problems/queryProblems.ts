import { unreadCommits } from '../../time/commitDates.ts';
import { isObject } from '../pasted/isObject.ts';
import type { ParsedQuery } from '../query.ts';
import { findAnalysisProblems, isSaidBySchema } from './analysisProblems.ts';
import { findKeyProblems } from './apiKeyProblems.ts';
import { findClauseProblems } from './clauseProblems.ts';
import { findDateProblems } from './dateProblems.ts';
import { findFieldProblems } from './fieldProblems.ts';
import { findForeignClauses } from './foreignClauses.ts';
import { findInputProblems } from './inputProblems.ts';
import type { LintContext } from './lintContext.ts';
import { findNodeProblems } from './nodeProblems.ts';
import { findPageProblems } from './pageProblems.ts';
import type { QueryProblem } from './queryProblem.ts';
import { findShapeProblems } from './shapeProblems.ts';

/**
 * Everything that a schema cannot say about a query, in the text's order. Syntax and structure are not in it: the editor's
 * JSON features show those, and `findRunProblems` adds them before a run.
 */
export function findProblems(query: ParsedQuery, context: LintContext): readonly QueryProblem[] {
  const shape = findShapeProblems(query);
  // A pasted address is no query yet: all that could be said of its text besides is noise.
  if (!isObject(query)) return [...shape, ...findKeyProblems(query)];
  return [
    ...shape,
    ...findKeyProblems(query),
    ...findForeignClauses(query),
    ...findClauseProblems(query),
    ...findFieldProblems(query),
    ...findDateProblems(query, context.now, context.commits ?? unreadCommits),
    ...findPageProblems(query),
    ...findInputProblems(query),
    ...findAnalysisProblems(query, context).filter((one) => !isSaidBySchema(one)),
    ...findNodeProblems(query, context),
  ].sort((a, b) => a.offset - b.offset || b.length - a.length);
}
