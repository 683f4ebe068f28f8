import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import { appendProperty } from '../../../../src/domain/json/appendProperty.ts';
import { applyEdits } from '../../../../src/domain/json/textEdits.ts';

/** Appends `"x": ‹indent,unit›` to the object at a path. */
function appended(text: string, ...path: string[]): string {
  const root = parseTree(text, [], { allowTrailingComma: true });
  const object = root && findNodeAtLocation(root, path);
  assert.ok(object);
  const edits = appendProperty(text, object, (layout) => `"x": ‹${layout ? [layout.indent, layout.unit] : 'line'}›`);
  return applyEdits(text, edits);
}

describe('putting a property behind the others', () => {
  const cases: [what: string, before: string, after: string, path?: string[]][] = [
    ['into an empty object', '{}', '{\n  "x": ‹  ,  ›\n}'],
    ['into an empty object with lines', '{\n}', '{\n  "x": ‹  ,  ›\n}'],
    ['behind the comment of an empty object', '{ // none\n}', '{ // none\n  "x": ‹  ,  ›\n}'],
    ['on one line', '{ "a": 1 }', '{ "a": 1, "x": ‹line› }'],
    ['on one line with a comma at the end', '{ "a": 1, }', '{ "a": 1, "x": ‹line›, }'],
    ['on a line of its own', '{\n  "a": 1\n}', '{\n  "a": 1,\n  "x": ‹  ,  ›\n}'],
    ['with a comma at the end', '{\n  "a": 1,\n}', '{\n  "a": 1,\n  "x": ‹  ,  ›,\n}'],
    ['with tabs and lines as Windows ends them', '{\r\n\t"a": 1\r\n}', '{\r\n\t"a": 1,\r\n\t"x": ‹\t,\t›\r\n}'],
    ['at the edge of the text', '{\n"a": 1\n}', '{\n"a": 1,\n"x": ‹,  ›\n}'],
    ['behind the comment of the line', '{\n  "a": 1 // one\n}', '{\n  "a": 1, // one\n  "x": ‹  ,  ›\n}'],
    [
      'behind a comment of several lines',
      '{\n  "a": 1, /* one\n two */ // three\n}',
      '{\n  "a": 1, /* one\n two */ // three\n  "x": ‹  ,  ›,\n}',
    ],
    ['before a comment of the next line', '{\n  "a": 1\n  // two\n}', '{\n  "a": 1,\n  "x": ‹  ,  ›\n  // two\n}'],
    ['into an inner empty object', '{\n    "a": {}\n}', '{\n    "a": {\n        "x": ‹        ,    ›\n    }\n}', ['a']],
    ['into an inner object of one line', '{\n    "a": { "b": 1 }\n}', '{\n    "a": { "b": 1, "x": ‹line› }\n}', ['a']],
  ];
  for (const [what, before, after, path = []] of cases) it(what, () => assert.equal(appended(before, ...path), after));
});
