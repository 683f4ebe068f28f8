import type { TemplateResult } from 'lit/html.js';
import { nothing, render } from 'lit/html.js';
import type { ResultsAction, ResultsHostMessage, ResultsPageMessage } from '../../src/protocol/resultsMessages.ts';
import { maskBanner } from '../parts/banner.ts';
import type { ResultsHost } from '../parts/host/host.ts';
import { News } from '../parts/host/news.ts';
import { html } from '../parts/html.ts';
import { keepFocus, takeFocus } from '../parts/keepFocus.ts';
import { Redraw } from '../parts/redraw.ts';
import { shortcutsView } from '../parts/shortcutsView.ts';
import { tabs } from '../parts/toolkit.ts';
import { Voice } from '../parts/voice.ts';
import { words } from '../parts/words/words.ts';
import { AnalysisStore } from './model/analysisStore.ts';
import { ResultsModel } from './model/resultsModel.ts';
import { keptState, lookOf, readResultsState } from './model/resultsState.ts';
import type { ResultsTab } from './model/resultsTab.ts';
import { resultsWords } from './model/resultsWords.ts';
import { resultsHeader } from './resultsHeader.ts';
import { resultsShortcuts } from './resultsShortcuts.ts';
import { resultsTabs } from './resultsTabs.ts';

/** The page of a query's results: a function of its rows and of what a person chose to look at. */
export class ResultsApp {
  readonly #root: HTMLElement;
  readonly #host: ResultsHost;
  readonly #redraw: Redraw;
  readonly #model: ResultsModel;
  readonly #analyses = new AnalysisStore();
  readonly #voice: Voice;
  readonly #tabs: readonly ResultsTab[];
  #help = false;
  #warming = 0;

