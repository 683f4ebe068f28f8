import type { HostAction, ViewAction } from '../src/protocol/messages.ts';

const meanings: Readonly<Record<string, ViewAction | HostAction>> = {
  e: 'nextProblem',
  E: 'previousProblem',
  n: 'nextTurn',
  p: 'previousTurn',
  j: 'nextSession',
  k: 'previousSession',
  v: 'nextTab',
  V: 'previousTab',
  t: 'toggleTimeZone',
  '/': 'search',
  1: 'showTalk',
  2: 'showSteps',
  3: 'showEverything',
  '[': 'collapseTurns',
  ']': 'expandTurns',
  g: 'toggleGraph',
  m: 'toggleMask',
  r: 'toggleRaw',
  c: 'copyMarkdown',
  C: 'copyCurl',
  o: 'openPayload',
  a: 'openRecording',
  f: 'filterFor',
  F: 'filterOut',
  '?': 'showShortcuts',
};

/** What a single key does in the page; undefined for one with a modifier, which is somebody else's. */
export function meaningOf({
  key,
  ctrlKey,
  metaKey,
  altKey,
}: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): ViewAction | HostAction | undefined {
  return ctrlKey || metaKey || altKey || !Object.hasOwn(meanings, key) ? undefined : meanings[key];
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
