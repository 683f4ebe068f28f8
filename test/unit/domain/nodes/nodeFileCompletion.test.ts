import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nodeIdsAt } from '../../../../src/domain/nodes/nodeFileCompletion.ts';
import { linksIn } from '../../../../src/domain/nodes/nodeFileLinks.ts';

const nodes = [{ id: '5f7f', detail: 'webhook · Clinic' }, { id: 'a$b}"' }, { id: '__proto__' }];

/** The text after the first completion at `|`, its placeholder marked `‸`. */
function completed(marked: string): string | undefined {
  const at = marked.indexOf('|');
  const text = marked.replace('|', '');
  const { offset, length, items } = nodeIdsAt(text, at, nodes);
  const snippet = items[0]?.snippet.replace('$1', '‸');
  return snippet && text.slice(0, offset) + snippet + text.slice(offset + length);
}

describe('nodeIdsAt', () => {
  const rows: [marked: string, expected: string | undefined][] = [
    ['{ "nodes": { | } }', '{ "nodes": { "5f7f": "‸" } }'],
    ['{ "nodes": { "|" } }', '{ "nodes": { "5f7f": "‸" } }'],
    ['{ "nodes": { "5|', '{ "nodes": { "5f7f": "‸"'],
    ['{ "nodes": { "|": "Greeting" } }', '{ "nodes": { "5f7f": "Greeting" } }'],
    ['{ "nodes": { | "x": "X" } }', '{ "nodes": { "5f7f": "‸", "x": "X" } }'],
    ['{ "nodes": { /* | */ } }', undefined],
    ['{ "nodes": { "x": "|" } }', undefined],
    ['{ "nodes": { "x": { "|" } } }', undefined],
    ['{ "|" }', undefined],
    ['|', undefined],
    [`${'{ "nodes": ['.repeat(50_000)}|`, undefined],
  ];
  for (const [marked, expected] of rows) it(marked.slice(0, 60), () => assert.equal(completed(marked), expected));

  it('does not offer an id that the file has, but the one that is being written', () => {
    const ids = (marked: string) =>
      nodeIdsAt(marked.replace('|', ''), marked.indexOf('|'), nodes).items.map(({ id }) => id);
    assert.deepEqual(ids('{ "nodes": { "5f7f": "A", "|" } }'), ['a$b}"', '__proto__']);
    assert.deepEqual(ids('{ "nodes": { "5f7f|": "A" } }'), ['5f7f', 'a$b}"', '__proto__']);
  });

  it('writes any id as JSON in a snippet, and is found by what is known of it', () => {
    const { items } = nodeIdsAt('{ "nodes": { "" } }', 14, nodes);
    assert.equal(items[1]?.snippet, '"a\\$b\\}\\\\"": "$1"');
    assert.equal(items[0]?.filterText, '"5f7f webhook · Clinic');
  });
});

describe('linksIn', () => {
  it('finds where each link stands, without its quotes', () => {
    const text =
      '{ "nodes": { "a": { "name": "A", "link": "x.ts" }, "b": "B", "c": { "link": "" }, "d": { "link": 1 } } }';
    assert.deepEqual(linksIn(text), [{ offset: text.indexOf('x.ts'), length: 4, link: 'x.ts' }]);
    assert.deepEqual(linksIn('[]'), []);
  });
});
