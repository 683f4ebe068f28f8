import type { Node } from 'jsonc-parser';
import { format } from 'jsonc-parser';
import { queryOfUrl } from './pastedUrl.ts';
import type { ParsedQuery, QueryProperty } from './query.ts';
import { parseQuery, propertiesOf } from './query.ts';
import type { ClausePart, QueryClause } from './queryClauses.ts';
import type { QueryProblem } from './queryProblem.ts';
import { findProblems } from './queryProblems.ts';
import type { TextEdit } from './textEdits.ts';
import { applyEdits, insertElement, insertProperty, removeNode, replaceNode } from './textEdits.ts';

/** One way out of a problem. `kind` and `replacement` are what words are made of. */
export interface QueryFix {
  readonly kind: FixKind;
  readonly replacement?: string;
  readonly edits: readonly TextEdit[];
  /** The one that "fix all" takes. */
  readonly preferred: boolean;
}

export type FixKind =
  | 'useTerm'
  | 'useMatch'
  | 'replace'
  | 'remove'
  | 'wrapInFilter'
  | 'toQuery'
  | 'secureKey'
  | 'split'
  | 'swapDates'
  | 'declareInput';

/** The ways out of a problem, the best first; none while the text is not well-formed, unless the whole text is replaced. */
export function fixesFor(problem: QueryProblem, query: ParsedQuery): readonly QueryFix[] {
  if (query.syntaxProblems.length > 0 && problem.code !== 'pastedUrl' && problem.code !== 'apiKey') return [];
  const { text, root } = query;
  const here = () => nodeAt(query, problem);
  const one = (kind: FixKind, edits: readonly TextEdit[], replacement?: string): QueryFix[] =>
    edits.length === 0 ? [] : [{ kind, edits, preferred: true, ...(replacement === undefined ? {} : { replacement }) }];
  const put = (words: string): QueryFix[] => one('replace', [{ ...span(problem), text: words }], words);
  const quoted = (words: string): QueryFix[] =>
    one('replace', [{ ...span(problem), text: JSON.stringify(words) }], words);
  const drop = (): QueryFix[] => one('remove', removeNode(text, here()));
  switch (problem.code) {
    case 'matchOnIdField':
      return one('useTerm', changeKind(query, problem, 'term'));
    case 'termOnText':
      return one('useMatch', changeKind(query, problem, 'match'));
    case 'fieldSlip':
      return one('replace', slipEdits(query, problem, problem.use), problem.use);
    case 'unknownField':
      return problem.suggestions.map((name, index) => ({
        kind: 'replace',
        replacement: name,
        edits: [{ ...span(problem), text: inPlace(text, problem, name) }],
        preferred: index === 0,
      }));
    case 'unsortable': {
      if (problem.suggestion)
        return one('replace', [{ ...span(problem), text: problem.suggestion }], problem.suggestion);
      return one('remove', removeSortKey(query, problem));
    }
    case 'sortDirection': {
      const key = query.sortKeys.find(({ entry }) => entry.offset === problem.offset);
      if (!key) return [];
      const direction = /^d/i.test(problem.direction ?? '') ? 'desc' : 'asc';
      const end = key.node ? key.node.offset + key.node.length - 1 : key.entry.offset + key.entry.length;
      const start = key.offset + key.length;
      return one(
        'replace',
        [{ offset: start, length: end - start, text: `:${direction}` }],
        `${key.path}:${direction}`,
      );
    }
    case 'impossibleDate':
      return problem.nearest ? quoted(problem.nearest) : [];
    case 'fromAfterTo': {
      const { fromDate, toDate } = query;
      if (!fromDate || !toDate) return [];
      const raw = (date: { offset: number; length: number }) => text.slice(date.offset, date.offset + date.length);
      const edits = [replaceNode(fromDate, raw(toDate)), replaceNode(toDate, raw(fromDate))];
      const swapped = parseQuery(applyEdits(text, sorted(edits)));
      const still = findProblems(swapped, { now: problem.to }).some(({ code }) => code === 'fromAfterTo');
      return still ? [] : one('swapDates', sorted(edits));
    }
    case 'pageNumber':
    case 'pageSize':
      return put(String(problem.nearest));
    case 'pageTooDeep':
      return put(String(problem.lastPage));
    case 'emptyClause':
    case 'duplicateClause':
    case 'contradiction':
      return drop();
    case 'severalFields':
    case 'severalKinds':
      return one('split', splitClause(query, problem));
    case 'phoneFormat':
      return quoted(problem.digits);
    case 'letterCase':
      return problem.known.map((word, index) => ({
        kind: 'replace',
        replacement: word,
        edits: [{ ...span(problem), text: JSON.stringify(word) }],
        preferred: index === 0,
      }));
    case 'passwordInput':
      return quoted('promptString');
    case 'undeclaredInput':
      return one('declareInput', declareInput(query, problem.id), problem.id);
    case 'unusedInput':
    case 'repeatedInput':
      return one('remove', removeNode(text, here()?.parent?.parent));
    case 'unknownKey': {
      const taken = query.properties.some(({ name }) => name === problem.suggestion);
      const rename = problem.suggestion && !taken ? quoted(problem.suggestion) : [];
      return [...rename, ...drop2(text, here(), rename.length === 0)];
    }
    case 'topLevelFilter':
      return one('wrapInFilter', wrapFilter(query));
    case 'pastedUrl':
      return one('toQuery', urlEdits(query, problem.offset, problem.url));
    case 'apiKey': {
      const property = query.properties.find(
        ({ node }) => node.offset === problem.offset && node.length === problem.length,
      );
      if (property && root && query.syntaxProblems.length === 0)
        return one('secureKey', removeNode(text, property.node));
      return one('secureKey', [{ offset: problem.keyOffset, length: problem.keyLength, text: '' }]);
    }
    case 'objectInClause':
    case 'longRange':
    case 'futureDate':
    case 'badDate':
    case 'dateOutOfRange':
    case 'brokenReference':
      return [];
    default:
      return problem satisfies never;
  }
}

