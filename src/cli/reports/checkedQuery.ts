import type { Verdict } from '../../domain/analysis/expectations/verdict.ts';
import type { Position } from '../../domain/text/positionIn.ts';
import type { DateRange } from '../../domain/time/dates.ts';

/** An expectation and what came of it, masked. */
export interface CheckedExpectation {
  readonly name: string;
  readonly at: Position;
  readonly message: string;
  readonly verdict: Verdict;
}

/** What came of checking one query file. */
export interface CheckedQuery {
  readonly file: string;
  readonly connection: string;
  readonly checkedAt: Date;
  readonly ms: number;
  /** Undefined where it did not come to a request. */
  readonly range?: DateRange | undefined;
  readonly sessions: number;
  readonly expectations: readonly CheckedExpectation[];
  /** Why there is no verdict. */
  readonly error?: string | undefined;
}
