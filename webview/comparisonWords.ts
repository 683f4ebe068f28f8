import type { PathRow } from '../src/domain/comparePaths.ts';
import type { StepAspect } from '../src/domain/compareSteps.ts';
import type { NoiseReason } from '../src/domain/comparisonNoise.ts';
import { formatDuration } from './format.ts';

/** Every sentence that the page of a comparison shows of its own. */
export const comparisonWords = {
  loading: 'Loading both sessions…',
  left: 'Left',
  right: 'Right',
  steps: 'Steps',
  detail: 'Difference',
  swap: 'Swap sides',
  execution: 'Execution time',
  stepCount: 'Steps',
  onlyDifferences: 'Only differences',
  nextDifference: 'Next difference (e)',
  previousDifference: 'Previous difference (Shift+E)',
  asText: 'Compare as Text',
  openLeft: 'Open Left Session',
  openRight: 'Open Right Session',
  openLeftHere: 'Open left session at this step',
  openRightHere: 'Open right session at this step',
  openPayloadDiff: 'Open the Payload Diff',
  noPayload: 'Neither step sent or got a payload that can be laid side by side.',
  noPair: 'Only one session ran this step: there is nothing to lay beside it.',
  noSteps: 'Neither session has a step.',
  noLeftSteps: 'The left session has no step.',
  noRightSteps: 'The right session has no step.',
  noSharedNode: 'No node ran in both sessions.',
  noDifferences: 'No step differs in anything but time.',
  noSelection: 'Select a row to see in what the two steps differ.',
  nothingDiffers: 'These two steps differ in nothing but time.',
  sameParameters: 'The parameters of both sessions ended with the same values.',
  sameTags: 'Both sessions have the same tags.',
  onlyLeft: 'Only the left session ran this step.',
  onlyRight: 'Only the right session ran this step.',
  where: 'Where',
  whole: 'the whole',
  absent: 'not there',
  empty: 'empty',
  notShown: 'not shown',
  parametersHere: 'Parameters at this step',
  notCounted: 'Differs in any two sessions',
  reason: 'Why',
  code: 'Code',
  problem: 'Problem',
  verb: 'Verb',
  url: 'URL',
  said: 'Caller said',
  output: 'Output',
  headers: 'Request headers',
  request: 'Request',
  response: 'Response',
  noAnswer: 'got no answer',
  timedOut: 'timed out',
  readWell: 'This session was read.',
} as const;

/** In what steps differ, as a mark says it. */
export const aspectWords: Readonly<Record<StepAspect, string>> = {
  outcome: 'outcome',
  said: 'what was said',
  request: 'request',
  response: 'response',
  parameters: 'parameters',
  tags: 'tags',
};

export const noiseWords: Readonly<Record<NoiseReason, string>> = {
  ownId: 'an id that each session or request has of its own',
  clock: 'a time on the clock',
  secret: 'a secret',
};

const steps = (count: number): string => `${count} ${count === 1 ? 'step' : 'steps'}`;

/** Sentences with something in them. Indexes come from 0 and are said from 1. */
export const comparisonPhrases = {
  title: (left: string, right: string) => `${left} and ${right}`,
  listOf: (rows: number) => `Steps of both sessions, ${rows} ${rows === 1 ? 'row' : 'rows'}`,
  alike: (count: number) => `${steps(count)} alike`,
  alikeThroughout: (count: number) => `Both ran the same ${steps(count)}, and nothing but times and ids differs.`,
  samePath: (count: number, differing: number) =>
    `Both ran the same ${steps(count)} with the same outcomes. What they sent, got or knew differs at ${differing} of them.`,
  sameFor: (count: number) => (count === 0 ? 'From the start, ' : `Same for ${steps(count)}, then `),
  outcome: (step: number, name: string, left: string, right: string) =>
    `step ${step + 1} differs: ${name} ${left} at the left and ${right} at the right.`,
  otherWays: (left: string, right: string) => `the left goes on with ${left}, the right with ${right}.`,
  leftEnds: (right: string) => `the left ends, and the right goes on with ${right}.`,
  rightEnds: (left: string) => `the right ends, and the left goes on with ${left}.`,
  nodeAbout: (name: string, about: string) =>
    about === '' ? name : `${name} “${about.length > 40 ? `${about.slice(0, 40).trimEnd()}…` : about}”`,
  answered: (code: number) => `answered ${code}`,
  onlyLeft: (count: number) => `${steps(count)} only at the left`,
  onlyRight: (count: number) => `${steps(count)} only at the right`,
  differing: (count: number) => `${count} shared ${count === 1 ? 'step differs' : 'steps differ'}`,
  time: (ms: number) => `execution time ${signedDuration(ms)}`,
  stepsOf: (left: number, right: number) =>
    left === right ? `step ${left + 1}` : `steps ${left + 1} and ${right + 1}`,
  bothSteps: (left: number, right: number) => `left step ${left + 1}, right step ${right + 1}`,
  stepOf: (step: number) => `step ${step + 1}`,
  differs: (aspects: readonly StepAspect[]) => `differs in ${aspects.map((aspect) => aspectWords[aspect]).join(', ')}`,
  differenceOf: (position: number, count: number, what: string) => `Difference ${position + 1} of ${count}: ${what}`,
  differencesMore: (count: number) => `The first ${count} differences. The payload diff shows all of them.`,
  longer: (text: string, length: number) => `${text}… (${length} characters)`,
  side: (side: 'left' | 'right', name: string) => `${side === 'left' ? 'Left' : 'Right'} session: ${name}`,
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

/** What each key does, for the list of shortcuts. */
export const comparisonShortcuts: readonly (readonly [keys: string, what: string])[] = [
  ['↑ ↓ Home End', 'Move through the steps'],
  ['Enter', 'Go to the difference’s detail'],
  ['Escape', 'Go back to the steps'],
  ['e / Shift+E, F8 / Shift+F8', 'Next / previous difference'],
  ['f', 'Only differences, or all steps'],
  ['o', 'Open the payload diff of the selected steps'],
  ['d', 'Compare both sessions as text'],
  ['s', 'Swap sides'],
  ['1 2 3', 'Steps, parameters, tags'],
  ['?', 'This list'],
];
