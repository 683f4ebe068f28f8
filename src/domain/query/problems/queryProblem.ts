import type { AnalysisProblemCode } from '../../analysis/reading/analysisProblem.ts';
import type { DocumentationSection } from '../../session/fields/documentation.ts';
import type { FieldKind } from '../../session/fields/fields.ts';
import type { CommitProblem } from '../../time/commitDates.ts';
import type { Occurrence } from '../queryClauses.ts';

export type Severity = 'error' | 'warning' | 'information';

/** What is wrong, with the exact data of it. Words are made elsewhere. */
export type ProblemFacts =
  | { readonly code: 'pastedUrl'; readonly url: string; readonly unreadable?: 'filter_by' }
  /** `lost` are the parts that no query can say. */
  | { readonly code: 'searchBody'; readonly lost: readonly string[] }
  | { readonly code: 'topLevelFilter'; readonly keys: readonly string[] }
  | { readonly code: 'unknownKey'; readonly key: string; readonly suggestion?: string }
  /** The key itself is not among the facts: it stands in the text, at `keyOffset`. */
  | { readonly code: 'apiKey'; readonly keyOffset: number; readonly keyLength: number }
  | { readonly code: 'matchOnIdField'; readonly field: string }
  | { readonly code: 'termOnText'; readonly field: string; readonly value: string }
  | { readonly code: 'unknownField'; readonly field: string; readonly suggestions: readonly string[] }
  | { readonly code: 'fieldSlip'; readonly field: string; readonly use: string }
  | { readonly code: 'objectInClause'; readonly field: string }
  | { readonly code: 'unsortable'; readonly field: string; readonly kind: FieldKind; readonly suggestion?: string }
  | { readonly code: 'sortDirection'; readonly field: string; readonly direction?: string }
  | { readonly code: 'longRange'; readonly days: number; readonly windows: number }
  | { readonly code: 'fromAfterTo'; readonly from: Date; readonly to: Date }
  | { readonly code: 'futureDate'; readonly date: Date }
  | { readonly code: 'badDate'; readonly text: string }
  | { readonly code: 'impossibleDate'; readonly text: string; readonly nearest?: string }
  | { readonly code: 'dateOutOfRange'; readonly text: string }
  /** A time that is sent as it stands, in a form that is not the service's. */
  | { readonly code: 'timeForm'; readonly text: string; readonly use: string }
  | { readonly code: 'unknownCommit'; readonly ref: string; readonly why: CommitProblem }
  | { readonly code: 'pageNumber'; readonly value: number; readonly nearest: number }
  | { readonly code: 'pageSize'; readonly value: number; readonly nearest: number }
  | { readonly code: 'pageTooDeep'; readonly lastPage: number }
  /** A clause in words of Elasticsearch that the service does not know. */
  | {
      readonly code: 'foreignClause';
      readonly kind: string;
      readonly canBe: 'rewritten' | 'refined' | 'nothing';
      readonly suggestions: readonly string[];
    }
  /** A clause that stands beside the lists of clauses, not in one. */
  | { readonly code: 'looseClause'; readonly key: string; readonly container: 'filter_by' | 'refine' }
  | { readonly code: 'emptyClause' }
  | { readonly code: 'severalFields'; readonly fields: readonly string[] }
  | { readonly code: 'severalKinds'; readonly kinds: readonly string[] }
  | { readonly code: 'duplicateClause'; readonly firstOffset: number }
  | {
      readonly code: 'contradiction';
      readonly field: string;
      readonly with: Occurrence;
      readonly firstOffset: number;
    }
  | { readonly code: 'phoneFormat'; readonly field: string; readonly digits: string }
  | { readonly code: 'letterCase'; readonly field: string; readonly known: readonly string[] }
  | { readonly code: 'undeclaredInput'; readonly id: string }
  | { readonly code: 'unusedInput'; readonly id: string }
  | { readonly code: 'repeatedInput'; readonly id: string }
  | { readonly code: 'passwordInput'; readonly id?: string }
  | { readonly code: 'pickWithoutOptions' }
  | { readonly code: 'brokenReference'; readonly text: string }
  /** A value, or a field, that a condition or an aggregation has no use for. */
  | { readonly code: 'kindDoesNotFit'; readonly text: string; readonly expected: readonly string[] }
  | { readonly code: 'badInterval'; readonly text: string; readonly expected: readonly string[] }
  | { readonly code: 'badTimeZone'; readonly text: string }
  | { readonly code: 'badDateFormat'; readonly text: string }
  /** What Elasticsearch knows and is not decided here; `use` does nearly the same. */
  | {
      readonly code: 'notUnderstood';
      readonly word: string;
      readonly use: readonly string[];
      readonly isOption: boolean;
    }
  | { readonly code: 'patternNotUnderstood'; readonly text: string }
  /** What buckets are put in order by is not one number. */
  | { readonly code: 'notOneNumber'; readonly name: string; readonly use: readonly string[] }
  /** A key, a type or a name that nothing is known of here; `known` are those that may stand here. */
  | {
      readonly code: 'unknownWord';
      readonly word: string;
      readonly suggestions: readonly string[];
      readonly known: readonly string[];
    }
  /** A node in an expectation of a path that has no such name. */
  | { readonly code: 'unknownNode'; readonly node: string; readonly suggestions: readonly string[] }
  /** `use`: what would make fewer. */
  | { readonly code: 'tooManyBuckets'; readonly count: number; readonly most: number; readonly use: readonly string[] }
  /** No two sessions share a value of the field. */
  | { readonly code: 'bucketPerSession'; readonly field: string }
  /** A condition of `refine` that the service can decide itself. */
  | { readonly code: 'serviceCould' }
  /** How conditions, aggregations and expectations are written. An editor's schema says the same. */
  | {
      readonly code: 'analysisShape';
      readonly shape: AnalysisProblemCode;
      readonly what: string;
      readonly expected: readonly string[];
    };

