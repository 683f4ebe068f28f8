import type { Node } from 'jsonc-parser';
import type { TextEdit } from '../../json/textEdits.ts';
import { removeNode } from '../../json/textEdits.ts';
import { commitPrefix, readCommitDate } from '../../time/commitDates.ts';
import { moveConditions } from '../edits/moveConditions.ts';
import { movableConditions } from '../problems/movableConditions.ts';
import type { QueryProblem } from '../problems/queryProblem.ts';
import type { ParsedQuery, Span } from '../query.ts';
import { changeKind, inPlace, splitClause } from './clauseFixes.ts';
import { swapDates } from './dateFixes.ts';
import { moveToRefine, rewriteClause, settleClause } from './foreignFixes.ts';
import { solves } from './provenFix.ts';
import { bodyEdits, declareInput, urlEdits, wrapFilter } from './shapeFixes.ts';
import { removeSortKey, setDirection } from './sortFixes.ts';

/** One way out of a problem. `kind` and `replacement` are what words are made of. */
export interface QueryFix {
  readonly kind: FixKind;
  readonly replacement?: string;
  readonly edits: readonly TextEdit[];
  /** The one that "fix all" takes. */
  readonly preferred: boolean;
}

export type FixKind =
  | 'useTerm'
  | 'useMatch'
  | 'replace'
  | 'remove'
  | 'wrapInFilter'
  | 'toQuery'
  | 'secureKey'
  | 'split'
  | 'swapDates'
  | 'declareInput'
  | 'rewriteClause'
  | 'wrapInMust'
  | 'unwrapBool'
  | 'moveToRefine'
  | 'moveToFilter'
  | 'moveAllToFilter';

/**
 * The ways out of a problem, the best first. In text that is not well-formed an edit may be understood otherwise than it is meant, so
 * there each is tried, and only those that do what they say are offered.
 */
export function fixesFor(problem: QueryProblem, query: ParsedQuery): readonly QueryFix[] {
  const fixes = waysOut(problem, query);
  if (query.syntaxProblems.length === 0 || fixes.length === 0) return fixes;
  const proven = fixes.filter(({ edits }) => solves(edits, problem, query));
  return proven.map((fix, index) => (index === 0 ? { ...fix, preferred: true } : fix));
}

function waysOut(problem: QueryProblem, query: ParsedQuery): readonly QueryFix[] {
  const { text } = query;
  switch (problem.code) {
    case 'matchOnIdField':
      return way('useTerm', changeKind(query, problem, 'term'));
    case 'termOnText':
      return way('useMatch', changeKind(query, problem, 'match'));
    case 'fieldSlip':
      return put(problem, inPlace(text, problem, problem.use), problem.use);
    case 'unknownField':
      return ranked(problem.suggestions.flatMap((name) => put(problem, inPlace(text, problem, name), name)));
    case 'unsortable':
      if (problem.suggestion) return put(problem, problem.suggestion);
      return way('remove', removeSortKey(query, problem));
    case 'sortDirection': {
      const set = setDirection(query, problem, /^d/i.test(problem.direction ?? '') ? 'desc' : 'asc');
      return set ? way('replace', [set.edit], set.key) : [];
    }
    case 'impossibleDate':
      return problem.nearest ? putText(problem, problem.nearest) : [];
    case 'timeForm':
      return putText(problem, problem.use);
    case 'unknownCommit':
      return otherTags(query, problem);
    case 'fromAfterTo':
      return way('swapDates', swapDates(query, problem.to));
    case 'pageNumber':
    case 'pageSize':
      return put(problem, String(problem.nearest));
    case 'pageTooDeep':
      return put(problem, String(problem.lastPage));
    case 'foreignClause':
      return ranked([
        ...problem.suggestions.flatMap((kind) => putText(problem, kind)),
        ...(problem.canBe === 'rewritten' ? way('rewriteClause', rewriteClause(query, problem)) : []),
        ...(problem.canBe === 'refined' ? way('moveToRefine', moveToRefine(query, problem)) : []),
      ]);
    case 'looseClause': {
      const kind = problem.key === 'bool' ? 'unwrapBool' : 'wrapInMust';
      return way(kind, settleClause(query, problem, problem.container));
    }
    case 'emptyClause':
    case 'duplicateClause':
    case 'contradiction':
      return way('remove', removeNode(text, nodeAt(query, problem)));
    case 'severalFields':
    case 'severalKinds':
      return way('split', splitClause(query, problem));
    case 'phoneFormat':
      return putText(problem, problem.digits);
    case 'letterCase':
      return ranked(problem.known.flatMap((word) => putText(problem, word)));
    case 'kindDoesNotFit':
    case 'badInterval':
      return ranked(problem.expected.flatMap((word) => putText(problem, word)));
    case 'unknownWord':
    case 'unknownNode':
      return ranked(problem.suggestions.flatMap((word) => putText(problem, word)));
    case 'notOneNumber':
      return ranked(problem.use.flatMap((name) => putText(problem, name)));
    case 'notUnderstood':
      return problem.isOption ? way('remove', removeNode(text, nodeAt(query, problem)?.parent)) : [];
    case 'patternNotUnderstood':
      return put(problem, `[${JSON.stringify(problem.text)}]`);
    case 'tooManyBuckets':
      return ranked(problem.use.flatMap((word) => put(problem, inPlace(text, problem, word), word)));
    case 'serviceCould':
      return moveFixes(query, problem);
    case 'passwordInput':
      return putText(problem, 'promptString');
    case 'undeclaredInput':
      return way('declareInput', declareInput(query, problem.id), problem.id);
    case 'unusedInput':
    case 'repeatedInput':
      return way('remove', removeNode(text, nodeAt(query, problem)?.parent?.parent));
    case 'unknownKey': {
      const free = problem.suggestion && !query.properties.some(({ name }) => name === problem.suggestion);
      const rename = free ? putText(problem, problem.suggestion ?? '') : [];
      return ranked([...rename, ...way('remove', removeNode(text, nodeAt(query, problem)?.parent))]);
    }
    case 'topLevelFilter':
      return way('wrapInFilter', wrapFilter(query));
    case 'searchBody':
      return problem.lost.length > 0 ? [] : way('toQuery', bodyEdits(query));
    case 'pastedUrl':
      return way('toQuery', urlEdits(query, problem.offset, problem.url));
    case 'apiKey':
      return secureKey(query, problem);
    case 'objectInClause':
    case 'longRange':
    case 'futureDate':
    case 'badDate':
    case 'dateOutOfRange':
    case 'pickWithoutOptions':
    case 'brokenReference':
    case 'badTimeZone':
    case 'badDateFormat':
    case 'bucketPerSession':
    case 'analysisShape':
      return [];
    default:
      return problem satisfies never;
  }
}

