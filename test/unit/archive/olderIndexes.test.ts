import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { clusterExchange } from '../../../src/api/client/clusterExchange.ts';
import { createDispatcher } from '../../../src/api/client/dispatcher.ts';
import { ArchiveClient } from '../../../src/archive/archiveClient.ts';
import { facetsField } from '../../../src/archive/mapping/archivedField.ts';
import { mappingVersion } from '../../../src/archive/mapping/indexTemplate.ts';
import { prepareIndexes } from '../../../src/archive/writing/prepareIndexes.ts';
import { startService } from '../api/client/wire.ts';
import { quick } from '../api/search/emulated.ts';

/** Prepares a cluster that has one index of this version of our mapping, and gives what was put into its mapping. */
async function prepared(version: number, status: number): Promise<readonly unknown[]> {
  const put: unknown[] = [];
  const service = await startService((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const isUpdate = incoming.method === 'PUT' && incoming.url?.endsWith('/_mapping') === true;
      if (isUpdate) put.push(JSON.parse(Buffer.concat(chunks).toString()));
      const isRefused = isUpdate && status !== 200;
      const mappings = { _meta: { made_by: 'session-insights', version } };
      const refusal = { error: { type: 'security_exception', reason: 'no' } };
      response.writeHead(isRefused ? status : 200, { 'content-type': 'application/json' });
      const isTemplate = incoming.url?.startsWith('/_index_template') === true;
      const good = isTemplate ? { acknowledged: true } : { 'calls-2026.05': { mappings } };
      response.end(JSON.stringify(isRefused ? refusal : good));
    });
  });
  const dispatcher = createDispatcher(quick);
  const address = `http://127.0.0.1:${service.port}`;
  const credentials = { kind: 'none' } as const;
  const client = new ArchiveClient({
    address,
    pattern: 'calls-*',
    credentials,
    ...clusterExchange({ dispatcher, secret: '' }),
  });
  try {
    await prepareIndexes(client.requests, client.pattern, undefined);
    return put;
  } finally {
    await dispatcher.destroy();
    service.close();
  }
}

describe('an index that an earlier version made', () => {
  it('gets the fields that it lacks, and says that it has them', async () => {
    const [update, ...others] = await prepared(mappingVersion - 1, 200);
    assert.deepEqual(others, []);
    const [beside, facets] = facetsField.split('.') as [string, string];
    const { _meta: meta, properties } = update as {
      readonly _meta: unknown;
      readonly properties: Readonly<Record<string, { readonly properties: Readonly<Record<string, object>> }>>;
    };
    assert.deepEqual(meta, { made_by: 'session-insights', version: mappingVersion });
    assert.ok(properties[beside]?.properties[facets]);
  });

  it('is written to by who may not change it', async () => {
    assert.equal((await prepared(mappingVersion - 1, 403)).length, 1);
  });

  it('is left alone where it has them', async () => {
    assert.deepEqual(await prepared(mappingVersion, 200), []);
  });
});