export type ProblemCode = ProblemFacts['code'];

/** A fact about a query, where it stands, and what it rests on. */
export type QueryProblem = ProblemFacts & {
  readonly offset: number;
  readonly length: number;
  readonly severity: Severity;
  readonly section: DocumentationSection;
};

/** What each rule weighs unless a setting says otherwise, and the documentation it rests on. */
export const rules: { readonly [Code in ProblemCode]: readonly [Severity, DocumentationSection] } = {
  pastedUrl: ['error', 'Example queries'],
  searchBody: ['error', 'Search Session'],
  topLevelFilter: ['error', 'Search Session'],
  unknownKey: ['warning', 'Search Session'],
  apiKey: ['error', 'Search Session'],
  matchOnIdField: ['warning', 'Search Session'],
  termOnText: ['warning', 'Search Session'],
  unknownField: ['warning', 'Models'],
  fieldSlip: ['warning', 'Models'],
  objectInClause: ['warning', 'Models'],
  unsortable: ['error', 'Sort By'],
  sortDirection: ['warning', 'Sort By'],
  longRange: ['information', 'Search Session'],
  fromAfterTo: ['error', 'Expected Errors'],
  futureDate: ['warning', 'Search Session'],
  badDate: ['error', 'Search Session'],
  impossibleDate: ['error', 'Expected Errors'],
  dateOutOfRange: ['error', 'Expected Errors'],
  timeForm: ['warning', 'Search Session'],
  unknownCommit: ['error', 'extension'],
  pageNumber: ['error', 'Search Session'],
  pageSize: ['error', 'Search Session'],
  pageTooDeep: ['error', 'Search Session'],
  foreignClause: ['error', 'Search Session'],
  looseClause: ['error', 'Search Session'],
  emptyClause: ['error', 'Search Session'],
  severalFields: ['error', 'Search Session'],
  severalKinds: ['error', 'Search Session'],
  duplicateClause: ['warning', 'Search Session'],
  contradiction: ['warning', 'Search Session'],
  phoneFormat: ['warning', 'Parameter usage examples'],
  letterCase: ['warning', 'Search Session'],
  undeclaredInput: ['error', 'extension'],
  unusedInput: ['warning', 'extension'],
  repeatedInput: ['error', 'extension'],
  passwordInput: ['error', 'extension'],
  pickWithoutOptions: ['error', 'extension'],
  brokenReference: ['error', 'extension'],
  kindDoesNotFit: ['error', 'extension'],
  badInterval: ['error', 'extension'],
  badTimeZone: ['error', 'extension'],
  badDateFormat: ['error', 'extension'],
  notUnderstood: ['error', 'extension'],
  patternNotUnderstood: ['error', 'extension'],
  notOneNumber: ['error', 'extension'],
  unknownWord: ['error', 'extension'],
  unknownNode: ['warning', 'extension'],
  tooManyBuckets: ['warning', 'extension'],
  bucketPerSession: ['warning', 'extension'],
  serviceCould: ['information', 'extension'],
  analysisShape: ['error', 'extension'],
};

/** A problem with its rule's weight. */
export function problem(
  place: { readonly offset: number; readonly length: number },
  facts: ProblemFacts,
): QueryProblem {
  const [severity, section] = rules[facts.code];
  return { ...facts, offset: place.offset, length: place.length, severity, section };
}