/** What a date does with the commit's time stays. */
function otherTags(
  query: ParsedQuery,
  problem: QueryProblem & { readonly code: 'unknownCommit' },
): readonly QueryFix[] {
  const math = readCommitDate(String(nodeAt(query, problem)?.value))?.math ?? '';
  const tags = problem.why.code === 'unknownRef' ? problem.why.tags : [];
  return ranked(tags.flatMap((tag) => putText(problem, `${commitPrefix}${tag}${math}`)));
}

/** The one condition, and where there are others all of them. */
function moveFixes(query: ParsedQuery, { offset, length }: Span): readonly QueryFix[] {
  const movable = movableConditions(query);
  const one = movable.filter(({ node }) => node.offset === offset && node.length === length);
  const all = movable.length > 1 ? way('moveAllToFilter', moveConditions(query, movable, 'filter_by')) : [];
  return ranked([...way('moveToFilter', moveConditions(query, one, 'filter_by')), ...all]);
}

/** A way out, unless there is nothing to edit. */
function way(kind: FixKind, edits: readonly TextEdit[], replacement?: string): readonly QueryFix[] {
  if (edits.length === 0) return [];
  return [{ kind, edits, preferred: true, ...(replacement === undefined ? {} : { replacement }) }];
}

function put({ offset, length }: Span, text: string, replacement = text): readonly QueryFix[] {
  return way('replace', [{ offset, length, text }], replacement);
}

function putText(place: Span, text: string): readonly QueryFix[] {
  return put(place, JSON.stringify(text), text);
}

/** Of several ways the first is the preferred one. */
function ranked(fixes: readonly QueryFix[]): readonly QueryFix[] {
  return fixes.map((fix, index) => ({ ...fix, preferred: index === 0 }));
}

/** A property that is nothing but a key goes as a whole; in other text only the key does. */
function secureKey(query: ParsedQuery, problem: QueryProblem & { readonly code: 'apiKey' }): readonly QueryFix[] {
  const property = query.properties.find(
    ({ node }) => node.offset === problem.offset && node.length === problem.length,
  );
  const whole = way('secureKey', removeNode(query.text, property?.node));
  const key = way('secureKey', [{ offset: problem.keyOffset, length: problem.keyLength, text: '' }]);
  // The two are one way out: the second stands in where the first does not work.
  return whole.length > 0 && (query.syntaxProblems.length === 0 || solves(whole[0]?.edits ?? [], problem, query))
    ? whole
    : key;
}

function nodeAt({ root }: ParsedQuery, { offset, length }: Span): Node | undefined {
  let node = root;
  while (node) {
    if (node.offset === offset && node.length === length) return node;
    node = node.children?.find((child) => child.offset <= offset && offset + length <= child.offset + child.length);
  }
  return undefined;
}
