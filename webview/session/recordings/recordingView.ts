import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import type { Recording } from '../../../src/domain/session/recording.ts';
import { html } from '../../parts/html.ts';
import { recordingWords } from './recordingWords.ts';

/** A recording: a way to open it, or why there is none. Its address is never shown. */
export function recordingView(recording: Recording, open: () => void): TemplateResult | typeof nothing {
  switch (recording.type) {
    case 'none':
      return nothing;
    case 'ready':
      return html`<button class="link" @click=${open}>${recordingWords.open}</button>`;
    case 'notReady':
      return html`${recordingWords.notReady} <button class="link" @click=${open}>${recordingWords.checkAgain}</button>`;
    default:
      return html`<span title=${recordingWords.why[recording.type]}>${recordingWords[recording.type]}</span>`;
  }
}
