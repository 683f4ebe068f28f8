import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import type { Step } from '../../../src/domain/session/steps.ts';
import { covered } from '../../../src/domain/sharing/template.ts';
import { html } from '../../parts/html.ts';
import { masking } from '../../parts/masking/masking.ts';
import { iconButton } from '../../parts/toolkit.ts';
import { partWords } from '../words/copyWords.ts';
import { words } from '../words/words.ts';
import type { PayloadActions } from './payloadSection.ts';

/** The headers that a step sent, their secrets covered, and all of what cannot be read as headers; none before the mask is there. */
export function headersSection(step: Step, actions: PayloadActions): TemplateResult {
  const mask = masking();
  if (!mask) return html``;
  const recorded = mask.readHeaders(step.requestHeaders);
  const text = mask.shownHeaderLines(recorded);
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
        : html`<dl class="headers">${recorded.headers.map(
            (header) =>
              html`<dt title=${header.name}>${header.name}</dt><dd class="mono" dir="auto">${mask.shownHeader(header)}</dd>`,
          )}${recorded.unread ? html`<dt>${words.unreadHeaders}</dt><dd class="mono">${covered}</dd>` : nothing}</dl>`
    }
  </section>`;
}
