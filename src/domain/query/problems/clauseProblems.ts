import type { Node } from 'jsonc-parser';
import { scalarText, writtenValue } from '../../json/nodeValue.ts';
import { writeJson } from '../../json/writeJson.ts';
import { findField } from '../../session/fields/fields.ts';
import type { ParsedQuery } from '../query.ts';
import type { QueryClause } from '../queryClauses.ts';
import type { QueryProblem } from './queryProblem.ts';
import { problem } from './queryProblem.ts';

/** Clauses that are empty, say several things at once, repeat or contradict each other. */
export function findClauseProblems(query: ParsedQuery): readonly QueryProblem[] {
  const found: QueryProblem[] = [];
  const byFilter = new Map<Node, QueryClause[]>();
  for (const clause of query.clauses) {
    const shape = shapeProblem(clause);
    if (shape) found.push(shape);
    else {
      const together = byFilter.get(clause.filter);
      if (together) together.push(clause);
      else byFilter.set(clause.filter, [clause]);
    }
  }
  for (const clauses of byFilter.values()) compare(query.text, clauses, found);
  return found;
}

function shapeProblem({ node, parts }: QueryClause): QueryProblem | undefined {
  const [part] = parts;
  if (!part) return problem(node, { code: 'emptyClause' });
  if (parts.length > 1) return problem(node, { code: 'severalKinds', kinds: parts.map(({ kind }) => kind) });
  if (part.value?.type !== 'object') return undefined;
  if (part.kind === 'bool' && part.value.children?.length === 0) return problem(node, { code: 'emptyClause' });
  if (part.kind !== 'term' && part.kind !== 'match') return undefined;
  if (part.fields.length === 0) return problem(node, { code: 'emptyClause' });
  if (part.fields.length > 1) {
    return problem(part.value, { code: 'severalFields', fields: part.fields.map(({ path }) => path) });
  }
  return undefined;
}

function compare(text: string, clauses: readonly QueryClause[], found: QueryProblem[]): void {
  const seen = new Map<string, QueryClause>();
  const required = new Map<string, { value: string; clause: QueryClause }>();
  const all = clauses.map((clause) => ({ clause, said: meaning(text, clause) }));
  const asked = new Map<string, QueryClause>();
  for (const { clause, said } of all) if (clause.occurrence === 'must') asked.set(said, clause);
  for (const { clause, said } of all) {
    const same = `${clause.occurrence} ${said}`;
    const first = seen.get(same);
    if (first) {
      found.push(problem(clause.node, { code: 'duplicateClause', firstOffset: first.node.offset }));
      continue;
    }
    seen.set(same, clause);
    const field = clause.parts[0]?.fields[0];
    const against = clause.occurrence === 'must_not' ? asked.get(said) : undefined;
    if (against) {
      found.push(contradiction(clause, field?.path ?? 'bool', against));
      continue;
    }
    if (clause.occurrence !== 'must' || clause.parts[0]?.kind !== 'term' || !field?.value) continue;
    // Lists and objects are no values of a term: their structure is at fault, and said elsewhere.
    if (field.value.children) continue;
    const value = scalarText(text, field.value);
    const known = findField(field.path);
    if (!known || known.multiple || value.includes('${')) continue;
    const other = required.get(field.path);
    if (!other) required.set(field.path, { value, clause });
    else if (other.value !== value) found.push(contradiction(clause, field.path, other.clause));
  }
}

function contradiction(clause: QueryClause, field: string, first: QueryClause): QueryProblem {
  return problem(clause.node, { code: 'contradiction', field, with: first.occurrence, firstOffset: first.node.offset });
}

/** What a clause asks for, without regard to how it is written. */
function meaning(text: string, { node, parts }: QueryClause): string {
  const [part] = parts;
  const [field] = part?.fields ?? [];
  const plain = field?.value && (field.written === field.value || field.written?.children?.length === 1);
  if (part && field?.value && plain && !field.value.children) {
    return `${part.kind} ${field.value.type} ${field.path}\0${scalarText(text, field.value)}`;
  }
  return writeJson(writtenValue(text, node));
}
