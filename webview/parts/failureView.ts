import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import { html } from './html.ts';
import { textButton } from './toolkit.ts';
import { words } from './words/words.ts';

interface FailureActions {
  /** Absent when trying again cannot help. */
  readonly retry: (() => void) | undefined;
  readonly openAsText: () => void;
}

/** Why there is nothing to show, and what to do. */
export function failureView(reason: string, { retry, openAsText }: FailureActions): TemplateResult {
  return html`<div class="failure" role="alert">
    <span class="codicon codicon-error" aria-hidden="true"></span>
    <h1>${words.cannotShow}</h1>
    <p dir="auto">${reason}</p>
    <div>
      ${retry ? textButton(words.retry, retry, 'primary') : nothing}
      ${textButton(words.openAsText, openAsText)}
    </div>
  </div>`;
}
