import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { mostBytes, readExport } from '../../../../src/editor/nodeFiles/readExport.ts';

const zipOf = (files: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));

describe('an exported agent', () => {
  it('is read as the JSON that is in it, and nothing else', () => {
    const zip = zipOf({ 'Agent.json': '{"name":"Orders"}', 'files/menu.txt': 'pizza', 'flow/version.JSON': '[1]' });
    assert.deepEqual(readExport(zip), [{ name: 'Orders' }, [1]]);
  });

  it('is read where some of it is no JSON', () => {
    assert.deepEqual(readExport(zipOf({ 'a.json': '{', 'b.json': '{"b":1}' })), [{ b: 1 }]);
  });

  const refused: [what: string, zip: Uint8Array, refusal: string][] = [
    ['what is no zip', strToU8('{"name":"Orders"}'), 'notZip'],
    ['nothing', new Uint8Array(), 'notZip'],
    ['a zip without JSON', zipOf({ 'readme.txt': 'hello' }), 'noJson'],
    ['a name that leads out', zipOf({ '../../a.json': '{}' }), 'leadsOut'],
    ['a name that leads out with backslashes', zipOf({ 'x\\..\\a.json': '{}' }), 'leadsOut'],
    ['an absolute name', zipOf({ '/etc/a.json': '{}' }), 'leadsOut'],
    ['a drive', zipOf({ 'C:a.json': '{}' }), 'leadsOut'],
    ['what unpacks to far more', zipOf({ 'a.json': ' '.repeat(mostBytes + 1) }), 'tooLarge'],
    [
      'too many files',
      zipOf(Object.fromEntries(Array.from({ length: 5_001 }, (_, at) => [`${at}.txt`, '']))),
      'tooMany',
    ],
    ['a broken one', zipOf({ 'a.json': '{"a":"some text that is packed"}' }).fill(0xff, 40, 50), 'broken'],
  ];
  for (const [what, zip, refusal] of refused) {
    it(`refuses ${what}`, () => assert.equal(readExport(zip), refusal));
  }
});
