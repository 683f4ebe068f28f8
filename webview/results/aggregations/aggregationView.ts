import type { TemplateResult } from 'lit/html.js';
import { nothing, svg } from 'lit/html.js';
import type { AggregationRow, AggregationTable } from '../../../src/domain/analysis/table/aggregationTables.ts';
import { html } from '../../parts/html.ts';
import { formatDuration } from '../../parts/words/format.ts';
import { numberText } from '../../parts/words/numberText.ts';
import { zonedText } from '../model/cellWords.ts';
import { resultsWords, seenText } from '../model/resultsWords.ts';
import { aggregationsPhrases, aggregationsWords } from './aggregationsWords.ts';

/** More rows are not drawn: they are copied and saved. */
const mostRows = 500;
const mostBars = 400;

/** An aggregation as a table with a bar for each count, below a chart where its buckets follow each other. */
export function aggregationView(table: AggregationTable, offset: (ms: number) => number): TemplateResult {
  const { names, columns, durationColumns, measures, durations, rows } = table;
  const textOf = (value: number, at: number): string => {
    const name = measures[at] ?? '';
    if (table.times.includes(name)) return zonedText(value, offset(value));
    return durations.includes(name) ? formatDuration(value) : numberText(value);
  };
  const keyOf = (key: string, at: number): string =>
    durationColumns.includes(columns[at] ?? '') ? formatDuration(Number(key)) : keyText(key);
  const title = names.length === 0 ? aggregationsWords.overall : names.join(' › ');
  const most = rows.reduce((max, { count, keys }) => (keys.at(-1) === null ? max : Math.max(max, count ?? 0)), 0);
  const shown = rows.slice(0, mostRows);
  return html`<section class="aggregation">
    <h2><bdi>${title}</bdi></h2>
    ${names.length === 1 && table.order ? chart(title, { rows, most, keyOf }) : nothing}
    ${
      rows.length === 0
        ? html`<p class="muted">${aggregationsWords.noBuckets}</p>`
        : html`<table class="table aggregation-table ${names.length === 0 ? 'overall' : ''}" aria-label=${title}>
          <thead><tr>
            ${columns.map((name) => html`<th scope="col" dir="auto">${name}</th>`)}
            ${names.length === 0 ? nothing : html`<th scope="col" class="number">${aggregationsWords.count}</th><td class="bar-cell"></td>`}
            ${measures.map((measure) => html`<th scope="col" class="number" dir="auto">${measure}</th>`)}
          </tr></thead>
          <tbody>${shown.map((row, index) => rowView(row, { before: shown[index - 1], most, textOf, keyOf }))}</tbody>
        </table>`
    }
    ${rows.length > shown.length ? html`<p class="muted">${aggregationsPhrases.more(rows.length - shown.length)}</p>` : nothing}
  </section>`;
}

function rowView(
  { keys, count, values }: AggregationRow,
  {
    before,
    most,
    textOf,
    keyOf,
  }: {
    readonly before: AggregationRow | undefined;
    readonly most: number;
    readonly textOf: (value: number, measure: number) => string;
    readonly keyOf: (key: string, column: number) => string;
  },
): TemplateResult {
  const others = keys.at(-1) === null;
  // What is the same as in the row above is said to who hears the row, and not drawn again.
  const isSame = (at: number): boolean =>
    at < keys.length - 1 && keys.slice(0, at + 1).every((key, index) => key === before?.keys[index]);
  return html`<tr class=${others ? 'muted' : ''}>
    ${keys.map((key, at) => {
      const text = key === null ? aggregationsWords.others : keyOf(key, at);
      const cell = html`<span class=${isSame(at) ? 'unseen' : ''}>${text}</span>`;
      return at === keys.length - 1
        ? html`<th scope="row" dir="auto" title=${text}>${cell}</th>`
        : html`<td dir="auto" title=${text}>${cell}</td>`;
    })}
    ${
      keys.length === 0
        ? nothing
        : html`<td class="number">${count === null ? '' : numberText(count)}</td>
          <td class="bar-cell" aria-hidden="true">${others || !count ? nothing : html`<span class="count-bar" .style=${`width: ${(100 * count) / most}%`}></span>`}</td>`
    }
    ${values.map((value, at) => html`<td class="number">${value === null ? '–' : textOf(value, at)}</td>`)}
  </tr>`;
}

/** Whole days are written as days. */
function keyText(key: string): string {
  if (key === '') return resultsWords.none;
  const [, day, time] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):00\.000/u.exec(key) ?? [];
  if (day === undefined) return seenText(key);
  return time === '00:00' ? day : `${day} ${time}`;
}

const chartHeight = 90;

/** For who sees it: the table below has the same numbers. */
function chart(
  name: string,
  {
    rows,
    most,
    keyOf,
  }: {
    readonly rows: readonly AggregationRow[];
    readonly most: number;
    readonly keyOf: (key: string, column: number) => string;
  },
): TemplateResult | typeof nothing {
  if (rows.length < 2 || rows.length > mostBars || most === 0) return nothing;
  const width = 100 / rows.length;
  return html`<svg class="bars" viewBox=${`0 0 100 ${chartHeight}`} preserveAspectRatio="none" role="img" aria-label=${aggregationsPhrases.chart(name, rows.length)}>
    ${rows.map(({ keys, count: counted }, index) => {
      const count = counted ?? 0;
      const height = (chartHeight * count) / most;
      return svg`<rect x=${index * width + width * 0.1} y=${chartHeight - height} width=${width * 0.8} height=${height}><title>${`${keyOf(keys.at(-1) ?? '', keys.length - 1)}: ${numberText(count)}`}</title></rect>`;
    })}
  </svg>`;
}
