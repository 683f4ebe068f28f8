import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { FlowPathView } from './flowPathView.ts';
import { stepName } from './format.ts';
import type { SessionModel } from './model.ts';
import type { DetailActions } from './stepDetail.ts';
import { stepDetail } from './stepDetail.ts';
import { TranscriptView } from './transcriptView.ts';
import type { ViewState } from './viewState.ts';
import { phrases, words } from './words.ts';

interface ConversationActions {
  readonly selectLine: (line: number) => void;
  readonly selectStep: (step: number) => void;
  readonly toDetail: () => void;
  readonly detail: Omit<DetailActions, 'raw'>;
}

/** What was said beside what ran, and the selected step in detail. */
export class ConversationView {
  readonly #root: HTMLElement;
  readonly #transcript: TranscriptView;
  readonly #path: FlowPathView;

  constructor(root: HTMLElement, redraw: () => void) {
    this.#root = root;
    this.#transcript = new TranscriptView(redraw);
    this.#path = new FlowPathView(redraw);
  }

  focusPath(): void {
    this.#path.focus();
  }

  /** Puts the keys into the list of steps, unless they are in the transcript. */
  focusList(): void {
    if (!this.#transcript.focused) this.#path.focus();
  }

  focusDetail(): void {
    const detail = this.#root.querySelector<HTMLElement>('.detail');
    detail?.focus({ preventScroll: true });
    detail?.scrollTo(0, 0);
    detail?.scrollIntoView({ block: 'nearest' });
  }

  /** Scrolls both lists to what is selected. */
  reveal(model: SessionModel, { step, line }: ViewState): void {
    if (step !== undefined) this.#path.reveal(model.rowOfStep[step] ?? -1);
    if (line !== undefined) this.#transcript.reveal(line);
  }

  render(model: SessionModel, state: ViewState, actions: ConversationActions): TemplateResult {
    const { toDetail } = actions;
    const step = model.conversation.steps[state.step ?? -1];
    const label = step ? phrases.detailOf(step.index, stepName(step.type)) : words.detail;
    return html`<div class="columns ${step ? 'has-step' : ''}">
      ${this.#transcript.render(model, state, { select: actions.selectLine, toDetail })}
      ${this.#path.render(model, state, { select: actions.selectStep, toDetail })}
      <section class="column detail" tabindex="-1" aria-label=${label}>
        ${
          step
            ? stepDetail(step, { raw: state.raw, ...actions.detail })
            : html`<p class="note">${state.line === undefined ? words.noStep : words.noLineStep}</p>`
        }
      </section>
    </div>`;
  }
}
