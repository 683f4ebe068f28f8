import type { TemplateResult } from 'lit';
import { html, render } from 'lit';
import type { Step } from '../src/domain/steps.ts';
import type { HostMessage, SessionView, ViewAction } from '../src/protocol/messages.ts';
import { ConversationView } from './conversationView.ts';
import { failureView } from './failureView.ts';
import { Finder } from './finder.ts';
import type { Host } from './host.ts';
import { connectHost } from './host.ts';
import { toProblem, toTurn } from './jumps.ts';
import { meaningOf } from './keys.ts';
import type { Content, SessionModel } from './model.ts';
import { readContent } from './model.ts';
import { sessionView } from './sessionView.ts';
import { Sharing } from './sharing.ts';
import type { ViewState } from './viewState.ts';
import { readViewState, tabIds } from './viewState.ts';
import { phrases, problemWords, words } from './words.ts';

/** The page: a function of the document and of what a person chose to look at. */
export class SessionApp {
  readonly #root: HTMLElement;
  readonly #host: Host;
  readonly #conversation: ConversationView;
  readonly #sharing: Sharing;
  readonly #finder = new Finder();
  #view: SessionView | undefined;
  #content: Content | undefined;
  #state: ViewState;
  #help = false;
  #announcement = '';
  #pending = false;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#host = connectHost((message) => this.#receive(message));
    this.#state = readViewState(this.#host.kept);
    this.#sharing = new Sharing(this.#host, (text) => this.#announce(text));
    this.#conversation = new ConversationView(root, () => this.#schedule());
    document.addEventListener('keydown', (event) => this.#keydown(event));
  }

  /** Asks for what to show, and shows it. */
  async start(): Promise<void> {
    this.#draw();
    await this.#load();
    if (this.#state.step !== undefined) this.#revealSelection();
    if (document.hasFocus() || document.activeElement === document.body) this.#conversation.focusPath();
  }

  async #load(): Promise<void> {
    this.#show(await this.#host.channel.request({ type: 'ready' }));
    this.#draw();
  }

