import type { Node } from 'jsonc-parser';
import { appendNode } from '../../json/appendNode.ts';
import { appendReadably } from '../../json/appendReadably.ts';
import { propertiesOf } from '../../json/jsonProperties.ts';
import { writtenValue } from '../../json/nodeValue.ts';
import type { TextEdit } from '../../json/textEdits.ts';
import { applyEdits, removeNode, sorted } from '../../json/textEdits.ts';
import type { ParsedQuery } from '../query.ts';
import { parseQuery } from '../query.ts';

/** An entry of a list to look for, or to leave out: a tag that is of one category, which the service cannot be asked. */
export interface WantedEntry {
  readonly occurrence: 'must' | 'must_not';
  /** The list that holds it, such as `tags_list`. */
  readonly list: string;
  /** What the entry holds, by the paths of its fields. */
  readonly values: Readonly<Record<string, string>>;
}

export type EntryAddition =
  | { readonly type: 'added'; readonly edits: readonly TextEdit[] }
  /** The query's `refine` says so already. */
  | { readonly type: 'present' }
  /** Nothing is changed: the text is no query, or its `refine` none, that can be edited safely. */
  | { readonly type: 'refused'; readonly reason: 'syntax' | 'refine' };

/** Adds a condition on one entry to a query's `refine`, keeping its comments and its form; the opposite is taken out of the other list. */
export function addEntry(text: string, wanted: WantedEntry): EntryAddition {
  const query = parseQuery(text);
  if (query.root?.type !== 'object' || query.syntaxProblems.length > 0) return { type: 'refused', reason: 'syntax' };
  const clause = clauseText(wanted);
  const refine = refineOf(query);
  if (!refine) {
    const append = query.properties.length > 0 ? appendReadably : appendNode;
    return proven(text, wanted, append(text, query.root, `"refine": { "${wanted.occurrence}": [${clause}] }`));
  }
  if (clauseIn(query, wanted)) return { type: 'present' };
  const list = listOf(refine, wanted.occurrence);
  if (refine.type !== 'object' || (list && list.type !== 'array')) return { type: 'refused', reason: 'refine' };
  const added = list
    ? appendReadably(text, list, clause)
    : appendReadably(text, refine, `"${wanted.occurrence}": [${clause}]`);
  const opposite = clauseIn(query, { ...wanted, occurrence: wanted.occurrence === 'must' ? 'must_not' : 'must' });
  return proven(text, wanted, sorted([...added, ...removeNode(text, opposite)]));
}

function clauseText({ list, values }: WantedEntry): string {
  const terms = Object.entries(values).map(
    ([path, value]) => `{ "term": { ${JSON.stringify(path)}: ${JSON.stringify(value)} } }`,
  );
  return `{ "nested": { "path": ${JSON.stringify(list)}, "query": { "bool": { "must": [${terms.join(', ')}] } } } }`;
}

/** Edits that are believed only when the text after them says what they are meant to say. */
function proven(text: string, wanted: WantedEntry, edits: readonly TextEdit[]): EntryAddition {
  const after = parseQuery(applyEdits(text, edits));
  const isSaid = after.syntaxProblems.length === 0 && clauseIn(after, wanted) !== undefined;
  return isSaid ? { type: 'added', edits } : { type: 'refused', reason: 'refine' };
}

function refineOf({ properties }: ParsedQuery): Node | undefined {
  return properties.findLast(({ name }) => name === 'refine')?.value;
}

function listOf(refine: Node, occurrence: WantedEntry['occurrence']): Node | undefined {
  return propertiesOf(refine).findLast(({ name }) => name === occurrence)?.value;
}

function clauseIn(query: ParsedQuery, wanted: WantedEntry): Node | undefined {
  const refine = refineOf(query);
  const list = refine && listOf(refine, wanted.occurrence);
  if (list?.type !== 'array') return undefined;
  const clause = JSON.stringify(JSON.parse(clauseText(wanted)));
  return list.children?.find((node) => JSON.stringify(writtenValue(query.text, node)) === clause);
}
