import type { ComparisonAction } from '../../src/protocol/comparisonMessages.ts';
import type { ComparisonTab } from './comparisonState.ts';
import { comparisonTabs } from './comparisonState.ts';

/** What a single key does in a comparison: an action, or a tab by its number. */
export type ComparisonKey = ComparisonAction | 'toggleMask' | { readonly tab: ComparisonTab };

const meanings: Readonly<Record<string, ComparisonKey>> = {
  e: 'nextDifference',
  E: 'previousDifference',
  f: 'onlyDifferences',
  s: 'swapSides',
  m: 'toggleMask',
  o: 'openPayloadDiff',
  d: 'compareAsText',
  '?': 'showShortcuts',
  1: { tab: comparisonTabs[0] },
  2: { tab: comparisonTabs[1] },
  3: { tab: comparisonTabs[2] },
};

export function comparisonKey(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
): ComparisonKey | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  return Object.hasOwn(meanings, event.key) ? meanings[event.key] : undefined;
}
