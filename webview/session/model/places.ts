import type { Standout } from '../../../src/domain/session/timeline/standout.ts';
import type { SessionModel } from './model.ts';
import type { ViewState } from './viewState.ts';

/** What of a session is selected: a step, a line, or the mark of where it broke off. */
export type Place = Pick<ViewState, 'step' | 'line' | 'end'>;

/** So many rows are in sight in a window of usual size. */
const inSightAtFirst = 10;

/**
 * What a session is opened at: the first problem, else the first answer that tells of an error. Where neither is there, what else stands out
 * (a loop, a missing end, what was said again) is no failure, and the story is read from its beginning: it is selected where it stands on
 * the first screen, so that the first step stays in sight above it. What is further down is named by the head of the page and one key away,
 * and the first step is selected.
 */
export function firstPlace(model: SessionModel): Place {
  const { conversation, findings, standout } = model;
  const { steps, problems } = conversation;
  const [told] = findings.toldErrors.keys();
  const failed = problems[0] ?? told;
  if (failed !== undefined) return at({ step: failed });
  if (steps.length === 0) return at({ line: 0 });
  const place = standoutPlace(model);
  return place && standout && rowsAbove(model, standout) < inSightAtFirst ? place : at({ step: 0 });
}

/** What was selected, as far as another document has it; undefined where it has nothing of it. */
export function keptPlace({ conversation, brokenOff }: SessionModel, { step, line, end }: Place): Place | undefined {
  const { steps, lines } = conversation;
  if (end && brokenOff) return at({ step: steps.length - 1, end });
  const kept = at({
    step: step !== undefined && step < steps.length ? step : undefined,
    line: line !== undefined && line < lines.length ? line : undefined,
  });
  return kept.step === undefined && kept.line === undefined ? undefined : kept;
}

/** The mark of where a session broke off, and the step that ran last; of one that ended, that alone. */
export function endOf({ conversation, brokenOff }: SessionModel): Place {
  return at({ step: conversation.steps.length - 1, end: brokenOff ? true : undefined });
}

/** Where that is which stands out; undefined where nothing does. */
export function standoutPlace(model: SessionModel): Place | undefined {
  const { standout } = model;
  if (!standout) return undefined;
  return standout.type === 'elsewhere' ? endOf(model) : at({ step: stepOf(standout) });
}

function stepOf(standout: Standout): number {
  switch (standout.type) {
    case 'problem':
    case 'toldError':
      return standout.step.index;
    case 'rounds':
      return standout.rounds.from;
    case 'saidAgain':
      return standout.said.step;
    case 'elsewhere':
      return standout.step;
  }
}

/** About how many rows stand above it: a row for each step and for each head of a turn, and one for rounds. */
function rowsAbove({ turnOfStep, rounds }: SessionModel, standout: Standout): number {
  const step = stepOf(standout) + (standout.type === 'elsewhere' ? 1 : 0);
  const folded = rounds.filter(({ to }) => to <= step).reduce((rows, { from, to }) => rows + to - from - 1, 0);
  return step - folded + (turnOfStep[Math.max(0, step - 1)] ?? 0) + 1;
}

function at({ step, line, end }: Place): Place {
  return { step, line, end };
}
