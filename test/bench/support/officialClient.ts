import { createRequire } from 'node:module';
import { join } from 'node:path';
import { clusterUrl } from '../../archive/support/cluster.ts';

/** What is asked here of the official client. */
export interface OfficialClient {
  readonly helpers: {
    bulk(options: {
      readonly datasource: AsyncIterable<unknown>;
      readonly concurrency: number;
      readonly flushBytes: number;
      readonly refreshOnCompletion: string;
      onDocument(document: { readonly id: string; readonly session_start_time: string }): unknown;
    }): Promise<{ readonly successful: number }>;
  };
  search(options: object): Promise<{ readonly body: { readonly hits: { readonly hits: readonly Hit[] } } }>;
  createPit(options: object): Promise<{ readonly body: { readonly pit_id: string } }>;
  deletePit(options: object): Promise<unknown>;
  close(): Promise<unknown>;
}
interface Hit {
  readonly sort: readonly unknown[];
}

export function officialClient(): OfficialClient {
  const require = createRequire(join(process.cwd(), 'tools/archiveCluster/client/package.json'));
  const { Client } = require('@opensearch-project/opensearch') as { Client: new (options: object) => OfficialClient };
  return new Client({ node: clusterUrl() });
}
