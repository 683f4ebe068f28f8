import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import type { Line } from '../../../src/domain/session/conversation.ts';
import type { BrokenOff } from '../../../src/domain/session/failures/findings.ts';
import type { Rounds } from '../../../src/domain/session/path/rounds.ts';
import type { Step } from '../../../src/domain/session/steps.ts';
import type { Span } from '../../../src/domain/session/timeline/overview.ts';
import type { Density, TimelineRow } from '../../../src/domain/session/timeline/timelineRows.ts';
import { html } from '../../parts/html.ts';
import { nameOfStep, shortNodeId, stepTitle } from '../../parts/steps/nodeLabel.ts';
import { aboutStep, stepIcon, stepName } from '../../parts/steps/stepLabel.ts';
import { formatDuration } from '../../parts/words/format.ts';
import { reasonWords } from '../../parts/words/words.ts';
import type { SessionModel } from '../model/model.ts';
import { isNew } from '../model/model.ts';
import { brokenOffWhy, brokenOffWords, phrases, words } from '../words/words.ts';
import { rowChips } from './rowChips.ts';
import { turnHead } from './turnHead.ts';

/** A row of the timeline: what was said, what ran, or the head of a turn or of rounds that repeat. */
export function timelineRow(model: SessionModel, row: TimelineRow | undefined, density: Density): TemplateResult {
  switch (row?.type) {
    case undefined:
      return html``;
    case 'turn':
      return turnHead(model, row.turn, row.folded);
    case 'rounds':
      return roundsRow(model, row.rounds, row.folded);
    case 'end':
      return endRow(row.how);
    case 'line':
      return lineRow(model, row.line, row.step);
    case 'step': {
      const said = density === 'steps' ? undefined : (row.step.spoken ?? row.step.userInput);
      return said ? saidRow(model, said, row.step.spoken ? 'agent' : 'caller', row.step) : stepRow(model, row.step);
    }
  }
}

function lineRow(model: SessionModel, { speaker, text, step: index }: Line, step: Step | undefined): TemplateResult {
  return saidRow(model, text, speaker, step ?? model.conversation.steps[index ?? -1], step !== undefined);
}

/** `whole`: whether the row stands for all of its step, and not for one of the lines that it said. */
function saidRow(
  model: SessionModel,
  text: string,
  speaker: Line['speaker'],
  step: Step | undefined,
  whole = true,
): TemplateResult {
  const name = step && nameOfStep(model, step);
  const icon = step?.problem ? 'error' : speaker === 'caller' ? 'person' : speaker === 'agent' ? 'comment' : 'question';
  return html`<div class="event line ${speaker} ${step?.problem ? 'problem' : ''} ${isNew(model, step) ? 'fresh' : ''}">
    <span class="codicon codicon-${icon} step-icon" aria-hidden="true"></span>
    <div class="event-main">
      <div class="said">
        <span class="bubble" dir="auto">${text}</span>
        ${name === undefined ? nothing : html`<bdi class="about name-beside">${name}</bdi>`}
        ${step && whole ? rowChips(model, step, false) : nothing}
      </div>
      ${step && whole ? reasonLine(model, step) : nothing}
    </div>
    ${step && whole ? columns(model, step) : noColumns}
  </div>`;
}

const noColumns = html`<span></span><span></span><span class="bar"></span>`;

function stepRow(model: SessionModel, step: Step): TemplateResult {
  const about = aboutStep(step);
  return html`<div class="event step ${step.problem ? 'problem' : ''} ${isNew(model, step) ? 'fresh' : ''}" title=${[nameOfStep(model, step), stepName(step.type), about].filter(Boolean).join(' · ')}>
    <span class="codicon codicon-${step.problem ? 'error' : stepIcon(step.type)} step-icon" aria-hidden="true"></span>
    <div class="event-main">
      <div class="step-name">
        <bdi>${stepTitle(model, step)}</bdi>${nodeIdMark(model, step)}<span class="about" dir="auto">${about}</span>
        ${rowChips(model, step)}
      </div>
      ${reasonLine(model, step)}
    </div>
    ${columns(model, step)}
  </div>`;
}

