import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import { durationBuckets } from '../../../src/domain/results/charts/durationBuckets.ts';
import { timeBuckets } from '../../../src/domain/results/charts/timeBuckets.ts';
import { durationText } from '../../../src/domain/time/zonedTime.ts';
import { html } from '../../parts/html.ts';
import { table } from '../../parts/table.ts';
import { textButton } from '../../parts/toolkit.ts';
import { outcomeWords } from '../../parts/words.ts';
import { zonedText } from '../model/cellWords.ts';
import type { RangeChoice } from '../model/resultsState.ts';
import type { TabContext } from '../model/resultsTab.ts';
import { numberText, resultsWords, totalText } from '../model/resultsWords.ts';
import type { Bar, ShownChart } from './barChart.ts';
import { BarChart } from './barChart.ts';
import { chartPhrases, chartWords } from './chartWords.ts';

const kinds = ['success', 'warning', 'error', 'inProgress', 'unknown'] as const;
type Of = RangeChoice['of'];

/** A span of bars that was chosen, and where the bars begin and end. */
interface Chosen {
  readonly of: Of;
  readonly from: number;
  readonly to: number;
}

/** The sessions that pass the filters over time, by outcome, and by how long they took. */
export class ChartsView {
  readonly #context: TabContext;
  readonly #charts: Readonly<Record<Of, BarChart>>;
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
    if (model.store.count === 0) return html`<p class="note">${resultsWords.nothingFound}</p>`;
    return html`<div class="charts">${this.#overTime()}${this.#durations()}</div>`;
  }

  // Drawing

  #overTime(): TemplateResult {
    const { model } = this.#context;
    const { rows } = model.filtered;
    const outcome = model.store.facet('outcome');
    const kindOf = (row: number): number => {
      const found = kinds.indexOf(
        (outcome?.texts[outcome.codesAt(row)[0] ?? 0] ?? 'unknown') as (typeof kinds)[number],
      );
      return found < 0 ? kinds.length - 1 : found;
    };
    const values = model.store.numbers('start').values;
    const { offset } = model;
    const { buckets, without, step } = timeBuckets({ values, rows, kindOf, kinds: kinds.length, offset });
    const said = (ms: number): string => zonedText(ms, offset(ms)).slice(0, step >= 86_400_000 ? 10 : 16);
    const bars = buckets.map(({ from, to, counts, total }): Bar => {
      const parts = kinds.map((kind, at) => ({ kind, count: counts[at] ?? 0 }));
      const told = parts
        .filter(({ count }) => count > 0)
        .map(({ kind, count }) => chartPhrases.part(outcomeWords[kind], count));
      return { words: [chartPhrases.bar(chartPhrases.span(said(from), said(to)), total), ...told].join(', '), parts };
    });
    const numbers = buckets.map(({ from, to, counts, total }) => [
      said(from),
      said(to),
      numberText(total),
      ...counts.map(numberText),
    ]);
    return html`<section class="chart-section" aria-labelledby="chart-time">
      ${this.#head('chart-time', chartWords.overTime)}
      ${
        buckets.length === 0
          ? html`<p class="muted">${chartWords.noStart}</p>`
          : this.#charts.start.view(
              this.#shown('start', buckets, {
                label: `${chartWords.overTime}. ${chartWords.hint} ${chartWords.hintQuery}`,
                bars,
                ticks: ticksOf(buckets, said),
              }),
            )
      }
      <div class="chart-legend" aria-hidden="true">${kinds.map(
        (kind) => html`<span><i class="chart-swatch ${kind}"></i>${outcomeWords[kind]}</span>`,
      )}</div>
      ${without > 0 ? html`<p class="muted">${chartPhrases.without(without)}</p>` : nothing}
      ${this.#numbers(
        chartWords.overTime,
        [chartWords.from, chartWords.to, chartWords.sessions, ...kinds.map((kind) => outcomeWords[kind])],
        numbers,
      )}
    </section>`;
  }

  #durations(): TemplateResult {
    const { model } = this.#context;
    const { buckets, p50, p95, without } = durationBuckets(model.store.numbers('duration').values, model.filtered.rows);
    const said = (from: number, to: number): string =>
      Number.isFinite(to)
        ? chartPhrases.span(durationText(from), durationText(to))
        : chartPhrases.from(durationText(from));
    const bars = buckets.map(
      ({ from, to, total }): Bar => ({
        words: chartPhrases.bar(said(from, to), total),
        parts: [{ kind: 'duration', count: total }],
      }),
    );
    const step = buckets[0] ? buckets[0].to - buckets[0].from : 1;
    const place = (ms: number): number => Math.min(buckets.length, ms / step);
    const marks =
      p50 === undefined || p95 === undefined
        ? []
        : [
            { at: place(p50), words: chartPhrases.p50(durationText(p50)) },
            { at: place(p95), words: chartPhrases.p95(durationText(p95)) },
          ];
    return html`<section class="chart-section" aria-labelledby="chart-duration">
      ${this.#head('chart-duration', chartWords.durations)}
      ${
        buckets.length === 0
          ? html`<p class="muted">${chartWords.noDuration}</p>`
          : html`${this.#charts.duration.view(
              this.#shown('duration', buckets, {
                label: `${chartWords.durations}. ${chartWords.hint}`,
                bars,
                marks,
                ticks: ticksOf(buckets, (ms) => durationText(ms)),
              }),
            )}
            <p>${chartPhrases.percentiles(durationText(p50 ?? 0), durationText(p95 ?? 0))}</p>`
      }
      ${without > 0 ? html`<p class="muted">${chartPhrases.without(without)}</p>` : nothing}
      ${this.#numbers(
        chartWords.durations,
        [chartWords.from, chartWords.to, chartWords.sessions],
        buckets.map(({ from, to, total }) => [
          durationText(from),
          Number.isFinite(to) ? durationText(to) : chartWords.beyond,
          numberText(total),
        ]),
      )}
    </section>`;
  }

  #head(id: string, title: string): TemplateResult {
    const { model } = this.#context;
    const { length } = model.filtered.rows;
    const { count } = model.store;
    const of: Of = id === 'chart-time' ? 'start' : 'duration';
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

  #numbers(
    label: string,
    headings: readonly string[],
    rows: readonly (readonly string[])[],
  ): TemplateResult | typeof nothing {
    if (rows.length === 0) return nothing;
    return html`<details class="chart-numbers"><summary>${chartWords.numbers}</summary>${table({
      label,
      columns: headings.map((_, at) => (at < 2 ? 3 : 2)),
      headings,
      rows,
    })}</details>`;
  }

  #shown(
    of: Of,
    buckets: readonly { readonly from: number; readonly to: number }[],
    drawn: Pick<ShownChart, 'label' | 'bars' | 'ticks' | 'marks'>,
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

  #keydown(event: KeyboardEvent, of: Of): void {
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

/** What stands below the bars: where the first, the middle and the last begin. */
function ticksOf(buckets: readonly { readonly from: number }[], said: (ms: number) => string): readonly string[] {
  const places = [...new Set([0, Math.floor(buckets.length / 2), buckets.length - 1])];
  return places.flatMap((place) => {
    const bucket = buckets[place];
    return bucket ? [said(bucket.from)] : [];
  });
}
