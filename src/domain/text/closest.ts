/** Those of `candidates` that `text` was probably meant to be, the best first. */
export function closest(text: string, candidates: readonly string[], count: number): readonly string[] {
  if (text.length > 100) return [];
  const wanted = text.toLowerCase();
  const wantedLetters = lettersOf(wanted);
  const limit = Math.min(3, Math.max(1, Math.floor(wanted.length / 3)));
  const scored: { candidate: string; score: number }[] = [];
  for (const { candidate, name, letters } of prepared(candidates)) {
    // `tag` for `tags_list.tag`: the last name alone is what people remember.
    const tail = name.length > wanted.length && name.endsWith(`.${wanted}`);
    // Most candidates are out by what costs nearly nothing: their length, and letters that the other does not have.
    const hopeless =
      Math.abs(name.length - wanted.length) > limit ||
      countBits(letters & ~wantedLetters) > limit ||
      countBits(wantedLetters & ~letters) > limit;
    const score = tail ? 0.5 : hopeless ? Infinity : distance(wanted, name, limit);
    if (score <= limit) scored.push({ candidate, score });
  }
  scored.sort((a, b) => a.score - b.score || a.candidate.length - b.candidate.length);
  return scored.slice(0, count).map(({ candidate }) => candidate);
}

interface Prepared {
  readonly candidate: string;
  readonly name: string;
  readonly letters: number;
}

const known = new WeakMap<readonly string[], readonly Prepared[]>();

function prepared(candidates: readonly string[]): readonly Prepared[] {
  const before = known.get(candidates);
  if (before) return before;
  const made = candidates.map((candidate) => {
    const name = candidate.toLowerCase();
    return { candidate, name, letters: lettersOf(name) };
  });
  known.set(candidates, made);
  return made;
}

/** Which letters a text has, as bits; letters that share a bit make it say less, never wrong. */
function lettersOf(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at++) bits |= 1 << (text.charCodeAt(at) & 31);
  return bits;
}

function countBits(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

/** How many letters have to be added, dropped, changed or swapped with their neighbour; Infinity above the limit. */
function distance(left: string, right: string, limit: number): number {
  // What is the same at both ends, as the objects' names in a path mostly are, costs nothing.
  const shorter = Math.min(left.length, right.length);
  let start = 0;
  while (start < shorter && left.charCodeAt(start) === right.charCodeAt(start)) start++;
  let end = 0;
  while (end < shorter - start && left.charCodeAt(left.length - 1 - end) === right.charCodeAt(right.length - 1 - end)) {
    end++;
  }
  const height = left.length - start - end;
  const width = right.length - start - end;
  const a = (i: number) => left.charCodeAt(start + i - 1);
  const b = (j: number) => right.charCodeAt(start + j - 1);
  const tooFar = limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: width + 1 }, (_, index) => Math.min(index, tooFar));
  for (let i = 1; i <= height; i++) {
    const row = new Array<number>(width + 1).fill(tooFar);
    if (i <= limit) row[0] = i;
    let smallest = row[0] ?? tooFar;
    // Further from the diagonal than the limit nothing can be near enough.
    for (let j = Math.max(1, i - limit); j <= Math.min(width, i + limit); j++) {
      const same = a(i) === b(j);
      let cost = Math.min(
        (last[j] ?? tooFar) + 1,
        (row[j - 1] ?? tooFar) + 1,
        (last[j - 1] ?? tooFar) + (same ? 0 : 1),
      );
      const swapped = i > 1 && j > 1 && a(i) === b(j - 1) && a(i - 1) === b(j);
      if (swapped) cost = Math.min(cost, (beforeLast[j - 2] ?? tooFar) + 1);
      row[j] = cost;
      if (cost < smallest) smallest = cost;
    }
    if (smallest > limit) return Infinity;
    beforeLast = last;
    last = row;
  }
  return last[width] ?? Infinity;
}
