import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import {
  codeOf,
  parameterDifferences,
  payloadDifferences,
  tagDifferences,
} from '../../src/domain/comparison/compareSteps.ts';
import type { Difference } from '../../src/domain/comparison/jsonDifferences.ts';
import { pathText } from '../../src/domain/comparison/jsonDifferences.ts';
import type { SessionIds } from '../../src/domain/comparison/ownIds.ts';
import type { Step } from '../../src/domain/session/steps.ts';
import type { PayloadPart, Side } from '../../src/protocol/comparisonMessages.ts';
import { html } from '../parts/html.ts';
import { coveredAddress } from '../parts/masking/masking.ts';
import { stepTitle } from '../parts/steps/nodeLabel.ts';
import { stepIcon } from '../parts/steps/stepLabel.ts';
import { iconButton, textButton } from '../parts/toolkit.ts';
import { formatDuration } from '../parts/words/format.ts';
import { problemWords, words } from '../parts/words/words.ts';
import type { ComparisonModel } from './comparisonModel.ts';
import { stepAt } from './comparisonModel.ts';
import { comparisonPhrases, comparisonWords, noiseWords, signedDuration } from './comparisonWords.ts';
import { headerDifferences } from './headerDifferences.ts';
import { sidesTable, valueText } from './sidesTable.ts';

/** More differences of one payload are not drawn: VS Code's diff editor shows them better. */
const drawnAtMost = 200;

export interface DetailActions {
  readonly openSession: (side: Side, step: number) => void;
  readonly openPayloadDiff: (part: PayloadPart) => void;
}

/** In what the steps of a row differ. */
export function comparisonDetail(
  model: ComparisonModel,
  index: number | undefined,
  actions: DetailActions,
): TemplateResult {
  const row = model.rows[index ?? -1];
  const left = stepAt(model, row, 'left');
  const right = stepAt(model, row, 'right');
  const step = left ?? right;
  if (!row || !step) return html`<p class="note">${comparisonWords.noSelection}</p>`;
  return html`
    <div class="detail-head">
      <h2><span class="codicon codicon-${stepIcon(step.type)}" aria-hidden="true"></span> <bdi>${stepTitle(model, step)}</bdi></h2>
      <span class="muted">${left && right ? comparisonPhrases.stepsOf(left.index, right.index) : comparisonPhrases.stepOf(step.index)}</span>
      <span class="spring"></span>
      ${left ? iconButton('arrow-left', comparisonWords.openLeftHere, () => actions.openSession('left', left.index)) : nothing}
      ${right ? iconButton('arrow-right', comparisonWords.openRightHere, () => actions.openSession('right', right.index)) : nothing}
    </div>
    ${left && right ? pairDetail({ left, right, ids: model.comparison.ids }, actions) : oneSideDetail(step, left ? 'left' : 'right')}
  `;
}

function oneSideDetail(step: Step, side: Side): TemplateResult {
  const rows = [
    [words.callerSaid, step.userInput],
    [words.agent, step.spoken],
    [comparisonWords.url, addressOf(step)],
    [comparisonWords.code, codeOf(step)],
    [comparisonWords.execution, step.executionMs === undefined ? undefined : formatDuration(step.executionMs)],
    [words.nodeId, step.nodeId],
  ].filter(([, value]) => value !== undefined);
  return html`<p class="only-line">
      <span class="codicon codicon-arrow-${side}" aria-hidden="true"></span>
      ${side === 'left' ? comparisonWords.onlyLeft : comparisonWords.onlyRight}
    </p>
    ${step.problem ? html`<p class="problem-line"><span class="codicon codicon-error" aria-hidden="true"></span>${problemWords(step)}</p>` : nothing}
    <dl class="context">${rows.map(([name, value]) => html`<dt>${name}</dt><dd dir="auto">${valueText(value)}</dd>`)}</dl>`;
}

function addressOf({ url }: Step): string | undefined {
  return url ? coveredAddress(url) : undefined;
}

interface Row {
  readonly where: string;
  readonly left: unknown;
  readonly right: unknown;
}

interface StepPair {
  readonly left: Step;
  readonly right: Step;
  readonly ids: SessionIds;
}

