import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { completionsAt } from '../../../../src/domain/query/completion/queryCompletion.ts';
import { parseQuery } from '../../../../src/domain/query/query.ts';
import { namedNodes } from '../../../../src/editor/learning/nodeValues.ts';

const names = new Map([
  ['n1', { name: 'Greeting' }],
  ['n3', { name: 'Greeting' }],
]);
const seen = [
  { value: 'n1', detail: 'speak · Clinic' },
  { value: 'n2', detail: 'webhook · Clinic' },
];

describe('node ids in queries', () => {
  it('are offered by name, those that were seen first, and also those of one name', () => {
    const text = '{ "filter_by": { "must": [{ "term": { "flow_path.node_id": "" } }] } }';
    const valuesOf = (path: string) => (path === 'flow_path.node_id' ? namedNodes(seen, names) : []);
    const { items } = completionsAt(parseQuery(text), text.indexOf('""') + 1, { valuesOf });
    assert.deepEqual(
      items.map(({ label, insertText, detail }) => [label, insertText, detail]),
      [
        ['Greeting', '"n1"', 'n1 · speak · Clinic'],
        ['n2', '"n2"', 'webhook · Clinic'],
        ['Greeting', '"n3"', 'n3'],
      ],
    );
  });
});
