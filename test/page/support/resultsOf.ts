import { columnsOf } from '../../../src/domain/results/rows/defaultColumns.ts';
import { fieldsOfFacet, listedFacets } from '../../../src/domain/results/rows/facetFields.ts';
import { columnSource, facetColumn, fieldColumn } from '../../../src/domain/results/rows/rowColumns.ts';
import type { RowChunk } from '../../../src/domain/results/store/columnChunk.ts';
import { ColumnWriter } from '../../../src/domain/results/store/columnWriter.ts';
import { findField } from '../../../src/domain/session/fields/fields.ts';
import type { NodeNames } from '../../../src/protocol/messages.ts';
import type { ResultsView, RunView } from '../../../src/protocol/resultsMessages.ts';
import type { SessionPage } from './sessionPage.ts';

/** What a query found: what the page is answered with, and the rows that follow. */
export interface ShownResults {
  readonly view: ResultsView;
  readonly chunks: readonly RowChunk[];
}

interface ResultsOptions {
  readonly name?: string;
  readonly columns?: readonly string[];
  readonly run?: Partial<RunView>;
  readonly masked?: boolean;
  readonly singleKeys?: boolean;
  readonly nodeNames?: NodeNames;
  /** Without what lists do not ask for. */
  readonly withoutPath?: boolean;
}

/** What the host sends for the sessions that a query found. */
export function resultsOf(sessions: readonly unknown[], options: ResultsOptions = {}): ShownResults {
  const { name = 'Failed webhooks', run = {}, masked = false, singleKeys = true, nodeNames = {} } = options;
  const paths = columnsOf(options.columns ?? []);
  const facets = listedFacets.filter(
    (facet) => !options.withoutPath || fieldsOfFacet(facet).every((field) => !field.startsWith('flow_path')),
  );
  const columns = (['id', 'start', 'duration', ...paths.map(fieldColumn), ...facets.map(facetColumn)] as const).map(
    (column) => [column, new ColumnWriter<unknown>(columnSource(column)).write(sessions)] as const,
  );
  const { length } = sessions;
  return {
    view: {
      name,
      settings: { timeZone: 'utc', singleKeys, masked, maskShared: true },
      nodeNames,
      sort: { path: 'session_start_time', direction: 'desc' },
      columns: paths.map((path) => ({
        path,
        title: findField(path)?.title ?? path,
        kind: findField(path)?.kind,
        sortable: findField(path)?.sortable === true,
        asked: length,
      })),
      run: {
        number: 1,
        state: 'done',
        outcome: `${length} of ${length}`,
        about: 'production · 10:00 UTC',
        loaded: length,
        total: { count: length, atLeast: false },
        canLoadMore: false,
        gone: [],
        asking: [],
        facets,
        countsAll: false,
        ...run,
      },
    },
    chunks: length === 0 ? [] : [{ from: 0, count: length, columns }],
  };
}

const agents = ['Napoli Pizza Orders', 'Atlas Travel', 'Hillside Clinic'];

/** Sessions as a list has them, the same on every day. */
export function listedSessions(count: number): readonly unknown[] {
  return Array.from({ length: count }, (_, at) => ({
    id: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
    session_start_time: new Date(Date.UTC(2026, 4, 30, 12) - at * 37 * 60_000).toISOString().replace('Z', ''),
    source: `4477009${String(10_000 + ((at * 7919) % 90_000))}`,
    channel: at % 5 === 0 ? 'Telephony' : 'voice',
    status: at % 11 === 0 ? 'in_progress' : 'ended',
    agent_information: { name: agents[at % 3], version_id: `v${at % 4}` },
    channel_data: { status_code: [0, 0, 100, 0, 200][at % 5], duration: 5_000 + ((at * 1_337) % 240_000) },
    tags_list: [{ tag: at % 2 === 0 ? 'order' : 'cancel', category: '4f1c9a27be0d4d0f9a5e7c3b21d86e90' }],
    params_list: [{ name: 'city', value: ['Haifa', 'Oslo', 'Napoli'][at % 3] }],
    flow_path: [
      { type: 'start', node_id: '64c1f0a9e3b7d20013f5a801' },
      {
        type: 'webhook',
        node_id: '64c1f0a9e3b7d20013f5a802',
        request: { url: `https://orders.example.com/v2/find?order=${at}` },
        response: { code: at % 5 === 4 ? 502 : 200 },
      },
    ],
  }));
}

/** Brings the rows of results to the page that shows them, as the host does. */
export async function bringRows(p: SessionPage, { view, chunks }: ShownResults): Promise<void> {
  for (const chunk of chunks) await p.send({ type: 'rows', run: view.run.number, chunk });
}
