import { alignSequences } from '../alignment/alignSequences.ts';
import type { LooseRecord } from '../json/looseValues.ts';
import { isRecord } from '../json/looseValues.ts';
import { writeJson } from '../json/writeJson.ts';
import { entriesOf } from '../json/writtenEntries.ts';
import { WrittenNumber } from '../json/writtenNumber.ts';
import type { NoiseReason } from './comparisonNoise.ts';
import { noiseReason } from './comparisonNoise.ts';
import type { SessionIds } from './ownIds.ts';
import { sameButForIds } from './ownIds.ts';

/** A place where two JSON values differ. */
export interface Difference {
  /** Keys and indexes from the root; of an entry in a list, its index at the left, or at the right when it is only there. */
  readonly path: readonly (string | number)[];
  /** Undefined when the place is only at the other side: JSON has no undefined of its own. */
  readonly left: unknown;
  readonly right: unknown;
  /** Set when it would differ in any two sessions. */
  readonly noise?: NoiseReason | undefined;
}

/** A path while it is walked: shared by all below it, so that deep values cost no more than wide ones. */
interface Place {
  readonly above: Place | undefined;
  readonly key: string | number;
  readonly depth: number;
}

/** Lists within lists deeper than this are compared entry by entry: to align each would cost the square of the depth. */
const alignedDepth = 30;

interface Pair {
  readonly left: unknown;
  readonly right: unknown;
  readonly place: Place | undefined;
  readonly noise: NoiseReason | undefined;
}

/**
 * Where two JSON values differ, in the order of the left one. The order of keys means nothing; lists are aligned, so that one entry more
 * does not make all after it differ. Made one at a time: whoever wants to know only whether there is one takes the first. Values may be
 * nested as deep as they like.
 */
export function* jsonDifferences(left: unknown, right: unknown, ids: SessionIds = {}): Generator<Difference> {
  const waiting: Pair[] = [{ left, right, place: undefined, noise: undefined }];
  for (let pair = waiting.pop(); pair; pair = waiting.pop()) {
    if (pair.left === pair.right || isSameNumber(pair.left, pair.right)) continue;
    const inner = innerPairs(pair);
    if (inner) {
      for (let index = inner.length - 1; index >= 0; index -= 1) waiting.push(inner[index] ?? pair);
      continue;
    }
    const noise = pair.noise ?? (sameButForIds(pair.left, pair.right, ids) ? 'ownId' : undefined);
    yield { path: pathOf(pair.place), left: pair.left, right: pair.right, noise };
  }
}

/** What is to be compared within; undefined when the two are no two lists and no two objects, and so differ as a whole. */
function innerPairs({ left, right, place, noise }: Pair): Pair[] | undefined {
  const depth = (place?.depth ?? 0) + 1;
  if (Array.isArray(left) && Array.isArray(right)) {
    return alignEntries(left, right, depth > alignedDepth).map(([i, j]) => ({
      left: left[i ?? -1],
      right: right[j ?? -1],
      place: { above: place, key: i ?? j ?? 0, depth },
      noise,
    }));
  }
  if (!isRecord(left) || !isRecord(right)) return undefined;
  return pairsByKey(left, right).map(([key, ours, theirs]) => ({
    left: ours,
    right: theirs,
    place: { above: place, key, depth },
    noise: noise ?? noiseReason(key),
  }));
}

/** Both numbers kept as they are written, and written alike. */
function isSameNumber(left: unknown, right: unknown): boolean {
  return left instanceof WrittenNumber && right instanceof WrittenNumber && left.text === right.text;
}

/** The values of each key at both sides: of a repeated key the first with the first, the second with the second. */
function pairsByKey(left: LooseRecord, right: LooseRecord): [key: string, left: unknown, right: unknown][] {
  const theirs = new Map<string, unknown[]>();
  for (const [key, value] of entriesOf(right)) {
    const known = theirs.get(key);
    if (known) known.push(value);
    else theirs.set(key, [value]);
  }
  const pairs = entriesOf(left).map(([key, value]): [string, unknown, unknown] => [
    key,
    value,
    theirs.get(key)?.shift(),
  ]);
  for (const [key, values] of theirs) for (const value of values) pairs.push([key, undefined, value]);
  return pairs;
}

type EntryPair = readonly [i: number | undefined, j: number | undefined];

/** Equal entries stand beside each other; those between are taken in order. */
function alignEntries(left: readonly unknown[], right: readonly unknown[], deep: boolean): EntryPair[] {
  const pairs = deep ? [] : alignSequences(left.map(entryKey), right.map(entryKey));
  const rows: EntryPair[] = [];
  let i = 0;
  let j = 0;
  const fill = (leftEnd: number, rightEnd: number): void => {
    while (i < leftEnd || j < rightEnd) rows.push([i < leftEnd ? i++ : undefined, j < rightEnd ? j++ : undefined]);
  };
  pairs.forEach((found, index) => {
    if (found < 0) return;
    fill(index, found);
    rows.push([i++, j++]);
  });
  fill(left.length, right.length);
  return rows;
}

function entryKey(entry: unknown): string {
  return entry === undefined ? '' : writeJson(entry);
}

function pathOf(place: Place | undefined): (string | number)[] {
  const path: (string | number)[] = [];
  for (let at = place; at; at = at.above) path.push(at.key);
  return path.reverse();
}

/** A path as people write it: `order.items[2].price`; keys that are no plain words stand in brackets. */
export function pathText(path: readonly (string | number)[]): string {
  return path
    .map((key, index) => {
      if (typeof key === 'number') return `[${key}]`;
      if (!/^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(key)) return `[${JSON.stringify(key)}]`;
      return index === 0 ? key : `.${key}`;
    })
    .join('');
}
