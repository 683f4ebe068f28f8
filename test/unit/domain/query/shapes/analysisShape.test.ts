import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseQuery } from '../../../../../src/domain/query/query.ts';
import { keyAt, mentionsIn, shapeAt } from '../../../../../src/domain/query/shapes/analysisShape.ts';

/** Fields as `path`, values as `path = text`. */
function mentionedIn(text: string): string[] {
  return [...mentionsIn(parseQuery(text).root)].map(({ kind, path, node }) =>
    kind === 'field' ? path : `${path} = ${text.slice(node.offset, node.offset + node.length)}`,
  );
}

describe('what refine, aggs and expect speak of', () => {
  const cases: [text: string, ...mentioned: string[]][] = [
    ['{ "filter_by": { "must": [{ "term": { "source": "1" } }] } }'],
    ['{ "refine": { "must": [{ "term": { "source": "1" } }] } }', 'source', 'source = "1"'],
    ['{ "refine": { "must_not": { "exists": { "field": "source" } } } }', 'source'],
    [
      '{ "refine": { "filter": [{ "terms": { "channel": ["sms", 7] } }, { "range": { "a.b": { "gt": 1, "lt": "x" } } }] } }',
      'channel',
      'channel = "sms"',
      'channel = 7',
      'a.b',
      'a.b = 1',
      'a.b = "x"',
    ],
    [
      '{ "refine": { "must": [{ "nested": { "path": "flow_path", "query": { "match": { "flow_path.type": { "query": "a", "operator": "and" } } } } }] } }',
      'flow_path',
      'flow_path.type',
      'flow_path.type = "a"',
    ],
    [
      '{ "aggs": { "a": { "terms": { "field": "source", "missing": "?" }, "aggs": { "__proto__": { "avg": { "field": "channel_data.duration" } } } } } }',
      'source',
      'source = "?"',
      'channel_data.duration',
    ],
    [
      '{ "expect": [{ "no": { "term": { "id": "1" } } }, { "path": { "in_order": ["Greeting"], "ends_at": "x" } }] }',
      'id',
      'id = "1"',
      'flow_path.node_id = "Greeting"',
      'flow_path.node_id = "x"',
    ],
    ['{ "refine": [], "aggs": 7, "expect": { "a": 1 } }'],
    ['{ "refine": { "must": [{ "constructor": { "a": 1 } }], "__proto__": {} }, "toString": 1 }'],
    ['{ "refine": { "must": [{ "term": { "so', 'so'],
  ];
  for (const [text, ...mentioned] of cases) it(text, () => assert.deepEqual(mentionedIn(text), mentioned));

  it('is nothing elsewhere', () => {
    for (const path of [['filter_by'], ['name', 'refine'], ['refine', 7], ['aggs', 0], ['constructor']])
      assert.equal(shapeAt(undefined, path), undefined);
  });

  it('knows the key at a place, and its siblings', () => {
    const text = '{ "aggs": { "a": { "terms": { "field": "id" } } } }';
    const { root } = parseQuery(text);
    const found = keyAt(root, text.indexOf('terms'));
    assert.deepEqual([found?.key.value, 'date_histogram' in (found?.shape.keys ?? {})], ['terms', true]);
    assert.equal(keyAt(root, text.indexOf('"id"') + 1), undefined);
  });
});
