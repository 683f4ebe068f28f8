import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import type { Density } from '../../../src/domain/session/timeline/timelineRows.ts';
import { html } from '../../parts/html.ts';
import { WindowedList } from '../../parts/list/windowedList.ts';
import { PathGraphView } from '../graph/pathGraphView.ts';
import type { SessionModel } from '../model/model.ts';
import type { Folds, Timeline } from '../model/timeline.ts';
import { noFolds, readTimeline, roundsAround, stepsOfRow, unfoldedAround, without } from '../model/timeline.ts';
import type { TimelineFilter } from '../model/timelineFilter.ts';
import { kindsIn, unfiltered } from '../model/timelineFilter.ts';
import type { PathForm, ViewState } from '../model/viewState.ts';
import { phrases, words } from '../words/words.ts';
import { filterBar } from './filterBar.ts';
import { timelineRow } from './timelineRow.ts';
import { timelineRowHeight } from './timelineRowHeight.ts';
import { timelineRowWords } from './timelineRowWords.ts';
import { turnHead } from './turnHead.ts';

export interface TimelineActions {
  readonly selectLine: (line: number) => void;
  readonly selectStep: (step: number) => void;
  readonly selectEnd: () => void;
  readonly setDensity: (density: Density) => void;
  readonly setForm: (form: PathForm) => void;
  readonly toDetail: () => void;
}

/** What the rows are made from. */
interface Choice {
  readonly model: SessionModel;
  readonly density: Density;
  readonly folds: Folds;
  readonly filter: TimelineFilter;
}

/** What was said and what ran, as one list; or as a graph of what ran. */
export class TimelineView {
  readonly #redraw: () => void;
  readonly #list: WindowedList;
  readonly #graph: PathGraphView;
  #form: PathForm = 'list';
  #density: Density = 'everything';
  #folds = noFolds;
  #filter = unfiltered;
  #known: (Choice & { readonly timeline: Timeline }) | undefined;
  /** The last one of each density: people go to and fro between them. */
  readonly #others = new Map<Density, Choice & { readonly timeline: Timeline }>();
  #kinds: { readonly model: SessionModel; readonly all: readonly string[] } | undefined;

