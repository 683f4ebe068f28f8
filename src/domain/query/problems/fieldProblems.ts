import type { Field } from '../../session/fields/fields.ts';
import { fields, findField, findSlip } from '../../session/fields/fields.ts';
import { phoneDigits } from '../../session/phoneDigits.ts';
import type { ParsedQuery } from '../query.ts';
import type { ClauseField } from '../queryClauses.ts';
import { clauseTimeProblems } from './dateProblems.ts';
import { nearFields } from './nearFields.ts';
import type { QueryProblem } from './queryProblem.ts';
import { problem } from './queryProblem.ts';

/** Fields that do not exist or do not fit where they are named, and values that cannot be found in them. */
export function findFieldProblems(query: ParsedQuery): readonly QueryProblem[] {
  const found: QueryProblem[] = [];
  const suggestions = new Map<string, readonly string[]>();
  const nameProblem = (
    path: string,
    place: { offset: number; length: number },
    named?: 'sort',
  ): QueryProblem | undefined => {
    const slip = findSlip(path, named);
    if (slip) return problem(place, { code: 'fieldSlip', field: path, use: slip.use });
    if (findField(path)) return undefined;
    const known = suggestions.get(path) ?? nearFields(path);
    suggestions.set(path, known);
    return problem(place, { code: 'unknownField', field: path, suggestions: known });
  };
  for (const { parts } of query.clauses) {
    for (const part of parts) {
      for (const named of part.fields) {
        const wrong = nameProblem(named.path, named.key);
        if (wrong) {
          found.push(wrong);
          continue;
        }
        const field = findField(named.path);
        if (!field) continue;
        if (field.kind === 'object') found.push(problem(named.key, { code: 'objectInClause', field: named.path }));
        else if (part.kind === 'match' && field.termOnly)
          found.push(problem(part.key, { code: 'matchOnIdField', field: named.path }));
        found.push(...valueProblems(named, field, part));
      }
    }
  }
  for (const { path, direction, entry, ...place } of query.sortKeys) {
    if (path === '' || path.includes('${')) continue;
    const wrong = nameProblem(path, place, 'sort');
    const field = findField(path);
    if (wrong) found.push(wrong);
    else if (field && !field.sortable) {
      const below = field.kind === 'object' ? sortableBelow(path) : undefined;
      found.push(
        problem(place, { code: 'unsortable', field: path, kind: field.kind, ...(below ? { suggestion: below } : {}) }),
      );
    }
    if (direction?.includes('${')) continue;
    if (!/^(asc|desc)$/.test(direction ?? '')) {
      found.push(
        problem(entry, { code: 'sortDirection', field: path, ...(direction === undefined ? {} : { direction }) }),
      );
    }
  }
  for (const { path, ...place } of query.projections) {
    const wrong = path === '' || path.includes('${') ? undefined : nameProblem(path, place);
    if (wrong) found.push(wrong);
  }
  return found;
}

/** What people mean when they sort by an object: its name, else the first thing in it that sorts. */
function sortableBelow(path: string): string | undefined {
  const below = fields.filter(
    (field) => field.sortable && field.path.startsWith(`${path}.`) && !field.path.includes('*'),
  );
  return (below.find((field) => field.path === `${path}.name`) ?? below[0])?.path;
}

function valueProblems(
  named: ClauseField,
  field: Field,
  part: { kind: string; key: { offset: number; length: number } },
): readonly QueryProblem[] {
  const { value, path } = named;
  if (field.kind === 'date' && value) return clauseTimeProblems(value, value.value);
  if (value?.type !== 'string') return [];
  const text = String(value.value);
  if (text.includes('${')) return [];
  if (part.kind === 'term' && field.kind === 'text' && (/\S\s+\S/.test(text) || text !== text.toLowerCase())) {
    return [problem(part.key, { code: 'termOnText', field: path, value: text })];
  }
  const digits = field.format === 'phone' ? phoneDigits(text) : undefined;
  if (digits !== undefined && digits.length >= 5 && digits !== text) {
    return [problem(value, { code: 'phoneFormat', field: path, digits })];
  }
  const spelled = field.knownValues.map((known) => String(known.value));
  if (part.kind !== 'term' || spelled.includes(text)) return [];
  const known = spelled.filter((spelling) => spelling.toLowerCase() === text.toLowerCase());
  return known.length > 0 ? [problem(value, { code: 'letterCase', field: path, known })] : [];
}
