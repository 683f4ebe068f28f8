import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { applyEdits } from '../../../../src/domain/json/textEdits.ts';
import { nameNode } from '../../../../src/domain/nodes/nameNode.ts';
import { readNodeNames } from '../../../../src/domain/nodes/nodeNames.ts';

/** The text after naming node `b` "B", or with `name` otherwise. */
function after(text: string, name: string | undefined = 'B'): string | undefined {
  const edits = nameNode(text, 'b', name);
  return edits && applyEdits(text, edits);
}

describe('nameNode', () => {
  const names: [what: string, before: string, expected: string | undefined][] = [
    ['begins an empty file', '', '{\n  "nodes": {\n    "b": "B"\n  }\n}\n'],
    ['begins a file of comments', '// ours\n', '// ours\n{\n  "nodes": {\n    "b": "B"\n  }\n}\n'],
    ['fills an empty object', '{}', '{\n  "nodes": {\n    "b": "B"\n  }\n}'],
    ['fills empty nodes', '{\n    "nodes": {}\n}', '{\n    "nodes": {\n        "b": "B"\n    }\n}'],
    [
      'stands behind a comment in empty nodes',
      '{\n  "nodes": {\n    // none yet\n  }\n}',
      '{\n  "nodes": {\n    // none yet\n    "b": "B"\n  }\n}',
    ],
    [
      'stands behind the others',
      '{\n\t"nodes": {\n\t\t"a": "A"\n\t}\n}',
      '{\n\t"nodes": {\n\t\t"a": "A",\n\t\t"b": "B"\n\t}\n}',
    ],
    [
      'leaves a comment with its name',
      '{\n  "nodes": {\n    "a": "A" // the first\n  }\n}',
      '{\n  "nodes": {\n    "a": "A", // the first\n    "b": "B"\n  }\n}',
    ],
    [
      'keeps the comma at the end',
      '{\n  "nodes": {\n    "a": "A", /* one\n two */\n  },\n}',
      '{\n  "nodes": {\n    "a": "A", /* one\n two */\n    "b": "B",\n  },\n}',
    ],
    [
      'keeps the ends of lines',
      '{\r\n  "nodes": {\r\n    "a": "A"\r\n  }\r\n}\r\n',
      '{\r\n  "nodes": {\r\n    "a": "A",\r\n    "b": "B"\r\n  }\r\n}\r\n',
    ],
    ['stays on one line', '{ "nodes": { "a": "A" } }', '{ "nodes": { "a": "A", "b": "B" } }'],
    ['adds nodes on one line', '{ "$schema": "x" }', '{ "$schema": "x", "nodes": { "b": "B" } }'],
    [
      'adds nodes behind what is there',
      '{\n  "$schema": "x"\n}',
      '{\n  "$schema": "x",\n  "nodes": {\n    "b": "B"\n  }\n}',
    ],
    ['renames', '{ "nodes": { "b": /* was */ "A", "c": "C" } }', '{ "nodes": { "b": /* was */ "B", "c": "C" } }'],
    [
      'renames what has a link',
      '{ "nodes": { "b": { "link": "x.ts", "name": "A" } } }',
      '{ "nodes": { "b": { "link": "x.ts", "name": "B" } } }',
    ],
    [
      'names what has only a link',
      '{ "nodes": { "b": { "link": "x.ts" } } }',
      '{ "nodes": { "b": { "name": "B", "link": "x.ts" } } }',
    ],
    ['puts a name where something else stands', '{ "nodes": { "b": null } }', '{ "nodes": { "b": "B" } }'],
    ['renames the one that counts', '{ "nodes": { "b": "1", "b": "2" } }', '{ "nodes": { "b": "1", "b": "B" } }'],
    ['refuses a list', '[]', undefined],
    ['refuses nodes that are no object', '{ "nodes": [] }', undefined],
    ['refuses a comment that does not end', '/* ', undefined],
    ['refuses an entry without a value', '{ "nodes": { "b": } }', undefined],
  ];
  for (const [what, before, expected] of names) it(what, () => assert.equal(after(before), expected));

  const unnamed: [what: string, before: string, expected: string][] = [
    ['with its line', '{\n  "nodes": {\n    "a": "A",\n    "b": "B"\n  }\n}', '{\n  "nodes": {\n    "a": "A"\n  }\n}'],
    ['with its link', '{ "nodes": { "b": { "name": "B", "link": "x" }, "c": "C" } }', '{ "nodes": { "c": "C" } }'],
    ['however often it stands there', '{ "nodes": { "b": "1", "a": "A", "b": "2" } }', '{ "nodes": { "a": "A" } }'],
    ['where there is none', '{ "nodes": { "a": "A" } }', '{ "nodes": { "a": "A" } }'],
    ['in an empty file', '', ''],
  ];
  for (const [what, before, expected] of unnamed) {
    it(`takes a name away ${what}`, () => {
      const edits = nameNode(before, 'b', undefined);
      assert.equal(edits && applyEdits(before, edits).replaceAll(/ +\}/g, ' }'), expected.replaceAll(/ +\}/g, ' }'));
      assert.deepEqual(nameNode(before, 'b', ' '), edits);
    });
  }

  it('takes any id and any name, and no other name changes', () => {
    const word = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== ''),
      fc.constantFrom('__proto__', 'constructor', '"', '\\', '\n"', '*/', '// ', 'x'.repeat(10_000), 'a\u2028b'),
    );
    const layouts = ['', '{}', '{ "nodes": {} }', '{\n  // one\n  "nodes": {\n  },\n}', '{"nodes":{"kept":"Kept"}}'];
    fc.assert(
      fc.property(fc.constantFrom(...layouts), fc.array(fc.tuple(word, word), { maxLength: 6 }), (start, given) => {
        let text = start;
        const wanted = new Map([...readNodeNames(start)].map(([id, { name }]) => [id, name]));
        for (const [id, name] of given) {
          text = applyEdits(text, nameNode(text, id, name) ?? assert.fail(`${id} in ${text}`));
          wanted.set(id, name.trim());
        }
        assert.deepEqual(new Map([...readNodeNames(text)].map(([id, { name }]) => [id, name])), wanted);
        for (const id of wanted.keys()) text = applyEdits(text, nameNode(text, id, undefined) ?? assert.fail(text));
        assert.equal(readNodeNames(text).size, 0);
      }),
    );
  });
});
