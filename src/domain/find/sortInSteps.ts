const chunkLength = 1000;

/** Sorts many values in short steps, so that whoever waits for the process is answered meanwhile. Equal ones stay in their order. */
export function* sortInSteps<T>(
  values: readonly T[],
  compare: (one: T, other: T) => number,
): Generator<void, readonly T[]> {
  let runs: (readonly T[])[] = [];
  for (let at = 0; at < values.length; at += chunkLength) {
    runs.push(values.slice(at, at + chunkLength).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const merged: (readonly T[])[] = [];
    for (let at = 0; at < runs.length; at += 2) {
      merged.push(yield* merge(runs[at] ?? [], runs[at + 1] ?? [], compare));
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

function* merge<T>(
  left: readonly T[],
  right: readonly T[],
  compare: (one: T, other: T) => number,
): Generator<void, readonly T[]> {
  // Most lists are in order already.
  if (left.length === 0 || right.length === 0 || compare(left.at(-1) as T, right[0] as T) <= 0) {
    yield;
    return left.concat(right);
  }
  const merged: T[] = [];
  let [a, b] = [0, 0];
  while (a < left.length && b < right.length) {
    merged.push((compare(left[a] as T, right[b] as T) <= 0 ? left[a++] : right[b++]) as T);
    if (merged.length % chunkLength === 0) yield;
  }
  yield;
  return merged.concat(left.slice(a), right.slice(b));
}