/**
 * The edits that fix all that can be fixed and is `wanted`; none when nothing can. Keys are left: those a person moves one by one.
 */
export function fixAll(
  text: string,
  now: Date,
  wanted: (problem: QueryProblem) => boolean = () => true,
): readonly TextEdit[] {
  let current = text;
  for (let round = 0; round < 20; round++) {
    const query = parseQuery(current);
    const edits: TextEdit[] = [];
    for (const problem of findProblems(query, { now })) {
      if (problem.code === 'apiKey' || problem.code === 'unknownKey' || !wanted(problem)) continue;
      const fix = fixesFor(problem, query).find(({ preferred }) => preferred);
      if (!fix || fix.edits.some((edit) => edits.some((other) => touches(edit, other)))) continue;
      edits.push(...fix.edits);
    }
    if (edits.length === 0) break;
    current = applyEdits(current, sorted(edits));
  }
  return current === text ? [] : [difference(text, current)];
}

function touches(a: TextEdit, b: TextEdit): boolean {
  return a.offset <= b.offset + b.length && b.offset <= a.offset + a.length;
}

/** One edit from `before` to `after` that leaves alone what is the same at both ends. */
function difference(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { offset: start, length: before.length - start - end, text: after.slice(start, after.length - end) };
}

function sorted(edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.toSorted((a, b) => a.offset - b.offset);
}

function span({ offset, length }: { offset: number; length: number }): { offset: number; length: number } {
  return { offset, length };
}

/** A field's name as it must stand there: with quotes where the problem covers the quotes too. */
function inPlace(text: string, place: { offset: number }, name: string): string {
  return text[place.offset] === '"' ? JSON.stringify(name) : name;
}

function nodeAt({ root }: ParsedQuery, { offset, length }: { offset: number; length: number }): Node | undefined {
  let node = root;
  while (node) {
    if (node.offset === offset && node.length === length) return node;
    node = node.children?.find((child) => child.offset <= offset && offset + length <= child.offset + child.length);
  }
  return undefined;
}

function partAt(
  query: ParsedQuery,
  { offset }: { offset: number },
): { clause: QueryClause; part: ClausePart } | undefined {
  for (const clause of query.clauses) {
    const part = clause.parts.find(({ node }) => node.offset <= offset && offset < node.offset + node.length);
    if (part && part.kind !== 'bool') return { clause, part };
  }
  return undefined;
}

/** `{ "query": … }` belongs to `match` and `{ "value": … }` to `term`: the value is written plainly. */
function changeKind(query: ParsedQuery, place: { offset: number }, kind: 'term' | 'match'): readonly TextEdit[] {
  const at = partAt(query, place);
  if (!at || at.part.fields.length > 1 || at.clause.parts.length > 1) return [];
  const [field] = at.part.fields;
  const edits: TextEdit[] = [replaceNode(at.part.key, JSON.stringify(kind))];
  if (field?.value && field.written && field.written !== field.value) {
    edits.push(
      replaceNode(field.written, query.text.slice(field.value.offset, field.value.offset + field.value.length)),
    );
  }
  return edits;
}

/** `tags.NAME` holds a count and `tags_list.tag` a name: in a clause the name becomes the value. */
function slipEdits(
  query: ParsedQuery,
  problem: QueryProblem & { code: 'fieldSlip' },
  use: string,
): readonly TextEdit[] {
  const edit = { ...span(problem), text: inPlace(query.text, problem, use) };
  const field = partAt(query, problem)?.part.fields.find(({ key }) => key.offset === problem.offset);
  if (!field?.written || !problem.field.startsWith('tags.')) return [edit];
  return [edit, replaceNode(field.written, JSON.stringify(problem.field.slice('tags.'.length)))];
}

function removeSortKey(query: ParsedQuery, place: { offset: number }): readonly TextEdit[] {
  const index = query.sortKeys.findIndex(({ offset }) => offset === place.offset);
  const key = query.sortKeys[index];
  if (!key) return [];
  if (key.node) return removeNode(query.text, key.node);
  const next = query.sortKeys[index + 1];
  const before = query.sortKeys[index - 1];
  const start = next || !before ? key.entry.offset : before.entry.offset + before.entry.length;
  const end = next ? next.entry.offset : key.entry.offset + key.entry.length;
  return [{ offset: start, length: end - start, text: '' }];
}

