import { distinctNumbers, placeOf } from './distinctNumbers.ts';

/** So many units of a text are a number that is exact. */
const keyUnits = 6;
const unitSize = 256;

/**
 * Puts the codes of texts into the order of their UTF-16 units, in which the service sorts too. Most columns of many different texts hold
 * numbers and ids: what all begin with is passed over, and the units behind it, as a number, tell nearly all of them apart. Numbers are
 * sorted several times as fast as texts.
 */
export function sortTexts(texts: readonly string[], codes: Uint32Array): Uint32Array {
  const compare = (a: number, b: number): number => compareTexts(texts[a] ?? '', texts[b] ?? '');
  const keys = keysOf(texts, codes);
  if (!keys) return codes.slice().sort(compare);
  const distinct = distinctNumbers(keys);
  const places = new Uint32Array(codes.length);
  const ends = new Uint32Array(distinct.length + 1);
  for (let at = 0; at < codes.length; at += 1) {
    const place = placeOf(distinct, keys[at] ?? 0);
    places[at] = place;
    ends[place + 1] = (ends[place + 1] ?? 0) + 1;
  }
  for (let place = 1; place < ends.length; place += 1) ends[place] = (ends[place] ?? 0) + (ends[place - 1] ?? 0);
  const sorted = new Uint32Array(codes.length);
  // What was the start of each place becomes its end.
  for (let at = 0; at < codes.length; at += 1) {
    const place = places[at] ?? 0;
    const next = ends[place] ?? 0;
    sorted[next] = codes[at] ?? 0;
    ends[place] = next + 1;
  }
  for (let place = 0, start = 0; place < distinct.length; place += 1) {
    const end = ends[place] ?? 0;
    if (end - start > 1) sorted.subarray(start, end).sort(compare);
    start = end;
  }
  return sorted;
}

/** Numbers in the order of what stands behind the common beginning; undefined where letters are in it that they have no room for. */
function keysOf(texts: readonly string[], codes: Uint32Array): Float64Array | undefined {
  const from = commonLength(texts, codes);
  const keys = new Float64Array(codes.length);
  for (let at = 0; at < codes.length; at += 1) {
    const text = texts[codes[at] ?? 0] ?? '';
    let key = 0;
    for (let unit = from; unit < from + keyUnits; unit += 1) {
      // The end of a text comes before every unit; so does U+0000, and texts with one key are compared.
      const value = unit < text.length ? text.charCodeAt(unit) : 0;
      if (value >= unitSize) return undefined;
      key = key * unitSize + value;
    }
    keys[at] = key;
  }
  return keys;
}

/** How many units all texts begin with alike. */
function commonLength(texts: readonly string[], codes: Uint32Array): number {
  const first = texts[codes[0] ?? 0] ?? '';
  let common = first.length;
  for (let at = 1; at < codes.length && common > 0; at += 1) {
    const text = texts[codes[at] ?? 0] ?? '';
    let same = 0;
    while (same < common && text.charCodeAt(same) === first.charCodeAt(same)) same += 1;
    common = same;
  }
  return common;
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
