import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import { appendReadably } from '../../../../src/domain/json/appendReadably.ts';
import { applyEdits } from '../../../../src/domain/json/textEdits.ts';

const long = `"${'x'.repeat(90)}"`;

/** Appends a piece to the list or object at a path. */
function appended(text: string, piece: string, ...path: string[]): string {
  const root = parseTree(text, [], { allowTrailingComma: true });
  const container = root && findNodeAtLocation(root, path);
  assert.ok(container);
  return applyEdits(text, appendReadably(text, container, piece));
}

describe('putting something behind the others so that it can be read', () => {
  const cases: [what: string, before: string, after: string, path?: string[]][] = [
    ['on the line where it is short', '{\n  "a": [1]\n}', '{\n  "a": [1, 2]\n}'],
    [
      'each on a line where it would be long',
      `{\n  "a": [1, ${long}]\n}`,
      `{\n  "a": [\n    1,\n    ${long},\n    2\n  ]\n}`,
    ],
    [
      'with the comma at the end, and by the query’s own indentation',
      `{\n\t"a": [1, ${long},]\n}`,
      `{\n\t"a": [\n\t\t1,\n\t\t${long},\n\t\t2,\n\t]\n}`,
    ],
    [
      'with lines as Windows ends them',
      `{\r\n  "a": [${long}]\r\n}`,
      `{\r\n  "a": [\r\n    ${long},\r\n    2\r\n  ]\r\n}`,
    ],
    [
      'with what is around it',
      `{\n  "f": { "a": [${long}], "b": 1 }\n}`,
      `{\n  "f": {\n    "a": [\n      ${long},\n      2\n    ],\n    "b": 1\n  }\n}`,
      ['f', 'a'],
    ],
    [
      'on the line where a comment stands in it',
      `{\n  "a": [1, /* x */ ${long}]\n}`,
      `{\n  "a": [1, /* x */ ${long}, 2]\n}`,
    ],
    ['on the line where all of the query is one', `{ "a": [1, ${long}] }`, `{ "a": [1, ${long}, 2] }`],
    ['into what is empty', `{\n  "${long.slice(1)}: []\n}`, `{\n  "${long.slice(1)}: [2]\n}`, [long.slice(1, -1)]],
  ];
  for (const [what, before, after, path = ['a']] of cases)
    it(what, () => assert.equal(appended(before, '2', ...path), after));

  it('on a line of a hundred letters, and no more', () => {
    const listOf = (length: number): string => `{\n  "a": ["${'x'.repeat(length - '  "a": [""], 2'.length)}"]\n}`;
    assert.equal(appended(listOf(100), '2', 'a').split('\n').length, 3);
    assert.equal(appended(listOf(101), '2', 'a').split('\n').length, 6);
  });
});
