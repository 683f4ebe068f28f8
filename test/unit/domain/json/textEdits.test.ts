import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Node } from 'jsonc-parser';
import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import {
  applyEdits,
  commaAfter,
  differenceOf,
  insertFirst,
  removeNode,
  removeNodes,
  sorted,
} from '../../../../src/domain/json/textEdits.ts';

function nodeAt(text: string, ...path: (string | number)[]): Node {
  const root = parseTree(text, [], { allowTrailingComma: true });
  const value = root && findNodeAtLocation(root, path);
  assert.ok(value, path.join('.'));
  return value.parent?.type === 'property' ? value.parent : value;
}

describe('edits of a text', () => {
  it('are applied from left to right', () => {
    const edits = sorted([
      { offset: 4, length: 1, text: 'E' },
      { offset: 0, length: 0, text: '>' },
      { offset: 1, length: 2, text: '' },
    ]);
    assert.equal(applyEdits('abcdef', edits), '>adEf');
  });

  const differences: [before: string, after: string, offset: number, length: number, text: string][] = [
    ['abc', 'abc', 3, 0, ''],
    ['abc', 'abXc', 2, 0, 'X'],
    ['abc', 'Xabc', 0, 0, 'X'],
    ['abc', 'abcX', 3, 0, 'X'],
    ['abXc', 'abc', 2, 1, ''],
    ['aXXb', 'aYb', 1, 2, 'Y'],
    ['aa', 'aaa', 2, 0, 'a'],
    ['aaa', 'aa', 2, 1, ''],
    ['', 'a', 0, 0, 'a'],
    ['a', '', 0, 1, ''],
  ];
  for (const [before, after, offset, length, text] of differences) {
    it(`from ${before} to ${after} are one of what differs`, () =>
      assert.deepEqual(differenceOf(before, after), { offset, length, text }));
  }
});

describe('the comma behind a place', () => {
  for (const [text, at] of [
    ['1,', 1],
    ['1 ,', 2],
    ['1\n/* , */ // ,\n,', 15],
    ['1 2,', undefined],
    ['1]', undefined],
    ['1', undefined],
  ] as const)
    it(`of ${JSON.stringify(text)}`, () => assert.equal(commaAfter(text, 1), at));
});

describe('taking something out of its list', () => {
  const cases: [what: string, before: string, path: (string | number)[], after: string][] = [
    ['the first takes its comma and the space behind it', '[1, 2]', [0], '[2]'],
    ['the first takes a comma that stands apart', '[1 , 2]', [0], '[ 2]'],
    ['the last takes the comma before it', '[ 1, 2 ]', [1], '[ 1 ]'],
    ['the last takes a comma behind it first', '[1, 2,]', [1], '[1, ]'],
    ['the only one', '[ 1 ]', [0], '[ ]'],
    ['a property', '{ "a": 1, "b": 2 }', ['a'], '{ "b": 2 }'],
    ['the last property', '{ "a": 1, "b": 2 }', ['b'], '{ "a": 1 }'],
    ['the line that it stands on alone', '{\n  "a": 1,\n  "b": 2\n}', ['a'], '{\n  "b": 2\n}'],
    ['the last line with the comma of the one before', '{\n  "a": 1,\n  "b": 2\n}', ['b'], '{\n  "a": 1\n}'],
    ['lines that end as on Windows', '{\r\n  "a": 1,\r\n  "b": 2\r\n}', ['a'], '{\r\n  "b": 2\r\n}'],
    ['blanks at the end of the line', '[\n  1, \t\n  2\n]', [0], '[\n  2\n]'],
    ['a line with a comment keeps it', '[\n  1, // one\n  2\n]', [0], '[\n  // one\n  2\n]'],
    ['a line that begins with something else keeps its end', '[0, 1,\n  2\n]', [1], '[0, \n  2\n]'],
    ['the first line of a text', '[1,\n2]', [0], '[\n2]'],
    ['a comment between it and its comma', '[1 /* one */, 2]', [0], '[/* one */ 2]'],
  ];
  for (const [what, before, path, after] of cases) {
    it(what, () => assert.equal(applyEdits(before, removeNode(before, nodeAt(before, ...path))), after));
  }

  it('leaves alone what is in no list: the root, a value, nothing', () => {
    const text = '{ "a": 1 }';
    const property = nodeAt(text, 'a');
    for (const node of [property.parent, property.children?.[0], property.children?.[1], undefined])
      assert.deepEqual(removeNode(text, node), []);
  });

  const several: [before: string, gone: number[], after: string][] = [
    ['[1, 2, 3]', [0, 1], '[3]'],
    ['[ 1, 2, 3 ]', [0, 2], '[ 2 ]'],
    ['[ 1, 2, 3 ]', [1, 2], '[ 1 ]'],
    ['[1, 2, 3]', [0, 1, 2], '[]'],
  ];
  for (const [before, gone, after] of several) {
    it(`takes ${gone.length} out of ${before} and leaves ${after}`, () => {
      const root = parseTree(before);
      const nodes = gone.map((index) => root?.children?.[index]).filter((node) => node !== undefined);
      assert.equal(applyEdits(before, sorted(removeNodes(before, nodes))), after);
    });
  }
});

describe('putting something in front of the others', () => {
  for (const [before, after] of [
    ['[]', '[0]'],
    ['[ ]', '[0 ]'],
    ['[1]', '[0, 1]'],
    ['[\n  1\n]', '[\n  0,\n  1\n]'],
    ['[\r\n\t1]', '[\r\n\t0,\r\n\t1]'],
    ['[\n  // one\n  1\n]', '[\n  // one\n  0,\n  1\n]'],
    ['[ /* one */ 1]', '[ /* one */ 0, 1]'],
  ] as const) {
    it(`of ${JSON.stringify(before)}`, () => {
      const list = parseTree(before);
      assert.ok(list);
      assert.equal(applyEdits(before, insertFirst(before, list, '0')), after);
    });
  }
});