/** One clause for each field: the same list, so the same meaning. */
function splitClause(query: ParsedQuery, place: { offset: number; length: number }): readonly TextEdit[] {
  const clause = query.clauses.find(({ node, parts }) =>
    [node, ...parts.map(({ value }) => value)].some((at) => at?.offset === place.offset && at.length === place.length),
  );
  if (!clause) return [];
  const raw = (node: Node) => query.text.slice(node.offset, node.offset + node.length);
  const pieces = clause.parts.flatMap((part) => {
    if (part.fields.length === 0) return part.value?.children?.length === 0 ? [] : [`{ ${raw(part.node)} }`];
    return part.fields.map((field) => `{ ${raw(part.key)}: { ${raw(field.node)} } }`);
  });
  if (pieces.some((piece) => piece.includes('//') && piece.includes('\n'))) return [];
  return pieces.length === 0 ? removeNode(query.text, clause.node) : [replaceNode(clause.node, pieces.join(', '))];
}

function declareInput(query: ParsedQuery, id: string): readonly TextEdit[] {
  if (query.root?.type !== 'object') return [];
  const declaration = `{ "id": ${JSON.stringify(id)}, "type": "promptString" }`;
  const inputs = query.properties.findLast(({ name }) => name === 'inputs')?.value;
  if (!inputs) return insertProperty(query.text, query.root, `"inputs": [${declaration}]`);
  return inputs.type === 'array' ? insertElement(query.text, inputs, declaration) : [];
}

function drop2(text: string, key: Node | undefined, preferred: boolean): readonly QueryFix[] {
  const edits = removeNode(text, key?.parent);
  return edits.length === 0 ? [] : [{ kind: 'remove', edits, preferred }];
}

const filterKeys: ReadonlySet<string> = new Set(['must', 'must_not', 'should']);

/** Puts the lists into a `filter_by`, with the comments among them when they stand together. */
function wrapFilter(query: ParsedQuery): readonly TextEdit[] {
  const { text, properties, root } = query;
  const raw = (property: QueryProperty) =>
    text.slice(property.node.offset, property.node.offset + property.node.length);
  const lists = properties.filter(({ name }) => filterKeys.has(name));
  const filter = properties.findLast(({ name }) => name === 'filter_by')?.value;
  const bool = properties.filter(({ name }) => name === 'bool');
  if (bool.length > 0)
    return lists.length > 0 || filter || bool.length > 1 ? [] : [replaceNode(bool[0]?.key ?? emptySpan, '"filter_by"')];
  const [first] = lists;
  const last = lists.at(-1);
  if (!first || !last || !root) return [];
  if (filter) {
    if (filter.type !== 'object') return [];
    const taken = new Set(propertiesOf(filter).map(({ name }) => name));
    if (lists.length > 1 || taken.has(first.name)) return [];
    return sorted([...insertProperty(text, filter, raw(first)), ...removeNode(text, first.node)]);
  }
  const together = properties.indexOf(last) - properties.indexOf(first) === lists.length - 1;
  if (together) {
    const end = last.node.offset + last.node.length;
    return [
      { offset: first.node.offset, length: 0, text: '"filter_by": {' },
      { offset: end, length: 0, text: '}' },
    ];
  }
  const rest = lists.slice(1).flatMap((property) => removeNode(text, property.node));
  return sorted([replaceNode(first.node, `"filter_by": { ${lists.map(raw).join(', ')} }`), ...rest]);
}

const emptySpan = { offset: 0, length: 0 };

/** A whole text that is an address becomes a query; an address among other keys becomes the keys that are not there yet. */
function urlEdits(query: ParsedQuery, offset: number, url: string): readonly TextEdit[] {
  const asked = queryOfUrl(url);
  if (query.root?.type !== 'object' || query.syntaxProblems.length > 0) {
    return [{ offset: 0, length: query.text.length, text: `${JSON.stringify(asked, null, 2)}\n` }];
  }
  const property = query.properties.find(({ node }) => node.offset === offset);
  if (!property) return [];
  const added = Object.entries(asked).filter(
    ([name]) => !query.properties.some((other) => other !== property && other.name === name),
  );
  if (added.length === 0) return removeNode(query.text, property.node);
  const text = JSON.stringify(Object.fromEntries(added), null, 2);
  const lines = text.slice(text.indexOf('\n') + 1, text.lastIndexOf('\n'));
  return [replaceNode(property.node, lines.trimStart())];
}

/** The text after edits, formatted as new text is: for a query made from something pasted. */
export function formatted(text: string): string {
  return applyEdits(
    text,
    format(text, undefined, { tabSize: 2, insertSpaces: true }).map(({ offset, length, content }) => ({
      offset,
      length,
      text: content,
    })),
  );
}
