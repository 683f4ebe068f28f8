import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import type { Line } from '../../../src/domain/session/conversation.ts';
import type { ConversationRow } from '../../../src/domain/session/conversationRows.ts';
import type { ParameterChange } from '../../../src/domain/session/parameterHistory.ts';
import type { Step } from '../../../src/domain/session/steps.ts';
import { formatDuration } from '../../parts/format.ts';
import { html } from '../../parts/html.ts';
import { stepTitle } from '../../parts/nodeLabel.ts';
import { spokenIcon } from '../../parts/spokenIcon.ts';
import { aboutStep, stepIcon } from '../../parts/stepLabel.ts';
import type { RowWords } from '../../parts/windowedList.ts';
import { problemWords } from '../../parts/words.ts';
import type { SessionModel } from '../model/model.ts';
import type { ViewState } from '../model/viewState.ts';
import { phrases, words } from '../words/words.ts';

/** A row of the conversation: what was said, what ran, what that left behind, or the head of a turn. */
export function transcriptRow(model: SessionModel, row: ConversationRow | undefined, state: ViewState): TemplateResult {
  switch (row?.type) {
    case undefined:
      return html``;
    case 'turn':
      return turnRow(model, row.turn, row.folded);
    case 'line':
      return lineRow(model, row.line, state);
    case 'step':
      return stepRow(model, row.step);
    case 'effects':
      return html`<div class="effects">${row.changes.map(changeChip)}${row.tags.map(
        ({ tag, category }) =>
          html`<span class="chip" dir="auto" title=${category ?? ''}><span class="codicon codicon-tag" aria-hidden="true"></span><span class="ellipsis">${tag}</span></span>`,
      )}</div>`;
  }
}

/** About how high a row is, in pixels, before it was drawn. */
export function transcriptRowHeight(row: ConversationRow | undefined): number {
  if (row?.type !== 'line') return 24;
  return 34 + 18 * Math.ceil(Math.max(1, row.line.text.length) / 44);
}

/**
 * What a screen reader says of a row before what it shows. The keys stop at lines and steps only: the turn that begins above one, and
 * what it left behind below it, are said with it.
 */
export function transcriptRowWords(
  model: SessionModel,
  rows: readonly ConversationRow[],
  { index, position }: { readonly index: number; readonly position: number | undefined },
): RowWords {
  if (position === undefined) return { unseen: '' };
  const [above, row, below] = [rows[index - 1], rows[index], rows[index + 1]];
  const said = [...turnWords(model, above), ...ownWords(model, row), ...effectWords(below)];
  return { unseen: said.map((words) => `${words}, `).join(''), position };
}

function turnWords({ conversation }: SessionModel, row: ConversationRow | undefined): readonly string[] {
  const turn = row?.type === 'turn' ? conversation.turns[row.turn] : undefined;
  if (row?.type !== 'turn' || !turn) return [];
  return [phrases.turn(turn), phrases.steps(turn.steps.length), ...(row.folded ? [words.folded] : [])];
}

function ownWords({ conversation }: SessionModel, row: ConversationRow | undefined): readonly string[] {
  if (row?.type === 'step') return [phrases.step(row.step.index)];
  const step = row?.type === 'line' ? conversation.steps[row.line.step ?? -1] : undefined;
  return step?.problem ? [problemWords(step)] : [];
}

function effectWords(row: ConversationRow | undefined): readonly string[] {
  if (row?.type !== 'effects') return [];
  const changes = row.changes.map(({ name, after }) => phrases.became(name, after ?? words.empty));
  return [...changes, ...row.tags.map(({ tag }) => phrases.tagged(tag))];
}

function turnRow({ conversation }: SessionModel, index: number, folded: boolean): TemplateResult {
  const turn = conversation.turns[index];
  if (!turn) return html``;
  const problems = turn.steps.filter(({ problem }) => problem !== undefined).length;
  const took = turn.steps.reduce((sum, { executionMs = 0 }) => sum + executionMs, 0);
  return html`<div class="turn" title=${turn.requestId ?? ''}>
    <span class="codicon codicon-chevron-${folded ? 'right' : 'down'}" aria-hidden="true"></span>
    ${phrases.turn(turn)}
    <span class="turn-facts">${phrases.steps(turn.steps.length)}${took > 0 ? ` · ${formatDuration(took)}` : ''}</span>
    ${problems > 0 ? spokenIcon('error', phrases.problems(problems), 'mark') : nothing}
  </div>`;
}

function lineRow(model: SessionModel, line: Line, { step: selected }: ViewState): TemplateResult {
  const step = model.conversation.steps[line.step ?? -1];
  const name = line.speaker === 'agent' ? (model.summary.agent ?? words.agent) : words[line.speaker];
  const inTurn =
    step !== undefined && selected !== undefined && model.turnOfStep[step.index] === model.turnOfStep[selected];
  const mark = step?.problem
    ? html`<span class="codicon codicon-error mark" aria-hidden="true" title=${problemWords(step)}></span>`
    : nothing;
  return html`<div class="line ${line.speaker} ${inTurn ? 'in-turn' : ''}">
    <span class="speaker">${name}</span>
    <div class="bubble" dir="auto">${line.text}${mark}</div>
  </div>`;
}

function stepRow(model: SessionModel, step: Step): TemplateResult {
  const about = step.problem ? problemWords(step) : aboutStep(step);
  return html`<div class="step-between ${step.problem ? 'problem' : ''}" title=${stepWords(model, step)}>
    <span class="codicon codicon-${step.problem ? 'error' : stepIcon(step.type)} step-icon" aria-hidden="true"></span>
    <span class="step-name"><bdi>${stepTitle(model, step)}</bdi><span class="about" dir="auto">${about}</span></span>
    <span class="time">${step.executionMs === undefined ? '' : formatDuration(step.executionMs)}</span>
  </div>`;
}

function stepWords(model: SessionModel, step: Step): string {
  return [phrases.step(step.index), stepTitle(model, step), problemWords(step), step.url ?? '']
    .filter(Boolean)
    .join(', ');
}

function changeChip({ name, before, after, source }: ParameterChange): TemplateResult {
  const how = [phrases.was(before), source].filter(Boolean).join(', ');
  return html`<span class="chip" dir="auto" title=${`${name}: ${after ?? words.empty} (${how})`}
    ><span class="codicon codicon-symbol-variable" aria-hidden="true"></span><span class="ellipsis"><bdi>${name}</bdi> = <bdi>${after ?? words.empty}</bdi></span></span
  >`;
}
