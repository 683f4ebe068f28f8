import type { TemplateResult } from 'lit/html.js';
import { html } from '../parts/html.ts';
import { WindowedList } from '../parts/list/windowedList.ts';
import { words } from '../parts/words/words.ts';
import type { ComparisonModel, ListRow } from './comparisonModel.ts';
import { comparisonRow, comparisonRowWords } from './comparisonRow.ts';
import { comparisonPhrases, comparisonWords } from './comparisonWords.ts';

interface ListState {
  readonly row?: number | undefined;
  readonly onlyDifferences: boolean;
}

interface ListActions {
  /** A row of the model. */
  readonly select: (row: number) => void;
  readonly toDetail: () => void;
}

/** The steps of both sessions in one list, so that what belongs together is on one line at any place. */
export class ComparisonList {
  readonly #list: WindowedList;

  constructor(redraw: () => void) {
    this.#list = new WindowedList('compared', () => 24, redraw);
  }

  focus(): void {
    this.#list.focus();
  }

  /** Scrolls to a row of the model; one that is left out scrolls to where it would be. */
  reveal(model: ComparisonModel, state: ListState): void {
    if (state.row !== undefined) this.#list.reveal(placeOf(model, { ...state, row: state.row }));
  }

  render(model: ComparisonModel, state: ListState, { select, toDetail }: ListActions): TemplateResult {
    const { row: selected, onlyDifferences } = state;
    const count = onlyDifferences ? model.differing.length : model.rows.length;
    const options = onlyDifferences ? model.comparison.paths.differences.length : count;
    const at = (place: number): ListRow =>
      (onlyDifferences ? model.differing[place] : undefined) ?? { type: 'pair', index: place };
    const position = (index: number): number =>
      onlyDifferences ? model.comparison.paths.differences.indexOf(index) + 1 : index + 1;
    const empty = model.rows.length === 0 ? comparisonWords.noSteps : comparisonWords.noDifferences;
    return html`<section class="column compared-list" aria-label=${comparisonWords.steps}>
      <h2 class="column-title"
        ><span>${comparisonWords.left}</span><span class="muted">${words.executionTime}</span
        ><span>${comparisonWords.right}</span></h2
      >
      ${
        options === 0
          ? html`<p class="note">${empty}</p>`
          : this.#list.render({
              label: comparisonPhrases.listOf(options),
              rows: onlyDifferences ? model.differing : model.rows,
              count,
              options,
              selected: selected === undefined ? -1 : placeOf(model, { row: selected, onlyDifferences }),
              row: (place) => comparisonRow(model, at(place)),
              describe: (place) => {
                const row = at(place);
                if (row.type === 'alike') return { unseen: '' };
                return { unseen: comparisonRowWords(model, row.index), position: position(row.index) };
              },
              select: (place) => {
                const row = at(place);
                if (row.type === 'pair') select(row.index);
              },
              enter: toDetail,
            })
      }
    </section>`;
  }
}

/** Where a row of the model stands in the list as it is shown. */
function placeOf(
  { differing }: ComparisonModel,
  { row, onlyDifferences }: { row: number; onlyDifferences: boolean },
): number {
  if (!onlyDifferences) return row;
  let [low, high] = [0, differing.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    const shown = differing[middle];
    const start = shown?.type === 'alike' ? shown.from : (shown?.index ?? 0);
    if (start <= row) low = middle;
    else high = middle - 1;
  }
  return low;
}
