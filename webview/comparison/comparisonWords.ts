import * as l10n from '@vscode/l10n';
import type { PathRow } from '../../src/domain/comparison/comparePaths.ts';
import type { StepAspect } from '../../src/domain/comparison/compareSteps.ts';
import type { NoiseReason } from '../../src/domain/comparison/comparisonNoise.ts';
import { formatDuration } from '../parts/words/format.ts';
import { numberText } from '../parts/words/numberText.ts';
import { spoken } from '../parts/words/spoken.ts';

/** Every sentence that the page of a comparison shows of its own. */
export const comparisonWords = spoken(() => ({
  loading: l10n.t('Loading both sessions…'),
  left: l10n.t('Left'),
  right: l10n.t('Right'),
  steps: l10n.t('Steps'),
  detail: l10n.t('Difference'),
  swap: l10n.t('Swap sides'),
  execution: l10n.t('Execution time'),
  stepCount: l10n.t('Steps'),
  onlyDifferences: l10n.t('Only differences'),
  nextDifference: l10n.t('Next difference (e)'),
  previousDifference: l10n.t('Previous difference (Shift+E)'),
  openLeft: l10n.t('Open Left Session'),
  openRight: l10n.t('Open Right Session'),
  openLeftHere: l10n.t('Open left session at this step'),
  openRightHere: l10n.t('Open right session at this step'),
  openPayloadDiff: l10n.t('Open the Payload Diff'),
  noPayload: l10n.t('Neither step sent or got a payload that can be laid side by side.'),
  noPair: l10n.t('Only one session ran this step: there is nothing to lay beside it.'),
  noSteps: l10n.t('Neither session has a step.'),
  noLeftSteps: l10n.t('The left session has no step.'),
  noRightSteps: l10n.t('The right session has no step.'),
  otherAgent: l10n.t(
    'Two different agents: their steps stand side by side only where both have the same node. Outcomes, times, parameters and tags can be compared all the same.',
  ),
  signs: l10n.t('What the icons mean (?)'),
  noSharedNode: l10n.t('No node ran in both sessions.'),
  noDifferences: l10n.t('The steps differ only in time.'),
  noSelection: l10n.t('Select a row to see in what the two steps differ.'),
  nothingDiffers: l10n.t('These two steps differ only in time.'),
  sameParameters: l10n.t('The parameters of both sessions ended with the same values.'),
  sameTags: l10n.t('Both sessions have the same tags.'),
  onlyLeft: l10n.t('Only the left session ran this step.'),
  onlyRight: l10n.t('Only the right session ran this step.'),
  where: l10n.t('Where'),
  whole: l10n.t('the whole'),
  absent: l10n.t('not there'),
  empty: l10n.t('empty'),
  parametersHere: l10n.t('Parameters at this step'),
  notCounted: l10n.t('Differs in any two sessions'),
  code: l10n.t('Code'),
  problem: l10n.t('Problem'),
  verb: l10n.t('Verb'),
  url: l10n.t('URL'),
  said: l10n.t('Caller said'),
  output: l10n.t('Output'),
  headers: l10n.t('Request headers'),
  request: l10n.t('Request'),
  response: l10n.t('Response'),
  noAnswer: l10n.t('got no answer'),
  timedOut: l10n.t('timed out'),
  readWell: l10n.t('This session was read.'),
}));

/** In what steps differ, as a mark says it. */
export const aspectWords: Readonly<Record<StepAspect, string>> = spoken(() => ({
  outcome: l10n.t('outcome'),
  said: l10n.t('what was said'),
  request: l10n.t('request'),
  response: l10n.t('response'),
  parameters: l10n.t('parameters'),
  tags: l10n.t('tags'),
}));

export const noiseWords: Readonly<Record<NoiseReason, string>> = spoken(() => ({
  ownId: l10n.t('an id that each session or request has of its own'),
  clock: l10n.t('a time on the clock'),
  secret: l10n.t('a secret'),
}));

