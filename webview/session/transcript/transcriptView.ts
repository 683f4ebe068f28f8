import type { TemplateResult } from 'lit/html.js';
import type { ConversationRow, Density } from '../../../src/domain/session/conversationRows.ts';
import { conversationRows, densities } from '../../../src/domain/session/conversationRows.ts';
import { html } from '../../parts/html.ts';
import { choice } from '../../parts/toolkit.ts';
import { WindowedList } from '../../parts/windowedList.ts';
import type { SessionModel } from '../model/model.ts';
import type { ViewState } from '../model/viewState.ts';
import { densityWords, words } from '../words/words.ts';
import { transcriptRow, transcriptRowHeight, transcriptRowWords } from './transcriptRow.ts';

interface TranscriptActions {
  readonly selectLine: (line: number) => void;
  readonly selectStep: (step: number) => void;
  readonly setDensity: (density: Density) => void;
  readonly toDetail: () => void;
}

/** Rows as they were last made, with where each line and each step stands among them. */
interface Rows {
  readonly model: SessionModel;
  readonly density: Density;
  readonly all: readonly ConversationRow[];
  readonly ofLine: ReadonlyMap<number, number>;
  readonly ofStep: ReadonlyMap<number, number>;
  /** Which option each row is, from 1; undefined for a row that is none. */
  readonly positions: readonly (number | undefined)[];
  readonly options: number;
}

/** What was said, as a conversation, with as much of what ran in between as a person wants to see. */
export class TranscriptView {
  readonly #redraw: () => void;
  readonly #list: WindowedList;
  #folded: ReadonlySet<number> = new Set();
  #rows: Rows | undefined;

  constructor(redraw: () => void) {
    this.#redraw = redraw;
    this.#list = new WindowedList('line', (index) => transcriptRowHeight(this.#rows?.all[index]), redraw);
  }

  get focused(): boolean {
    return this.#list.focused;
  }

  focus(): void {
    this.#list.focus();
  }

  reveal(state: ViewState): void {
    this.#list.reveal(this.#selected(state));
  }

  /** Folds the steps of all turns away, or shows them again. */
  foldAll(model: SessionModel, folded: boolean): void {
    this.#fold(folded ? model.conversation.turns.keys() : []);
  }

  render(model: SessionModel, state: ViewState, actions: TranscriptActions): TemplateResult {
    const { hasTranscript, lines } = model.conversation;
    const rows = this.#rowsOf(model, state.density);
    const select = (index: number): void => {
      const row = rows.all[index];
      if (row?.type === 'line') actions.selectLine(row.line.index);
      else if (row?.type === 'step') actions.selectStep(row.step.index);
      else if (row?.type === 'effects') actions.selectStep(row.step);
      else if (row?.type === 'turn') this.#foldTurn(row.turn, !row.folded);
    };
    return html`<section class="column talk" aria-label=${words.transcript}>
      <div class="column-title">
        <h2>${words.transcript}</h2>
        ${choice({ label: words.density, options: densities, chosen: state.density, words: densityWords, choose: actions.setDensity })}
      </div>
      ${lines.length === 0 ? html`<p class="note">${hasTranscript ? words.emptyTranscript : words.noTranscript}</p>` : ''}
      ${
        rows.all.length === 0
          ? ''
          : this.#list.render({
              label: words.transcript,
              rows: rows.all,
              count: rows.all.length,
              options: rows.options,
              selected: this.#selected(state),
              row: (index) => transcriptRow(model, rows.all[index], state),
              describe: (index) => transcriptRowWords(model, rows.all, { index, position: rows.positions[index] }),
              select,
              enter: actions.toDetail,
              keydown: (event) => this.#foldByKey(event, model, state),
            })
      }
    </section>`;
  }

  /** The row of what is selected: its own, or the one that stands for it. */
  #selected({ line, step }: ViewState): number {
    const own = line === undefined ? undefined : this.#rows?.ofLine.get(line);
    return own ?? (step === undefined ? undefined : this.#rows?.ofStep.get(step)) ?? -1;
  }

  #rowsOf(model: SessionModel, density: Density): Rows {
    const known = this.#rows;
    if (known?.model === model && known.density === density) return known;
    // A turn is known by its place, which means nothing in another document.
    if (known && known.model !== model) this.#folded = new Set();
    const all = conversationRows(model.conversation, model.changes, { density, folded: this.#folded });
    const ofLine = new Map<number, number>();
    const ofStep = new Map<number, number>();
    let options = 0;
    const positions = all.map((row, index) => {
      if (row.type === 'line') ofLine.set(row.line.index, index);
      else if (row.type === 'step') ofStep.set(row.step.index, index);
      else return undefined;
      options += 1;
      return options;
    });
    this.#rows = { model, density, all, ofLine, ofStep, positions, options };
    return this.#rows;
  }

  #foldByKey(event: KeyboardEvent, { turnOfStep }: SessionModel, { step }: ViewState): void {
    const turn = turnOfStep[step ?? -1];
    if (turn === undefined || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
    event.preventDefault();
    this.#foldTurn(turn, event.key === 'ArrowLeft');
  }

  #foldTurn(turn: number, folded: boolean): void {
    const others = [...this.#folded].filter((other) => other !== turn);
    this.#fold(folded ? [...others, turn] : others);
  }

  #fold(turns: Iterable<number>): void {
    this.#folded = new Set(turns);
    const model = this.#rows?.model;
    const density = this.#rows?.density;
    this.#rows = undefined;
    if (model && density) this.#rowsOf(model, density);
    this.#redraw();
  }
}
