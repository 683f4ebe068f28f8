import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import type { Step } from '../../../src/domain/session/steps.ts';
import { html } from '../../parts/html.ts';
import { jsonTree } from '../../parts/jsonTree.ts';
import { showPayload } from '../../parts/shownPayload.ts';
import { stepName } from '../../parts/steps/stepLabel.ts';
import { iconButton, textButton } from '../../parts/toolkit.ts';
import { formatSize } from '../../parts/words/format.ts';
import type { PartWords } from '../words/copyWords.ts';
import { phrases, words } from '../words/words.ts';

/** More text than this is not drawn in the page: an editor shows it better. Of JSON only what is unfolded is drawn anyway. */
const drawnAtMost = 60_000;
const drawnOfLarge = 2_000;

export interface PayloadActions {
  readonly raw: boolean;
  /** `sentence`: what is said of it. */
  readonly copy: (text: string, sentence: string) => void;
  readonly openText: (title: string, text: string) => void;
}

/** A part of a step that holds text, usually JSON: how large it is, and its content as a tree or as it is. */
export function payloadSection(part: PartWords, step: Step, payload: unknown, actions: PayloadActions): TemplateResult {
  const shown = showPayload(payload);
  const isJson = shown.value !== undefined;
  const raw = typeof payload === 'string' ? payload : shown.text;
  const text = actions.raw ? raw : shown.text;
  const open = (): void => actions.openText(editorName(part, step, isJson), text);
  return html`<section class="payload" aria-label=${part.heading}>
    <div class="section-head">
      <h3>${part.heading}</h3>
      <span class="muted">${raw === '' ? words.empty : formatSize(raw.length)}</span>
      <span class="spring"></span>
      ${
        raw === ''
          ? nothing
          : html`${iconButton('copy', part.copy, () => actions.copy(text, part.copied))}
            ${iconButton('go-to-file', words.openInEditor, open)}`
      }
    </div>
    ${raw === '' ? nothing : isJson && !actions.raw ? jsonTree(shown.value) : plainText(raw, open)}
  </section>`;
}

/** What an editor is called that shows a part of a step. */
export function editorName(part: PartWords, { type, index }: Step, isJson: boolean): string {
  return `${part.editor(stepName(type), index)}.${isJson ? 'json' : 'txt'}`;
}

function plainText(text: string, open: () => void): TemplateResult {
  const isLarge = text.length > drawnAtMost;
  return html`<pre class="text" dir="auto" tabindex="0">${isLarge ? `${text.slice(0, drawnOfLarge)}…` : text}</pre>
    ${
      isLarge
        ? html`<p class="large">${phrases.firstOf(formatSize(drawnOfLarge), formatSize(text.length))} ${textButton(words.openInEditor, open)}</p>`
        : nothing
    }`;
}