function pairDetail({ left, right, ids }: StepPair, actions: DetailActions): TemplateResult {
  const facts: Row[] = [
    { where: comparisonWords.code, left: codeOf(left), right: codeOf(right) },
    { where: comparisonWords.problem, left: problemWords(left) || undefined, right: problemWords(right) || undefined },
    { where: comparisonWords.said, left: left.userInput, right: right.userInput },
    { where: comparisonWords.output, left: left.output, right: right.output },
    { where: comparisonWords.verb, left: left.verb, right: right.verb },
  ].filter((row) => row.left !== row.right);
  if (left.url !== right.url)
    facts.push({ where: comparisonWords.url, left: addressOf(left), right: addressOf(right) });
  const response = payloadRows(payloadDifferences(left.responsePayload, right.responsePayload, ids));
  const request = payloadRows(payloadDifferences(left.requestPayload, right.requestPayload, ids));
  const headers = payloadRows(headerDifferences(left.requestHeaders, right.requestHeaders, ids));
  const parameters = parameterDifferences(left.parameters, right.parameters, ids);
  const tags = tagDifferences(left.tags, right.tags);
  const noise = [
    ...[...response.noise, ...request.noise, ...headers.noise].map(({ path, noise: reason }) => ({
      where: pathText(path),
      reason,
    })),
    ...parameters.filter(({ noise: reason }) => reason).map(({ name, noise: reason }) => ({ where: name, reason })),
  ];
  const nothingDiffers =
    facts.length + response.rows.length + request.rows.length + headers.rows.length + tags.length === 0 &&
    parameters.every(({ noise: reason }) => reason);
  return html`
    ${timeLine(left, right)}
    ${nothingDiffers ? html`<p class="only-line">${comparisonWords.nothingDiffers}</p>` : nothing}
    ${facts.length > 0 ? sidesTable(comparisonWords.detail, facts) : nothing}
    ${payloadSection(comparisonWords.response, response, () => actions.openPayloadDiff('response'))}
    ${payloadSection(comparisonWords.request, request, () => actions.openPayloadDiff('request'))}
    ${payloadSection(comparisonWords.headers, headers, undefined)}
    ${section(
      comparisonWords.parametersHere,
      parameters.filter(({ noise: reason }) => !reason).map(({ name, ...sides }) => ({ where: name, ...sides })),
    )}
    ${section(
      words.stepTags,
      tags.map(({ tag, ...sides }) => ({ where: tag.tag, ...sides })),
    )}
    ${
      noise.length === 0
        ? nothing
        : html`<section><h3>${comparisonWords.notCounted}</h3>
            <dl class="context">${noise.map(({ where, reason }) => html`<dt dir="auto">${where || comparisonWords.whole}</dt><dd>${reason ? noiseWords[reason] : ''}</dd>`)}</dl>
          </section>`
    }
  `;
}

function timeLine({ executionMs: left }: Step, { executionMs: right }: Step): TemplateResult | typeof nothing {
  if (left === undefined || right === undefined) return nothing;
  return html`<p class="only-line muted">${comparisonWords.execution}: ${formatDuration(left)} → ${formatDuration(right)} (${signedDuration(right - left)})</p>`;
}

interface PayloadRows {
  readonly rows: readonly Row[];
  readonly noise: readonly Difference[];
  readonly more: boolean;
}

function payloadRows(differences: Iterable<Difference>): PayloadRows {
  const rows: Row[] = [];
  const noise: Difference[] = [];
  for (const difference of differences) {
    if (rows.length >= drawnAtMost) return { rows, noise, more: true };
    if (difference.noise) {
      if (noise.length < drawnAtMost) noise.push(difference);
    } else
      rows.push({
        where: pathText(difference.path) || comparisonWords.whole,
        left: difference.left,
        right: difference.right,
      });
  }
  return { rows, noise, more: false };
}

function payloadSection(
  name: string,
  { rows, more }: PayloadRows,
  open: (() => void) | undefined,
): TemplateResult | typeof nothing {
  if (rows.length === 0) return nothing;
  return html`<section aria-label=${name}>
    <div class="section-head"><h3>${name}</h3><span class="spring"></span>${open ? textButton(comparisonWords.openPayloadDiff, open) : nothing}</div>
    ${sidesTable(name, rows)}
    ${more ? html`<p class="large">${comparisonPhrases.differencesMore(rows.length)}</p>` : nothing}
  </section>`;
}

function section(name: string, rows: readonly Row[]): TemplateResult | typeof nothing {
  return rows.length === 0 ? nothing : html`<section><h3>${name}</h3>${sidesTable(name, rows)}</section>`;
}
