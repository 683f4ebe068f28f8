import type { StepAspect } from '../../src/domain/comparison/compareSteps.ts';
import { stepAspects } from '../../src/domain/comparison/compareSteps.ts';
import type { Signs } from '../parts/shortcutsView.ts';
import { aspectWords, comparisonWords } from './comparisonWords.ts';

/** What stands between two steps for each thing that they differ in. */
export const aspectIcons: Readonly<Record<StepAspect, string>> = {
  outcome: 'warning',
  said: 'comment',
  request: 'arrow-up',
  response: 'arrow-down',
  parameters: 'symbol-variable',
  tags: 'tag',
};

/** What stands in place of them where only one side ran a step. */
export const sideIcons = { onlyLeft: 'arrow-left', onlyRight: 'arrow-right' } as const;

/** What the icons between the steps say. */
export const comparisonSigns = (): Signs => [
  [sideIcons.onlyLeft, comparisonWords.onlyLeft],
  [sideIcons.onlyRight, comparisonWords.onlyRight],
  ...stepAspects.map((aspect) => [aspectIcons[aspect], aspectWords[aspect]] as const),
];
