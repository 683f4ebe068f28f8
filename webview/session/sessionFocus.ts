import { takeFocus } from '../parts/keepFocus.ts';
import type { Redraw } from '../parts/redraw.ts';
import type { Navigator } from './model/navigator.ts';
import type { ShownSession } from './model/shownSession.ts';
import type { ParametersView } from './parameters/parametersView.ts';
import type { TimelineView } from './timeline/timelineView.ts';

/** What a session page is drawn from, and can put the keys into. */
export interface SessionParts {
  readonly root: HTMLElement;
  readonly redraw: Redraw;
  readonly shown: ShownSession;
  readonly navigator: Navigator;
  readonly timeline: TimelineView;
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
    const { redraw, shown, navigator, timeline, parameters } = this.#parts;
    redraw.now();
    const { model } = shown;
    const { tab } = navigator.state;
    if (tab === 'timeline' && model) timeline.focus();
    else if (tab === 'parameters' && model?.parameters.length) parameters.focus();
    else this.#into('[aria-selected="true"][role="tab"], .session-choice button');
  }

  detail(): void {
    const { redraw, root } = this.#parts;
    redraw.now();
    this.#into(root.querySelector('.part') ? '.part' : '.detail');
  }

  /** Into the list that a person moves through. */
  list(): void {
    this.#parts.redraw.now();
    this.#parts.timeline.focus();
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
    takeFocus(this.#parts.root.querySelector<HTMLElement>(selector));
  }
}
