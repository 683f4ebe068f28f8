import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import type { Step } from '../../../src/domain/session/steps.ts';
import { formatDuration } from '../../parts/format.ts';
import { html } from '../../parts/html.ts';
import { nameOfStep, shortNodeId, stepTitle } from '../../parts/nodeLabel.ts';
import { spokenIcon } from '../../parts/spokenIcon.ts';
import { aboutStep, stepIcon, stepName } from '../../parts/stepLabel.ts';
import type { RowWords } from '../../parts/windowedList.ts';
import { problemWords } from '../../parts/words.ts';
import type { SessionModel } from '../model/model.ts';
import { phrases, words } from '../words/words.ts';
import type { PathRow } from './pathRows.ts';

/** A turn's head, or a step on one line. */
export function flowPathRow(model: SessionModel, row: PathRow | undefined): TemplateResult {
  if (!row) return html``;
  if (row.type === 'turn') {
    return html`<div class="turn" title=${row.turn.requestId ?? ''}>${phrases.turn(row.turn)}</div>`;
  }
  const { step } = row;
  const code = step.responseCode ?? step.statusCode;
  const unanswered = step.problem === 'noResponse' || (step.problem === 'timedOut' && !code);
  const about = aboutStep(step);
  const share = (step.executionMs ?? 0) / (model.findings.slowest?.ms ?? 1);
  const width = Math.max(share * 100, step.executionMs ? 1 : 0);
  return html`<div class="step ${step.problem ? 'problem' : ''}" title=${[nameOfStep(model, step), stepName(step.type), about].filter(Boolean).join(' · ')}>
    <span class="codicon codicon-${step.problem ? 'error' : stepIcon(step.type)} step-icon" aria-hidden="true"></span>
    <span class="step-name"><bdi>${stepTitle(model, step)}</bdi>${nodeIdMark(model, step)}<span class="about" dir="auto">${about}</span></span>
    <span class="step-marks">${model.findings.toldErrors.has(step.index) ? spokenIcon('info', words.toldError) : nothing}${tagMark(step)}${visitMark(model, step)}</span>
    <span class="code ${step.problem ? 'bad' : ''}">${unanswered ? '—' : (code ?? '')}</span>
    <span class="time">${step.executionMs === undefined ? '' : formatDuration(step.executionMs)}</span>
    <span class="bar" aria-hidden="true"><span class="bar-fill" .style=${`width: ${width}%`}></span></span>
  </div>`;
}

/** What a screen reader says of a row before what it shows. */
export function flowPathRowWords(model: SessionModel, row: PathRow | undefined): RowWords {
  if (row?.type !== 'step') return { unseen: '' };
  const { step } = row;
  // Beside a name only the icon tells the type.
  const type = nameOfStep(model, step) === undefined ? '' : stepName(step.type);
  const parts = [phrases.step(step.index), type, problemWords(step)];
  return { unseen: `${parts.filter(Boolean).join(', ')}, `, position: row.position };
}

/** Nodes that nobody named are told apart by their ids. */
function nodeIdMark(model: SessionModel, step: Step): TemplateResult | typeof nothing {
  if (nameOfStep(model, step) !== undefined || step.nodeId === undefined || step.repeats) return nothing;
  return html`<span class="node-id" title=${step.nodeId}>${shortNodeId(step.nodeId)}</span>`;
}

function tagMark({ tags, repeats }: Step): TemplateResult | typeof nothing {
  if (tags.length === 0 || repeats) return nothing;
  return spokenIcon('tag', tags.map(({ tag }) => tag).join(', '));
}

/** Nodes that were come to more than once: loops. */
function visitMark({ visits }: SessionModel, { index, repeats }: Step): TemplateResult | typeof nothing {
  const visit = visits[index];
  if (!visit || visit.of < 2 || repeats) return nothing;
  return html`<span class="visit" title=${phrases.visit(visit)}>${visit.number}/${visit.of}</span>`;
}