/** Sentences with something in them. Indexes come from 0 and are said from 1. */
export const comparisonPhrases = {
  title: (left: string, right: string) => l10n.t('{0} and {1}', left, right),
  listOf: (rows: number) =>
    rows === 1 ? l10n.t('Steps of both sessions, {0} row', rows) : l10n.t('Steps of both sessions, {0} rows', rows),
  alike: (count: number) =>
    count === 1 ? l10n.t('{0} step alike', count) : l10n.t('{0} steps alike', numberText(count)),
  alikeThroughout: (count: number) =>
    count === 1
      ? l10n.t('Both ran the same step. Only times and ids differ.')
      : l10n.t('Both ran the same {0} steps. Only times and ids differ.', numberText(count)),
  samePath: (count: number, differing: number) =>
    count === 1
      ? l10n.t('Both ran the same step with the same outcome. What they sent, got or knew differs.')
      : l10n.t(
          'Both ran the same {0} steps with the same outcomes. What they sent, got or knew differs at {1} of them.',
          numberText(count),
          numberText(differing),
        ),
  sameFor: (count: number) => {
    if (count === 0) return l10n.t('Different from the start.');
    return count === 1 ? l10n.t('Same for {0} step.', count) : l10n.t('Same for {0} steps.', numberText(count));
  },
  outcome: (step: number, name: string, left: string, right: string) =>
    l10n.t('Step {0} differs: {1} {2} at the left and {3} at the right.', step + 1, name, left, right),
  otherWays: (left: string, right: string) => l10n.t('The left goes on with {0}, the right with {1}.', left, right),
  leftEnds: (right: string) => l10n.t('The left ends, and the right goes on with {0}.', right),
  rightEnds: (left: string) => l10n.t('The right ends, and the left goes on with {0}.', left),
  nodeAbout: (name: string, about: string) =>
    about === '' ? name : l10n.t('{0} “{1}”', name, about.length > 40 ? `${about.slice(0, 40).trimEnd()}…` : about),
  answered: (code: number) => l10n.t('answered {0}', code),
  onlyLeft: (count: number) =>
    count === 1 ? l10n.t('{0} step only at the left', count) : l10n.t('{0} steps only at the left', numberText(count)),
  onlyRight: (count: number) =>
    count === 1
      ? l10n.t('{0} step only at the right', count)
      : l10n.t('{0} steps only at the right', numberText(count)),
  differing: (count: number) =>
    count === 1 ? l10n.t('{0} shared step differs', count) : l10n.t('{0} shared steps differ', numberText(count)),
  time: (ms: number) => l10n.t('execution time {0}', signedDuration(ms)),
  stepsOf: (left: number, right: number) =>
    left === right ? l10n.t('step {0}', left + 1) : l10n.t('steps {0} and {1}', left + 1, right + 1),
  bothSteps: (left: number, right: number) => l10n.t('left step {0}, right step {1}', left + 1, right + 1),
  stepOf: (step: number) => l10n.t('step {0}', step + 1),
  differs: (aspects: readonly StepAspect[]) =>
    l10n.t('differs in {0}', aspects.map((aspect) => aspectWords[aspect]).join(', ')),
  differenceOf: (position: number, count: number, what: string) =>
    l10n.t('Difference {0} of {1}: {2}', numberText(position + 1), numberText(count), what),
  differencesMore: (count: number) =>
    l10n.t('The first {0} differences. The payload diff shows all of them.', numberText(count)),
  longer: (text: string, length: number) => l10n.t('{0}… ({1} characters)', text, length),
  side: (side: 'left' | 'right', name: string) =>
    side === 'left' ? l10n.t('Left session: {0}', name) : l10n.t('Right session: {0}', name),
} as const;

/** How much longer, with a sign; a duration that did not change is ±0. */
export function signedDuration(ms: number): string {
  const rounded = Math.round(ms);
  if (rounded === 0) return '±0 ms';
  return `${rounded > 0 ? '+' : '−'}${formatDuration(Math.abs(rounded))}`;
}

/** What a row is, in few words. */
export function rowWords(row: PathRow): string {
  switch (row.type) {
    case 'onlyLeft':
      return comparisonWords.onlyLeft;
    case 'onlyRight':
      return comparisonWords.onlyRight;
    case 'same':
      return row.differs.length === 0 ? '' : comparisonPhrases.differs(row.differs);
  }
}
