import assert from 'node:assert/strict';
import { excerptOf } from '../../../src/api/client/answerExcerpt.ts';
import { createDispatcher } from '../../../src/api/client/dispatcher.ts';
import { Exchange } from '../../../src/api/client/exchange.ts';
import type { ReadBatch } from '../../../src/api/reading/readingTypes.ts';
import { readRow } from '../../../src/api/reading/readRow.ts';
import type { ArchiveOptions } from '../../../src/archive/archiveClient.ts';
import { ArchiveClient } from '../../../src/archive/archiveClient.ts';
import { templateName } from '../../../src/archive/mapping/indexTemplate.ts';
import type { Archived, ArchiveSessionsOptions } from '../../../src/archive/writing/archiveSessions.ts';
import { archiveSessions } from '../../../src/archive/writing/archiveSessions.ts';
import { asRecord } from '../../../src/domain/json/looseValues.ts';
import { parseJson } from '../../../src/domain/json/parseJson.ts';
import { writeJson } from '../../../src/domain/json/writeJson.ts';
import type { SearchRequest } from '../../../src/domain/query/request.ts';
import { Lines } from '../../unit/archive/lines.ts';

/** The cluster that the tests are run with. */
export function clusterUrl(): string {
  const url = process.env.INSIGHTS_TEST_CLUSTER;
  if (!url) throw new Error('Run the tests of the archive by `npm run test:archive`.');
  return url;
}

export const always: SearchRequest = {
  range: { from: new Date('1970-01-01T00:00:00Z'), to: new Date('2100-01-01T00:00:00Z') },
  sortBy: [{ field: 'session_start_time', direction: 'desc' }],
  pageSize: 50,
  pageNumber: 0,
};

/** Stops or starts a node; undefined where the cluster is somebody else's. */
export const control = process.env.INSIGHTS_TEST_CLUSTER_CONTROL
  ? async (command: 'stop' | 'start', node: number): Promise<void> => {
      await fetch(`${process.env.INSIGHTS_TEST_CLUSTER_CONTROL}/${command}/${node}`, { method: 'POST' });
    }
  : undefined;

/** One request of many hundreds may come while three nodes on a busy machine have no time for it: the more there are, the more patience. */
const timeoutMs = 60_000 + Number(process.env.INSIGHTS_QUERIES ?? 0) * 150;

/** An archive of its own, gone when the test is. */
export class TestArchive {
  readonly pattern: string;
  readonly client: ArchiveClient;
  readonly #options: Partial<ArchiveOptions>;
  readonly #dispatcher = createDispatcher({
    proxy: 'none',
    strictTls: true,
    connectTimeoutMs: 10_000,
    retry: { maxRetries: 2, firstPauseMs: 5, longestPauseMs: 50, random: () => 0.5 },
  });

  constructor(name: string, options: Partial<ArchiveOptions> = {}) {
    this.pattern = options.pattern ?? `test-${name}-${process.pid}-*`;
    this.#options = options;
    this.client = this.clientFor(this.pattern);
  }

  /** A client of other indexes of the same cluster. */
  clientFor(pattern: string): ArchiveClient {
    return new ArchiveClient({
      address: clusterUrl(),
      credentials: { kind: 'none' },
      exchange: new Exchange({ dispatcher: this.#dispatcher, timeoutMs, mask: (text) => text }),
      excerptOf: (answer) => excerptOf(answer, (text) => text),
      ...this.#options,
      pattern,
    });
  }

  /** Writes sessions, each given as a value or as the JSON that it is. */
  write(sessions: readonly unknown[], options: Partial<ArchiveSessionsOptions> = {}): Promise<Archived> {
    return archiveSessions({
      request: always,
      read: () => sourceOf(sessions),
      archive: this.client,
      journal: new Lines(),
      refused: new Lines((line) => assert.fail(`refused: ${line.slice(0, 500)}`)),
      pause: (ms) => new Promise((resolve) => setTimeout(resolve, Math.min(ms, 200))),
      ...options,
    });
  }

  async ask(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: readonly string[],
    body?: unknown,
    parameters = {},
  ): Promise<unknown> {
    const answer = await this.client.requests.ask({
      asked: 'check',
      method,
      path,
      body,
      parameters,
      signal: undefined,
    });
    return JSON.parse(answer.body);
  }

  /** Resolves when all nodes are there, and all that is in them twice. */
  async green(): Promise<void> {
    for (let tries = 0; tries < 600; tries++) {
      const health = asRecord(await this.ask('GET', ['_cluster', 'health']));
      if (health.status === 'green' && health.number_of_nodes === 3) return;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    throw new Error('The cluster did not become green.');
  }

  async remove(): Promise<void> {
    const signal = undefined;
    const indexes = Object.keys((await this.ask('GET', [this.pattern, '_settings'])) as object);
    for (const index of indexes) {
      await this.client.requests.ask({ asked: 'check', method: 'DELETE', path: [index], signal, takes: [404] });
    }
    const path = ['_index_template', templateName(this.pattern)];
    await this.client.requests.ask({ asked: 'check', method: 'DELETE', path, signal, takes: [404] });
    await this.close();
  }

  /** Leaves what is there. */
  close(): Promise<void> {
    return this.#dispatcher.destroy();
  }
}

export function sourceOf(sessions: readonly unknown[], perBatch = 500) {
  const rows = sessions.map((session) => {
    const json = typeof session === 'string' ? session : writeJson(session);
    return readRow({ bytes: Buffer.from(json), members: parseJson(json) as ReadBatch['rows'][number]['members'] });
  });
  const total = { count: rows.length, atLeast: false };
  const state = { parts: [], counted: [], missing: [] };
  return {
    state,
    total,
    missing: [],
    async *[Symbol.asyncIterator](): AsyncGenerator<ReadBatch> {
      for (let at = 0; at < rows.length; at += perBatch) yield { rows: rows.slice(at, at + perBatch), isLate: false };
    },
  };
}
