/** Beyond this many comparisons the whole is no longer compared at once. */
const limit = 4_000_000;

/**
 * Pairs equal entries of two sequences, in order, as many as possible, each as early as possible: the longest common subsequence.
 * Resolves to, for each entry of `left`, its index in `right`, or -1.
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
    // A stretch at a time keeps memory bounded in very long sessions; in others there is one stretch.
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

function alignStretch(left: readonly string[], right: readonly string[]): number[] {
  const width = right.length + 1;
  const lengths = new Uint16Array((left.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = left.length - 1; i >= 0; i -= 1) {
    for (let j = right.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] = left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs = new Array<number>(left.length).fill(-1);
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    if (left[i] === right[j]) {
      pairs[i] = j;
      i += 1;
      j += 1;
    } else if (at(i + 1, j) > at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}
