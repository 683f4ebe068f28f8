import type { Redraw } from '../parts/redraw.ts';
import type { ConversationView } from './conversationView.ts';
import type { Navigator } from './model/navigator.ts';
import type { ShownSession } from './model/shownSession.ts';
import type { ParametersView } from './parameters/parametersView.ts';

/** What a session page is drawn from, and can put the keys into. */
export interface SessionParts {
  readonly root: HTMLElement;
  readonly redraw: Redraw;
  readonly shown: ShownSession;
  readonly navigator: Navigator;
  readonly conversation: ConversationView;
  readonly parameters: ParametersView;
}

/** Puts the keys where a person goes on from. All draws first, so that it is there. */
export class SessionFocus {
  readonly #parts: SessionParts;

  constructor(parts: SessionParts) {
    this.#parts = parts;
  }

  /** Into what the tab is mainly about; into the choice of a session where none is shown. */
  tab(): void {
    const { redraw, shown, navigator, conversation, parameters } = this.#parts;
    redraw.now();
    const { model } = shown;
    const { tab } = navigator.state;
    if (tab === 'conversation' && model) conversation.focusPath(model);
    else if (tab === 'parameters' && model?.parameters.length) parameters.focus();
    else this.#into('[aria-selected="true"][role="tab"], .session-choice button');
  }

  detail(): void {
    this.#parts.redraw.now();
    this.#parts.conversation.focusDetail();
  }

  /** Into the list that a person moves through. */
  list(): void {
    const { redraw, shown, conversation } = this.#parts;
    redraw.now();
    if (shown.model) conversation.focusList(shown.model);
  }

  search(): void {
    this.#parts.redraw.now();
    this.#into('.search-field');
  }

  help(): void {
    this.#parts.redraw.now();
    this.#into('.help');
  }

  #into(selector: string): void {
    this.#parts.root.querySelector<HTMLElement>(selector)?.focus();
  }
}
