import type { TemplateResult } from 'lit/html.js';
import { asText } from '../../../src/domain/json/looseValues.ts';
import { readHeaders } from '../../../src/domain/session/headers.ts';
import type { Step } from '../../../src/domain/session/steps.ts';
import { shownHeader } from '../../../src/domain/sharing/headerTemplate.ts';
import { html } from '../../parts/html.ts';
import { iconButton } from '../../parts/toolkit.ts';
import type { SessionModel } from '../model/model.ts';
import { partWords } from '../words/copyWords.ts';
import type { PayloadActions } from './payloadSection.ts';
import { payloadSection } from './payloadSection.ts';

/** The headers that a step sent, their secrets covered. What cannot be read as headers is shown as it is, as far as it may be. */
export function headersSection({ redactor }: SessionModel, step: Step, actions: PayloadActions): TemplateResult {
  const recorded = step.requestHeaders;
  const headers = readHeaders(recorded).map((header) => ({ name: header.name, value: shownHeader(header) }));
  if (headers.length === 0) {
    const text = asText(recorded) ?? '';
    return payloadSection(partWords.headers, step, redactor.redact(text), actions);
  }
  const text = headers.map(({ name, value }) => `${name}: ${value}`).join('\n');
  const { heading, copy, copied } = partWords.headers;
  return html`<section class="payload" aria-label=${heading}>
    <div class="section-head">
      <h3>${heading}</h3>
      <span class="spring"></span>
      ${iconButton('copy', copy, () => actions.copy(text, copied))}
    </div>
    ${
      actions.raw
        ? html`<pre class="text" dir="auto" tabindex="0">${text}</pre>`
        : html`<dl class="headers">${headers.map(
            ({ name, value }) => html`<dt title=${name}>${name}</dt><dd class="mono" dir="auto">${value}</dd>`,
          )}</dl>`
    }
  </section>`;
}
