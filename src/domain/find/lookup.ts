/** One thing that a person wrote to find sessions by. */
export type LookupCondition =
  /** `whole`: it names one session, and no more is to be typed. `day` is the day beside it. */
  | { readonly kind: 'id'; readonly id: string; readonly whole: boolean; readonly day?: Date }
  /** The digits of a caller's or a called number, perhaps only some of them. */
  | { readonly kind: 'number'; readonly digits: string }
  | { readonly kind: 'tag' | 'agent' | 'node' | 'code' | 'phrase' | 'word'; readonly text: string }
  | { readonly kind: 'parameter'; readonly name: string; readonly text: string };

/** A condition on what the service compares letter by letter. */
export type ValueCondition = LookupCondition & { readonly kind: 'tag' | 'agent' | 'node' };

export function isOfValue(condition: LookupCondition): condition is ValueCondition {
  return condition.kind === 'tag' || condition.kind === 'agent' || condition.kind === 'node';
}

/** A range in the words of a query's dates, and what was written for it. */
export interface LookupRange {
  readonly from: string;
  readonly to: string;
  readonly written: string;
}

/** What a person wrote to find sessions by: all of the conditions are to hold. */
export interface Lookup {
  readonly conditions: readonly LookupCondition[];
  readonly range?: LookupRange;
}
