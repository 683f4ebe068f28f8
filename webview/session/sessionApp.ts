import type { TemplateResult } from 'lit/html.js';
import { render } from 'lit/html.js';
import type { HostMessage, SessionView } from '../../src/protocol/messages.ts';
import { onceReady, readyView } from '../parts/arriving/readyView.ts';
import { failureView } from '../parts/failureView.ts';
import { highlightMatches } from '../parts/highlightMatches.ts';
import type { Host } from '../parts/host/host.ts';
import { loaded } from '../parts/host/loaded.ts';
import { News } from '../parts/host/news.ts';
import { html } from '../parts/html.ts';
import { keepFocus } from '../parts/keepFocus.ts';
import { loadMasking } from '../parts/masking/masking.ts';
import { Redraw } from '../parts/redraw.ts';
import { Voice } from '../parts/voice.ts';
import { choiceView } from './choiceView.ts';
import { HostRequests } from './hostRequests.ts';
import { loadingView } from './loadingView.ts';
import type { SessionModel } from './model/model.ts';
import { Navigator } from './model/navigator.ts';
import { ShownSession } from './model/shownSession.ts';
import { firstViewState, readViewState } from './model/viewState.ts';
import { ParametersView } from './parameters/parametersView.ts';
import { SessionActions } from './sessionActions.ts';
import { SessionFocus } from './sessionFocus.ts';
import { actionOf, isHostAction } from './sessionKeys.ts';
import { sessionTimeline } from './sessionTimeline.ts';
import { sessionView } from './sessionView.ts';
import { Sharing } from './sharing.ts';
import { TimelineView } from './timeline/timelineView.ts';
import { newSteps } from './words/newSteps.ts';

/** The page: a function of the document and of what a person chose to look at. */
export class SessionApp {
  readonly #root: HTMLElement;
  readonly #redraw: Redraw;
  readonly #host: Host;
  readonly #navigator: Navigator;
  readonly #timeline: TimelineView;
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
    host.listen(onceReady((message) => this.#receive(message)));
    this.#voice = new Voice(host.channel, () => this.#redraw.soon());
    const news = new News(
      (now: { readonly look: unknown; readonly step?: number }) => void host.channel.request({ type: 'look', ...now }),
    );
    this.#navigator = new Navigator(readViewState(host.kept), {
      voice: this.#voice,
      changed: (state) => {
        host.keep(state);
        const { step, line: _line, end: _end, ...look } = state;
        news.take({ look, ...(step === undefined ? {} : { step }) });
        this.#redraw.soon();
      },
      reveal: (how) => this.#reveal(how),
      showParameter: (parameter) => {
        this.#redraw.now();
        if (this.#model) this.#parameters.reveal(this.#model, parameter);
        this.#focus.tab();
      },
    });
    this.#sharing = new Sharing(host, this.#voice, () => this.#shown.view?.settings.maskShared ?? true);
    this.#requests = new HostRequests(host, this.#voice);
    this.#timeline = new TimelineView(() => this.#redraw.soon());
    this.#parameters = new ParametersView(() => this.#redraw.soon());
    const parts = {
      ...{ root, redraw: this.#redraw, shown: this.#shown, navigator: this.#navigator },
      ...{ timeline: this.#timeline, parameters: this.#parameters },
    };
    this.#focus = new SessionFocus(parts);
    this.#actions = new SessionActions({
      ...parts,
      ...{ focus: this.#focus, sharing: this.#sharing, requests: this.#requests, voice: this.#voice },
    });
    document.addEventListener('keydown', (event) => this.#keydown(event));
    keepFocus(() => this.#focus.tab());
  }

  /** Shows what the host sent meanwhile; asks for it where nothing came, as a page that comes back has to. */
  async start(): Promise<void> {
    await loaded();
    if (!this.#shown.view) {
      this.#redraw.now();
      const view = await readyView(await this.#host.channel.request({ type: 'ready' }));
      if (!this.#shown.view) this.#begin(view);
    }
    // Addresses and headers are shown with it.
    await loadMasking();
    this.#redraw.soon();
  }

  #begin(view: SessionView): void {
    this.#show(view);
    this.#reveal('select');
    if (!view.behind && document.hasFocus()) this.#focus.tab();
  }

  async #loadAgain(): Promise<void> {
    this.#show(await readyView(await this.#host.channel.request({ type: 'ready' })));
    this.#redraw.now();
  }

  #receive(message: HostMessage): unknown {
    switch (message.type) {
      case 'begin':
        if (!this.#shown.view) this.#begin(message.view);
        break;
      case 'show':
        this.#showAgain(message.view);
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
      case 'hasKeys':
        return document.hasFocus();
      case 'say':
        this.#voice.announce(message.sentence);
        break;
    }
    return undefined;
  }

  /** What came since is said once; everything that a person looks at stays. */
  #showAgain(view: SessionView): void {
    const before = this.#model?.conversation.steps.length ?? 0;
    this.#show(view);
    const more = (this.#model?.conversation.steps.length ?? 0) - before;
    if (before > 0 && more > 0) this.#voice.announce(newSteps(more));
  }

  #show(view: SessionView): void {
    // A page that comes back goes on with what it kept itself; a new one as the one before was looked at.
    if (!this.#shown.view && this.#host.kept === undefined) this.#navigator.begin(firstViewState(view));
    this.#shown.show(view);
    this.#navigator.show(this.#model);
    if (view.step !== undefined) this.#navigator.selectStep(view.step);
    if (this.#model) this.#timeline.show(this.#model, this.#navigator.state);
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

  #reveal(how: 'select' | 'goTo'): void {
    const model = this.#model;
    const { state } = this.#navigator;
    if (model && how === 'goTo') this.#timeline.show(model, state);
    this.#redraw.now();
    if (model) this.#timeline.reveal(model, state);
    if (how === 'goTo') this.#timeline.focus();
  }

  // Drawing

  #render(): void {
    render(this.#page(), this.#root);
    highlightMatches(this.#root, this.#navigator.finder.query ?? '');
  }

  #page(): TemplateResult {
    const { content, view } = this.#shown;
    if (!content) return loadingView(() => void this.#host.channel.request({ type: 'cancel' }));
    if (content.type === 'failed') {
      return failureView(content.reason, {
        retry: content.canRetry ? () => void this.#loadAgain() : undefined,
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
    const goTo = (step: number): void => navigator.goTo(step);
    const parts = {
      model,
      shown: view,
      state: navigator.state,
      finder: navigator.finder,
      help: this.#actions.help,
      announcement: this.#voice.sentence,
      timeline: () => this.#timelineOf(model),
      parameters: () =>
        this.#parameters.render(model, {
          selectStep: goTo,
          openRecording: (place) => void this.#requests.openRecording(place),
        }),
    };
    return sessionView(parts, {
      copy: (text, sentence) => this.#sharing.copy(text, sentence),
      goTo,
      selectTab: (tab) => navigator.change({ tab }),
      goToEnd: () => navigator.goToEnd(),
      goToStandout: () => navigator.goToStandout(),
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

  #timelineOf(model: SessionModel): TemplateResult {
    return sessionTimeline(model, {
      ...{ navigator: this.#navigator, timeline: this.#timeline, focus: this.#focus },
      ...{ actions: this.#actions, sharing: this.#sharing, requests: this.#requests },
    });
  }
}
