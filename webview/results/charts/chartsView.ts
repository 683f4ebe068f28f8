import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import { html } from '../../parts/html.ts';
import { table } from '../../parts/table.ts';
import { textButton } from '../../parts/toolkit.ts';
import { noSessions, nothingShown } from '../model/emptyResults.ts';
import type { TabContext } from '../model/resultsTab.ts';
import { totalText } from '../model/resultsWords.ts';
import type { ShownChart } from './barChart.ts';
import { BarChart } from './barChart.ts';
import type { ChartSection, SpanOf } from './chartSection.ts';
import { chartPhrases, chartWords } from './chartWords.ts';
import { durationSection } from './durationSection.ts';
import { timeSection } from './timeSection.ts';

/** A span of bars that was chosen, and where the bars begin and end. */
interface Chosen {
  readonly of: SpanOf;
  readonly from: number;
  readonly to: number;
}

/** The sessions that pass the filters over time, by outcome, and by how long they took. */
export class ChartsView {
  readonly #context: TabContext;
  readonly #charts: Readonly<Record<SpanOf, BarChart>>;
  #chosen: Chosen | undefined;

  constructor(context: TabContext) {
    this.#context = context;
    const redraw = (): void => context.redraw.now();
    this.#charts = { start: new BarChart('start', redraw), duration: new BarChart('duration', redraw) };
  }

  focus(): void {
    this.#charts.start.focus();
  }

  view(): TemplateResult {
    const { model } = this.#context;
    if (!model.view) return html``;
    if (model.store.count === 0) return noSessions(this.#context);
    const empty = nothingShown(this.#context);
    if (empty) return empty;
    return html`<div class="charts">${this.#section(timeSection(model))}${this.#section(durationSection(model))}</div>`;
  }

  // Drawing

  #section({ id, of, title, chart, buckets, empty, below, without, headings, numbers }: ChartSection): TemplateResult {
    return html`<section class="chart-section" aria-labelledby=${id}>
      ${this.#head(id, of, title)}
      ${
        buckets.length === 0
          ? html`<p class="muted">${empty}</p>`
          : this.#charts[of].view(this.#shown(of, buckets, chart))
      }
      ${below}
      ${without === '' ? nothing : html`<p class="muted">${without}</p>`}
      ${
        numbers.length === 0
          ? nothing
          : html`<details class="chart-numbers"><summary>${chartWords.numbers}</summary>${table({
              label: title,
              columns: headings.map((_, at) => (at < 2 ? 3 : 2)),
              headings,
              rows: numbers,
            })}</details>`
      }
    </section>`;
  }

  #head(id: string, of: SpanOf, title: string): TemplateResult {
    const { model } = this.#context;
    const { length } = model.filtered.rows;
    const { count } = model.store;
    return html`<div class="chart-head">
      <h2 id=${id}>${title}</h2>
      <span class="muted">${model.view ? chartPhrases.countedOver(length, count, totalText(model.view.run.total)) : nothing}</span>
      <span class="spring"></span>
      ${
        this.#chosen?.of === of
          ? html`${textButton(chartWords.narrow, () => this.#narrow())}${of === 'start' ? textButton(chartWords.dates, () => void this.#setDates()) : nothing}`
          : nothing
      }
    </div>`;
  }

  #shown(
    of: SpanOf,
    buckets: readonly { readonly from: number; readonly to: number }[],
    drawn: ChartSection['chart'],
  ): ShownChart {
    const chosen = this.#chosen?.of === of ? this.#chosen : undefined;
    const from = chosen ? buckets.findIndex((bucket) => bucket.from >= chosen.from) : -1;
    const to = chosen ? buckets.findLastIndex((bucket) => bucket.to <= chosen.to) : -1;
    return {
      ...drawn,
      chosen: from >= 0 && to >= from ? { from, to } : undefined,
      choose: (first, last) => {
        const [start, end] = [buckets[first]?.from, buckets[last]?.to];
        if (start !== undefined && end !== undefined) this.#chosen = { of, from: start, to: end };
      },
      keydown: (event) => this.#keydown(event, of),
    };
  }

  // Doing

  #keydown(event: KeyboardEvent, of: SpanOf): void {
    if (event.key === 'Enter') this.#narrow();
    else if (event.key === 'q' && of === 'start') void this.#setDates();
    else if (event.key === 'Escape') this.#chosen = undefined;
    else return;
    event.preventDefault();
    event.stopPropagation();
    this.#context.redraw.soon();
  }

  /** Has the table show the chosen span alone. */
  #narrow(): void {
    const { model, voice, showTab } = this.#context;
    const chosen = this.#chosen;
    if (!chosen) {
      voice.tell(chartWords.chooseFirst);
      return;
    }
    model.change({ ranges: [...model.state.ranges.filter(({ of }) => of !== chosen.of), chosen] });
    this.#chosen = undefined;
    showTab('table');
    voice.announce(chartPhrases.narrowed(model.filtered.rows.length));
  }

  async #setDates(): Promise<void> {
    const { host, voice } = this.#context;
    const chosen = this.#chosen;
    if (chosen?.of !== 'start') {
      voice.tell(chartWords.chooseFirst);
      return;
    }
    const sentence = await host.channel.request({ type: 'setDates', from: chosen.from, to: chosen.to });
    if (sentence !== undefined) voice.announce(sentence);
  }
}
