import { alignStretch } from './alignStretch.ts';

/** Beyond this many comparisons the whole is no longer compared at once: some tenths of a second. */
const limit = 1_000_000_000;

/**
 * Pairs equal entries of two sequences, in order, as many as possible: the longest common subsequence. Of several ways that are as
 * long, entries of `right` are passed over first.
 * Resolves to, for each entry of `left`, its index in `right`, or -1. Two sequences of 20,000 entries are compared as a whole.
 */
export function alignSequences(left: readonly string[], right: readonly string[]): number[] {
  const pairs = new Array<number>(left.length).fill(-1);
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) {
    pairs[start] = start;
    start += 1;
  }
  let leftStart = start;
  let rightStart = start;
  while (leftStart < left.length && rightStart < right.length) {
    // A stretch at a time keeps the time bounded in sequences of any length; in others there is one stretch.
    const side = Math.floor(Math.sqrt(limit));
    const whole = (left.length - leftStart) * (right.length - rightStart) <= limit;
    const leftEnd = whole ? left.length : Math.min(left.length, leftStart + side);
    const rightEnd = whole ? right.length : Math.min(right.length, rightStart + side);
    let paired = rightStart;
    alignStretch(left.slice(leftStart, leftEnd), right.slice(rightStart, rightEnd)).forEach((found, index) => {
      if (found < 0) return;
      pairs[leftStart + index] = rightStart + found;
      paired = rightStart + found + 1;
    });
    leftStart = leftEnd;
    rightStart = whole ? right.length : Math.max(paired, rightStart + 1);
  }
  return pairs;
}
