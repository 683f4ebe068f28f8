import { nothing } from 'lit/html.js';
import { durationBuckets } from '../../../src/domain/results/charts/durationBuckets.ts';
import { durationText } from '../../../src/domain/time/zonedTime.ts';
import { html } from '../../parts/html.ts';
import { numberText } from '../../parts/words/numberText.ts';
import type { ResultsModel } from '../model/resultsModel.ts';
import type { Bar, Mark } from './barChart.ts';
import type { ChartSection } from './chartSection.ts';
import { ticksOf } from './chartSection.ts';
import { chartPhrases, chartWords } from './chartWords.ts';

/** The rows by how long they took, with what half of them and nearly all did not exceed. */
export function durationSection(model: ResultsModel): ChartSection {
  const { buckets, p50, p95, without } = durationBuckets(model.store.numbers('duration').values, model.filtered.rows);
  const bars = buckets.map(
    ({ from, to, total }): Bar => ({
      words: chartPhrases.bar(spanWords(from, to), total),
      parts: [{ kind: 'duration', count: total }],
    }),
  );
  const step = buckets[0] ? buckets[0].to - buckets[0].from : 1;
  const place = (ms: number): number => Math.min(buckets.length, ms / step);
  const isKnown = p50 !== undefined && p95 !== undefined;
  const marks: readonly Mark[] = isKnown
    ? [
        { at: place(p50), words: chartPhrases.p50(durationText(p50)) },
        { at: place(p95), words: chartPhrases.p95(durationText(p95)) },
      ]
    : [];
  return {
    id: 'chart-duration',
    of: 'duration',
    title: chartWords.durations,
    chart: {
      label: `${chartWords.durations}. ${chartWords.hint}`,
      bars,
      marks,
      ticks: ticksOf(buckets, (ms) => durationText(ms)),
    },
    buckets,
    empty: chartWords.noDuration,
    below: isKnown ? html`<p>${chartPhrases.percentiles(durationText(p50), durationText(p95))}</p>` : nothing,
    without: without > 0 ? chartPhrases.withoutDuration(without) : '',
    headings: [chartWords.from, chartWords.to, chartWords.sessions],
    numbers: buckets.map(({ from, to, total }) => [
      durationText(from),
      Number.isFinite(to) ? durationText(to) : chartWords.beyond,
      numberText(total),
    ]),
  };
}

function spanWords(from: number, to: number): string {
  return Number.isFinite(to)
    ? chartPhrases.span(durationText(from), durationText(to))
    : chartPhrases.from(durationText(from));
}
