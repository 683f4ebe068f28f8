import type { ViewAction } from '../src/protocol/messages.ts';

/** What a single key does in the page: an action, or a tab by its number. */
export type KeyMeaning = ViewAction | { readonly tab: number };

const meanings: Readonly<Record<string, KeyMeaning>> = {
  e: 'nextProblem',
  E: 'previousProblem',
  n: 'nextTurn',
  p: 'previousTurn',
  '/': 'search',
  r: 'toggleRaw',
  c: 'copyMarkdown',
  o: 'openPayload',
  '?': 'showShortcuts',
  1: { tab: 0 },
  2: { tab: 1 },
  3: { tab: 2 },
};

export function meaningOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
): KeyMeaning | undefined {
  return event.ctrlKey || event.metaKey || event.altKey ? undefined : meanings[event.key];
}

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
