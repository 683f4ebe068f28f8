import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { flowPathRow, flowPathRowLabel } from './flowPathRow.ts';
import type { SessionModel } from './model.ts';
import type { ViewState } from './viewState.ts';
import { WindowedList } from './windowedList.ts';
import { phrases, words } from './words.ts';

interface FlowPathActions {
  readonly select: (step: number) => void;
  readonly toDetail: () => void;
}

/** The steps that ran, by turn, with how long each took. */
export class FlowPathView {
  readonly #list: WindowedList;

  constructor(redraw: () => void) {
    this.#list = new WindowedList('step', () => 24, redraw);
  }

  focus(): void {
    this.#list.focus();
  }

  reveal(row: number): void {
    this.#list.reveal(row);
  }

  render(model: SessionModel, { step: selected }: ViewState, { select, toDetail }: FlowPathActions): TemplateResult {
    const { steps, hasPath } = model.conversation;
    const selectRow = (index: number): void => {
      const row = model.rows[index];
      const step = row?.type === 'turn' ? row.turn.steps[0] : row?.step;
      if (step) select(step.index);
    };
    return html`<section class="column path" aria-label=${words.path}>
      <h2 class="column-title">${words.path}<span class="muted">${words.executionTime}</span></h2>
      ${
        model.rows.length === 0
          ? html`<p class="note">${hasPath ? words.emptyPath : words.noPath}</p>`
          : this.#list.render({
              label: phrases.pathOf(steps.length),
              count: model.rows.length,
              options: steps.length,
              selected: selected === undefined ? -1 : (model.rowOfStep[selected] ?? -1),
              row: (index) => flowPathRow(model, index),
              describe: (index) => flowPathRowLabel(model, index),
              select: selectRow,
              enter: toDetail,
            })
      }
    </section>`;
  }
}
