import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import type { PathRow } from '../../src/domain/comparison/comparePaths.ts';
import { codeOf } from '../../src/domain/comparison/compareSteps.ts';
import type { Step } from '../../src/domain/session/steps.ts';
import { html } from '../parts/html.ts';
import { stepTitle } from '../parts/steps/nodeLabel.ts';
import { aboutStep, stepIcon } from '../parts/steps/stepLabel.ts';
import { formatDuration } from '../parts/words/format.ts';
import type { ComparisonModel, ListRow } from './comparisonModel.ts';
import { stepAt } from './comparisonModel.ts';
import { aspectIcons, sideIcons } from './comparisonSigns.ts';
import { aspectWords, comparisonPhrases, rowWords, signedDuration } from './comparisonWords.ts';

/** Two steps side by side on one line, a gap where only one session ran; or how many alike were left out. */
export function comparisonRow(model: ComparisonModel, shown: ListRow): TemplateResult {
  if (shown.type === 'alike') return html`<div class="alike">${comparisonPhrases.alike(shown.count)}</div>`;
  const row = model.rows[shown.index];
  if (!row) return html``;
  const kind = row.type === 'same' ? (row.differs.length > 0 ? 'differs' : '') : row.type;
  return html`<div class="compared ${kind} ${shown.index === model.comparison.paths.divergence ? 'diverges' : ''}">
    ${stepCell(model, stepAt(model, row, 'left'))} ${between(model, row)} ${stepCell(model, stepAt(model, row, 'right'))}
  </div>`;
}

function stepCell(model: ComparisonModel, step: Step | undefined): TemplateResult {
  if (!step) return html`<span class="compared-step gap"></span>`;
  const code = codeOf(step);
  const about = aboutStep(step);
  const name = stepTitle(model, step);
  return html`<span class="compared-step ${step.problem ? 'problem' : ''}" title=${`${name} ${about}`}>
    <span class="codicon codicon-${step.problem ? 'error' : stepIcon(step.type)} step-icon" aria-hidden="true"></span>
    <span class="index">${step.index + 1}</span>
    <span class="step-name"><bdi>${name}</bdi><span class="about" dir="auto">${about}</span></span>
    <span class="code ${code !== undefined && code >= 400 ? 'bad' : ''}">${step.problem === 'noResponse' ? '—' : (code ?? '')}</span>
    <span class="time">${step.executionMs === undefined ? '' : formatDuration(step.executionMs)}</span>
  </span>`;
}

function between(model: ComparisonModel, row: PathRow): TemplateResult {
  if (row.type !== 'same') {
    return html`<span class="between one-side"><span class="codicon codicon-${sideIcons[row.type]}" title=${rowWords(row)} aria-hidden="true"></span></span>`;
  }
  const { differs, timeMs = 0 } = row;
  const share = model.mostMs > 0 ? (Math.abs(timeMs) / model.mostMs) * 50 : 0;
  const width = timeMs === 0 ? 0 : Math.max(share, 1);
  return html`<span class="between">
    <span class="marks"
      >${differs.map((aspect) => html`<span class="codicon codicon-${aspectIcons[aspect]} mark-${aspect}" title=${aspectWords[aspect]} aria-hidden="true"></span>`)}</span
    >
    <span class="delta">${timeMs === 0 ? nothing : signedDuration(timeMs)}</span>
    <span class="delta-bar" aria-hidden="true"
      ><span class=${timeMs < 0 ? 'faster' : 'slower'} .style=${`width: ${width}%`}></span
    ></span>
  </span>`;
}

/** What a screen reader says of a row before what it shows. */
export function comparisonRowWords(model: ComparisonModel, index: number): string {
  const row = model.rows[index];
  if (!row) return '';
  const left = stepAt(model, row, 'left');
  const right = stepAt(model, row, 'right');
  const where = left && right ? comparisonPhrases.bothSteps(left.index, right.index) : '';
  return `${[where, rowWords(row)].filter(Boolean).join(', ')}, `;
}
