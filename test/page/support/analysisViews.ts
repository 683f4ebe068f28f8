import { readAggregation } from '../../../src/domain/analysis/aggregation.ts';
import { startPathMap } from '../../../src/domain/analysis/pathMap/pathMap.ts';
import { aggregationTables } from '../../../src/domain/analysis/table/aggregationTables.ts';
import type { SessionDocument } from '../../../src/domain/session/session.ts';
import { sampleSessions } from '../../../src/emulator/samples/sampleSessions.ts';
import type { AggregationsView, PathMapView, ReadingView } from '../../../src/protocol/analysisMessages.ts';
import type { ResultsView } from '../../../src/protocol/resultsMessages.ts';

const now = new Date('2026-11-20T12:00:00Z');
const sessions = sampleSessions(now);

/** A run that has found five of many sessions; their rows do not matter here. */
export const resultsView: ResultsView = {
  name: 'Slowest nodes',
  settings: { timeZone: 'utc', singleKeys: true, masked: false, maskShared: true },
  run: {
    number: 1,
    state: 'done',
    outcome: `50 of ${sessions.length}`,
    about: 'sample · 12:00 UTC',
    loaded: 50,
    total: { count: sessions.length, atLeast: false },
    canLoadMore: true,
    gone: [],
    asking: [],
    facets: [],
    countsAll: false,
  },
  columns: [{ path: 'source', title: 'Source', kind: 'id', sortable: true, asked: 50 }],
  nodeNames: {},
  sort: { path: 'session_start_time', direction: 'desc' },
};

const reading = (count: number, state: ReadingView['state'] = 'done'): ReadingView => ({
  run: 1,
  state,
  read: count,
  kept: count,
  total: { count: sessions.length, atLeast: false },
  missing: 0,
  outside: 0,
  filterUnheeded: false,
  range: '2026-07-23 00:00 UTC to 2026-11-20 12:00 UTC',
});

/** What `aggs` count of the sample sessions, or of others. */
export function aggregationsView(
  aggs: Readonly<Record<string, unknown>> | undefined,
  { of = sessions, state = 'done' }: { of?: readonly SessionDocument[]; state?: ReadingView['state'] } = {},
): AggregationsView {
  const aggregating = readAggregation(aggs, now).start();
  for (const session of of) aggregating.collect(session);
  return {
    kind: 'aggregations',
    ...reading(of.length, state),
    asked: aggs !== undefined,
    tables: aggregationTables(aggregating.result(), aggs),
  };
}

/** The paths of the sample sessions, or of others, compared with those of some of them. */
export function pathMapView(
  of: readonly SessionDocument[] = sessions,
  before?: readonly SessionDocument[],
): PathMapView {
  return {
    kind: 'pathMap',
    ...reading(of.length),
    comparison: { with: before ? 'rangeBefore' : 'nothing' },
    map: mapOf(of),
    before: before && mapOf(before),
    versions: [
      { id: 'version-two', agent: 'Orders', sessions: 40 },
      { id: 'version-one', agent: 'Orders', sessions: 20 },
    ],
    otherVersions: 0,
  };
}

function mapOf(of: readonly SessionDocument[]) {
  const mapping = startPathMap(() => undefined);
  for (const session of of) mapping.collect(session);
  return mapping.result();
}

export const manyAggregations = {
  by_agent: {
    terms: { field: 'agent_information.name' },
    aggs: { duration: { percentiles: { field: 'channel_data.duration', percents: [50, 95] } } },
  },
  by_day: { date_histogram: { field: 'session_start_time', calendar_interval: 'day' } },
  callers: { cardinality: { field: 'source' } },
  by_channel: {
    terms: { field: 'channel' },
    aggs: { by_code: { terms: { field: 'flow_path.response.code', size: 3 } } },
  },
};

/** The sessions of the second half of the time, and those of the first. */
export const halves = [sessions.slice(sessions.length >> 1), sessions.slice(0, sessions.length >> 1)] as const;
