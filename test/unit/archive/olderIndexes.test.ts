import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { clusterExchange } from '../../../src/api/client/clusterExchange.ts';
import { createDispatcher } from '../../../src/api/client/dispatcher.ts';
import { ArchiveClient } from '../../../src/archive/archiveClient.ts';
import { facetsField, leavesField } from '../../../src/archive/mapping/archivedField.ts';
import { mappingVersion } from '../../../src/archive/mapping/indexTemplate.ts';
import { prepareIndexes } from '../../../src/archive/writing/prepareIndexes.ts';
import { asRecord } from '../../../src/domain/json/looseValues.ts';
import { startService } from '../api/client/wire.ts';
import { quick } from '../api/search/emulated.ts';

interface Prepared {
  /** What was put into the mapping of the index, and for the template. */
  readonly mappings: readonly unknown[];
  readonly templates: readonly unknown[];
}

/** Prepares a cluster that has one index and the template of this version of our mapping. */
async function prepared(version: number, status: number, settings: object = {}): Promise<Prepared> {
  const put: { mappings: unknown[]; templates: unknown[] } = { mappings: [], templates: [] };
  const service = await startService((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const isUpdate = incoming.method === 'PUT' && incoming.url?.endsWith('/_mapping') === true;
      const isTemplate = incoming.url?.startsWith('/_index_template') === true;
      if (incoming.method === 'PUT')
        (isTemplate ? put.templates : put.mappings).push(JSON.parse(Buffer.concat(chunks).toString()));
      const isRefused = isUpdate && status !== 200;
      const mappings = { _meta: { made_by: 'session-insights', version } };
      const refusal = { error: { type: 'security_exception', reason: 'no' } };
      response.writeHead(isRefused ? status : 200, { 'content-type': 'application/json' });
      const known = { name: 'calls', index_template: { ...mappings, template: { settings: { index: settings } } } };
      const good = isTemplate ? { acknowledged: true, index_templates: [known] } : { 'calls-2026.05': { mappings } };
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
    const [update, ...others] = (await prepared(mappingVersion - 1, 200)).mappings;
    assert.deepEqual(others, []);
    const [beside, facets] = facetsField.split('.') as [string, string];
    const { _meta: meta, properties } = update as {
      readonly _meta: unknown;
      readonly properties: Readonly<Record<string, { readonly properties: Readonly<Record<string, object>> }>>;
    };
    assert.deepEqual(meta, { made_by: 'session-insights', version: mappingVersion });
    assert.ok(properties[beside]?.properties[facets]);
  });

  it('keeps its leaves as they are, which an engine refuses to have changed', async () => {
    const [beside, leaves] = leavesField.split('.') as [string, string];
    const { mappings, templates } = await prepared(mappingVersion - 1, 200);
    const fieldsOf = (mapping: unknown) =>
      asRecord(asRecord(asRecord(asRecord(mapping).properties)[beside]).properties);
    assert.equal(fieldsOf(mappings[0])[leaves], undefined);
    const made = asRecord(asRecord(templates[0]).template).mappings;
    assert.equal(asRecord(fieldsOf(made)[leaves]).doc_values, false);
  });

  it('is written to by who may not change it', async () => {
    assert.equal((await prepared(mappingVersion - 1, 403)).mappings.length, 1);
  });

  it('is left alone where it has them', async () => {
    assert.deepEqual(await prepared(mappingVersion, 200), { mappings: [], templates: [] });
  });

  it('has a template whose settings stay what its owner made of them', async () => {
    const settings = { number_of_shards: '3', number_of_replicas: '2' };
    const { templates } = await prepared(mappingVersion - 1, 200, settings);
    const [{ _meta: meta, template }] = templates as [Readonly<Record<string, unknown>>];
    assert.deepEqual(meta, { made_by: 'session-insights', version: mappingVersion });
    assert.deepEqual(asRecord(asRecord(template).settings).index, {
      codec: 'best_compression',
      'mapping.depth.limit': 40,
      ...settings,
    });
  });
});
