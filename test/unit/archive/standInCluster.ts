import assert from 'node:assert/strict';
import type { RequestListener } from 'node:http';
import { clusterExchange } from '../../../src/api/client/clusterExchange.ts';
import { createDispatcher } from '../../../src/api/client/dispatcher.ts';
import type { ReadBatch } from '../../../src/api/reading/readingTypes.ts';
import { readRow } from '../../../src/api/reading/readRow.ts';
import type { ArchiveOptions } from '../../../src/archive/archiveClient.ts';
import { ArchiveClient } from '../../../src/archive/archiveClient.ts';
import type { ArchiveError } from '../../../src/archive/client/archiveError.ts';
import { mappingVersion } from '../../../src/archive/mapping/indexTemplate.ts';
import type { Archived } from '../../../src/archive/writing/archiveSessions.ts';
import { archiveSessions } from '../../../src/archive/writing/archiveSessions.ts';
import type { SearchRequest } from '../../../src/domain/query/request.ts';
import { startService } from '../api/client/wire.ts';
import { quick } from '../api/search/emulated.ts';
import { Lines } from './lines.ts';

export const request: SearchRequest = {
  range: { from: new Date('2026-01-01T00:00:00Z'), to: new Date('2026-12-31T00:00:00Z') },
  sortBy: [
    { field: 'session_start_time', direction: 'desc' },
    { field: 'id', direction: 'asc' },
  ],
  pageSize: 10,
  pageNumber: 0,
};

/** What a cluster answers, by the end of the path; the first that fits. */
export type Answers = readonly (readonly [path: RegExp, status: number, body: unknown])[];

const ours = { 'calls-2026.05': { mappings: { _meta: { made_by: 'session-insights', version: mappingVersion } } } };
export const noHits = { _shards: { total: 1, failed: 0 }, hits: { total: { value: 0 }, hits: [] } };
const good: Answers = [
  [/\/_mapping$/u, 200, ours],
  [/\/_index_template\//u, 404, {}],
  [/\/_resolve\/index\//u, 200, { indices: [] }],
  [/\/_refresh$/u, 200, {}],
  [/\/point_in_time$/u, 200, { pit_id: 'a moment', _shards: { total: 1, failed: 0 } }],
  [/\/_search$/u, 200, noHits],
  [/^\/$/u, 200, { version: { number: '8.17.0' } }],
];
export const secret = 'open/sesame+and=close.it/again';

export function error(type: string, reason = 'so it is'): object {
  return { error: { type, reason }, status: 0 };
}

/** The failure of a search: its own name says nothing, that of its shards does. */
export function shardError(type: string, reason: string): object {
  const root = { type, reason, index: 'calls-2026.05' };
  return {
    error: { type: 'search_phase_execution_exception', reason: 'all shards failed', root_cause: [root] },
    status: 0,
  };
}

/** An item of a bulk answer for each document that was sent. */
export function refusal(status: number, type: string, reason = 'so it is'): object {
  return { items: [{ index: { _index: 'calls-2026.05', status, error: { type, reason } } }] };
}

export function answering(answers: Answers, headers: Record<string, string> = {}): RequestListener {
  return (incoming, response) => {
    const path = new URL(incoming.url ?? '', 'http://cluster').pathname;
    const [, status, body] = [...answers, ...good].find(([end]) => end.test(path)) ?? [undefined, 200, {}];
    // What is not there yet can be made.
    const made = incoming.method === 'PUT' && status === 404;
    incoming.resume().on('end', () => {
      response.writeHead(made ? 200 : status, { 'content-type': 'application/json', ...headers });
      response.end(typeof body === 'string' ? body : JSON.stringify(made ? { acknowledged: true } : body));
    });
  };
}

export async function withCluster(
  listener: RequestListener | number,
  use: (client: ArchiveClient) => Promise<unknown>,
  { path = '', ...options }: Partial<ArchiveOptions> & { readonly path?: string } = {},
): Promise<void> {
  const service = typeof listener === 'number' ? undefined : await startService(listener);
  const dispatcher = createDispatcher(quick);
  const client = new ArchiveClient({
    address: `http://127.0.0.1:${service?.port ?? listener}${path}`,
    pattern: 'calls-*',
    credentials: { kind: 'password', user: 'reader', secret },
    ...clusterExchange({ dispatcher, secret }),
    pause: async () => {},
    ...options,
  });
  try {
    await use(client);
  } finally {
    await dispatcher.destroy();
    service?.close();
  }
}

export function read(client: ArchiveClient) {
  return client.ranges.readRange({ request, size: 10, whole: true, names: ['id'] });
}

/** All pages of one moment. */
export async function readSteadily(client: ArchiveClient): Promise<readonly string[]> {
  const ids: string[] = [];
  let after: Awaited<ReturnType<typeof read>>['next'];
  do {
    const question = { request, size: 1, whole: true, names: ['id'], after, isSteady: true };
    const page = await client.ranges.readRange(question);
    ids.push(...page.rows.map(({ members }) => String(members.id)));
    after = page.next;
  } while (after);
  return ids;
}

export const session = { id: 'a', session_start_time: '2026-05-01T10:00:00' };

export function write(
  client: ArchiveClient,
  sessions: readonly object[] = [session],
  wait: (ms: number) => void = () => {},
) {
  const refused = new Lines();
  const source = {
    state: { parts: [], counted: [], missing: [] },
    total: { count: sessions.length, atLeast: false },
    missing: [],
    async *[Symbol.asyncIterator](): AsyncGenerator<ReadBatch> {
      const rows = sessions.map((one) =>
        readRow({ bytes: Buffer.from(JSON.stringify(one)), members: one as ReadBatch['rows'][number]['members'] }),
      );
      yield { rows, isLate: false };
    },
  };
  return archiveSessions({
    request,
    read: () => source,
    archive: client,
    journal: new Lines(),
    refused,
    pause: async (ms) => wait(ms),
  }).then((archived) => ({ ...archived, documents: refused.all.map((line) => JSON.parse(line)) }));
}

export async function failureOf(asked: Promise<unknown>): Promise<ArchiveError> {
  const failure = await asked.then(
    (result) => (result as Archived).error,
    (reason: unknown) => reason,
  );
  assert.equal((failure as ArchiveError).name, 'ArchiveError', String(failure));
  return failure as ArchiveError;
}
