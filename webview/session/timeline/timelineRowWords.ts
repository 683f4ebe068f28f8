import type { Step } from '../../../src/domain/session/steps.ts';
import type { TimelineRow } from '../../../src/domain/session/timeline/timelineRows.ts';
import type { RowWords } from '../../parts/list/listRows.ts';
import { nameOfStep } from '../../parts/steps/nodeLabel.ts';
import { stepName } from '../../parts/steps/stepLabel.ts';
import { problemWords } from '../../parts/words/words.ts';
import type { SessionModel } from '../model/model.ts';
import { isNew } from '../model/model.ts';
import type { Timeline } from '../model/timeline.ts';
import { phrases, words } from '../words/words.ts';

/** What a screen reader says of a row before what it shows. The keys pass over heads that are unfolded: they are said with what comes first below them. */
export function timelineRowWords(model: SessionModel, { rows, positions }: Timeline, index: number): RowWords {
  const position = positions[index];
  if (!position) return { unseen: '' };
  const above: string[] = [];
  for (let at = index - 1; at >= 0 && !positions[at]; at -= 1) above.unshift(...headWords(model, rows[at]));
  const said = [...above, ...ownWords(model, rows[index])];
  return { unseen: said.map((text) => `${text}, `).join(''), position };
}

function headWords({ conversation }: SessionModel, row: TimelineRow | undefined): readonly string[] {
  if (row?.type === 'rounds') return [phrases.rounds(row.rounds)];
  const turn = row?.type === 'turn' ? conversation.turns[row.turn] : undefined;
  return turn ? [phrases.turn(turn), phrases.steps(turn.steps.length)] : [];
}

function ownWords(model: SessionModel, row: TimelineRow | undefined): readonly string[] {
  switch (row?.type) {
    case undefined:
    case 'end':
      return [];
    case 'turn':
    case 'rounds':
      return [words.folded];
    case 'line': {
      const { speaker } = row.line;
      const step = row.step ?? model.conversation.steps[row.line.step ?? -1];
      const who = speaker === 'agent' ? (model.summary.agent ?? words.agent) : words[speaker];
      return [
        ...newWords(model, step),
        ...(step ? [phrases.step(step.index)] : []),
        ...(step?.problem ? [problemWords(step)] : []),
        who,
      ];
    }
    case 'step': {
      const { step } = row;
      // Beside a name only the icon tells the type.
      const type = nameOfStep(model, step) === undefined ? [] : [stepName(step.type)];
      return [
        ...newWords(model, step),
        phrases.step(step.index),
        ...type,
        ...(step.problem ? [problemWords(step)] : []),
      ];
    }
  }
}

function newWords(model: SessionModel, step: Step | undefined): readonly string[] {
  return isNew(model, step) ? [words.fresh] : [];
}
