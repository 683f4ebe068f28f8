import { findField, findSlip } from '../../domain/session/fields/fields.ts';
import { missing } from './fieldIndex.ts';
import { invalid } from './refusal.ts';
import type { SessionIndex } from './sessionIndex.ts';

export interface SortKey {
  readonly path: string;
  readonly descending: boolean;
}

/** Reads `field:asc,field:desc`. Only fields with an order of their own can be sorted by. */
export function readSort(text: string): readonly SortKey[] {
  return text.split(',').map((part) => {
    const colon = part.lastIndexOf(':');
    const [named, direction] = [part.slice(0, colon), part.slice(colon + 1).toLowerCase()];
    if (colon < 1 || (direction !== 'asc' && direction !== 'desc'))
      throw invalid(`sort_by: [${part}] is not <attribute>:asc or <attribute>:desc`);
    const path = (findSlip(named, 'sort') ?? findSlip(named))?.use ?? named;
    const field = findField(path);
    if (!field) throw invalid(`sort_by: no mapping found for [${path}] in order to sort on`);
    if (!field.sortable) throw invalid(`sort_by: [${path}] is ${kinds[field.kind]}, which has no order`);
    return { path, descending: direction === 'desc' };
  });
}

const kinds = {
  object: 'an object',
  text: 'analysed text',
  id: 'an id',
  number: 'a number',
  date: 'a date',
  boolean: 'a boolean',
} as const;

/** The first `count` of `docs` in order. Sessions without a value come last in both directions, equal ones as they were loaded. */
export function firstInOrder(docs: Uint32Array, keys: readonly SortKey[], at: { index: SessionIndex; count: number }) {
  const columns = keys.flatMap(({ path, descending }) => {
    const column = at.index.field(path)?.column(at.index.size);
    return column ? [{ places: descending ? column.largest : column.smallest, descending }] : [];
  });
  if (columns.length === 0) return docs.subarray(0, at.count);
  const compare = (a: number, b: number): number => {
    for (const { places, descending } of columns) {
      const [left, right] = [places[a] ?? missing, places[b] ?? missing];
      if (left === right) continue;
      if (left === missing || right === missing) return left === missing ? 1 : -1;
      return descending ? right - left : left - right;
    }
    return a - b;
  };
  if (at.count < docs.length) moveFirst(docs, at.count, compare);
  return docs.subarray(0, at.count).sort(compare);
}

/** Quickselect: afterwards the first `count` numbers are those that a full sort would put there, in no order. */
function moveFirst(docs: Uint32Array, count: number, compare: (a: number, b: number) => number): void {
  let [low, high] = [0, docs.length - 1];
  while (low < high) {
    const pivot = docs[(low + high) >>> 1] ?? 0;
    let [left, right] = [low, high];
    while (left <= right) {
      while (compare(docs[left] ?? 0, pivot) < 0) left++;
      while (compare(docs[right] ?? 0, pivot) > 0) right--;
      if (left > right) break;
      const moved = docs[left] ?? 0;
      docs[left++] = docs[right] ?? 0;
      docs[right--] = moved;
    }
    if (count <= right) high = right;
    else if (count > left) low = left;
    else return;
  }
}
