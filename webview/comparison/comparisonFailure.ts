import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import type { Side } from '../../src/protocol/comparisonMessages.ts';
import { html } from '../parts/html.ts';
import { textButton } from '../parts/toolkit.ts';
import { words } from '../parts/words/words.ts';
import type { ComparisonContent, SideState } from './comparisonModel.ts';
import { comparisonPhrases, comparisonWords } from './comparisonWords.ts';

interface FailureActions {
  readonly retry: () => void;
  readonly openAsText: (side: Side) => void;
}

/** Which of the sides cannot be shown, why, and what to do. */
export function comparisonFailure(
  { left, right }: Extract<ComparisonContent, { type: 'failed' }>,
  actions: FailureActions,
): TemplateResult {
  return html`<div class="compared-failures" role="alert">
    <h1 class="live">${comparisonPhrases.title(left.side.fileName, right.side.fileName)}</h1>
    ${sideState('left', left, actions)} ${sideState('right', right, actions)}
  </div>`;
}

function sideState(which: Side, { side, failure }: SideState, actions: FailureActions): TemplateResult {
  return html`<section class="failure">
    <span class="codicon codicon-${failure ? 'error' : 'pass'}" aria-hidden="true"></span>
    <h2 dir="auto">${comparisonPhrases.side(which, side.fileName)}</h2>
    <p dir="auto">${failure ? failure.reason : comparisonWords.readWell}</p>
    ${
      failure
        ? html`<div>
            ${failure.canRetry ? textButton(words.retry, actions.retry, 'primary') : nothing}
            ${textButton(words.openAsText, () => actions.openAsText(which))}
          </div>`
        : nothing
    }
  </section>`;
}
