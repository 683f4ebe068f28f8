import type { TemplateResult } from 'lit/html.js';
import { render } from 'lit/html.js';
import type { HostMessage, SessionView, ViewAction } from '../src/protocol/messages.ts';
import { ConversationView } from './conversationView.ts';
import { copyWords } from './copyWords.ts';
import { failureView } from './failureView.ts';
import { highlightMatches } from './highlightMatches.ts';
import type { Host } from './host.ts';
import { HostRequests } from './hostRequests.ts';
import { html } from './html.ts';
import { keepFocus } from './keepFocus.ts';
import { actionOf, isHostAction } from './keys.ts';
import type { SessionModel } from './model.ts';
import { Navigator } from './navigator.ts';
import { ParametersView } from './parametersView.ts';
import { Redraw } from './redraw.ts';
import { sessionView } from './sessionView.ts';
import { Sharing } from './sharing.ts';
import { ShownSession } from './shownSession.ts';
import { readViewState } from './viewState.ts';
import { Voice } from './voice.ts';
import { words } from './words.ts';

/** The page: a function of the document and of what a person chose to look at. */
export class SessionApp {
  readonly #root: HTMLElement;
  readonly #redraw: Redraw;
  readonly #host: Host;
  readonly #navigator: Navigator;
  readonly #conversation: ConversationView;
  readonly #parameters: ParametersView;
  readonly #sharing: Sharing;
  readonly #requests: HostRequests;
  readonly #voice: Voice;
  readonly #shown = new ShownSession();
  #help = false;

  constructor(root: HTMLElement, host: Host) {
    this.#root = root;
    this.#redraw = new Redraw(() => this.#render());
    this.#host = host;
    host.listen((message) => this.#receive(message));
    this.#voice = new Voice(host.channel, () => this.#redraw.soon());
    this.#navigator = new Navigator(readViewState(host.kept), {
      voice: this.#voice,
      changed: (state) => {
        host.keep(state);
        this.#redraw.soon();
      },
      reveal: () => this.#reveal(),
      showParameter: (parameter) => {
        this.#redraw.now();
        if (this.#model) this.#parameters.reveal(this.#model, parameter);
      },
    });
    this.#sharing = new Sharing(host, this.#voice, () => this.#shown.view?.settings.maskShared ?? true);
    this.#requests = new HostRequests(host, this.#voice);
    this.#conversation = new ConversationView(root, () => this.#redraw.soon());
    this.#parameters = new ParametersView(() => this.#redraw.soon());
    document.addEventListener('keydown', (event) => this.#keydown(event));
    keepFocus(() => this.#focusTab());
  }

  /** Asks for what to show, and shows it. */
  async start(): Promise<void> {
    this.#redraw.now();
    await this.#load();
    if (this.#navigator.step) this.#reveal();
    if (document.hasFocus() || document.activeElement === document.body) this.#focusTab();
  }

  async #load(): Promise<void> {
    this.#show(await this.#host.channel.request({ type: 'ready' }));
    this.#redraw.now();
  }

  #receive(message: HostMessage): void {
    switch (message.type) {
      case 'show':
        this.#show(message.view);
        this.#redraw.soon();
        break;
      case 'place':
        this.#shown.move(message.place);
        this.#redraw.soon();
        break;
      case 'nodeNames':
        this.#shown.rename(message.nodeNames);
        this.#navigator.show(this.#model);
        this.#redraw.soon();
        break;
      case 'act':
        this.#act(message.action);
        break;
      case 'say':
        this.#voice.announce(message.sentence);
        break;
    }
  }

  #show(view: SessionView): void {
    this.#read(view);
    if (view.step !== undefined) this.#navigator.selectStep(view.step);
  }

