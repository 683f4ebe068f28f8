import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseTree } from 'jsonc-parser';
import { appendNode } from '../../../../src/domain/json/appendNode.ts';
import { applyEdits } from '../../../../src/domain/json/textEdits.ts';

describe('putting something behind the others', () => {
  const cases: [what: string, before: string, after: string][] = [
    ['into an empty list', '[]', '[X]'],
    ['into an empty list with space', '[ \n ]', '[X]'],
    ['into an empty object', '{}', '{ X }'],
    ['before the comment of an empty list', '[ /* none */ ]', '[X /* none */ ]'],
    ['before the comment of an empty object', '{ /* none */ }', '{ X  /* none */ }'],
    ['on one line', '[1]', '[1, X]'],
    ['on one line with a comma at the end', '[1,]', '[1, X,]'],
    ['on a line of its own', '[\n  1\n]', '[\n  1,\n  X\n]'],
    ['on a line of its own, with a comma at the end', '[\n  1,\n]', '[\n  1,\n  X,\n]'],
    ['with lines as Windows ends them', '[\r\n\t1\r\n]', '[\r\n\t1,\r\n\tX\r\n]'],
    ['behind the comment of the line', '[\n  1 // one\n]', '[\n  1, // one\n  X\n]'],
    ['behind the comments of the line', '[\n  1, /* one */ // two\n]', '[\n  1, /* one */ // two\n  X,\n]'],
    ['behind a comment that stands apart', '[\n  1,   /* one */\n]', '[\n  1,   /* one */\n  X,\n]'],
    ['before a comment of several lines', '[\n  1 /* one\n two */\n]', '[\n  1,\n  X /* one\n two */\n]'],
    ['before what follows on the line', '[\n  1 /* one */ ]', '[\n  1,\n  X /* one */ ]'],
  ];
  for (const [what, before, after] of cases) {
    it(what, () => {
      const container = parseTree(before, [], { allowTrailingComma: true });
      assert.ok(container);
      assert.equal(applyEdits(before, appendNode(before, container, 'X')), after);
    });
  }
});
