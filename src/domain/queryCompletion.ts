import type { Location } from 'jsonc-parser';
import { createScanner, getLocation, parseTree } from 'jsonc-parser';
import { clauseSnippets } from './clauseSnippets.ts';
import { fields, findField } from './fields.ts';
import { occurrences } from './queryClauses.ts';
import { queryKeys } from './shapeProblems.ts';

/** Values that loaded sessions had, newest first. A label is what a person calls the value: an agent's name for its id. */
export interface SeenValues {
  valuesOf(fieldPath: string): readonly { readonly value: string; readonly label?: string }[];
}

export type CompletionKind = 'key' | 'clause' | 'field' | 'value' | 'date' | 'input' | 'snippet' | 'direction';

export interface QueryCompletion {
  readonly label: string;
  readonly insertText: string;
  readonly kind: CompletionKind;
  readonly detail?: string;
  readonly documentation?: string;
  readonly sortText: string;
  readonly filterText?: string;
  /** Whether `insertText` has placeholders: `$1`, `\${2:name}`. */
  readonly snippet: boolean;
  /** Whether an editor that knows the schema offers it by itself. */
  readonly builtIn: boolean;
}

/** What fits at a place, and the piece of the text that it takes the place of. */
export interface QueryCompletions {
  readonly offset: number;
  readonly length: number;
  readonly items: readonly QueryCompletion[];
}

const starts = ['now-24h', 'now/d', 'now-7d/d', 'now/w', 'now-30d/d', 'now/M', 'now-1M/M', 'now-59d'];
const ends = ['now', 'now/d', 'now-1d/d', 'now-1w/w', 'now-1M/M'];

type Entry = Partial<QueryCompletion> & { readonly label: string; readonly kind: CompletionKind };

/** What fits at an offset of a query file's text, however unfinished it is. */
export function completionsAt(text: string, offset: number, seen: SeenValues): QueryCompletions {
  const location = getLocation(text, offset);
  const place = placeAt(text, offset, location);
  if (!place) return { offset, length: 0, items: [] };
  const entries = location.isAtPropertyKey
    ? keysAt(text, location, place)
    : valuesAt(text, offset, location, place, seen);
  const unique = new Map<string, QueryCompletion>();
  for (const entry of entries) {
    const item = completion(entry, unique.size, place, location.isAtPropertyKey);
    if (!unique.has(item.label)) unique.set(item.label, item);
  }
  return { offset: place.offset, length: place.length, items: [...unique.values()] };
}

interface Place {
  readonly offset: number;
  readonly length: number;
  /** Whether the cursor is within quotes. */
  readonly quoted: boolean;
  /** Whether a colon follows: a key that has its value already. */
  readonly hasColon: boolean;
}

/** The token that the cursor is in; undefined within comments. An unfinished string ends before what cannot belong to it. */
function placeAt(text: string, offset: number, location: Location): Place | undefined {
  const scanner = createScanner(text);
  scanner.setPosition(Math.max(0, text.lastIndexOf('\n', offset - 1) + 1));
  let start = offset;
  let length = 0;
  for (let kind: number = scanner.scan(); kind !== 17; kind = scanner.scan()) {
    const from = scanner.getTokenOffset();
    const to = from + scanner.getTokenLength();
    if (from >= offset) break;
    const open = kind === 10 && scanner.getTokenError() !== 0;
    if ((kind === 12 || kind === 13) && (offset < to || kind === 12)) return undefined;
    if (offset > to || (offset === to && kind !== 10 && kind !== 16 && kind !== 11)) continue;
    if (kind === 10 && offset === to && !open) return undefined;
    if (kind === 10 || kind === 16 || kind === 11 || (kind >= 7 && kind <= 9)) {
      start = from;
      length = (open ? endOfOpenString(text, offset, to) : to) - from;
    }
  }
  const previous = location.previousNode;
  if (
    length === 0 &&
    previous?.type === 'string' &&
    previous.offset < offset &&
    offset < previous.offset + previous.length
  ) {
    return undefined;
  }
  const hasColon = /^\s*:/.test(text.slice(start + length, start + length + 50));
  return { offset: start, length, quoted: text[start] === '"', hasColon };
}

