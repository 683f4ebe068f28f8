import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { Ajv } from 'ajv';
import { repositoryRoot } from '../../architecture/sourceImports.ts';

const textOf = (name: string) => readFile(`${repositoryRoot()}/dist/${name}.schema.json`, 'utf8');

async function accepts(name: string): Promise<(query: unknown) => boolean> {
  const schema: object = JSON.parse(await textOf(name));
  const validate = new Ajv({ strict: false }).compile(schema);
  return (query) => validate(query);
}

const editor = await accepts('insights-query.editor');
const published = await accepts('insights-query');

/** What only the published schema refuses is what our own lint says, with a reason and a fix. */
describe('the schema for every editor and the one beside our lint', () => {
  const cases: [query: unknown, published: boolean, editor: boolean][] = [
    [{}, true, true],
    [{ filter_by: { must: [{ term: { source: '1' } }] } }, true, true],
    [{ filter_by: { must: [{ term: { sorce: '1' } }] } }, true, true],
    [{ inputs: [{ id: 'a', type: 'pickString' }] }, true, true],
    [{ inputs: [{ id: 'a', type: 'password' }] }, false, true],
    [{ page_number: -1, page_size: 0 }, false, true],
    [{ unknown: 1 }, false, true],
    [{ filter_by: { must: [{}] } }, false, true],
    [{ filter_by: { must: [{ term: { source: '1', id: '2' } }] } }, false, true],
    [{ inputs: [{ id: 'a', type: 'passwords' }] }, false, false],
    [{ inputs: [{ id: 'a' }] }, false, false],
    [{ page_size: '50' }, false, false],
    [{ filter_by: { must: [{ range: {} }] } }, false, true],
    [{ filter_by: { must: [{ term: { source: ['1'] } }] } }, false, false],
    [{ refine: { must: [{ trem: {} }] } }, false, true],
    [{ refine: { must: [{ nested: { path: 'flow_path' } }] } }, false, true],
    [{ refine: { must: [{ terms: { source: '1' } }] } }, false, false],
    [{ aggs: { a: { top_hits: {} } } }, false, true],
    [{ aggs: { a: { terms: { field: 7 } } } }, false, false],
    [{ expect: [{ totals: {} }] }, false, true],
    [{ expect: { total: {} } }, false, false],
  ];
  for (const [query, byPublished, byEditor] of cases) {
    it(JSON.stringify(query), () => assert.deepEqual([published(query), editor(query)], [byPublished, byEditor]));
  }

  it('says of every field what it is, without help from outside', async () => {
    const text = await textOf('insights-query');
    assert.match(text, /"agent_information\.id"/);
    assert.doesNotMatch(text, /fieldsOf|"\$ref": "[^#]/);
  });
});
