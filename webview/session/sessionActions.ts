import type { Step } from '../../src/domain/session/steps.ts';
import type { ViewAction } from '../../src/protocol/messages.ts';
import type { Voice } from '../parts/voice.ts';
import { partShown, partsOf } from './detail/detailParts.ts';
import { standoutText } from './facts/headline.ts';
import type { HostRequests } from './hostRequests.ts';
import type { SessionModel } from './model/model.ts';
import type { PartId } from './model/viewState.ts';
import type { SessionFocus, SessionParts } from './sessionFocus.ts';
import type { Sharing } from './sharing.ts';
import { partTabWords } from './words/copyWords.ts';
import { words } from './words/words.ts';

interface ActionParts extends SessionParts {
  readonly focus: SessionFocus;
  readonly sharing: Sharing;
  readonly requests: HostRequests;
  readonly voice: Voice;
}

/** What a session page does by a key or a command of VS Code's. */
export class SessionActions {
  readonly #parts: ActionParts;
  #help = false;
  #beforeRaw: PartId | undefined;

  constructor(parts: ActionParts) {
    this.#parts = parts;
  }

  /** Whether the list of shortcuts is shown. */
  get help(): boolean {
    return this.#help;
  }

  /** Nothing happens while there is no session to do it with. */
  do(action: ViewAction): void {
    const { shown, navigator, timeline, sharing, requests } = this.#parts;
    const { model } = shown;
    if (!model) return;
    const actions: Record<ViewAction, () => void> = {
      nextProblem: () => this.toProblem(1),
      previousProblem: () => this.toProblem(-1),
      nextTurn: () => navigator.toTurn(1),
      previousTurn: () => navigator.toTurn(-1),
      nextTab: () => this.#toTab(1),
      previousTab: () => this.#toTab(-1),
      search: () => this.#openSearch(),
      showTalk: () => navigator.change({ tab: 'timeline', density: 'talk' }),
      showSteps: () => navigator.change({ tab: 'timeline', density: 'steps' }),
      showEverything: () => navigator.change({ tab: 'timeline', density: 'everything' }),
      collapseTurns: () => timeline.foldAll(model, true),
      expandTurns: () => timeline.foldAll(model, false),
      toggleGraph: () => this.#toggleGraph(),
      nextPart: () => this.#toPart(1),
      previousPart: () => this.#toPart(-1),
      toggleRaw: () => this.#toggleRaw(),
      copyId: () => sharing.copyId(model),
      copyMarkdown: () => void sharing.copyMarkdown(shown),
      copyResponse: () => this.#withStep((step) => sharing.copyResponse(model, step)),
      copyCurl: () => this.#withStep((step) => void sharing.copyCurl(model, step)),
      copyHttp: () => this.#withStep((step) => void sharing.copyHttp(model, step)),
      share: () => void sharing.share(shown, model, navigator.state.step),
      openPayload: () => this.#withStep((step) => sharing.openResponse(step)),
      nameNode: () => void requests.nameNode(navigator.step),
      openNodeLink: () => requests.openNodeLink(navigator.step),
      filterFor: () => this.#filter('must', model),
      filterOut: () => this.#filter('must_not', model),
      showShortcuts: () => this.toggleHelp(),
    };
    actions[action]();
  }

  /** Where no step failed, goes to what else stands out. */
  toProblem(direction: 1 | -1): void {
    const { navigator, shown, voice } = this.#parts;
    if (navigator.toProblem(direction)) return;
    const { model } = shown;
    if (!model || !navigator.goToStandout()) voice.tell(words.noProblems);
    else if (model.standout) voice.announce(standoutText(model, model.standout));
  }

  /** Shows the part of the selected step after (or before) the one that is shown, around the end. */
  #toPart(direction: 1 | -1): void {
    this.#withStep((step) => {
      const { navigator, voice } = this.#parts;
      const parts = partsOf(step);
      const at = parts.indexOf(partShown(step, navigator.state.part)) + direction;
      const part = parts[(at + parts.length) % parts.length];
      navigator.change({ tab: 'timeline', part });
      if (part) voice.announce(partTabWords[part]);
    });
  }

  /** To what was recorded, and back to the part before. */
  #toggleRaw(): void {
    const { navigator } = this.#parts;
    const { part } = navigator.state;
    const raw = part === 'raw';
    if (!raw) this.#beforeRaw = part;
    navigator.change({ part: raw ? this.#beforeRaw : 'raw' });
  }

  /** Closes what lies over the page, and goes back to what the tab is about. */
  escape(): void {
    this.#help = false;
    this.closeSearch();
  }

  closeSearch(): void {
    this.#parts.navigator.finder.query = undefined;
    this.#parts.focus.tab();
  }

  toggleHelp(): void {
    this.#help = !this.#help;
    if (this.#help) this.#parts.focus.help();
    else this.#parts.focus.tab();
  }

  #withStep(run: (step: Step) => void): void {
    const { navigator, voice } = this.#parts;
    if (navigator.step) run(navigator.step);
    else voice.tell(words.selectStep);
  }

  #toTab(direction: 1 | -1): void {
    const { navigator, voice, focus } = this.#parts;
    voice.announce(words[navigator.toTab(direction)]);
    focus.tab();
  }

  /** The keys go with it: what they were in is gone. */
  #toggleGraph(): void {
    const { navigator, focus } = this.#parts;
    navigator.change({ tab: 'timeline', pathForm: navigator.state.pathForm === 'list' ? 'graph' : 'list' });
    focus.list();
  }

  #openSearch(): void {
    this.#parts.navigator.finder.query ??= '';
    this.#parts.focus.search();
  }

  #filter(occurrence: 'must' | 'must_not', model: SessionModel): void {
    const { navigator, shown, requests } = this.#parts;
    const { step } = navigator.state;
    void requests.filter(occurrence, { model, recorded: shown.recorded() ?? model, step });
  }
}
