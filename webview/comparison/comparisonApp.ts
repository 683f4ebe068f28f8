import type { TemplateResult } from 'lit/html.js';
import { render } from 'lit/html.js';
import type { Step } from '../../src/domain/session/steps.ts';
import type {
  ComparisonAction,
  ComparisonHostMessage,
  ComparisonView,
  Side,
} from '../../src/protocol/comparisonMessages.ts';
import { onceReady, readyView } from '../parts/arriving/readyView.ts';
import type { ComparisonHost } from '../parts/host/host.ts';
import { html } from '../parts/html.ts';
import { keepFocus, takeFocus } from '../parts/keepFocus.ts';
import { nextOf } from '../parts/listKeys.ts';
import { loadMasking } from '../parts/masking/masking.ts';
import { Redraw } from '../parts/redraw.ts';
import { Voice } from '../parts/voice.ts';
import { comparisonFailure } from './comparisonFailure.ts';
import { comparisonKey } from './comparisonKeys.ts';
import { ComparisonList } from './comparisonList.ts';
import type { ComparisonContent, ComparisonModel } from './comparisonModel.ts';
import { readComparison, renamed, stepAt } from './comparisonModel.ts';
import { ComparisonRequests } from './comparisonRequests.ts';
import type { ComparisonState } from './comparisonState.ts';
import { readComparisonState } from './comparisonState.ts';
import { rowTitle, stopWords } from './comparisonSummary.ts';
import { comparisonView } from './comparisonView.ts';
import { comparisonPhrases, comparisonWords } from './comparisonWords.ts';

/** The page of a comparison: a function of two documents and of what a person chose to look at. */
export class ComparisonApp {
  readonly #root: HTMLElement;
  readonly #redraw: Redraw;
  readonly #host: ComparisonHost;
  readonly #list: ComparisonList;
  readonly #voice: Voice;
  readonly #requests: ComparisonRequests;
  #view: ComparisonView | undefined;
  #content: ComparisonContent | undefined;
  #state: ComparisonState;
  #help = false;

  constructor(root: HTMLElement, host: ComparisonHost) {
    this.#root = root;
    this.#redraw = new Redraw(() => this.#render());
    this.#host = host;
    host.listen(onceReady((message) => this.#receive(message)));
    this.#state = readComparisonState(this.#host.kept);
    this.#list = new ComparisonList(() => this.#redraw.soon());
    this.#voice = new Voice(host.channel, () => this.#redraw.soon());
    this.#requests = new ComparisonRequests(host, this.#voice, () => ({ model: this.#model, state: this.#state }));
    document.addEventListener('keydown', (event) => this.#keydown(event));
    keepFocus(() => this.#list.focus());
  }

  /** Asks for what to show, and shows it at the first difference that matters. */
  async start(): Promise<void> {
    this.#redraw.now();
    await this.#load();
    this.#reveal();
    if (document.hasFocus()) this.#list.focus();
    // Addresses and headers are shown with it, and what is masked later is masked at once.
    await loadMasking();
    this.#redraw.soon();
  }

  async #load(): Promise<void> {
    this.#show(await readyView(await this.#host.channel.request({ type: 'ready' })));
    this.#redraw.now();
  }

  #receive(message: ComparisonHostMessage): void {
    switch (message.type) {
      case 'show':
        this.#show(message.view);
        this.#redraw.soon();
        break;
      case 'nodeNames':
        if (this.#view) this.#view = { ...this.#view, nodeNames: message.nodeNames };
        if (this.#content) this.#content = renamed(this.#content, message.nodeNames);
        this.#redraw.soon();
        break;
      case 'act':
        this.#act(message.action);
        break;
    }
  }

  #show(view: ComparisonView): void {
    this.#view = view;
    this.#content = readComparison(view, this.#state.swapped);
    const model = this.#model;
    if (!model) return;
    const { divergence, differences } = model.comparison.paths;
    const { row } = this.#state;
    if (row === undefined || row >= model.rows.length) {
      this.#state = { ...this.#state, row: divergence ?? differences[0] ?? (model.rows.length > 0 ? 0 : undefined) };
    }
  }

  get #model(): ComparisonModel | undefined {
    return this.#content?.type === 'model' ? this.#content.model : undefined;
  }

  // Choosing

  #change(change: Partial<ComparisonState>): void {
    this.#state = { ...this.#state, ...change };
    this.#host.keep(this.#state);
    this.#redraw.soon();
  }

  #select(row: number): void {
    this.#change({ tab: 'steps', row });
    this.#reveal();
  }

