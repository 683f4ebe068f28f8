import type { TemplateResult } from 'lit/html.js';
import { html } from '../../parts/html.ts';
import { stepName } from '../../parts/stepLabel.ts';
import { choice, dropdown, textField } from '../../parts/toolkit.ts';
import { WindowedList } from '../../parts/windowedList.ts';
import { PathGraphView } from '../graph/pathGraphView.ts';
import type { SessionModel } from '../model/model.ts';
import type { PathForm, ViewState } from '../model/viewState.ts';
import { pathForms } from '../model/viewState.ts';
import { pathFormWords, phrases, words } from '../words/words.ts';
import { flowPathRow, flowPathRowWords } from './flowPathRow.ts';
import type { PathFilter, PathKind, PathRows } from './pathRows.ts';
import { pathRows, wholePath } from './pathRows.ts';

interface FlowPathActions {
  readonly select: (step: number) => void;
  readonly setForm: (form: PathForm) => void;
  readonly toDetail: () => void;
}

/** The steps that ran, by turn, with how long each took: as a list that can be filtered, or as a graph. */
export class FlowPathView {
  readonly #redraw: () => void;
  readonly #list: WindowedList;
  readonly #graph: PathGraphView;
  #form: PathForm = 'list';
  #filter = wholePath;
  #known: { model: SessionModel; filter: PathFilter; rows: PathRows } | undefined;
  #kinds: { model: SessionModel; all: readonly string[] } | undefined;

  constructor(redraw: () => void) {
    this.#redraw = redraw;
    this.#list = new WindowedList('step', () => 24, redraw);
    this.#graph = new PathGraphView(redraw);
  }

  focus(): void {
    if (this.#form === 'graph') this.#graph.focus();
    else this.#list.focus();
  }

  /** Brings a step into view, and drops a filter that hides it. */
  reveal(model: SessionModel, step: number): void {
    if (!this.#rowsOf(model).ofStep.has(step)) this.#setFilter(wholePath);
    this.#list.reveal(this.#rowsOf(model).ofStep.get(step) ?? -1);
    this.#graph.reveal(step);
  }

  render(model: SessionModel, { step: selected, pathForm }: ViewState, actions: FlowPathActions): TemplateResult {
    this.#form = pathForm;
    const { steps, hasPath } = model.conversation;
    return html`<section class="column path" aria-label=${words.path}>
      <div class="column-title">
        <h2>${words.path}</h2>
        ${choice({ label: words.pathForm, options: pathForms, chosen: pathForm, words: pathFormWords, choose: actions.setForm })}
      </div>
      ${
        steps.length === 0
          ? html`<p class="note">${hasPath ? words.emptyPath : words.noPath}</p>`
          : pathForm === 'graph'
            ? this.#graph.render(model, { step: selected }, actions)
            : this.#listOf(model, selected, actions)
      }
    </section>`;
  }

  #listOf(model: SessionModel, selected: number | undefined, actions: FlowPathActions): TemplateResult {
    const { all, steps, ofStep } = this.#rowsOf(model);
    const select = (index: number): void => {
      const row = all[index];
      const step = row?.type === 'turn' ? row.turn.steps[0] : row?.step;
      if (step) actions.select(step.index);
    };
    const filtered = this.#filter !== wholePath;
    return html`${this.#filterBar(model, steps)}
      ${
        all.length === 0
          ? html`<p class="note">${words.nothingFiltered}</p>`
          : this.#list.render({
              label: filtered
                ? phrases.filteredPath(steps, model.conversation.steps.length)
                : phrases.pathOf(model.conversation.steps.length),
              rows: all,
              count: all.length,
              options: steps,
              selected: selected === undefined ? -1 : (ofStep.get(selected) ?? -1),
              row: (index) => flowPathRow(model, all[index]),
              describe: (index) => flowPathRowWords(model, all[index]),
              select,
              enter: actions.toDetail,
            })
      }`;
  }

  #filterBar(model: SessionModel, shown: number): TemplateResult {
    const { kind, text } = this.#filter;
    const all = model.conversation.steps.length;
    return html`<div class="filter">
      ${textField({
        label: words.filterSteps,
        value: text,
        input: (written) => this.#setFilter({ kind, text: written }),
      })}
      ${dropdown({
        label: words.stepsOfKind,
        options: this.#kindsOf(model).map((value) => ({ value, words: kindWords(value) })),
        chosen: nameOf(kind),
        choose: (name) => this.#setFilter({ text, kind: kindOf(name) }),
      })}
      ${shown === all ? '' : html`<span class="muted">${phrases.shownOf(shown, all)}</span>`}
    </div>`;
  }

  #setFilter(filter: PathFilter): void {
    this.#filter = filter.text === '' && filter.kind === 'all' ? wholePath : filter;
    this.#redraw();
  }

  #kindsOf(model: SessionModel): readonly string[] {
    if (this.#kinds?.model !== model) this.#kinds = { model, all: kindsIn(model) };
    return this.#kinds.all;
  }

  #rowsOf(model: SessionModel): PathRows {
    const filter = this.#filter;
    if (this.#known?.model === model && this.#known.filter === filter) return this.#known.rows;
    this.#known = { model, filter, rows: pathRows(model, filter) };
    return this.#known.rows;
  }
}

// A kind as the list of choices knows it: types are data, and may be called like one of ours.
const nameOf = (kind: PathKind): string => (typeof kind === 'string' ? kind : `type:${kind.type}`);
const kindOf = (name: string): PathKind =>
  name === 'problems' ? name : name.startsWith('type:') ? { type: name.slice('type:'.length) } : 'all';

function kindsIn({ conversation }: SessionModel): string[] {
  const types = new Set(conversation.steps.map(({ type = '' }) => type));
  return ['all', 'problems', ...[...types].sort().map((type) => nameOf({ type }))];
}

function kindWords(name: string): string {
  const kind = kindOf(name);
  if (typeof kind !== 'string') return stepName(kind.type === '' ? undefined : kind.type);
  return kind === 'all' ? words.allSteps : words.onlyProblems;
}
