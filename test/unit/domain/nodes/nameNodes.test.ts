import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nameNodes } from '../../../../src/domain/nodes/nameNodes.ts';

const names = [
  { id: 'a', name: 'Ask' },
  { id: 'b', name: 'Look up' },
];

describe('several names for a node file', () => {
  it('make the file', () => {
    assert.equal(nameNodes('', names), '{\n  "nodes": {\n    "a": "Ask",\n    "b": "Look up"\n  }\n}\n');
  });

  it('come beside those that somebody gave, which stay', () => {
    const text = '{\n  // ours\n  "nodes": {\n    "b": "Mine"\n  }\n}\n';
    assert.equal(nameNodes(text, names), '{\n  // ours\n  "nodes": {\n    "b": "Mine",\n    "a": "Ask"\n  }\n}\n');
  });

  it('are not put into what is no node file', () => assert.equal(nameNodes('[', names), undefined));
});
