import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Parameter, Step } from '../src/domain/steps.ts';
import { formatDuration, formatSize, showPayload, stepIcon, stepName } from './format.ts';
import { jsonTree } from './jsonTree.ts';
import { dataGrid, iconButton, textButton } from './toolkit.ts';
import { phrases, problemWords, words } from './words.ts';

/** More than this is not drawn in the page: an editor shows it better. */
const drawnAtMost = 60_000;

/** What a person can do with a step. */
export interface DetailActions {
  readonly raw: boolean;
  readonly copy: (text: string, what: string) => void;
  readonly openText: (title: string, text: string) => void;
  readonly toggleRaw: () => void;
}

/** One step: what it sent, what came back, what was known at that point. */
export function stepDetail(step: Step, actions: DetailActions): TemplateResult {
  const problem = step.problem
    ? html`<p class="problem-line"><span class="codicon codicon-error" aria-hidden="true"></span>${problemWords(step)}</p>`
    : nothing;
  const code = step.responseCode ?? step.statusCode;
  // That a webhook sent or got nothing is worth saying; of other steps it is the rule.
  const webhook = step.type?.toLowerCase() === 'webhook';
  return html`
    <div class="detail-head">
      <h2><span class="codicon codicon-${stepIcon(step.type)}" aria-hidden="true"></span> ${stepName(step.type)}</h2>
      <span class="muted">${phrases.stepLink(step.index)}${step.executionMs === undefined ? '' : ` · ${formatDuration(step.executionMs)}`}</span>
      ${code === undefined ? nothing : html`<span class="code ${code >= 400 ? 'bad' : ''}">${code}</span>`}
      <span class="spring"></span>
      ${iconButton(actions.raw ? 'json' : 'code', actions.raw ? words.showFormatted : words.showRaw, actions.toggleRaw)}
    </div>
    ${problem}
    ${step.url ? html`<p class="url mono" dir="ltr" title=${step.url}>${step.verb ?? ''} ${step.url}</p>` : nothing}
    ${webhook || hasText(step.responsePayload) ? payloadSection(words.response, step, step.responsePayload, actions) : nothing}
    ${step.statusMessage && step.statusMessage !== step.responsePayload ? payloadSection(words.statusMessage, step, step.statusMessage, actions) : nothing}
    ${webhook || hasText(step.requestPayload) ? payloadSection(words.request, step, step.requestPayload, actions) : nothing}
    ${hasText(step.requestHeaders) ? payloadSection(words.headers, step, step.requestHeaders, actions) : nothing}
    ${contextSection(step)}
    ${parameterSection(words.altered, step.altered, true)}
    ${parameterSection(words.parametersHere, step.parameters, false)}
    ${step.tags.length > 0 ? html`<section><h3>${words.stepTags}</h3>${dataGrid({ label: words.stepTags, columns: 'minmax(0, 1fr) minmax(0, 1fr)', headings: [words.tag, words.category], rows: step.tags.map(({ tag, category }) => [tag, category]) })}</section>` : nothing}
  `;
}

function hasText(payload: unknown): boolean {
  return payload !== undefined && payload !== null && payload !== '';
}

function payloadSection(name: string, step: Step, payload: unknown, actions: DetailActions): TemplateResult {
  const shown = showPayload(payload);
  const raw = typeof payload === 'string' ? payload : shown.text;
  const large = raw.length > drawnAtMost;
  const title = phrases.partTitle({
    type: stepName(step.type),
    index: step.index,
    name,
    json: shown.value !== undefined,
  });
  const open = (): void => actions.openText(title, actions.raw ? raw : shown.text);
  return html`<section class="payload" aria-label=${name}>
    <div class="section-head">
      <h3>${name}</h3>
      <span class="muted">${raw === '' ? words.empty : formatSize(raw.length)}</span>
      <span class="spring"></span>
      ${
        raw === ''
          ? nothing
          : html`${iconButton('copy', phrases.copy(name), () => actions.copy(actions.raw ? raw : shown.text, name))}
            ${iconButton('go-to-file', words.openInEditor, open)}`
      }
    </div>
    ${raw === '' ? nothing : payloadBody({ shown, raw, large, showRaw: actions.raw })}
    ${large ? html`<p class="large">${phrases.firstOf(formatSize(2_000), formatSize(raw.length))} ${textButton(words.openInEditor, open)}</p>` : nothing}
  </section>`;
}

interface Body {
  readonly shown: { readonly text: string; readonly value?: unknown };
  readonly raw: string;
  readonly large: boolean;
  readonly showRaw: boolean;
}

function payloadBody({ shown, raw, large, showRaw }: Body): TemplateResult {
  if (large) return html`<pre class="text" dir="auto">${(showRaw ? raw : shown.text).slice(0, 2_000)}…</pre>`;
  if (showRaw || shown.value === undefined) return html`<pre class="text" dir="auto" tabindex="0">${raw}</pre>`;
  return html`<div class="json">${jsonTree(shown.value)}</div>`;
}

function contextSection(step: Step): TemplateResult | typeof nothing {
  const rows = [
    [words.callerSaid, step.userInput],
    [words.executionTimeHere, step.executionMs === undefined ? undefined : formatDuration(step.executionMs)],
    [words.output, step.output],
    [words.nodeId, step.nodeId],
    [words.requestId, step.requestId],
  ].filter(([, value]) => value !== undefined);
  if (rows.length === 0) return nothing;
  return html`<section><h3>${words.context}</h3>
    <dl class="context">${rows.map(([name, value]) => html`<dt>${name}</dt><dd dir="auto" title=${value ?? ''}>${value}</dd>`)}</dl>
  </section>`;
}

function parameterSection(
  name: string,
  parameters: readonly Parameter[],
  sources: boolean,
): TemplateResult | typeof nothing {
  if (parameters.length === 0) return nothing;
  const rows = parameters.map((parameter) => [
    parameter.name,
    parameter.value ?? '',
    (sources ? parameter.source : parameter.entity) ?? '',
  ]);
  return html`<section><h3>${name}</h3>${dataGrid({ label: name, columns: 'minmax(0, 2fr) minmax(0, 3fr) minmax(0, 2fr)', headings: [words.name, words.value, sources ? words.source : words.entity], rows })}</section>`;
}
