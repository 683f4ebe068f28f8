import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import { html } from '../../parts/html.ts';
import { iconButton } from '../../parts/toolkit.ts';
import type { SessionModel } from '../model/model.ts';
import { recordingView } from '../recordings/recordingView.ts';
import { recordingWords } from '../recordings/recordingWords.ts';
import { copyPhrases } from '../words/copyWords.ts';
import { words } from '../words/words.ts';
import { formatFact } from './formatFact.ts';

interface FactsActions {
  readonly connection: string | undefined;
  readonly copy: (text: string, sentence: string) => void;
  readonly openRecording: () => void;
}

/** What the session says of itself, its agent and its channel, each value to be copied. */
export function factsView(model: SessionModel, { connection, copy, openRecording }: FactsActions): TemplateResult {
  const { facts, recording } = model;
  if (facts.length === 0) return html`<p class="note">${words.noFacts}</p>`;
  return html`<dl class="fact-list">
  ${connection === undefined ? nothing : html`<div class="fact-row"><dt>${words.connection}</dt><dd>${connection}</dd></div>`}
  ${
    recording.type === 'none'
      ? nothing
      : html`<div class="fact-row"><dt>${recordingWords.recording}</dt><dd>${recordingView(recording, openRecording)}</dd></div>`
  }
  ${facts.map(
    (fact) => html`<div class="fact-row" data-fact=${fact.path}>
      <dt title=${fact.description ?? words.undocumented}>${fact.title}</dt>
      <dd>
        <span class="mono" dir="auto">${formatFact(fact)}</span>
        ${fact.meaning ? html`<span class="muted">${fact.meaning}</span>` : nothing}
        ${iconButton('copy', copyPhrases.copyFact(fact.title), () => copy(fact.value, copyPhrases.copiedFact(fact.title)))}
      </dd>
    </div>`,
  )}</dl>`;
}