  constructor(redraw: () => void) {
    this.#redraw = redraw;
    this.#list = new WindowedList(
      'event',
      (index, width) =>
        this.#known ? timelineRowHeight(this.#known.model, this.#known.timeline.rows[index], width) : 24,
      redraw,
    );
    this.#graph = new PathGraphView(redraw);
  }

  focus(): void {
    if (this.#form === 'graph') this.#graph.focus();
    else this.#list.focus();
  }

  /** Scrolls to what is selected, or to where it would be. */
  reveal(model: SessionModel, state: ViewState): void {
    const timeline = this.#timelineOf(model);
    const own = this.#selected(timeline, state);
    const near =
      own < 0 && state.step !== undefined ? timeline.stepOfRow.findLastIndex((step) => step <= (state.step ?? 0)) : own;
    this.#list.reveal(near);
    if (state.step !== undefined) this.#graph.reveal(state.step);
  }

  /** Has a step or a line be among the rows: unfolds what is around it, and drops what hides it. A loop that stands out is shown as one row. */
  show(model: SessionModel, { step, line, end }: Pick<ViewState, 'step' | 'line' | 'end'>): void {
    const { standout } = model;
    const isLoop = standout?.type === 'rounds' && standout.rounds.from === step;
    if (step !== undefined && !isLoop) this.#folds = unfoldedAround(model, step, this.#folds);
    const isThere = ({ rowOfLine, rowOfStep, rowOfEnd }: Timeline): boolean =>
      end ? rowOfEnd >= 0 : (rowOfLine[line ?? -1] ?? -1) >= 0 || (rowOfStep[step ?? -1] ?? -1) >= 0;
    if (!isThere(this.#timelineOf(model))) this.#filter = unfiltered;
  }

  /** Folds all turns and all rounds, or none. */
  foldAll({ conversation, rounds }: SessionModel, folded: boolean): void {
    this.#folds = folded
      ? { turns: new Set(conversation.turns.keys()), open: new Set() }
      : { turns: new Set(), open: new Set(rounds.map(({ from }) => from)) };
    this.#redraw();
  }

  /** The first and the last step in sight. */
  get inSight(): readonly [first: number, last: number] | undefined {
    const known = this.#known;
    const rows = this.#list.inSight;
    if (!known || !rows || this.#form === 'graph') return undefined;
    const { rows: all, stepOfRow } = known.timeline;
    const [from] = stepsOfRow(known.model, all[rows[0]]);
    const [, to] = stepsOfRow(known.model, all[rows[1]]);
    const first = Math.max(0, from || (stepOfRow[rows[0]] ?? 0));
    return [first, Math.max(first, to > 0 ? to - 1 : (stepOfRow[rows[1]] ?? 0))];
  }

  render(model: SessionModel, state: ViewState, actions: TimelineActions): TemplateResult {
    this.#form = state.pathForm;
    this.#density = state.density;
    const { conversation } = model;
    const { steps, lines, hasPath, hasTranscript } = conversation;
    const timeline = this.#timelineOf(model);
    const notes = [
      ...(lines.length > 0 ? [] : [hasTranscript ? words.emptyTranscript : words.noTranscript]),
      ...(steps.length > 0 ? [] : [hasPath ? words.emptyPath : words.noPath]),
    ];
    return html`<section class="column timeline ${steps.length === 0 ? 'without-steps' : ''}" aria-label=${words.timeline}>
      ${
        steps.length === 0
          ? nothing
          : filterBar({
              ...{ density: state.density, form: state.pathForm, filter: this.#filter },
              ...{ kinds: this.#kindsOf(model), shown: timeline.steps, all: steps.length },
              ...{ setDensity: actions.setDensity, setForm: actions.setForm },
              setFilter: (filter) => {
                this.#filter = filter;
                this.#redraw();
              },
            })
      }
      ${notes.map((note) => html`<p class="note">${note}</p>`)}
      ${
        state.pathForm === 'graph' && steps.length > 0
          ? this.#graph.render(model, state, { select: actions.selectStep, toDetail: actions.toDetail })
          : timeline.rows.length > 0
            ? this.#listOf(model, timeline, { state, actions })
            : steps.length + lines.length > 0
              ? html`<p class="note">${words.nothingFiltered}</p>`
              : nothing
      }
    </section>`;
  }

  #listOf(
    model: SessionModel,
    timeline: Timeline,
    { state, actions }: { readonly state: ViewState; readonly actions: TimelineActions },
  ): TemplateResult {
    const { rows, heads, options } = timeline;
    const selected = this.#selected(timeline, state);
    const select = (index: number): void => this.#select(model, index, actions);
    const click = (index: number): void => {
      select(index);
      const row = rows[index];
      if (row && 'folded' in row) this.#toggle(model, index);
    };
    return this.#list.render({
      label: phrases.timelineOf(model.conversation.steps.length),
      ...{ rows, count: rows.length, options, selected, select, click },
      row: (index) => timelineRow(model, rows[index], state.density),
      describe: (index) => timelineRowWords(model, timeline, index),
      enter: () => {
        const row = rows[selected];
        if (row && 'folded' in row) this.#toggle(model, selected);
        else actions.toDetail();
      },
      keydown: (event) => this.#foldByKey(event, model, { state, actions }),
      ...(state.density === 'talk'
        ? {}
        : {
            stuck: (index: number) => {
              const head = rows[heads[index] ?? -1];
              return head?.type !== 'turn' || heads[index] === index ? nothing : turnHead(model, head.turn, false);
            },
          }),
    });
  }

  /** The row of what is selected: its own, or the one that stands for it. */
  #selected({ rowOfLine, rowOfStep, rowOfEnd }: Timeline, { line, step, end }: ViewState): number {
    if (end && rowOfEnd >= 0) return rowOfEnd;
    const own = rowOfLine[line ?? -1] ?? -1;
    return own >= 0 ? own : (rowOfStep[step ?? -1] ?? -1);
  }

  #select(model: SessionModel, index: number, actions: TimelineActions): void {
    const row = this.#timelineOf(model).rows[index];
    if (row?.type === 'end') actions.selectEnd();
    else if (row?.type === 'line' && !row.step) actions.selectLine(row.line.index);
    else if (row) actions.selectStep(stepsOfRow(model, row)[0]);
  }

  #toggle(model: SessionModel, index: number): void {
    const row = this.#timelineOf(model).rows[index];
    const { turns, open } = this.#folds;
    if (row?.type === 'turn')
      this.#folds = { open, turns: row.folded ? without(turns, row.turn) : new Set([...turns, row.turn]) };
    else if (row?.type === 'rounds') {
      const { from } = row.rounds;
      this.#folds = { turns, open: row.folded ? new Set([...open, from]) : without(open, from) };
    }
    this.#redraw();
  }

  /** Left folds the turn around what is selected, then the rounds around that; right unfolds what is selected. */
  #foldByKey(
    event: KeyboardEvent,
    model: SessionModel,
    { state }: { readonly state: ViewState; readonly actions: TimelineActions },
  ): void {
    if (state.step === undefined || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
    event.preventDefault();
    const timeline = this.#timelineOf(model);
    const row = timeline.rows[this.#selected(timeline, state)];
    const folded = row !== undefined && 'folded' in row && row.folded;
    if (event.key === 'ArrowRight') {
      if (folded) this.#toggle(model, this.#selected(timeline, state));
      return;
    }
    const rounds = roundsAround(model.rounds, state.step);
    const { turns, open } = this.#folds;
    if (!folded && state.density !== 'talk')
      this.#folds = { open, turns: new Set([...turns, model.turnOfStep[state.step] ?? 0]) };
    else if (rounds) this.#folds = { turns, open: without(open, rounds.from) };
    this.#redraw();
  }

  #kindsOf(model: SessionModel): readonly string[] {
    if (this.#kinds?.model !== model) this.#kinds = { model, all: kindsIn(model) };
    return this.#kinds.all;
  }

  #timelineOf(model: SessionModel): Timeline {
    const known = this.#known;
    // A turn is known by its place, which means nothing in another document.
    if (known && known.model.conversation !== model.conversation) {
      this.#folds = noFolds;
      this.#others.clear();
    }
    const [density, folds, filter] = [this.#density, this.#folds, this.#filter];
    const before = this.#others.get(density);
    const isSame = before?.model === model && before.folds === folds && before.filter === filter;
    this.#known = isSame
      ? before
      : { model, density, folds, filter, timeline: readTimeline(model, { density, folds, filter }) };
    this.#others.set(density, this.#known);
    return this.#known.timeline;
  }
}
