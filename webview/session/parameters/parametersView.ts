import type { TemplateResult } from 'lit/html.js';
import type { RecordingPlace } from '../../../src/domain/session/recording.ts';
import { html } from '../../parts/html.ts';
import { WindowedList } from '../../parts/list/windowedList.ts';
import { textField } from '../../parts/toolkit.ts';
import type { SessionModel } from '../model/model.ts';
import { parameterRecordings } from '../recordings/parameterRecordings.ts';
import { phrases, words } from '../words/words.ts';
import type { ParameterRow } from './parameterRow.ts';
import { parameterRow, parameterRows, parameterRowWords } from './parameterRow.ts';

interface ParametersActions {
  readonly selectStep: (step: number) => void;
  readonly openRecording: (place: RecordingPlace) => void;
}

/** The parameters as the session left them, and below each when it became what. */
export class ParametersView {
  readonly #redraw: () => void;
  readonly #list: WindowedList;
  #text = '';
  #selected = -1;
  #known: { model: SessionModel; text: string; rows: readonly ParameterRow[] } | undefined;

  constructor(redraw: () => void) {
    this.#redraw = redraw;
    this.#list = new WindowedList('parameter', () => 24, redraw);
  }

  focus(): void {
    this.#list.focus();
  }

  /** Selects a parameter and brings it into view, dropping a filter that hides it. */
  reveal(model: SessionModel, parameter: number): void {
    const at = (): number =>
      this.#rowsOf(model).findIndex((row) => row.type === 'parameter' && row.parameter === model.parameters[parameter]);
    if (at() < 0) this.#text = '';
    this.#selected = at();
    this.#list.reveal(this.#selected);
    this.#redraw();
  }

  render(model: SessionModel, { selectStep, openRecording }: ParametersActions): TemplateResult {
    if (model.parameters.length === 0) return html`<p class="note">${words.noParameters}</p>`;
    const rows = this.#rowsOf(model);
    const select = (index: number): void => {
      this.#selected = index;
      this.#redraw();
    };
    const enter = (): void => {
      const row = rows[this.#selected];
      const change = row?.type === 'change' ? row.change : row?.parameter.changes.at(-1);
      if (change) selectStep(change.step);
    };
    return html`<section class="list-view" aria-label=${words.parameters}>
      <div class="filter">
        ${textField({
          label: words.filterParameters,
          value: this.#text,
          input: (text) => {
            this.#text = text;
            this.#selected = -1;
            this.#redraw();
          },
        })}
        <span class="muted">${words.parametersHint}</span>
      </div>
      <div class="parameter head" aria-hidden="true">
        <span>${words.name}</span><span>${words.value}</span><span>${words.entity}</span><span>${words.completed}</span>
      </div>
      ${
        rows.length === 0
          ? html`<p class="note">${words.nothingFiltered}</p>`
          : this.#list.render({
              label: phrases.parameters(model.parameters.length),
              rows,
              count: rows.length,
              options: rows.length,
              selected: this.#selected,
              row: (index) => parameterRow(model, rows[index], selectStep),
              describe: (index) => parameterRowWords(rows[index], index + 1),
              select,
              enter,
            })
      }
      ${parameterRecordings(
        model.parameterRecordings.filter(({ place }) => place.of === 'parameter'),
        openRecording,
      )}
    </section>`;
  }

  #rowsOf(model: SessionModel): readonly ParameterRow[] {
    const text = this.#text.trim().toLowerCase();
    if (this.#known?.model === model && this.#known.text === text) return this.#known.rows;
    if (this.#known && this.#known.model !== model) this.#selected = -1;
    this.#known = { model, text, rows: parameterRows(model, text) };
    return this.#known.rows;
  }
}