function endOfOpenString(text: string, offset: number, to: number): number {
  const rest = /[,}\]]/.exec(text.slice(offset, to));
  return rest ? offset + rest.index : to;
}

function completion(entry: Entry, index: number, place: Place, isKey: boolean): QueryCompletion {
  const { label, kind, insertText } = entry;
  const literal = insertText ?? (isKey && !place.hasColon ? keyText(label, kind) : JSON.stringify(label));
  return {
    ...entry,
    insertText: literal,
    sortText: String(index).padStart(4, '0'),
    // The editor filters by what the replaced text begins with: the quote.
    filterText: place.quoted ? JSON.stringify(entry.filterText ?? label) : (entry.filterText ?? label),
    snippet: entry.snippet ?? (insertText === undefined && isKey && !place.hasColon),
    builtIn: entry.builtIn ?? false,
  };
}

const keyBodies: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['inputs', 'must', 'must_not', 'should', 'sort_by', 'project_fields'].map((key) => [key, '[$1]']),
  ),
  ...Object.fromEntries(['filter_by', 'term', 'match', 'bool'].map((key) => [key, '{ $1 }'])),
  page_size: '$1',
  page_number: '$1',
};

function keyText(label: string, kind: CompletionKind): string {
  const key = JSON.stringify(label).replaceAll('$', '\\$');
  if (kind === 'field') return `${key}: ${fieldBody(label)}`;
  return `${key}: ${keyBodies[label] ?? '"$1"'}`;
}

function fieldBody(path: string): string {
  const kind = findField(path)?.kind;
  return kind === 'number' ? '$1' : kind === 'boolean' ? `\${1|true,false|}` : '"$1"';
}

function keysAt(text: string, location: Location, place: Place): readonly Entry[] {
  const path = location.path.slice(0, -1);
  const taken = takenKeys(text, path, place);
  const builtIn = (labels: readonly string[], kind: CompletionKind = 'key'): Entry[] =>
    labels.filter((label) => !taken.has(label)).map((label) => ({ label, kind, builtIn: true }));
  if (path.length === 0) return builtIn(queryKeys.filter((key) => key !== '$schema'));
  if (path[0] === 'inputs' && path.length === 2) return builtIn(['id', 'type', 'description', 'default', 'options']);
  if (path[0] !== 'filter_by') return [];
  const last = path.at(-1);
  if (path.length === 1 || last === 'bool') return builtIn(occurrences);
  if (typeof last === 'number') return taken.size > 0 ? [] : builtIn(['term', 'match', 'bool'], 'clause');
  if (last !== 'term' && last !== 'match') return [];
  return taken.size > 0
    ? []
    : fieldEntries((field) => field.kind !== 'object' && (last === 'term' || !field.termOnly), last);
}

function takenKeys(text: string, path: readonly (string | number)[], place: Place): ReadonlySet<string> {
  let node = parseTree(text, [], { allowTrailingComma: true });
  for (const segment of path) {
    if (typeof segment === 'number') node = node?.children?.[segment];
    else node = node?.children?.find((child) => child.children?.[0]?.value === segment)?.children?.[1];
  }
  const keys = (node?.type === 'object' ? node.children : []) ?? [];
  const others = keys.filter((child) => child.children?.[0]?.offset !== place.offset);
  return new Set(others.map((child) => String(child.children?.[0]?.value)));
}

/** Fields that people search most come first; `match` prefers texts, `term` ids. */
function fieldEntries(fits: (field: (typeof fields)[number]) => boolean, clause?: 'term' | 'match'): Entry[] {
  const rank = ({ kind }: (typeof fields)[number]) =>
    clause === 'match' ? (kind === 'text' ? 0 : 1) : kind === 'text' ? 1 : 0;
  const entries = fields.filter(
    (field) => fits(field) && field.path !== 'api_key' && !field.path.startsWith('parameters'),
  );
  const ranked = entries.filter(({ path }) => !path.includes('*')).toSorted((a, b) => rank(a) - rank(b));
  return ranked.map((field) => ({
    label: field.path,
    kind: 'field',
    detail: `${field.kind} · ${field.title}`,
    documentation: field.description,
  }));
}

