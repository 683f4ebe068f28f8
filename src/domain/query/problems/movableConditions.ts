import type { Node } from 'jsonc-parser';
import type { JsonProperty } from '../../json/jsonProperties.ts';
import { itemsOf, itemsOrItself, propertiesOf } from '../../json/jsonProperties.ts';
import { findField } from '../../session/fields/fields.ts';
import type { ParsedQuery } from '../query.ts';
import type { Occurrence } from '../queryClauses.ts';

/** A condition of `refine` that the service itself can decide. */
export interface MovableCondition {
  /** What is taken out of `refine`: an entry of a list, or a property. */
  readonly node: Node;
  /** Where it belongs in `filter_by`. */
  readonly occurrence: Occurrence;
  /** The clause as `filter_by` has it. */
  readonly clause: string;
}

/** The conditions that would mean the same in `filter_by`, where they save reading what is thrown away. */
export function movableConditions({ text, root }: ParsedQuery): readonly MovableCondition[] {
  const refine = propertiesOf(root).findLast(({ name }) => name === 'refine')?.value;
  const lists = propertiesOf(refine);
  if (lists.some(({ name }) => name === 'minimum_should_match')) return [];
  return lists.flatMap(({ name, node, value }): MovableCondition[] => {
    if (!value) return [];
    if (name === 'should') {
      const clause = boolText([{ name, node, key: node, value }], text);
      return clause === undefined ? [] : [{ node, occurrence: 'must', clause }];
    }
    const occurrence = name === 'must_not' ? name : name === 'must' || name === 'filter' ? 'must' : undefined;
    if (!occurrence) return [];
    return itemsOrItself(value).flatMap((entry) => {
      const clause = clauseOf(entry, text);
      return clause === undefined ? [] : [{ node: entry === value ? node : entry, occurrence, clause } as const];
    });
  });
}

/** A condition as a clause of `filter_by`; undefined where no clause means the same. */
function clauseOf(condition: Node, text: string): string | undefined {
  const [part, ...others] = propertiesOf(condition);
  if (!part?.value || others.length > 0) return undefined;
  if (part.name === 'bool') return boolText(propertiesOf(part.value), text);
  const [named, ...more] = propertiesOf(part.value);
  const field = named && findField(named.name);
  if (!named?.value || !field || field.kind === 'object' || more.length > 0) return undefined;
  const raw = (node: Node): string => text.slice(node.offset, node.offset + node.length);
  const term = (value: string): string => `{ "term": { ${raw(named.key)}: ${value} } }`;
  switch (part.name) {
    case 'term': {
      const value = plainValue(named.value, 'value');
      return value && term(raw(value));
    }
    case 'terms': {
      const values = itemsOf(named.value);
      if (values.length === 0 || values.some(({ children }) => children)) return undefined;
      return `{ "bool": { "should": [${values.map((value) => term(raw(value))).join(', ')}] } }`;
    }
    case 'match': {
      // On fields that only `term` finds, `match` means the value itself here, and nothing there.
      const value = field.termOnly ? plainValue(named.value, 'query') : undefined;
      if (field.termOnly) return value && term(raw(value));
      return raw(condition);
    }
    default:
      return undefined;
  }
}

/** A scalar that stands alone, or as the one key of an object. */
function plainValue(written: Node, name: string): Node | undefined {
  if (!written.children) return written;
  const [only, ...others] = propertiesOf(written);
  return only?.name === name && others.length === 0 && !only.value?.children ? only.value : undefined;
}

/** Lists of conditions as a `bool` of `filter_by`: all of it, or nothing. */
function boolText(lists: readonly JsonProperty[], text: string): string | undefined {
  const parts = new Map<Occurrence, string[]>();
  for (const { name, value } of lists) {
    const occurrence = name === 'filter' ? 'must' : name;
    if (!value || (occurrence !== 'must' && occurrence !== 'must_not' && occurrence !== 'should')) return undefined;
    const clauses = itemsOrItself(value).map((one) => clauseOf(one, text));
    if (clauses.length === 0 || clauses.some((clause) => clause === undefined)) return undefined;
    parts.set(occurrence, [...(parts.get(occurrence) ?? []), ...clauses.filter((clause) => clause !== undefined)]);
  }
  if (parts.size === 0) return undefined;
  return `{ "bool": { ${[...parts].map(([name, clauses]) => `"${name}": [${clauses.join(', ')}]`).join(', ')} } }`;
}
