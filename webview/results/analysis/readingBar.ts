import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import type { ReadingView } from '../../../src/protocol/analysisMessages.ts';
import { html } from '../../parts/html.ts';
import { textButton } from '../../parts/toolkit.ts';
import { resultsWords } from '../model/resultsWords.ts';
import { analysisPhrases, analysisWords } from './analysisWords.ts';

interface Shown {
  readonly reading: ReadingView | undefined;
  /** The number of the run whose rows are shown. */
  readonly run: number;
  readonly start: () => void;
  readonly cancel: () => void;
  readonly actions: TemplateResult | typeof nothing;
}

/** Over what something was worked out, how far it is, and what can be done about it. */
export function readingBar({ reading, run, start, cancel, actions }: Shown): TemplateResult {
  const running = reading?.state === 'running';
  const isOld = reading !== undefined && reading.state !== 'none' && reading.run !== run;
  return html`<div class="analysis-bar">
      ${running ? html`<span class="codicon codicon-loading codicon-modifier-spin" aria-hidden="true"></span>` : nothing}
      <span role="status">${reading ? analysisPhrases.state(reading) : ''}</span>
      <span class="muted ellipsis" title=${reading?.range ?? ''}>${reading?.range ?? ''}</span>
      <span class="spring"></span>
      ${running ? textButton(resultsWords.cancel, cancel) : actions}
      ${running ? nothing : textButton(reading && reading.state !== 'none' ? analysisWords.readAgain : analysisWords.read, start)}
    </div>
    ${
      reading?.failure === undefined
        ? nothing
        : html`<p class="run-failure analysis-note" role="alert"><span class="codicon codicon-error" aria-hidden="true"></span
          ><span dir="auto">${reading.failure}</span></p>`
    }
    ${isOld ? html`<p class="banner" role="note"><span class="codicon codicon-history" aria-hidden="true"></span>${analysisWords.ofAnEarlierRun}</p>` : nothing}`;
}
