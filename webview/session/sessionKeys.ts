import type { HostAction, ViewAction } from '../../src/protocol/messages.ts';
import { hostActions } from '../../src/protocol/messages.ts';

const meanings: Readonly<Record<string, ViewAction | HostAction>> = {
  e: 'nextProblem',
  E: 'previousProblem',
  n: 'nextTurn',
  p: 'previousTurn',
  j: 'nextSession',
  k: 'previousSession',
  J: 'nextFailing',
  K: 'previousFailing',
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
  d: 'nextPart',
  D: 'previousPart',
  r: 'toggleRaw',
  c: 'copyMarkdown',
  C: 'copyCurl',
  s: 'share',
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

/** What a key that was pressed does, where it is not typed into a field. */
export function actionOf(event: KeyboardEvent): ViewAction | HostAction | undefined {
  return event.composedPath().some(isTypedInto) ? undefined : meaningOf(event);
}

export function isHostAction(action: ViewAction | HostAction): action is HostAction {
  return hostActions.some((known) => known === action);
}

/** Fields in which a letter is a letter: in a list of choices it finds one. */
function isTypedInto(target: EventTarget): boolean {
  return target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && target.type !== 'radio');
}
