import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import { isRecord } from '../../../src/domain/json/looseValues.ts';
import type { PlacedRecording, RecordingPlace } from '../../../src/domain/session/recording.ts';
import type { Step } from '../../../src/domain/session/steps.ts';
import { formatDuration } from '../../parts/format.ts';
import { html } from '../../parts/html.ts';
import { stepTitle } from '../../parts/nodeLabel.ts';
import { stepIcon } from '../../parts/stepLabel.ts';
import { table } from '../../parts/table.ts';
import { iconButton } from '../../parts/toolkit.ts';
import { knownStepName, problemWords } from '../../parts/words.ts';
import { toldErrorText } from '../facts/toldErrorText.ts';
import type { SessionModel } from '../model/model.ts';
import { parameterRecordings } from '../recordings/parameterRecordings.ts';
import { copyWords, partWords } from '../words/copyWords.ts';
import { phrases, words } from '../words/words.ts';
import { headersSection } from './headersSection.ts';
import type { PayloadActions } from './payloadSection.ts';
import { payloadSection } from './payloadSection.ts';
import { stepStateSection } from './stepStateSection.ts';

/** What a person can do with a step. */
export interface DetailActions extends PayloadActions {
  readonly toggleRaw: () => void;
  readonly selectStep: (step: number) => void;
  /** The recorded request, to be sent again: secrets cut out. */
  readonly copyCurl: () => void;
  readonly copyHttp: () => void;
  readonly openRecording: (place: RecordingPlace) => void;
  readonly nameNode: () => void;
  readonly openNodeLink: () => void;
}

/** One step: what it sent, what came back, what was known at that point. */
export function stepDetail(model: SessionModel, step: Step, actions: DetailActions): TemplateResult {
  return html`${head(model, step, actions)}
    ${
      step.problem
        ? html`<p class="problem-line"><span class="codicon codicon-error" aria-hidden="true"></span>${problemWords(step)}</p>`
        : nothing
    }
    ${toldErrorLine(model, step)}
    ${step.url ? calledUrl(step, step.url, actions) : nothing}
    ${exchange(step, actions)}
    ${stepStateSection(model, step, actions)}
    ${parameterRecordings(recordingsOf(model, step), actions.openRecording)}
    ${
      step.tags.length > 0
        ? html`<section><h3>${step.repeats ? words.repeatedTags : words.stepTags}</h3>${table({
            label: words.stepTags,
            columns: [1, 1],
            headings: [words.tag, words.category],
            rows: step.tags.map(({ tag, category }) => [tag, category]),
          })}</section>`
        : nothing
    }
    ${contextSection(model, step)}
    ${knownStepName(step.type ?? '') === undefined ? payloadSection(partWords.recorded, step, recordedWithoutHeaders(step), actions) : nothing}`;
}

/** What a step of a type that we do not know holds, its headers left out: their secrets are covered where they are shown. */
function recordedWithoutHeaders({ recorded }: Step): unknown {
  if (!isRecord(recorded) || !isRecord(recorded.request) || recorded.request.headers === undefined) return recorded;
  const known = withoutHeaders.get(recorded);
  if (known !== undefined) return known;
  const { headers, ...request } = recorded.request;
  const made = { ...recorded, request };
  withoutHeaders.set(recorded, made);
  return made;
}

/** A value that is drawn again has to be the same one: its folds hang on it. */
const withoutHeaders = new WeakMap<object, unknown>();

function head(model: SessionModel, step: Step, actions: DetailActions): TemplateResult {
  const code = step.responseCode ?? step.statusCode;
  const visit = model.visits[step.index];
  const about = [
    phrases.stepLink(step.index),
    step.executionMs === undefined ? '' : formatDuration(step.executionMs),
    visit && visit.of > 1 ? phrases.visit(visit) : '',
  ];
  return html`<div class="detail-head">
    <h2><span class="codicon codicon-${stepIcon(step.type)}" aria-hidden="true"></span> <bdi>${stepTitle(model, step)}</bdi></h2>
    <span class="muted">${about.filter(Boolean).join(' · ')}</span>
    ${code === undefined ? nothing : html`<span class="code ${step.problem ? 'bad' : ''}">${code}</span>`}
    <span class="detail-buttons">
      ${model.nodeName(step.nodeId)?.link === undefined ? nothing : iconButton('link-external', words.openNodeLink, actions.openNodeLink)}
      ${step.nodeId === undefined ? nothing : iconButton('edit', words.nameNode, actions.nameNode)}
      ${iconButton(actions.raw ? 'json' : 'code', actions.raw ? words.showFormatted : words.showRaw, actions.toggleRaw)}
    </span>
  </div>`;
}

function toldErrorLine({ findings }: SessionModel, { index }: Step): TemplateResult | typeof nothing {
  const error = findings.toldErrors.get(index);
  if (!error) return nothing;
  return html`<p class="told-line"><span class="codicon codicon-info" aria-hidden="true"></span>${words.toldError} ${toldErrorText(error)}</p>`;
}

function calledUrl({ verb }: Step, url: string, actions: DetailActions): TemplateResult {
  return html`<div class="called">
    <p class="url mono" dir="ltr" title=${url}>${verb ?? ''} ${url}</p>
    ${iconButton('terminal', copyWords.copyCurl, actions.copyCurl)}
    ${iconButton('file-code', copyWords.copyHttp, actions.copyHttp)}
  </div>`;
}

/** What was sent and what came back. That a webhook sent or got nothing is worth saying; of other steps it is the rule. */
function exchange(step: Step, actions: DetailActions): TemplateResult {
  const webhook = step.type?.toLowerCase() === 'webhook';
  const { responsePayload: response, requestPayload: request, statusMessage: status } = step;
  return html`
    ${webhook || hasText(response) ? payloadSection(partWords.response, step, response, actions) : nothing}
    ${status && status !== response ? payloadSection(partWords.statusMessage, step, status, actions) : nothing}
    ${webhook || hasText(request) ? payloadSection(partWords.request, step, request, actions) : nothing}
    ${hasText(step.requestHeaders) ? headersSection(step, actions) : nothing}
  `;
}

function hasText(payload: unknown): boolean {
  return payload !== undefined && payload !== null && payload !== '';
}

function recordingsOf({ parameterRecordings: all }: SessionModel, { index }: Step): readonly PlacedRecording[] {
  return all.filter(({ place }) => place.of === 'step' && place.step === index);
}

function contextSection({ nodeName }: SessionModel, step: Step): TemplateResult | typeof nothing {
  const rows = [
    [words.callerSaid, step.userInput],
    [words.output, step.output],
    [words.nodeName, nodeName(step.nodeId)?.name],
    [words.nodeDescription, nodeName(step.nodeId)?.description],
    [words.nodeId, step.nodeId],
    [words.requestId, step.requestId],
  ].filter(([, value]) => value !== undefined);
  if (rows.length === 0) return nothing;
  return html`<section><h3>${words.context}</h3>
    <dl class="context">${rows.map(([name, value]) => html`<dt>${name}</dt><dd dir="auto" title=${value ?? ''}>${value}</dd>`)}</dl>
  </section>`;
}
