import assert from 'node:assert/strict';
import { it } from 'node:test';
import { suggestedFileName } from '../../../../src/explorer/export/suggestedFileName.ts';

const bytes = (name: string) => Buffer.byteLength(name);

it('a file is called after its query, without what a disk refuses', () => {
  assert.equal(suggestedFileName('Callers: who/what?', 'csv'), 'Callers_ who_what_.csv');
  assert.equal(suggestedFileName('cafe\u0301 नमस्ते', 'csv'), 'café नमस्ते.csv');
  assert.equal(suggestedFileName('CON', 'csv'), '_CON.csv');
  assert.equal(suggestedFileName('nul.old', 'csv'), '_nul.old.csv');
  assert.equal(suggestedFileName('console', 'csv'), 'console.csv');
  assert.equal(suggestedFileName('café 日本 \ud800', 'json'), 'café 日本 _.json');
});

it('however long the name of the query is, the file can be written', () => {
  for (const letter of ['a', 'é', '日', '𠮷']) {
    const name = suggestedFileName(letter.repeat(300), 'ndjson');
    assert.ok(bytes(name) <= 255 && bytes(name) > 245, `${letter}: ${bytes(name)}`);
    assert.ok(name.endsWith(`${letter}.ndjson`));
  }
});
