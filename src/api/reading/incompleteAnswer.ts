import type { Missing } from './readingTypes.ts';

interface Read {
  readonly missing: readonly Pick<Missing, 'count'>[];
  readonly outside?: number | undefined;
  readonly filterUnheeded?: boolean | undefined;
}

/** The service gave less than it counts, or other than was asked for: what was read is no ground for a verdict. */
export class IncompleteAnswer extends Error {
  override readonly name = 'IncompleteAnswer';
  /** How many are missing; 0 where nobody knows. */
  readonly count: number;
  /** All came, and others that were not asked for: what was not heeded. */
  readonly unheeded: 'range' | 'filter' | undefined;

  constructor(
    message: string,
    { count = 0, unheeded }: { readonly count?: number; readonly unheeded?: IncompleteAnswer['unheeded'] } = {},
  ) {
    super(message);
    this.count = count;
    this.unheeded = unheeded;
  }

  /** For what a reading counts and did not get, and what came that was not asked for; undefined where it is all as it should be. */
  static of({ missing, outside = 0, filterUnheeded = false }: Read): IncompleteAnswer | undefined {
    const count = missing.reduce((sum, one) => sum + (one.count ?? 0), 0);
    const sentences = [
      ...(missing.length > 0 ? [`The service counts ${sessions(count)} that it did not give.`] : []),
      ...(outside > 0 ? [outsideSentence(outside)] : []),
      ...(filterUnheeded ? [unheededFilterSentence] : []),
    ];
    if (sentences.length === 0) return undefined;
    const unheeded = missing.length > 0 ? undefined : outside > 0 ? 'range' : 'filter';
    return new IncompleteAnswer(sentences.join(' '), { count, unheeded });
  }
}

/** That sessions came which the filter of the query leaves out. */
export const unheededFilterSentence = 'Some sessions don’t match the filter: the service may not heed all of it.';

/** That sessions came which the dates of the query leave out. */
export function outsideSentence(count: number): string {
  const start = count === 1 ? '1 session starts' : `${count} sessions start`;
  return `${start} outside of the range that was asked for: the service may not heed the dates.`;
}

function sessions(count: number): string {
  return count === 1 ? '1 session' : `${count > 0 ? count : 'some'} sessions`;
}