/** Why the step failed, or what its answer tells of an error. */
function reasonLine({ findings }: SessionModel, step: Step): TemplateResult | typeof nothing {
  const told = findings.toldErrors.get(step.index);
  if (told) return html`<div class="reason told" dir="auto" title=${words.toldError}>${told.text}</div>`;
  const reason = reasonWords(step);
  return reason === '' ? nothing : html`<div class="reason" dir="auto">${reason}</div>`;
}

/** Code, time and bar. What answered well is told by its code where somebody asked: of a speak step it says nothing. */
function columns({ overview }: SessionModel, step: Step): TemplateResult {
  const { problem, executionMs, responseCode, statusCode, type } = step;
  const webhook = type?.toLowerCase() === 'webhook';
  const code = problem || webhook ? (responseCode ?? statusCode) : undefined;
  const unanswered = problem === 'noResponse' || (problem === 'timedOut' && !code);
  const kind = problem ? 'bad' : webhook ? '' : 'pale';
  return html`<span class="code ${problem ? 'bad' : ''}">${unanswered ? '—' : (code ?? '')}</span>
    <span class="time">${executionMs === undefined ? '' : formatDuration(executionMs)}</span>
    ${bar(executionMs ? overview.spans[step.index] : undefined, kind)}`;
}

function bar(span: Span | undefined, kind: string): TemplateResult {
  if (!span) return html`<span class="bar"></span>`;
  const [from, width] = [Math.min(99, span.start * 100), (span.end - span.start) * 100];
  return html`<span class="bar" aria-hidden="true"
    ><span class="bar-fill ${kind}" .style=${`inset-inline-start: ${from.toFixed(2)}%; width: ${width.toFixed(2)}%`}></span
  ></span>`;
}

/** Nodes that nobody named are told apart by their ids. */
function nodeIdMark(model: SessionModel, step: Step): TemplateResult | typeof nothing {
  if (nameOfStep(model, step) !== undefined || step.nodeId === undefined || step.repeats) return nothing;
  return html`<span class="node-id" title=${step.nodeId}>${shortNodeId(step.nodeId)}</span>`;
}

/** Marks where a session broke off: nothing came after it that anybody recorded. */
function endRow(how: BrokenOff): TemplateResult {
  return html`<div class="event end" title=${brokenOffWhy[how]}>
    <span class="codicon codicon-${how === 'inProgress' ? 'sync' : 'debug-disconnect'}" aria-hidden="true"></span>
    <span class="end-words">${brokenOffWords[how]}</span>
  </div>`;
}

function roundsRow(model: SessionModel, rounds: Rounds, folded: boolean): TemplateResult {
  const { overview, conversation } = model;
  const { from, to, length, executionMs } = rounds;
  const names = [...new Set(conversation.steps.slice(from, from + length).map((step) => stepTitle(model, step)))];
  const took = executionMs > 0 ? formatDuration(executionMs) : '';
  const [first, last] = [overview.spans[from], overview.spans[to - 1]];
  return html`<div class="event rounds">
    <span class="codicon codicon-chevron-${folded ? 'right' : 'down'}" aria-hidden="true"></span>
    <div class="rounds-words" title=${names.join(', ')}>
      <span class="rounds-count"><span class="codicon codicon-sync" aria-hidden="true"></span> ${[phrases.rounds(rounds), took].filter(Boolean).join(' · ')}</span>
      <span class="rounds-names">${names.map((name, index) => html`${index === 0 ? '' : ', '}<bdi>${name}</bdi>`)}</span>
    </div>
    ${bar(first && last && executionMs > 0 ? { start: first.start, end: last.end } : undefined, 'pale')}
  </div>`;
}
