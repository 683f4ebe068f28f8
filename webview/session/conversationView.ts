import type { TemplateResult } from 'lit/html.js';
import type { Density } from '../../src/domain/session/conversationRows.ts';
import { html } from '../parts/html.ts';
import { nodeLabel } from '../parts/nodeLabel.ts';
import type { DetailActions } from './detail/stepDetail.ts';
import { stepDetail } from './detail/stepDetail.ts';
import type { SessionModel } from './model/model.ts';
import type { PathForm, ViewState } from './model/viewState.ts';
import { FlowPathView } from './path/flowPathView.ts';
import { TranscriptView } from './transcript/transcriptView.ts';
import { phrases, words } from './words/words.ts';

interface ConversationActions {
  readonly selectLine: (line: number) => void;
  /** Selects a step, and the line that tells of it. */
  readonly selectStep: (step: number) => void;
  /** Selects a step where it stands among the lines. */
  readonly selectStepBetween: (step: number) => void;
  readonly setDensity: (density: Density) => void;
  readonly setPathForm: (form: PathForm) => void;
  readonly toDetail: () => void;
  readonly detail: Omit<DetailActions, 'raw' | 'selectStep'>;
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

  /** Puts the keys into the list of steps, or into the transcript where there is no other list. */
  focusPath({ conversation }: SessionModel): void {
    if (conversation.steps.length > 0) this.#path.focus();
    else this.#transcript.focus();
  }

  /** Puts the keys into the list of steps, unless they are in the transcript. */
  focusList(model: SessionModel): void {
    if (!this.#transcript.focused) this.focusPath(model);
  }

  focusDetail(): void {
    const detail = this.#root.querySelector<HTMLElement>('.detail');
    detail?.focus({ preventScroll: true });
    detail?.scrollTo(0, 0);
    detail?.scrollIntoView({ block: 'nearest' });
  }

  /** Folds the steps of all turns away in the transcript, or shows them again. */
  foldTurns(model: SessionModel, folded: boolean): void {
    this.#transcript.foldAll(model, folded);
  }

  /** Scrolls both lists to what is selected. */
  reveal(model: SessionModel, state: ViewState): void {
    if (state.step !== undefined) this.#path.reveal(model, state.step);
    this.#transcript.reveal(state);
  }

  render(model: SessionModel, state: ViewState, actions: ConversationActions): TemplateResult {
    const { toDetail, selectStep } = actions;
    const step = model.conversation.steps[state.step ?? -1];
    const label = step ? phrases.detailOf(step.index, nodeLabel(model, step)) : words.detail;
    return html`<div class="columns ${step ? 'has-step' : ''}">
      ${this.#transcript.render(model, state, { ...actions, selectStep: actions.selectStepBetween })}
      ${this.#path.render(model, state, { select: selectStep, setForm: actions.setPathForm, toDetail })}
      <section class="column detail" tabindex="-1" aria-label=${label}>
        ${
          step
            ? stepDetail(model, step, { raw: state.raw, selectStep, ...actions.detail })
            : html`<p class="note">${state.line === undefined ? words.noStep : words.noLineStep}</p>`
        }
      </section>
    </div>`;
  }
}
