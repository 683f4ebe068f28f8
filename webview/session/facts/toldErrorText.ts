import type { TemplateResult } from 'lit/html.js';
import type { ToldError } from '../../../src/domain/session/toldError.ts';
import { html } from '../../parts/html.ts';

/** What an answer tells of an error: the key that says so, as it stands there, and what is said. */
export function toldErrorText({ key, text }: ToldError): TemplateResult {
  return html`<span class="told"><span class="mono">${key}</span> <bdi class="mono">${text}</bdi></span>`;
}
