import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import type { RecordingPlace } from '../../../src/domain/session/recording.ts';
import type { Step } from '../../../src/domain/session/steps.ts';
import { html } from '../../parts/html.ts';
import { coveredAddress } from '../../parts/masking/masking.ts';
import { nameOfStep, stepTitle } from '../../parts/steps/nodeLabel.ts';
import { stepIcon, stepName } from '../../parts/steps/stepLabel.ts';
import { tabList } from '../../parts/tabList.ts';
import { iconButton, textButton } from '../../parts/toolkit.ts';
import { formatDuration } from '../../parts/words/format.ts';
import { problemWords, reasonWords } from '../../parts/words/words.ts';
import type { SessionModel } from '../model/model.ts';
import type { PartId } from '../model/viewState.ts';
import { copyWords, partTabWords, partWords } from '../words/copyWords.ts';
import { toldErrorWhy } from '../words/toldErrorWords.ts';
import { phrases, words } from '../words/words.ts';
import { partShown, partsOf } from './detailParts.ts';
import { headersSection } from './headersSection.ts';
import type { PayloadActions } from './payloadSection.ts';
import { payloadSection } from './payloadSection.ts';
import { rawSections } from './rawSections.ts';
import { stateSections } from './stateSections.ts';

/** What a person can do with a step. */
export interface DetailActions extends Omit<PayloadActions, 'raw'> {
  readonly showPart: (part: PartId) => void;
  readonly selectStep: (step: number) => void;
  /** The recorded request, to be sent again: secrets cut out. */
  readonly copyCurl: () => void;
  readonly copyHttp: () => void;
  readonly filterFor: () => void;
  readonly openRecording: (place: RecordingPlace) => void;
  readonly nameNode: () => void;
  readonly openNodeLink: () => void;
}

/** One step: what it is and why it failed, what can be done with it, and one of its parts. */
export function stepDetail(
  model: SessionModel,
  { step, part }: { readonly step: Step; readonly part: PartId | undefined },
  actions: DetailActions,
): TemplateResult {
  const shown = partShown(step, part);
  return html`<div class="detail-top">
      ${head(model, step, actions)}
      ${reason(step)}
      ${toldErrorLine(model, step)}
      ${step.url ? address(step.verb, coveredAddress(step.url)) : nothing}
      <div class="detail-buttons">
        ${
          step.url
            ? html`${textButton(copyWords.asCurl, actions.copyCurl)} ${textButton(copyWords.asHttp, actions.copyHttp)}`
            : nothing
        }
        ${textButton(words.filterForThis, actions.filterFor)}
      </div>
      ${tabList({ label: words.parts, tabs: partsOf(step).map((id) => ({ id, label: partTabWords[id] })), active: shown, name: 'part', panel: 'part', choose: actions.showPart })}
    </div>
    <div class="part" id="part" role="tabpanel" tabindex="0" aria-labelledby="part-${shown}">${partOf(model, step, { shown, actions })}</div>`;
}

function address(verb: string | undefined, url: string): TemplateResult {
  return html`<p class="url mono" dir="ltr" title=${url}>${verb ?? ''} ${url}</p>`;
}

function partOf(
  model: SessionModel,
  step: Step,
  { shown, actions }: { readonly shown: PartId; readonly actions: DetailActions },
): TemplateResult {
  const formatted = { ...actions, raw: false };
  switch (shown) {
    case 'response': {
      const { responsePayload: response, statusMessage: status } = step;
      return html`${payloadSection(partWords.response, step, response, formatted)}
        ${status && status !== response ? payloadSection(partWords.statusMessage, step, status, formatted) : nothing}`;
    }
    case 'request':
      return payloadSection(partWords.request, step, step.requestPayload, formatted);
    case 'headers':
      return headersSection(step, formatted);
    case 'state':
      return stateSections(model, step, actions);
    case 'raw':
      return rawSections(step, actions);
  }
}

function head(model: SessionModel, step: Step, actions: DetailActions): TemplateResult {
  const code = step.responseCode ?? step.statusCode;
  const visit = model.visits[step.index];
  const about = [
    phrases.stepLink(step.index),
    nameOfStep(model, step) === undefined ? '' : stepName(step.type),
    step.executionMs === undefined ? '' : formatDuration(step.executionMs),
    visit && visit.of > 1 ? phrases.visit(visit) : '',
  ];
  return html`<div class="detail-head">
    <h2><span class="codicon codicon-${stepIcon(step.type)}" aria-hidden="true"></span> <bdi>${stepTitle(model, step)}</bdi></h2>
    ${code === undefined ? nothing : html`<span class="code ${step.problem ? 'bad' : ''}">${code}</span>`}
    <span class="detail-about">
      <span class="muted">${about.filter(Boolean).join(' · ')}</span>
      <span class="spring"></span>
      ${model.nodeName(step.nodeId)?.link === undefined ? nothing : iconButton('link-external', words.openNodeLink, actions.openNodeLink)}
      ${step.nodeId === undefined ? nothing : iconButton('edit', words.nameNode, actions.nameNode)}
    </span>
  </div>`;
}

function reason(step: Step): TemplateResult | typeof nothing {
  if (!step.problem) return nothing;
  const problem = problemWords(step);
  const why = withoutCode(reasonWords(step), step.responseCode);
  return html`<p class="problem-line"><span class="codicon codicon-error" aria-hidden="true"></span><span>${problem}${why === problem ? nothing : html`: <bdi>${why}</bdi>`}</span></p>`;
}

/** Titles of error pages begin with the code, which was said already. */
function withoutCode(why: string, code: number | undefined): string {
  const [said] = code === undefined ? [''] : (new RegExp(`^${code}\\b[\\s:.,–—-]*`, 'u').exec(why) ?? ['']);
  return why.slice(said.length) || why;
}

function toldErrorLine({ findings }: SessionModel, { index }: Step): TemplateResult | typeof nothing {
  const error = findings.toldErrors.get(index);
  if (!error) return nothing;
  return html`<p class="told-line"><span class="codicon codicon-info" aria-hidden="true"></span>${words.toldError} <bdi class="mono">${error.text}</bdi> <span class="muted">${toldErrorWhy(error)}</span></p>`;
}
