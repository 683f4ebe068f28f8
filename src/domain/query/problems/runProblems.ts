import { findNodeAtLocation, getNodeValue } from 'jsonc-parser';
// biome-ignore lint/correctness/useImportExtensions: the generated validator is CommonJS, and has this ending.
import validate from '../../../../schemas/generated/validateInsightsQuery.cjs';
import type { SyntaxProblem } from '../../json/syntaxProblems.ts';
import type { ParsedQuery, Span } from '../query.ts';
import { findAnalysisProblems, isSaidBySchema } from './analysisProblems.ts';
import type { LintContext } from './lintContext.ts';
import type { QueryProblem } from './queryProblem.ts';
import { findProblems } from './queryProblems.ts';

/** What the schema says against a query, and where. `message` is the validator's own, in English. */
export interface StructureProblem extends Span {
  readonly code: 'structure';
  readonly keyword: string;
  readonly path: readonly (string | number)[];
  readonly message: string;
}

export type RunProblem =
  | (Span & { readonly code: 'syntax'; readonly syntax: SyntaxProblem['code'] })
  | StructureProblem
  | QueryProblem;

/** Everything that keeps a query from running; empty when it may. `found`: what `findProblems` found, where that is known. */
export function findRunProblems(
  query: ParsedQuery,
  context: LintContext,
  found: readonly QueryProblem[] = findProblems(query, context),
): readonly RunProblem[] {
  const shapes = findAnalysisProblems(query, context).filter(isSaidBySchema);
  const errors = [...found, ...shapes].filter(({ severity }) => severity === 'error');
  const syntax = query.syntaxProblems.map(({ code, ...place }) => ({
    ...place,
    code: 'syntax' as const,
    syntax: code,
  }));
  if (syntax.length > 0)
    return [...errors.filter(({ code }) => code === 'pastedUrl' || code === 'searchBody'), ...syntax];
  // A rule says better than the schema what is wrong at the same place.
  const structure = findStructureProblems(query).filter(
    (one) =>
      !errors.some((other) => other.offset < one.offset + one.length && one.offset < other.offset + other.length),
  );
  return [...errors, ...structure].sort((a, b) => a.offset - b.offset);
}

/** What the schema of query files says against a query. Unknown keys at the top are not counted: they are kept and do no harm. */
function findStructureProblems(query: ParsedQuery): readonly StructureProblem[] {
  const { root } = query;
  if (root?.type !== 'object') {
    return [
      { code: 'structure', keyword: 'type', path: [], message: 'must be object', offset: 0, length: query.text.length },
    ];
  }
  if (validate(getNodeValue(root))) return [];
  const found: StructureProblem[] = [];
  const places = new Set<string>();
  for (const { instancePath, keyword, message } of validate.errors ?? []) {
    if (instancePath === '' && keyword === 'additionalProperties') continue;
    if (places.has(instancePath)) continue;
    places.add(instancePath);
    const path = instancePath.split('/').slice(1).map(segment);
    const node = findNodeAtLocation(root, path) ?? root;
    found.push({ code: 'structure', keyword, path, message: message ?? '', offset: node.offset, length: node.length });
  }
  return found;
}

function segment(text: string): string | number {
  return /^\d+$/.test(text) ? Number(text) : text.replaceAll('~1', '/').replaceAll('~0', '~');
}
