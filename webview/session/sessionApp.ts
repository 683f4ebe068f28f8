import type { TemplateResult } from 'lit/html.js';
import { render } from 'lit/html.js';
import type { HostMessage, SessionView } from '../../src/protocol/messages.ts';
import { failureView } from '../parts/failureView.ts';
import { highlightMatches } from '../parts/highlightMatches.ts';
import type { Host } from '../parts/host.ts';
import { html } from '../parts/html.ts';
import { keepFocus } from '../parts/keepFocus.ts';
import { Redraw } from '../parts/redraw.ts';
import { Voice } from '../parts/voice.ts';
import { choiceView } from './choiceView.ts';
import { ConversationView } from './conversationView.ts';
import { HostRequests } from './hostRequests.ts';
import type { SessionModel } from './model/model.ts';
import { Navigator } from './model/navigator.ts';
import { ShownSession } from './model/shownSession.ts';
import { readViewState } from './model/viewState.ts';
import { ParametersView } from './parameters/parametersView.ts';
import { SessionActions } from './sessionActions.ts';
import { SessionFocus } from './sessionFocus.ts';
import { actionOf, isHostAction } from './sessionKeys.ts';
import { sessionView } from './sessionView.ts';
import { Sharing } from './sharing.ts';
import { words } from './words/words.ts';

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
  readonly #focus: SessionFocus;
  readonly #actions: SessionActions;
  readonly #voice: Voice;
  readonly #shown = new ShownSession();

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
    const parts = {
      ...{ root, redraw: this.#redraw, shown: this.#shown, navigator: this.#navigator },
      ...{ conversation: this.#conversation, parameters: this.#parameters },
    };
    this.#focus = new SessionFocus(parts);
    this.#actions = new SessionActions({
      ...parts,
      ...{ focus: this.#focus, sharing: this.#sharing, requests: this.#requests, voice: this.#voice },
    });
    document.addEventListener('keydown', (event) => this.#keydown(event));
    keepFocus(() => this.#focus.tab());
  }

  /** Asks for what to show, and shows it. */
  async start(): Promise<void> {
    this.#redraw.now();
    const { behind } = await this.#load();
    if (this.#navigator.step) this.#reveal();
    if (behind) return;
    if (document.hasFocus() || document.activeElement === document.body) this.#focus.tab();
  }

  async #load(): Promise<SessionView> {
    const view = await this.#host.channel.request({ type: 'ready' });
    this.#show(view);
    this.#redraw.now();
    return view;
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
        this.#actions.do(message.action);
        break;
      case 'say':
        this.#voice.announce(message.sentence);
        break;
    }
  }

  #show(view: SessionView): void {
    this.#shown.show(view);
    this.#navigator.show(this.#model);
    if (view.step !== undefined) this.#navigator.selectStep(view.step);
  }

  get #model(): SessionModel | undefined {
    return this.#shown.model;
  }

  #keydown(event: KeyboardEvent): void {
    if (event.defaultPrevented) return;
    if (event.key === 'Escape') {
      this.#actions.escape();
      return;
    }
    const action = this.#shown.view?.settings.singleKeys ? actionOf(event) : undefined;
    if (action === undefined) return;
    event.preventDefault();
    if (isHostAction(action)) void this.#requests.run(action);
    else this.#actions.do(action);
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
    if (!view) return html``;
    if (content.type === 'several') {
      return choiceView(content.documents, {
        timeZone: view.settings.timeZone,
        choose: (index) => this.#choose(index),
      });
    }
    const { model } = content;
    const navigator = this.#navigator;
    const selectStep = (step: number): void => navigator.selectStep(step);
    const parts = {
      model,
      shown: view,
      state: navigator.state,
      finder: navigator.finder,
      help: this.#actions.help,
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
      nextProblem: () => this.#actions.toProblem(1),
      run: (action) => void this.#requests.run(action),
      find: (query) => navigator.find(query),
      toMatch: (direction) => navigator.toMatch(direction),
      closeSearch: () => this.#actions.closeSearch(),
      toggleHelp: () => this.#actions.toggleHelp(),
    });
  }

  #choose(index: number): void {
    this.#shown.choose(index);
    this.#navigator.show(this.#model);
    this.#redraw.now();
    this.#focus.tab();
  }

  #conversationOf(model: SessionModel): TemplateResult {
    const navigator = this.#navigator;
    return this.#conversation.render(model, navigator.state, {
      selectStep: (step) => navigator.selectStep(step),
      selectStepBetween: (step) => navigator.selectStepBetween(step),
      selectLine: (line) => navigator.selectLine(line),
      setDensity: (density) => navigator.change({ density }),
      setPathForm: (pathForm) => navigator.change({ pathForm }),
      toDetail: () => this.#focus.detail(),
      detail: {
        copy: (text, sentence) => this.#sharing.copyMasked(model, text, sentence),
        openText: (title, text) => this.#sharing.openText(title, text),
        toggleRaw: () => this.#actions.do('toggleRaw'),
        copyCurl: () => this.#actions.do('copyCurl'),
        copyHttp: () => this.#actions.do('copyHttp'),
        openRecording: (place) => void this.#requests.openRecording(place),
        nameNode: () => this.#actions.do('nameNode'),
        openNodeLink: () => this.#actions.do('openNodeLink'),
      },
    });
  }
}