  constructor(root: HTMLElement, host: ResultsHost) {
    this.#root = root;
    this.#host = host;
    this.#redraw = new Redraw(() => render(this.#page(), this.#root));
    const news = new News((look: ReturnType<typeof lookOf>) => void host.channel.request({ type: 'look', look }));
    this.#model = new ResultsModel(readResultsState(host.kept), (state) => {
      host.keep(keptState(state));
      news.take(lookOf(state));
    });
    this.#voice = new Voice(host.channel, () => this.#redraw.soon());
    const showTab = (id: string): void => this.#showTab(id);
    const context = {
      host,
      model: this.#model,
      analyses: this.#analyses,
      voice: this.#voice,
      redraw: this.#redraw,
      showTab,
      resetLook: () => this.#resetLook(),
    };
    this.#tabs = resultsTabs.map((make) => make(context));
    host.listen((message) => this.#receive(message));
    document.addEventListener('keydown', (event) => this.#keydown(event));
    keepFocus(() => this.#tab?.focus());
  }

  /** Asks for what to show, and shows it; rows follow by themselves. */
  async start(): Promise<void> {
    this.#redraw.now();
    const view = await this.#host.channel.request({ type: 'ready' });
    // A page that comes back goes on with what it kept itself; a new one as the results were left.
    if (this.#host.kept === undefined && view.look !== undefined) this.#model.begin(readResultsState(view.look));
    this.#model.show(view);
    this.#redraw.now();
    if (document.hasFocus()) this.#tab?.focus();
  }

  #resetLook(): void {
    this.#model.resetLook();
    this.#redraw.now();
    this.#voice.announce(resultsWords.lookReset);
  }

  get #tab(): ResultsTab | undefined {
    return this.#tabs.find(({ id }) => id === this.#model.state.tab) ?? this.#tabs[0];
  }

  #receive(message: ResultsHostMessage): void {
    switch (message.type) {
      case 'show':
        this.#model.show(message.view);
        this.#redraw.soon();
        break;
      case 'rows':
        this.#model.take(message.run, message.chunk);
        this.#redraw.soon();
        this.#warmUpSoon();
        break;
      case 'walked':
        this.#model.walkedTo(message.row);
        this.#redraw.soon();
        break;
      case 'analysis':
        this.#analyses.take(message.view);
        this.#redraw.soon();
        break;
      case 'act':
        this.#act(message.action);
        break;
    }
  }

  /** When all rows are there, and nothing else is to be done. */
  #warmUpSoon(): void {
    clearTimeout(this.#warming);
    const warmUp = (): void => {
      if (this.#model.warmUp()) this.#warming = window.setTimeout(warmUp, 50);
    };
    this.#warming = window.setTimeout(warmUp, 300);
  }

  #act(action: ResultsAction): void {
    switch (action) {
      case 'showShortcuts':
        this.#toggleHelp();
        break;
      case 'nextTab':
        this.#stepTab(1);
        break;
      case 'previousTab':
        this.#stepTab(-1);
        break;
      case 'resetLook':
        this.#resetLook();
        break;
    }
  }

  #stepTab(by: 1 | -1): void {
    const at = this.#tab ? this.#tabs.indexOf(this.#tab) : 0;
    const next = this.#tabs[(at + by + this.#tabs.length) % this.#tabs.length];
    if (next) this.#showTab(next.id);
  }

  #showTab(id: string): void {
    this.#model.change({ tab: id });
    this.#redraw.now();
    this.#tab?.focus();
  }

  #toggleHelp(): void {
    this.#help = !this.#help;
    this.#redraw.now();
    if (this.#help) takeFocus(this.#root.querySelector<HTMLElement>('.help'));
    else this.#tab?.focus();
  }

  #keydown(event: KeyboardEvent): void {
    if (event.defaultPrevented) return;
    if (event.key === 'Escape' && this.#help) {
      this.#toggleHelp();
      return;
    }
    if (isTyping(event)) return;
    if (this.#tab?.key?.(event)) {
      event.preventDefault();
      return;
    }
    if (!this.#model.view?.settings.singleKeys || event.ctrlKey || event.metaKey || event.altKey) return;
    const tab = this.#tabs[Number(event.key) - 1];
    if (tab) this.#showTab(tab.id);
    else if (event.key === '?') this.#toggleHelp();
    else if (event.key === '0') this.#resetLook();
    else if (event.key === 'm') void this.#toggleMask();
    else return;
    event.preventDefault();
  }

  async #toggleMask(): Promise<void> {
    const sentence = await this.#host.channel.request({ type: 'toggleMask' });
    if (sentence !== undefined) this.#voice.announce(sentence);
  }

  #page(): TemplateResult {
    const { view } = this.#model;
    if (!view) return html`<p class="note" role="status">${resultsWords.loading}</p>`;
    const ask =
      (type: Extract<ResultsPageMessage['type'], 'run' | 'cancel' | 'loadMore' | 'loadAll' | 'mend' | 'openQuery'>) =>
      () =>
        void this.#host.channel.request({ type });
    const all = this.#tabs.map(({ id, label, count, view: content }) => {
      const number = count?.();
      return { id, label: label(), content, ...(number === undefined ? {} : { count: number }) };
    });
    return html`<div class="app">
      ${resultsHeader(view, {
        run: ask('run'),
        cancel: ask('cancel'),
        loadMore: ask('loadMore'),
        loadAll: ask('loadAll'),
        mend: ask('mend'),
        openQuery: ask('openQuery'),
      })}
      ${maskBanner(view.settings)}
      ${tabs({ label: words.views, all, active: this.#tab?.id ?? '' }, (id) => {
        if (id !== this.#tab?.id) this.#showTab(id);
      })}
      ${this.#help ? shortcutsView(resultsShortcuts(this.#tab), () => this.#toggleHelp()) : nothing}
      <div class="live" role="status" aria-live="polite">${this.#voice.sentence}</div>
    </div>`;
  }
}

/** Whether a key belongs to a field that is written into. */
function isTyping({ target }: KeyboardEvent): boolean {
  return (
    target instanceof HTMLElement &&
    (target.matches('input, select, textarea') || target.tagName.startsWith('VSCODE-TEXT'))
  );
}
