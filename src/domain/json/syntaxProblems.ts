import type { ParseError } from 'jsonc-parser';
import { printParseErrorCode } from 'jsonc-parser';

/** What is wrong with the text as JSON with comments. `code` is the parser's own name of it, such as `ColonExpected`. */
export interface SyntaxProblem {
  readonly code: ReturnType<typeof printParseErrorCode> | 'tooDeep';
  readonly offset: number;
  readonly length: number;
}

/** Makes the parser's errors ours. One mistake often makes several errors at one place: the first of them says what it is. */
export function syntaxProblems(text: string, errors: readonly ParseError[]): readonly SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  let last = -1;
  for (const { error, offset, length } of errors) {
    const at = Math.min(offset, Math.max(0, text.length - 1));
    if (at === last) continue;
    last = at;
    problems.push({ code: printParseErrorCode(error), offset: at, length: Math.max(1, length) });
  }
  return problems;
}
