import type { Node } from 'jsonc-parser';
import { childrenOf } from '../json/jsonProperties.ts';
import { asRecord, isRecord } from '../json/looseValues.ts';
import { entriesOf, recordOf } from '../json/writtenEntries.ts';
import { isJsonNumber, readNumber } from '../json/writtenNumber.ts';
import { findField } from '../session/fields/fields.ts';
import type { InsightsQuery, ParsedQuery } from './query.ts';
import { offsetInText } from './queryFieldLists.ts';

/** `${input:ID}` or `${env:NAME}` in a string value of a query. */
export interface Reference {
  readonly kind: 'input' | 'env';
  readonly name: string;
}

/** A reference, and where it stands in the text. */
export interface LocatedReference extends Reference {
  readonly offset: number;
  readonly length: number;
  /** Whether nothing else stands in the string. */
  readonly whole: boolean;
}

/** What takes the place of references. Without `env`, as in a workspace that is not trusted, no variable is read. */
export interface Answers {
  readonly inputs: ReadonlyMap<string, string>;
  readonly env?: (name: string) => string | undefined;
}

export interface Substitution {
  readonly query: InsightsQuery;
  /** References that have no answer; they stay in the query as they are, so such a query must not run. */
  readonly missing: readonly Reference[];
}

const pattern = /\$\{(input|env):([^${}]+)\}/g;

/** Keys whose strings are for people or declare inputs: nothing is replaced there. */
const literalKeys: ReadonlySet<string> = new Set(['$schema', 'name', 'description', 'inputs']);

/** The references of a query, in the text's order. */
export function findReferences(query: ParsedQuery): readonly LocatedReference[] {
  const found: LocatedReference[] = [];
  for (const { value } of referenceStrings(query)) {
    const text = String(value.value);
    for (const match of text.matchAll(pattern)) {
      const offset = offsetInText(query.text, value, match.index);
      const end = offsetInText(query.text, value, match.index + match[0].length);
      found.push({ ...referenceOf(match), offset, length: end - offset, whole: match[0] === text });
    }
  }
  return found;
}

/** The string values in which references are replaced. */
export function referenceStrings(query: ParsedQuery): readonly { readonly value: Node }[] {
  const found: { value: Node }[] = [];
  // No string has a reference where nothing in the text can be one, however it is escaped.
  if (!query.text.includes('${') && !query.text.includes('\\u')) return found;
  const visit = (node: Node | undefined): void => {
    if (node?.type === 'string') {
      if (String(node.value).includes('${')) found.push({ value: node });
    } else if (node?.type === 'property') visit(node.children?.[1]);
    else for (const child of childrenOf(node)) visit(child);
  };
  for (const { name, value } of query.properties) if (!literalKeys.has(name)) visit(value);
  return found;
}

/** The ids of the inputs that a query uses, each once, in the text's order: what to ask for before a run. */
export function usedInputs(query: ParsedQuery): readonly string[] {
  return [...new Set(findReferences(query).flatMap((found) => (found.kind === 'input' ? [found.name] : [])))];
}

/** What the query proposes itself for the inputs that it uses. */
export function proposedAnswers(query: ParsedQuery): ReadonlyMap<string, string> {
  const used = new Set(usedInputs(query));
  const answers = new Map<string, string>();
  for (const input of Array.isArray(query.value.inputs) ? query.value.inputs : []) {
    const { id, default: proposed } = asRecord(input);
    if (typeof id === 'string' && typeof proposed === 'string' && used.has(id)) answers.set(id, proposed);
  }
  return answers;
}

/**
 * Puts the answers in the place of references. A value that lands in a number or boolean field becomes a number or a boolean when
 * it reads as one; everything else, phone numbers above all, stays text. Answers are never searched for references themselves.
 */
export function substitute(query: InsightsQuery, answers: Answers): Substitution {
  const missing: Reference[] = [];
  const fill = (text: string): string =>
    text.replace(pattern, (whole, kind: string, name: string) => {
      const answer = kind === 'input' ? answers.inputs.get(name) : answers.env?.(name);
      if (answer === undefined) missing.push({ kind: kind === 'input' ? 'input' : 'env', name });
      return answer ?? whole;
    });
  const visit = (value: unknown, field: string | undefined): unknown => {
    if (typeof value === 'string') return value.includes('${') ? typed(value, fill(value), field) : value;
    if (Array.isArray(value)) return value.map((item) => visit(item, undefined));
    if (!isRecord(value)) return value;
    return recordOf(entriesOf(value).map(([key, item]) => [key, visit(item, fieldOf(key, field))]));
  };
  const filled = Object.entries(query).map(([key, value]) => [
    key,
    literalKeys.has(key) ? value : visit(value, undefined),
  ]);
  return { query: Object.fromEntries(filled) as InsightsQuery, missing };
}

/** Which field a value below `key` belongs to: that of the clause also for `{ "value": … }` and `{ "query": … }`. */
function fieldOf(key: string, above: string | undefined): string {
  return above !== undefined && findField(above) !== undefined && (key === 'value' || key === 'query') ? above : key;
}

function typed(before: string, after: string, field: string | undefined): unknown {
  if (before === after || field === undefined) return after;
  const kind = findField(field)?.kind;
  const text = after.trim();
  if (kind === 'number' && /^-?\d+(\.\d+)?$/.test(text)) return isJsonNumber(text) ? readNumber(text) : Number(text);
  if (kind === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return after;
}

function referenceOf(match: RegExpMatchArray): Reference {
  return { kind: match[1] === 'env' ? 'env' : 'input', name: match[2] ?? '' };
}
