import { findReferences, usedInputs } from '../../domain/query/inputs.ts';
import type { ParsedQuery } from '../../domain/query/query.ts';
import { findField } from '../../domain/session/fields/fields.ts';
import { isRef, readCommitDate } from '../../domain/time/commitDates.ts';
import { parseDateExpression } from '../../domain/time/parseDate.ts';
import type { AskedInput } from './askInputs.ts';

/** The inputs to ask for before a run of a query: those that it uses, as it declares them, with the fields they land in. */
export function askedInputs(query: ParsedQuery): readonly AskedInput[] {
  const declared = new Map(
    (Array.isArray(query.value.inputs) ? query.value.inputs : []).map((input) => [input?.id, input]),
  );
  return usedInputs(query).map((id) => {
    const input = declared.get(id);
    const { fields, dates } = landings(query, id);
    const kinds = new Set(fields.map((field) => findField(field)?.kind));
    return {
      id,
      type: input?.type === 'pickString' ? 'pickString' : 'promptString',
      description: input?.description,
      default: input?.default,
      options: Array.isArray(input?.options) ? input.options.map(String) : undefined,
      fields,
      problemOf(answer) {
        if (kinds.has('number') && !/^-?\d+(\.\d+)?$/u.test(answer.trim())) return 'number';
        if (kinds.has('boolean') && !/^(true|false)$/u.test(answer.trim())) return 'boolean';
        return dates && !isDate(answer.trim()) ? 'date' : undefined;
      },
    };
  });
}

function isDate(text: string): boolean {
  const commit = readCommitDate(text);
  return commit ? isRef(commit.ref) : !('code' in parseDateExpression(text));
}

interface Landings {
  readonly fields: readonly string[];
  /** Whether the answer is to be a whole date. */
  readonly dates: boolean;
}

/** Where the answer to an input lands; where it is only a part of a value, anything fits. */
function landings(query: ParsedQuery, id: string): Landings {
  const clauseFields = query.clauses.flatMap((clause) => clause.parts.flatMap((part) => part.fields));
  const fields = new Set<string>();
  let dates = false;
  for (const reference of findReferences(query)) {
    if (reference.kind !== 'input' || reference.name !== id || !reference.whole) continue;
    const within = (span: { offset: number; length: number } | undefined): boolean =>
      span !== undefined && reference.offset > span.offset && reference.offset < span.offset + span.length;
    for (const field of clauseFields) if (within(field.value)) fields.add(field.path);
    if (within(query.fromDate) || within(query.toDate)) dates = true;
  }
  return { fields: [...fields], dates };
}
