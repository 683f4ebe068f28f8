import { timeBuckets } from '../../../src/domain/results/charts/timeBuckets.ts';
import { html } from '../../parts/html.ts';
import { numberText } from '../../parts/words/numberText.ts';
import { outcomeWords } from '../../parts/words/words.ts';
import { zonedText } from '../model/cellWords.ts';
import type { ResultsModel } from '../model/resultsModel.ts';
import type { Bar } from './barChart.ts';
import type { ChartSection } from './chartSection.ts';
import { ticksOf } from './chartSection.ts';
import { chartPhrases, chartWords } from './chartWords.ts';

const kinds = ['success', 'warning', 'error', 'inProgress', 'unknown'] as const;

/** The rows over time, by outcome. */
export function timeSection(model: ResultsModel): ChartSection {
  const { rows } = model.filtered;
  const outcome = model.store.facet('outcome');
  const kindOf = (row: number): number => {
    const found = kinds.indexOf((outcome?.texts[outcome.codesAt(row)[0] ?? 0] ?? 'unknown') as (typeof kinds)[number]);
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
  return {
    id: 'chart-time',
    of: 'start',
    title: chartWords.overTime,
    chart: {
      label: `${chartWords.overTime}. ${chartWords.hint} ${chartWords.hintQuery}`,
      bars,
      ticks: ticksOf(buckets, said),
    },
    buckets,
    empty: chartWords.noStart,
    below: html`<div class="chart-legend" aria-hidden="true">${kinds.map(
      (kind) => html`<span><i class="chart-swatch ${kind}"></i>${outcomeWords[kind]}</span>`,
    )}</div>`,
    without: without > 0 ? chartPhrases.withoutStart(without) : '',
    headings: [chartWords.from, chartWords.to, chartWords.sessions, ...kinds.map((kind) => outcomeWords[kind])],
    numbers: buckets.map(({ from, to, counts, total }) => [
      said(from),
      said(to),
      numberText(total),
      ...counts.map(numberText),
    ]),
  };
}
