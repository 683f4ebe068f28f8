import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { readSessions } from '../../src/api/reading/readSessions.ts';
import { indexTemplate, mappingVersion } from '../../src/archive/mapping/indexTemplate.ts';
import { readRefinement } from '../../src/domain/analysis/refinement.ts';
import { asRecord } from '../../src/domain/json/looseValues.ts';
import { always, TestArchive } from './support/cluster.ts';

const [january, february] = ['2026.01', '2026.02'];
const session = (id: string, month: string) => ({
  id,
  session_start_time: `${month.replace('.', '-')}-10T10:00:00`,
  params: { order: { value: 'AB-51693' } },
});

describe('an index that was made with columns of leaves', () => {
  const archive = new TestArchive('earlier');
  const index = archive.pattern.replace('*', january);
  const mappingOf = async (): Promise<Readonly<Record<string, unknown>>> => {
    const answer = asRecord(await archive.ask('GET', [index, '_mapping']));
    return asRecord(asRecord(answer[index]).mappings);
  };

  before(async () => {
    const { template } = indexTemplate(archive.pattern) as {
      readonly template: { readonly mappings: { readonly properties: object } };
    };
    const properties = { ...template.mappings.properties, archive: { properties: { leaves: { type: 'keyword' } } } };
    const mappings = { ...template.mappings, properties, _meta: { made_by: 'session-insights', version: 2 } };
    await archive.ask('PUT', [index], { mappings });
    const sessions = [session('in it', january), session('in a new one', february)];
    assert.equal((await archive.write(sessions)).complete, true);
  });
  after(() => archive.remove());

  it('is written to, keeps them, and has the version of what is there now', async () => {
    const { _meta: meta, properties } = await mappingOf();
    assert.equal(asRecord(meta).version, mappingVersion);
    const { leaves, facets } = asRecord(asRecord(asRecord(properties).archive).properties);
    assert.equal(asRecord(leaves).doc_values, undefined);
    assert.ok(facets);
  });

  const path = 'params.order.value';
  for (const asked of [
    { term: { [path]: 'AB-51693' } },
    { terms: { [path]: ['AB-51693', 'none'] } },
    { prefix: { [path]: 'AB' } },
    { wildcard: { [path]: '*516?3' } },
    { exists: { field: path } },
    { exists: { field: 'params' } },
  ])
    it(`answers as one that has none: ${JSON.stringify(asked)}`, async () => {
      const ids: unknown[] = [];
      for (const refine of [{ filter: [asked] }, { must_not: [asked] }]) {
        const request = { ...always, refinement: readRefinement(refine, new Date()) };
        for await (const { rows } of readSessions({ request, client: archive.client, whole: true }))
          ids.push(rows.map(({ members }) => members.id));
      }
      assert.deepEqual(ids.flat().sort(), ['in a new one', 'in it']);
    });
});
