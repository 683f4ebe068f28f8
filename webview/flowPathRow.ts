import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { formatDuration, stepIcon, stepName } from './format.ts';
import type { SessionModel } from './model.ts';
import type { RowWords } from './windowedList.ts';
import { phrases, problemWords, words } from './words.ts';

/** A turn's head, or a step on one line. */
export function flowPathRow(model: SessionModel, index: number): TemplateResult {
  const row = model.rows[index];
  if (!row) return html``;
  if (row.type === 'turn') {
    return html`<div class="turn" title=${row.turn.requestId ?? ''}>${phrases.turn(row.turn)}</div>`;
  }
  const { step } = row;
  const code = step.responseCode ?? step.statusCode;
  const unanswered = step.problem === 'noResponse' || (step.problem === 'timedOut' && !code);
  const about = step.spoken ?? step.userInput ?? step.url ?? '';
  const share = model.slowestMs > 0 ? (step.executionMs ?? 0) / model.slowestMs : 0;
  const width = Math.max(share * 100, step.executionMs ? 1 : 0);
  return html`<div class="step ${step.problem ? 'problem' : ''}" title=${`${stepName(step.type)} ${about}`}>
    <span class="codicon codicon-${step.problem ? 'error' : stepIcon(step.type)} step-icon" aria-hidden="true"></span>
    <span class="step-name">${stepName(step.type)}<span class="about" dir="auto">${about}</span></span>
    <span class="code ${code !== undefined && code >= 400 ? 'bad' : ''}">${unanswered ? '—' : (code ?? '')}</span>
    <span class="time">${step.executionMs === undefined ? '' : formatDuration(step.executionMs)}</span>
    <span class="bar" aria-hidden="true"><span class="bar-fill" .style=${`width: ${width}%`}></span></span>
  </div>`;
}

/** What a screen reader says of a row. */
export function flowPathRowLabel(model: SessionModel, index: number): RowWords {
  const row = model.rows[index];
  if (row?.type !== 'step') return { label: '' };
  const { step } = row;
  const parts = [
    phrases.step(step.index),
    stepName(step.type),
    problemWords(step),
    step.spoken ?? step.userInput ?? '',
    step.executionMs === undefined ? '' : `${words.executionTime} ${formatDuration(step.executionMs)}`,
  ];
  return { label: parts.filter(Boolean).join(', '), position: step.index + 1 };
}
