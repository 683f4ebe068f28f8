import type { Step } from '../../../src/domain/session/steps.ts';
import type { Voice } from '../../parts/voice.ts';
import { problemWords } from '../../parts/words/words.ts';
import { phrases, words } from '../words/words.ts';
import { Finder } from './finder.ts';
import type { Jump } from './jumps.ts';
import { toProblem, toTurn } from './jumps.ts';
import type { SessionModel } from './model.ts';
import type { Place } from './places.ts';
import { endOf, firstPlace, keptPlace, standoutPlace } from './places.ts';
import type { Match } from './search.ts';
import type { TabId, ViewState } from './viewState.ts';
import { tabIds } from './viewState.ts';

/** Where the navigator's moves are seen and heard. */
interface Surroundings {
  /** The state changed: it is to be kept and drawn. */
  readonly changed: (state: ViewState) => void;
  /** What is selected is to be brought into view; `goTo`: whatever is folded or filtered out around it, and the keys with it. */
  readonly reveal: (how: 'select' | 'goTo') => void;
  readonly showParameter: (parameter: number) => void;
  readonly voice: Pick<Voice, 'announce' | 'tell'>;
}

/** What a person looks at in a session, and every way to look at something else. */
export class Navigator {
  readonly finder = new Finder();
  readonly #surroundings: Surroundings;
  #model: SessionModel | undefined;
  #state: ViewState;

  constructor(state: ViewState, surroundings: Surroundings) {
    this.#state = state;
    this.#surroundings = surroundings;
  }

  get state(): ViewState {
    return this.#state;
  }

  /** The selected step. */
  get step(): Step | undefined {
    return this.#model?.conversation.steps[this.#state.step ?? -1];
  }

  /** What is looked at before anything is shown. */
  begin(state: ViewState): void {
    this.#state = state;
  }

  /** Another document is shown, or none: what is selected stays so where there is such a thing in it, else it is what a session is opened at. */
  show(model: SessionModel | undefined): void {
    this.#model = model;
    this.finder.forget();
    if (model && this.finder.query !== undefined) this.finder.find(model, this.finder.query);
    if (!model) return;
    this.#state = { ...this.#state, ...(keptPlace(model, this.#state) ?? firstPlace(model)) };
  }

  change(change: Partial<ViewState>): void {
    this.#state = { ...this.#state, ...change };
    this.#surroundings.changed(this.#state);
  }

  /** Goes on by one tab, around the end. */
  toTab(direction: 1 | -1): TabId {
    const { length } = tabIds;
    const tab = tabIds[(tabIds.indexOf(this.#state.tab) + direction + length) % length] ?? 'timeline';
    this.change({ tab });
    return tab;
  }

  /** Selects a step among the rows that are there. */
  selectStep(step: number): void {
    this.#select({ step }, 'select');
  }

  /** Selects a line, and the step that said or heard it. */
  selectLine(line: number): void {
    this.#select({ line, step: this.#model?.conversation.lines[line]?.step }, 'select');
  }

  /** Selects the mark of where the session broke off, and the step that ran last. */
  selectEnd(): void {
    if (this.#model) this.#select(endOf(this.#model), 'select');
  }

  goToEnd(): void {
    if (this.#model) this.#select(endOf(this.#model), 'goTo');
  }

  /** Goes to what stands out. Whether something does. */
  goToStandout(): boolean {
    const place = this.#model && standoutPlace(this.#model);
    if (place) this.#select(place, 'goTo');
    return place !== undefined;
  }

  /** Goes to a step from somewhere else. */
  goTo(step: number): void {
    this.#select({ step }, 'goTo');
  }

  /** Whether there was a problem to go to. */
  toProblem(direction: 1 | -1): boolean {
    const jump = this.#model && toProblem(this.#model, this.#state.step, direction);
    if (jump) this.#jump(jump, phrases.problemOf);
    return jump !== undefined;
  }

  toTurn(direction: 1 | -1): boolean {
    const jump = this.#model && toTurn(this.#model, this.#state.step, direction);
    if (jump) this.#jump(jump, phrases.turnOf);
    return jump !== undefined;
  }

  find(query: string): void {
    if (!this.#model) return;
    this.finder.find(this.#model, query);
    this.#surroundings.voice.announce(this.finder.count === 0 ? words.noMatches : phrases.matches(this.finder.count));
  }

  toMatch(direction: 1 | -1): void {
    const match = this.finder.move(direction);
    if (!match) return;
    this.#toPlace(match);
    this.#surroundings.voice.announce(phrases.of(this.finder.position ?? 0, this.finder.count));
  }

  #toPlace(match: Match): void {
    if ('line' in match)
      this.#select({ line: match.line, step: this.#model?.conversation.lines[match.line]?.step }, 'goTo');
    else if ('step' in match) this.goTo(match.step);
    else if ('tag' in match) this.change({ tab: 'tags' });
    else {
      this.change({ tab: 'parameters' });
      this.#surroundings.showParameter(match.parameter);
    }
  }

  #jump({ step, position, count }: Jump, say: (position: number, count: number, what: string) => string): void {
    this.goTo(step);
    this.#surroundings.voice.announce(say(position, count, this.step ? problemWords(this.step) : ''));
  }

  #select({ step, line, end }: Place, how: 'select' | 'goTo'): void {
    this.change({ tab: 'timeline', step, line, end });
    this.#surroundings.reveal(how);
  }
}