function valuesAt(text: string, offset: number, location: Location, place: Place, seen: SeenValues): readonly Entry[] {
  const { path } = location;
  const [top] = path;
  const inputs = (): Entry[] => inputEntries(text, offset, place);
  if (path.length === 1 && (top === 'from_date' || top === 'to_date')) {
    return [...(top === 'from_date' ? starts : ends).map((label): Entry => ({ label, kind: 'date' })), ...inputs()];
  }
  if (top === 'sort_by' && path.length === 2) return sortEntries();
  if (top === 'project_fields' && path.length === 2) return [...fieldEntries(() => true), ...seenPaths(seen)];
  if (top === 'inputs' && path.at(-1) === 'type') {
    return ['promptString', 'pickString'].map((label) => ({ label, kind: 'value', builtIn: true }));
  }
  if (top === 'connection')
    return [
      ...seen.valuesOf('connection').map((one): Entry => ({ label: one.value, kind: 'value' })),
      { label: 'sample', kind: 'value' },
    ];
  if (top !== 'filter_by') return [];
  if (isListElement(path) && !place.quoted) return clauseSnippets;
  const clause = path.findLastIndex((segment) => segment === 'term' || segment === 'match');
  const named = path[clause + 1];
  if (clause < 0 || typeof named !== 'string') return [];
  return [...fieldValues(named, seen), ...inputs()];
}

function isListElement(path: readonly (string | number)[]): boolean {
  return typeof path.at(-1) === 'number' && occurrences.some((known) => known === path.at(-2));
}

function fieldValues(path: string, seen: SeenValues): readonly Entry[] {
  const field = findField(path);
  const plain = (value: string) =>
    field?.kind === 'number' && /^-?\d+(\.\d+)?$/.test(value) ? value : JSON.stringify(value);
  const known = (field?.knownValues ?? []).map(
    ({ value, words }): Entry => ({
      label: String(value),
      insertText: plain(String(value)),
      kind: 'value',
      detail: words,
    }),
  );
  const truths =
    field?.kind === 'boolean'
      ? ['true', 'false'].map((label): Entry => ({ label, insertText: label, kind: 'value' }))
      : [];
  const met = seen.valuesOf(path).map(
    ({ value, label }): Entry => ({
      label: label ?? value,
      insertText: plain(value),
      kind: 'value',
      ...(label === undefined ? {} : { detail: value, filterText: `${label} ${value}` }),
    }),
  );
  return [...known, ...truths, ...met];
}

function sortEntries(): Entry[] {
  const sortable = fieldEntries((field) => field.sortable);
  return sortable.flatMap((entry) => {
    const descendingFirst = ['date', 'number'].includes(findField(entry.label)?.kind ?? '');
    const directions = descendingFirst ? ['desc', 'asc'] : ['asc', 'desc'];
    return directions.map(
      (direction): Entry => ({ ...entry, label: `${entry.label}:${direction}`, kind: 'direction' }),
    );
  });
}

/** Parameters by the names that loaded sessions had. */
function seenPaths(seen: SeenValues): Entry[] {
  return seen.valuesOf('params_list.name').map(({ value }) => ({ label: `params.${value}.value`, kind: 'field' }));
}

/** Declared inputs; within a string that has begun already, they complete what stands before the cursor. */
function inputEntries(text: string, offset: number, place: Place): Entry[] {
  const ids = [...text.matchAll(/"id"\s*:\s*"([^"\\{}:$]+)"/g)].map((found) => found[1] ?? '');
  const written = place.quoted ? text.slice(place.offset + 1, offset) : '';
  const lead = /^(.*?)(?:\$(?:\{[a-z]*:?[^}]*)?)?$/s.exec(written)?.[1] ?? '';
  return ids.map((id) => ({
    label: `\${input:${id}}`,
    insertText: `"${lead}\${input:${id}}"`,
    kind: 'input',
    filterText: `${lead}\${input:${id}}`,
  }));
}
