import { blockAt } from '../../src/domain/comparison/comparePaths.ts';
import { codeOf } from '../../src/domain/comparison/compareSteps.ts';
import type { Step } from '../../src/domain/session/steps.ts';
import { stepTitle } from '../parts/steps/nodeLabel.ts';
import { aboutStep } from '../parts/steps/stepLabel.ts';
import type { ComparisonModel } from './comparisonModel.ts';
import { nextStepAt, stepAt } from './comparisonModel.ts';
import { comparisonPhrases, comparisonWords, rowWords } from './comparisonWords.ts';

/** Until where two sessions are the same, and what comes then. */
export function divergenceWords(model: ComparisonModel): string {
  const { divergence, differences } = model.comparison.paths;
  const { rows } = model;
  if (rows.length === 0) return comparisonWords.noSteps;
  if (divergence === undefined) {
    if (differences.length === 0) return comparisonPhrases.alikeThroughout(rows.length);
    return comparisonPhrases.samePath(rows.length, differences.length);
  }
  if (rows.every(({ type }) => type !== 'same')) return nothingShared(model);
  return `${comparisonPhrases.sameFor(divergence)} ${partingWords(model, divergence)}`;
}

function nothingShared({ comparison }: ComparisonModel): string {
  if (comparison.left.steps.length === 0) return comparisonWords.noLeftSteps;
  return comparison.right.steps.length === 0 ? comparisonWords.noRightSteps : comparisonWords.noSharedNode;
}

function partingWords(model: ComparisonModel, divergence: number): string {
  const row = model.rows[divergence];
  const left = nextStepAt(model, divergence, 'left');
  const right = nextStepAt(model, divergence, 'right');
  if (row?.type === 'same' && left && right) {
    return comparisonPhrases.outcome(left.index, stepTitle(model, left), answerWords(left), answerWords(right));
  }
  if (left && right) return comparisonPhrases.otherWays(stepInWords(model, left), stepInWords(model, right));
  if (right) return comparisonPhrases.leftEnds(stepInWords(model, right));
  return left ? comparisonPhrases.rightEnds(stepInWords(model, left)) : '';
}

/** Many nodes are of one kind: what was said, or where it went, tells which. */
function stepInWords(model: ComparisonModel, step: Step): string {
  return comparisonPhrases.nodeAbout(stepTitle(model, step), aboutStep(step));
}

function answerWords(step: Step): string {
  const code = codeOf(step);
  if (step.problem === 'timedOut') return comparisonWords.timedOut;
  return step.problem === 'noResponse' || code === undefined
    ? comparisonWords.noAnswer
    : comparisonPhrases.answered(code);
}

/** How much of the two differs, in few words each. */
export function countWords({ comparison }: ComparisonModel): readonly string[] {
  const { paths, left, right } = comparison;
  const differing = paths.differences.length - paths.onlyLeft - paths.onlyRight;
  const timed = left.executionMs !== undefined && right.executionMs !== undefined;
  return [
    ...(paths.onlyLeft > 0 ? [comparisonPhrases.onlyLeft(paths.onlyLeft)] : []),
    ...(paths.onlyRight > 0 ? [comparisonPhrases.onlyRight(paths.onlyRight)] : []),
    ...(differing > 0 ? [comparisonPhrases.differing(differing)] : []),
    ...(timed ? [comparisonPhrases.time((right.executionMs ?? 0) - (left.executionMs ?? 0))] : []),
  ];
}

/** In what a row differs; of rows without a partner that follow each other, how many they are. */
export function stopWords(model: ComparisonModel, index: number): string {
  const { left, right } = blockAt(model.rows, index);
  const row = model.rows[index];
  if (left + right < 2) return row ? rowWords(row) : '';
  const words = [left > 0 ? comparisonPhrases.onlyLeft(left) : '', right > 0 ? comparisonPhrases.onlyRight(right) : ''];
  return words.filter(Boolean).join(', ');
}

/** What a screen reader says when a row is jumped to. */
export function rowTitle(model: ComparisonModel, index: number): string {
  const row = model.rows[index];
  const left = stepAt(model, row, 'left');
  const right = stepAt(model, row, 'right');
  const step = left ?? right;
  if (!step) return '';
  const name = stepTitle(model, step);
  if (left && right) return `${name}, ${comparisonPhrases.stepsOf(left.index, right.index)}`;
  return `${name}, ${comparisonPhrases.stepOf(step.index)}`;
}