  #receive(message: HostMessage): void {
    if (message.type === 'show') {
      this.#show(message.view);
      this.#schedule();
    } else this.#act(message.action);
  }

  #show(view: SessionView): void {
    this.#view = view;
    this.#content = readContent(view.content);
    this.#finder.forget();
    const steps = this.#model?.conversation.steps.length ?? 0;
    const lines = this.#model?.conversation.lines.length ?? 0;
    const { step, line } = this.#state;
    this.#state = {
      ...this.#state,
      step: step !== undefined && step < steps ? step : undefined,
      line: line !== undefined && line < lines ? line : undefined,
    };
  }

  get #model(): SessionModel | undefined {
    return this.#content?.type === 'model' ? this.#content.model : undefined;
  }

  get #step(): Step | undefined {
    return this.#model?.conversation.steps[this.#state.step ?? -1];
  }

  // Choosing

  #change(change: Partial<ViewState>): void {
    this.#state = { ...this.#state, ...change };
    this.#host.keep(this.#state);
    this.#schedule();
  }

  #selectStep(step: number): void {
    this.#change({ tab: 'conversation', step, line: this.#model?.lineOfStep.get(step) });
    this.#revealSelection();
  }

  #selectLine(line: number): void {
    this.#change({ tab: 'conversation', line, step: this.#model?.conversation.lines[line]?.step });
    this.#revealSelection();
  }

  #revealSelection(): void {
    this.#draw();
    if (this.#model) this.#conversation.reveal(this.#model, this.#state);
  }

  #toProblem(direction: 1 | -1): void {
    const model = this.#model;
    const jump = model && toProblem(model, this.#state.step, direction);
    if (!jump) {
      this.#announce(words.noProblems);
      return;
    }
    this.#selectStep(jump.step);
    if (this.#step) this.#announce(phrases.problemOf(jump.position, jump.count, problemWords(this.#step)));
    this.#focusDetail();
  }

  #toTurn(direction: 1 | -1): void {
    const model = this.#model;
    const jump = model && toTurn(model, this.#state.step, direction);
    if (!jump) return;
    this.#selectStep(jump.step);
    this.#announce(phrases.turnOf(jump.position, jump.count));
    this.#conversation.focusList();
  }

  #find(query: string): void {
    if (!this.#model) return;
    this.#finder.find(this.#model, query);
    this.#announce(this.#finder.count === 0 ? words.noMatches : phrases.matches(this.#finder.count));
  }

  #toMatch(direction: 1 | -1): void {
    const match = this.#finder.move(direction);
    if (!match) return;
    if ('line' in match) this.#selectLine(match.line);
    else this.#selectStep(match.step);
    this.#announce(phrases.of(this.#finder.position ?? 0, this.#finder.count));
  }

  #focusDetail(): void {
    this.#draw();
    this.#conversation.focusDetail();
  }

  // Doing

  #act(action: ViewAction): void {
    const model = this.#model;
    if (!model) return;
    const actions: Record<ViewAction, () => void> = {
      nextProblem: () => this.#toProblem(1),
      previousProblem: () => this.#toProblem(-1),
      nextTurn: () => this.#toTurn(1),
      previousTurn: () => this.#toTurn(-1),
      search: () => this.#openSearch(),
      toggleRaw: () => this.#change({ raw: !this.#state.raw }),
      copyId: () => this.#sharing.copy(model.summary.id ?? '', words.copiedId),
      copyMarkdown: () => this.#sharing.copyMarkdown(model, this.#view?.settings.timeZone ?? 'utc'),
      copyResponse: () => this.#step && this.#sharing.copyResponse(model, this.#step),
      openPayload: () => this.#step && this.#sharing.openResponse(this.#step),
      showShortcuts: () => this.#toggleHelp(),
    };
    actions[action]();
  }

  #openSearch(): void {
    this.#finder.query ??= '';
    this.#draw();
    this.#root.querySelector<HTMLElement>('.search-field')?.focus();
  }

  #toggleHelp(): void {
    this.#help = !this.#help;
    this.#draw();
    if (this.#help) this.#root.querySelector<HTMLElement>('.help')?.focus();
    else this.#conversation.focusPath();
  }

  #announce(text: string): void {
    this.#announcement = text;
    this.#schedule();
  }

  #keydown(event: KeyboardEvent): void {
    if (event.defaultPrevented) return;
    if (event.key === 'Escape') {
      this.#help = false;
      this.#finder.query = undefined;
      this.#draw();
      this.#conversation.focusPath();
      return;
    }
    const typing = event.composedPath().some((target) => target instanceof HTMLInputElement);
    if (typing || !this.#view?.settings.singleKeys) return;
    const meaning = meaningOf(event);
    if (meaning === undefined) return;
    event.preventDefault();
    if (typeof meaning === 'object') this.#change({ tab: tabIds[meaning.tab] ?? 'conversation' });
    else this.#act(meaning);
  }

  // Drawing

  #schedule(): void {
    if (this.#pending) return;
    this.#pending = true;
    queueMicrotask(() => {
      this.#pending = false;
      this.#draw();
    });
  }

  #draw(): void {
    render(this.#page(), this.#root);
  }

  #page(): TemplateResult {
    const content = this.#content;
    if (!content) return html`<p class="note" role="status">${words.loading}</p>`;
    if (content.type === 'failed') {
      return failureView(content.reason, {
        retry: content.canRetry ? () => void this.#load() : undefined,
        openAsText: () => this.#sharing.openAsText(),
      });
    }
    const { model } = content;
    if (!this.#view) return html``;
    const parts = {
      model,
      shown: this.#view,
      tab: this.#state.tab,
      finder: this.#finder,
      help: this.#help,
      announcement: this.#announcement,
      conversation: () => this.#conversationOf(model),
    };
    return sessionView(parts, {
      copy: (text, what) => this.#sharing.copy(text, what),
      selectStep: (step) => this.#selectStep(step),
      selectTab: (tab) => this.#change({ tab }),
      nextProblem: () => this.#toProblem(1),
      find: (query) => this.#find(query),
      toMatch: (direction) => this.#toMatch(direction),
      toggleHelp: () => this.#toggleHelp(),
    });
  }

  #conversationOf(model: SessionModel): TemplateResult {
    return this.#conversation.render(model, this.#state, {
      selectStep: (step) => this.#selectStep(step),
      selectLine: (line) => this.#selectLine(line),
      toDetail: () => this.#focusDetail(),
      detail: {
        copy: (text, name) => this.#sharing.copyMasked(model, text, name),
        openText: (title, text) => this.#sharing.openText(title, text),
        toggleRaw: () => this.#act('toggleRaw'),
      },
    });
  }
}
