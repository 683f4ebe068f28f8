import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { completionsAt } from '../../../src/domain/queryCompletion.ts';

const seen = {
  valuesOf: (path: string) =>
    path === 'agent_information.id'
      ? [
          { value: '5f7f', label: 'Pizza' },
          { value: '6a6a', label: 'Taxi' },
        ]
      : path === 'flow_data.collected_tags.tag'
        ? [{ value: 'cat' }]
        : [],
};

function offered(marked: string) {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  return { text, ...completionsAt(text, offset, seen) };
}

const clause = (body: string) => `{ "filter_by": { "must": [{ ${body} }] } }`;

describe('what fits at the cursor', () => {
  const has: [marked: string, labels: string[], without?: string[]][] = [
    ['{ "|" }', ['name', 'from_date', 'filter_by'], ['$schema']],
    ['{ "name": "x", "|" }', ['from_date'], ['name']],
    ['{ "filter_by": { "|" } }', ['must', 'must_not', 'should']],
    ['{ "filter_by": { "must": [{ "|" }] } }', ['term', 'match', 'bool']],
    ['{ "filter_by": { "must": [|] } }', ['caller said', 'calls of one number']],
    [clause('"term": { "|"'), ['id', 'source', 'transcription.user'], ['agent_information']],
    [clause('"match": { "|"'), ['transcription.user', 'flow_path.response.code'], ['source', 'id']],
    ['{ "filter_by": { "should": [{ "match": { "tr|', ['transcription.user']],
    ['{ // why\n"filter_by": { "should": [{ "term": { "so|": "1" } }] } }', ['source']],
    [clause('"term": { "status": "|" }'), ['ended', 'in_progress']],
    [clause('"term": { "channel_data.status_code": | }'), ['0', '100', '200']],
    [clause('"term": { "agent_information.id": "|" }'), ['Pizza', 'Taxi']],
    [clause('"term": { "flow_data.collected_tags.tag": "c|'), ['cat']],
    [clause('"term": { "params.a.completed": | }'), ['true', 'false']],
    [clause('"match": { "transcription.user": { "query": "|" } }'), []],
    ['{ "from_date": "|" }', ['now-24h', 'now-7d/d']],
    ['{ "inputs": [{ "id": "caller", "type": "promptString" }], "to_date": "|" }', ['now', '${input:caller}']],
    [
      '{ "sort_by": ["|"] }',
      ['session_start_time:desc', 'source:asc'],
      ['transcription.user:asc', 'agent_information:asc'],
    ],
    ['{ "project_fields": ["id", "|"] }', ['agent_information', 'flow_data.collected_tags']],
    ['{ "connection": "|" }', ['sample']],
    ['{ "inputs": [{ "type": "|" }] }', ['promptString', 'pickString'], ['password']],
  ];
  for (const [marked, labels, without = []] of has) {
    it(marked, () => {
      const found = offered(marked).items.map(({ label }) => label);
      for (const label of labels) assert.ok(found.includes(label), `${label} is not among ${found.join(' ')}`);
      for (const label of without) assert.ok(!found.includes(label), `${label} is offered`);
      assert.equal(new Set(found).size, found.length);
    });
  }

  for (const marked of ['{ // fr|\n}', '{ /* "|" */ }', '{ "name": "|" }', '{ "from_date": "now"| }']) {
    it(`nothing in ${marked}`, () => assert.deepEqual(offered(marked).items, []));
  }

  const taken: [marked: string, label: string, after: string][] = [
    ['{ "from_date": "no|" }', 'now-24h', '{ "from_date": "now-24h" }'],
    ['{ "from_date": "no| }', 'now-24h', '{ "from_date": "now-24h"}'],
    ['{ "from_date": | }', 'now-24h', '{ "from_date": "now-24h" }'],
    [clause('"term": { "so|": "1" }'), 'source', clause('"term": { "source": "1" }')],
    [clause('"term": { "so|" }'), 'source', clause('"term": { "source": "$1" }')],
    [
      clause('"term": { "agent_information.id": "Pi|" }'),
      'Pizza',
      clause('"term": { "agent_information.id": "5f7f" }'),
    ],
    [
      '{ "inputs": [{ "id": "n" }], "from_date": "now-${in|" }',
      '${input:n}',
      '{ "inputs": [{ "id": "n" }], "from_date": "now-${input:n}" }',
    ],
    ['{ "fil|" }', 'filter_by', '{ "filter_by": { $1 } }'],
  ];
  for (const [marked, label, after] of taken) {
    it(`${label} in ${marked}`, () => {
      const { text, offset, length, items } = offered(marked);
      const item = items.find((one) => one.label === label);
      assert.equal(text.slice(0, offset) + item?.insertText + text.slice(offset + length), after);
    });
  }
});
