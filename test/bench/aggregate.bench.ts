import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { createDispatcher } from '../../src/api/client/dispatcher.ts';
import { InsightsClient } from '../../src/api/client/insightsClient.ts';
import { collectSessions } from '../../src/api/reading/collectSessions.ts';
import { readAggregation } from '../../src/domain/analysis/aggregation.ts';
import type { SearchRequest } from '../../src/domain/query/request.ts';
import { encodeParameters, searchParameters } from '../../src/domain/query/request.ts';
import { splitIntoWindows } from '../../src/domain/time/dates.ts';
import type { BenchService } from './support/exportService.ts';
import { serve, startService } from './support/exportService.ts';

// `aggs` over 100,000 sessions over a bare undici loop that reads these sessions whole (budget 1.25x, the same peak), and over one that reads
// no more of them than `aggs` does: that one is what the network and the service take.
const newest = Date.parse('2026-06-01T12:00:00Z');
const now = new Date(newest);
const days = 100;
const count = Number(process.env.COUNT ?? 100_000);
const rounds = Number(process.env.ROUNDS ?? 3);
const retry = { maxRetries: 0, firstPauseMs: 0, longestPauseMs: 0, random: Math.random };
const dispatcher = createDispatcher({ proxy: 'none', strictTls: true, connectTimeoutMs: 1000, retry });

/** What the starters ask for: where calls fail by agent and day, and how long they take. */
const aggregation = readAggregation(
  {
    by_agent: {
      terms: { field: 'agent_information.name' },
      aggs: {
        by_day: { date_histogram: { field: 'session_start_time', calendar_interval: 'day' } },
        duration: { percentiles: { field: 'channel_data.duration', percents: [50, 95] } },
      },
    },
    by_code: { terms: { field: 'flow_path.response.code' } },
    callers: { cardinality: { field: 'source' } },
  },
  now,
);
const request: SearchRequest = {
  range: { from: new Date(newest - days * 86_400_000), to: now },
  sortBy: [{ field: 'session_start_time', direction: 'asc' }],
  projectFields: ['id', ...aggregation.fields],
  pageSize: 50,
  pageNumber: 0,
};

async function aggregate({ origin }: BenchService): Promise<number> {
  const client = new InsightsClient({ origin, key: 'key', dispatcher });
  const aggregating = aggregation.start();
  const began = performance.now();
  const { read } = await collectSessions({ request, client, fields: aggregation.fields }, [aggregating]);
  aggregating.result();
  const took = performance.now() - began;
  if (read !== count) throw new Error(`aggregated ${read} of ${count}`);
  return took;
}

async function readAll({ origin }: BenchService, pageSize: number): Promise<number> {
  const began = performance.now();
  for (const [at, window] of splitIntoWindows(request.range).entries()) {
    const held = (count / days) * (at === 0 ? 59 : days - 59);
    for (let page = 0; page < Math.ceil(held / pageSize); page++) {
      const path = `/insights/sessions?${encodeParameters(searchParameters({ ...request, pageSize }, window, page))}`;
      const { body } = await dispatcher.request({ origin, path, method: 'GET', headers: { 'X-Vgai-Key': 'key' } });
      await body.text();
    }
  }
  return performance.now() - began;
}

const median = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[all.length >> 1] ?? 0;

/** The greatest memory of the process while something is done, in MB. */
async function peakOf(work: () => Promise<unknown>): Promise<number> {
  global.gc?.();
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss() / 1e6);
  }, 10);
  await work();
  clearInterval(watch);
  return peak;
}

if (process.send) await serve(JSON.parse(process.argv[2] ?? '{}'));
else await measure();

async function measure(): Promise<void> {
  const options = { count, days, newest, whole: true, lateMs: 0, largestPage: 10_000 };
  const script = fileURLToPath(import.meta.url);
  const whole = await startService(script, options);
  const narrow = await startService(script, { ...options, fields: [...aggregation.fields] });
  try {
    const aggregated = await peakOf(() => aggregate(narrow));
    const bareWhole = await peakOf(() => readAll(whole, 200));
    const times = { ours: [] as number[], whole: [] as number[], narrow: [] as number[] };
    for (let round = 0; round < rounds; round++) {
      times.whole.push(await readAll(whole, 200));
      times.ours.push(await aggregate(narrow));
      times.narrow.push(await readAll(narrow, 1000));
    }
    const [ours, over, least] = [times.ours, times.whole, times.narrow].map(median) as [number, number, number];
    console.log(
      `aggs over ${count} sessions over a bare loop: ${(ours / over).toFixed(2)}x (${ours.toFixed(0)} over ${over.toFixed(0)} ms; budget 1.25x)`,
    );
    console.log(`over a bare loop that reads the same fields: ${(ours / least).toFixed(2)}x (${least.toFixed(0)} ms)`);
    console.log(
      `memory of the process at its peak: ${aggregated.toFixed(0)} MB (the loop after it: ${bareWhole.toFixed(0)})`,
    );
  } finally {
    whole.close();
    narrow.close();
    await dispatcher.destroy();
  }
}