  #reveal(): void {
    this.#redraw.now();
    if (this.#model) this.#list.reveal(this.#model, this.#state);
  }

  #toDifference(direction: 1 | -1): void {
    const model = this.#model;
    if (!model) return;
    const { stops } = model.comparison.paths;
    const row = nextOf(stops, this.#state.row ?? -1, direction);
    if (row === undefined) {
      this.#voice.tell(comparisonWords.noDifferences);
      return;
    }
    this.#select(row);
    const what = `${rowTitle(model, row)}, ${stopWords(model, row)}`;
    this.#voice.announce(comparisonPhrases.differenceOf(stops.indexOf(row), stops.length, what));
    this.#list.focus();
  }

  #toggleOnlyDifferences(): void {
    this.#change({ onlyDifferences: !this.#state.onlyDifferences, tab: 'steps' });
    this.#reveal();
  }

  #swapSides(): void {
    if (!this.#view) return;
    const [left, right] = (['left', 'right'] as const).map((side) => this.#stepAt(side));
    this.#change({ swapped: !this.#state.swapped });
    this.#content = readComparison(this.#view, this.#state.swapped);
    // The alignment of the swapped sides has its own rows: the same step stays selected.
    const row = this.#model?.rows.findIndex((each) =>
      right ? 'left' in each && each.left === right.index : 'right' in each && each.right === left?.index,
    );
    if (row !== undefined && row >= 0) this.#change({ row });
    this.#reveal();
  }

  // Doing

  #act(action: ComparisonAction): void {
    const actions: Record<ComparisonAction, () => void> = {
      nextDifference: () => this.#toDifference(1),
      previousDifference: () => this.#toDifference(-1),
      onlyDifferences: () => this.#toggleOnlyDifferences(),
      swapSides: () => this.#swapSides(),
      openPayloadDiff: () => this.#requests.openPayloadDiff(),
      compareAsText: () => void this.#requests.compareAsText(),
      showShortcuts: () => this.#toggleHelp(),
    };
    actions[action]();
  }

  #stepAt(side: Side): Step | undefined {
    const model = this.#model;
    return model && stepAt(model, model.rows[this.#state.row ?? -1], side);
  }

  #toggleHelp(): void {
    this.#help = !this.#help;
    this.#redraw.now();
    if (this.#help) takeFocus(this.#root.querySelector<HTMLElement>('.help'));
    else this.#list.focus();
  }

  #focusDetail(): void {
    this.#redraw.now();
    const detail = this.#root.querySelector<HTMLElement>('.detail');
    takeFocus(detail);
    detail?.scrollTo(0, 0);
    detail?.scrollIntoView({ block: 'nearest' });
  }

  #keydown(event: KeyboardEvent): void {
    if (event.defaultPrevented) return;
    if (event.key === 'Escape') {
      this.#help = false;
      this.#redraw.now();
      this.#list.focus();
      return;
    }
    if (!this.#view?.settings.singleKeys) return;
    const meaning = comparisonKey(event);
    if (meaning === undefined) return;
    event.preventDefault();
    if (meaning === 'toggleMask') void this.#requests.toggleMask();
    else if (typeof meaning === 'object') this.#change(meaning);
    else this.#act(meaning);
  }

  // Drawing

  #render(): void {
    render(this.#page(), this.#root);
  }

  #page(): TemplateResult {
    const content = this.#content;
    if (!content || !this.#view) return html`<p class="note" role="status">${comparisonWords.loading}</p>`;
    if (content.type === 'failed') {
      return comparisonFailure(content, {
        retry: () => void this.#load().then(() => this.#reveal()),
        openAsText: (side) => void this.#requests.openAsText(side),
      });
    }
    const { model } = content;
    const parts = {
      model,
      state: this.#state,
      list: this.#list,
      settings: this.#view.settings,
      help: this.#help,
      announcement: this.#voice.sentence,
    };
    return comparisonView(parts, {
      select: (row) => this.#select(row),
      selectTab: (tab) => this.#change({ tab }),
      toDetail: () => this.#focusDetail(),
      setSplit: (split) => this.#change({ split }),
      toggleHelp: () => this.#toggleHelp(),
      swapSides: () => this.#swapSides(),
      openSession: (side) => this.#requests.openSession(side),
      toDivergence: () => this.#select(model.comparison.paths.divergence ?? 0),
      toDifference: (direction) => this.#toDifference(direction),
      toggleOnlyDifferences: () => this.#toggleOnlyDifferences(),
      detail: {
        openSession: (side, step) => this.#requests.openSession(side, step),
        openPayloadDiff: (part) => this.#requests.openPayloadDiff(part),
      },
    });
  }
}
