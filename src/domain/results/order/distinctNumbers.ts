/** The different numbers of many, in their order; NaN is none. */
export function distinctNumbers(values: Float64Array): Float64Array {
  // Those that are none come last.
  const sorted = values.slice().sort();
  let count = 0;
  for (let at = 0; at < sorted.length; at += 1) {
    const value = sorted[at] ?? 0;
    if (Number.isNaN(value)) break;
    if (count > 0 && sorted[count - 1] === value) continue;
    sorted[count] = value;
    count += 1;
  }
  return sorted.subarray(0, count);
}

/** The place of one of them. */
export function placeOf(distinct: Float64Array, value: number): number {
  let [low, high] = [0, distinct.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((distinct[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
