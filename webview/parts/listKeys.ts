/** Where an arrow leads in a list; undefined for any other key. */
export function movedIndex(key: string, index: number, count: number): number | undefined {
  if (count === 0) return undefined;
  const to = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    Home: 0,
    End: count - 1,
    PageDown: index + 10,
    PageUp: index - 10,
  }[key];
  return to === undefined ? undefined : Math.max(0, Math.min(count - 1, to));
}

/** The entry after (or before) `from` in an ordered list, around the end. */
export function nextOf(sorted: readonly number[], from: number, direction: 1 | -1): number | undefined {
  if (direction === 1) return sorted.find((value) => value > from) ?? sorted[0];
  return sorted.findLast((value) => value < from) ?? sorted.at(-1);
}