  #read(view: SessionView): void {
    this.#shown.show(view, this.#navigator.state.masked);
    this.#navigator.show(this.#model);
  }

  get #model(): SessionModel | undefined {
    return this.#shown.model;
  }

  // Doing

  #act(action: ViewAction): void {
    const model = this.#model;
    if (!model) return;
    const navigator = this.#navigator;
    const requests = this.#requests;
    const { step } = navigator;
    const actions: Record<ViewAction, () => void> = {
      nextProblem: () => this.#toProblem(1),
      previousProblem: () => this.#toProblem(-1),
      nextTurn: () => navigator.toTurn(1) && this.#conversation.focusList(model),
      previousTurn: () => navigator.toTurn(-1) && this.#conversation.focusList(model),
      nextTab: () => this.#toTab(1),
      previousTab: () => this.#toTab(-1),
      search: () => this.#openSearch(),
      showTalk: () => navigator.change({ density: 'talk' }),
      showSteps: () => navigator.change({ density: 'steps' }),
      showEverything: () => navigator.change({ density: 'everything' }),
      collapseTurns: () => this.#conversation.foldTurns(model, true),
      expandTurns: () => this.#conversation.foldTurns(model, false),
      toggleGraph: () => this.#toggleGraph(model),
      toggleMask: () => this.#toggleMask(),
      toggleRaw: () => navigator.change({ raw: !navigator.state.raw }),
      copyId: () => this.#sharing.copy(model.summary.id ?? '', copyWords.copiedId),
      copyMarkdown: () => this.#sharing.copyMarkdown(model, this.#shown.view?.settings.timeZone ?? 'utc'),
      copyResponse: () => step && this.#sharing.copyResponse(model, step),
      copyCurl: () => step && this.#sharing.copyCurl(model, step),
      copyHttp: () => step && this.#sharing.copyHttp(model, step),
      openPayload: () => step && this.#sharing.openResponse(step),
      nameNode: () => void requests.nameNode(step),
      openNodeLink: () => requests.openNodeLink(step),
      filterFor: () => this.#filter('must', model),
      filterOut: () => this.#filter('must_not', model),
      showShortcuts: () => this.#toggleHelp(),
    };
    actions[action]();
  }

  #toggleMask(): void {
    const masked = !this.#navigator.state.masked;
    this.#navigator.change({ masked });
    if (this.#shown.view) this.#read(this.#shown.view);
    this.#voice.announce(masked ? words.nowMasked : words.nowUnmasked);
  }

  #filter(occurrence: 'must' | 'must_not', model: SessionModel): void {
    const { masked, step } = this.#navigator.state;
    const recorded = masked ? this.#shown.recorded() : model;
    void this.#requests.filter(occurrence, { model, recorded: recorded ?? model, step });
  }

  #toProblem(direction: 1 | -1): void {
    if (this.#navigator.toProblem(direction)) this.#focusDetail();
  }

  #toTab(direction: 1 | -1): void {
    this.#voice.announce(words[this.#navigator.toTab(direction)]);
    this.#redraw.now();
    this.#focusTab();
  }

  /** The keys go with it: what they were in is gone. */
  #toggleGraph(model: SessionModel): void {
    const navigator = this.#navigator;
    navigator.change({ pathForm: navigator.state.pathForm === 'list' ? 'graph' : 'list' });
    this.#redraw.now();
    this.#conversation.focusList(model);
  }

  #openSearch(): void {
    this.#navigator.finder.query ??= '';
    this.#redraw.now();
    this.#root.querySelector<HTMLElement>('.search-field')?.focus();
  }

  #closeSearch(): void {
    this.#navigator.finder.query = undefined;
    this.#redraw.now();
    this.#focusTab();
  }

  #toggleHelp(): void {
    this.#help = !this.#help;
    this.#redraw.now();
    if (this.#help) this.#root.querySelector<HTMLElement>('.help')?.focus();
    else this.#focusTab();
  }

  #keydown(event: KeyboardEvent): void {
    if (event.defaultPrevented) return;
    if (event.key === 'Escape') {
      this.#help = false;
      this.#closeSearch();
      return;
    }
    const action = this.#shown.view?.settings.singleKeys ? actionOf(event) : undefined;
    if (action === undefined) return;
    event.preventDefault();
    if (isHostAction(action)) void this.#requests.run(action);
    else this.#act(action);
  }

  // The focus

  /** Puts the keys into what the tab is mainly about. */
  #focusTab(): void {
    const { tab } = this.#navigator.state;
    if (tab === 'conversation' && this.#model) this.#conversation.focusPath(this.#model);
    else if (tab === 'parameters' && this.#model?.parameters.length) this.#parameters.focus();
    else this.#root.querySelector<HTMLElement>('[aria-selected="true"][role="tab"]')?.focus();
  }

  #focusDetail(): void {
    this.#redraw.now();
    this.#conversation.focusDetail();
  }

  #reveal(): void {
    this.#redraw.now();
    if (this.#model) this.#conversation.reveal(this.#model, this.#navigator.state);
  }

  // Drawing

  #render(): void {
    render(this.#page(), this.#root);
    highlightMatches(this.#root, this.#navigator.finder.query ?? '');
  }

  #page(): TemplateResult {
    const { content, view } = this.#shown;
    if (!content) return html`<p class="note" role="status">${words.loading}</p>`;
    if (content.type === 'failed') {
      return failureView(content.reason, {
        retry: content.canRetry ? () => void this.#load() : undefined,
        openAsText: () => this.#sharing.openAsText(),
      });
    }
    const { model } = content;
    if (!view) return html``;
    const navigator = this.#navigator;
    const selectStep = (step: number): void => navigator.selectStep(step);
    const parts = {
      model,
      shown: view,
      state: navigator.state,
      finder: navigator.finder,
      help: this.#help,
      announcement: this.#voice.sentence,
      conversation: () => this.#conversationOf(model),
      parameters: () =>
        this.#parameters.render(model, {
          selectStep,
          openRecording: (place) => void this.#requests.openRecording(place),
        }),
    };
    return sessionView(parts, {
      copy: (text, sentence) => this.#sharing.copy(text, sentence),
      selectStep,
      selectTab: (tab) => navigator.change({ tab }),
      nextProblem: () => this.#toProblem(1),
      run: (action) => void this.#requests.run(action),
      find: (query) => navigator.find(query),
      toMatch: (direction) => navigator.toMatch(direction),
      closeSearch: () => this.#closeSearch(),
      toggleHelp: () => this.#toggleHelp(),
    });
  }

  #conversationOf(model: SessionModel): TemplateResult {
    const navigator = this.#navigator;
    return this.#conversation.render(model, navigator.state, {
      selectStep: (step) => navigator.selectStep(step),
      selectStepBetween: (step) => navigator.selectStepBetween(step),
      selectLine: (line) => navigator.selectLine(line),
      setDensity: (density) => navigator.change({ density }),
      setPathForm: (pathForm) => navigator.change({ pathForm }),
      toDetail: () => this.#focusDetail(),
      detail: {
        copy: (text, sentence) => this.#sharing.copyMasked(model, text, sentence),
        openText: (title, text) => this.#sharing.openText(title, text),
        toggleRaw: () => this.#act('toggleRaw'),
        copyCurl: () => this.#act('copyCurl'),
        copyHttp: () => this.#act('copyHttp'),
        openRecording: (place) => void this.#requests.openRecording(place),
        nameNode: () => this.#act('nameNode'),
        openNodeLink: () => this.#act('openNodeLink'),
      },
    });
  }
}
