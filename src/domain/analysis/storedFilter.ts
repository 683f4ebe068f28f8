import { isRecord } from '../json/looseValues.ts';
import { entriesOf, recordOf } from '../json/writtenEntries.ts';
import { findField, findSlip } from '../session/fields/fields.ts';
import { readRefinement } from './refinement.ts';

/** Decides of a session that was kept what the service decides by `filter_by`. */
export function readStoredFilter(filter: unknown, now: Date): (session: unknown) => boolean {
  return filter === undefined ? () => true : readRefinement(asRefinement(filter), now).keeps;
}

const nothing = { bool: { must_not: [{ bool: {} }] } };

/** The clauses of `filter_by` are among the conditions of `refine`, and mean the same but where the service finds other fields, or none. */
function asRefinement(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asRefinement);
  if (!isRecord(value)) return value;
  const entries = entriesOf(value);
  const [only] = entries;
  if (entries.length === 1 && only && (only[0] === 'term' || only[0] === 'match') && isRecord(only[1])) {
    return asCondition(only[0], only[1]);
  }
  return recordOf(entries.map(([key, item]) => [key, asRefinement(item)]));
}

function asCondition(kind: 'term' | 'match', body: object): unknown {
  const [named, operand] = entriesOf(body)[0] ?? [];
  if (named === undefined) return { [kind]: body };
  const of = (path: string): unknown => {
    const field = findField(path);
    const isFound = field && field.kind !== 'object' && !(kind === 'match' && field.termOnly);
    return isFound ? { [kind]: { [path]: operand } } : nothing;
  };
  // A name of the documentation's examples finds what stands under that of its model too.
  const parameter = /^parameters\.(.+)$/su.exec(named)?.[1];
  const other = findSlip(named)?.use ?? (parameter === undefined ? undefined : `params.${parameter}.value`);
  return other === undefined ? of(named) : { bool: { should: [of(named), of(other)] } };
}
