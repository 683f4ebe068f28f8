import type { AnalysisSnippetCode } from './analysisSnippets.ts';
import type { ClauseSnippetCode } from './clauseSnippets.ts';

/**
 * Values that loaded sessions had, newest first. A label is what a person calls the value: an agent's name for its id. A detail is what
 * else tells it from others.
 */
export interface SeenValues {
  valuesOf(fieldPath: string): readonly { readonly value: string; readonly label?: string; readonly detail?: string }[];
  /** The tags and branches of the query's repository, best first; undefined where it is in none. */
  readonly refs?: readonly { readonly name: string; readonly kind: 'tag' | 'branch' }[];
}

export type CompletionKind = 'key' | 'clause' | 'field' | 'value' | 'date' | 'input' | 'snippet' | 'direction';

export interface QueryCompletion {
  readonly label: string;
  readonly insertText: string;
  readonly kind: CompletionKind;
  readonly detail?: string;
  readonly documentation?: string;
  readonly sortText: string;
  readonly filterText?: string;
  /** Whether `insertText` has placeholders: `$1`, `${2:name}`. */
  readonly snippet: boolean;
  /** Whether an editor that knows the schema offers it by itself. */
  readonly builtIn: boolean;
  /** Which of our whole pieces it is; its label is no word for people. */
  readonly clause?: ClauseSnippetCode | AnalysisSnippetCode;
}

/** What fits, before it is known how it must be written at its place. */
export type CompletionEntry = Partial<QueryCompletion> & { readonly label: string; readonly kind: CompletionKind };
