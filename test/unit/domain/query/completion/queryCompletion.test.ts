import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { asksForDate, completionsAt } from '../../../../../src/domain/query/completion/queryCompletion.ts';
import { parseQuery } from '../../../../../src/domain/query/query.ts';

const values: Readonly<Record<string, readonly { value: string; label?: string }[]>> = {
  'agent_information.id': [
    { value: '5f7f', label: 'Pizza' },
    { value: '6a6a', label: 'Taxi' },
  ],
  'flow_data.collected_tags.tag': [{ value: 'cat' }],
  'tags_list.tag': [{ value: 'cat' }],
  'tags_list.category': [{ value: 'pets' }],
  'params_list.name': [{ value: 'USER.NAME' }, { value: 'a$b}"\\' }],
};
const seen = { valuesOf: (path: string) => values[path] ?? [] };

function offered(marked: string) {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  return { text, ...completionsAt(parseQuery(text), offset, seen) };
}

const clause = (body: string) => `{ "filter_by": { "must": [{ ${body} }] } }`;

const refined = (body: string) => `{ "refine": { "must": [{ ${body} }] } }`;
/** An aggregation of which buckets are put in order, with what is measured within them. */
const ordered = (order: string, within = 'aggs') =>
  `{ "aggs": { "other": { "max": {} }, "a": { "terms": { "field": "source", "order": ${order} }, "${within}": {
    "p95": { "percentiles": { "field": "channel_data.duration", "percents": [95, 99.9] } },
    "avg_duration": { "avg": { "field": "channel_data.duration" } },
    "spread": { "stats": { "field": "channel_data.duration" } },
    "by_day": { "date_histogram": { "field": "session_start_time" } },
    "slow": { "filter": { "match_all": {} }, "aggs": { "longest": { "max": { "field": "channel_data.duration" } } } }
  } } } }`;
const expected = (path: string) =>
  `{ "aggs": {
    "by_agent": {
      "terms": { "field": "agent_information.id" },
      "aggs": { "duration": { "percentiles": { "field": "channel_data.duration", "percents": [50, 95] } } }
    },
    "slow": { "filter": { "range": { "channel_data.duration": { "gt": 1 } } } }
  }, "expect": [{ "aggregation": { "path": ["${path}"], "lt": 1 } }] }`;

describe('commits as dates', () => {
  const refs = [
    { name: 'v2.3.0', kind: 'tag' },
    { name: 'last-tag', kind: 'tag' },
    { name: '--all', kind: 'tag' },
    { name: 'main', kind: 'branch' },
  ] as const;
  const text = '{ "from_date": "git:", "name": "" }';
  const labelsAt = (offset: number, more: object) =>
    completionsAt(parseQuery(text), offset, { ...seen, ...more })
      .items.map(({ label }) => label)
      .filter((label) => label.startsWith('git:'));

  it('are the tags and branches of the repository, where there is one', () => {
    const at = text.indexOf('git:') + 4;
    assert.deepEqual(labelsAt(at, { refs }), ['git:last-tag', 'git:v2.3.0', 'git:main']);
    assert.deepEqual(labelsAt(at, {}), []);
  });

  it('are asked for at dates only', () => {
    const query = parseQuery(text);
    const places = ['git:', '"from', '""'].map((piece) => asksForDate(query, text.indexOf(piece) + 1));
    assert.deepEqual(places, [true, false, false]);
  });
});

describe('what fits at the cursor', () => {
  it('is nothing where a text is nested deeper than can be parsed', () => {
    for (const text of ['['.repeat(100_000), '{"filter_by":{"must":['.repeat(50_000)]) {
      assert.deepEqual(offered(`${text}|`).items, []);
    }
  });

  const has: [marked: string, labels: string[], without?: string[]][] = [
    ['{ "|" }', ['name', 'from_date', 'filter_by'], ['$schema']],
    ['{ "name": "x", "|" }', ['from_date'], ['name']],
    ['{ "filter_by": { "|" } }', ['must', 'must_not', 'should']],
    ['{ "filter_by": { "must": [{ "|" }] } }', ['term', 'match', 'bool']],
    ['{ "filter_by": { "must": [|] } }', ['callerSaid', 'callsOfOneNumber']],
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
    [
      clause('"term": { "|" }'),
      ['params.USER.NAME.value', 'params.USER.NAME.completed'],
      ['params.USER.NAME', 'tags.pets.cat'],
    ],
    [clause('"match": { "|" }'), ['params.USER.NAME.completed'], ['params.USER.NAME.value']],
    [clause('"term": { "tags.|" }'), ['tags.pets.cat']],
    [clause('"term": { "tags.p|": 1 }'), ['tags.pets.cat']],
    ['{ "refine": { "|" } }', ['must', 'should', 'minimum_should_match'], ['bool']],
    ['{ "refine": { "must": [{ "|" }] } }', ['term', 'nested', 'exists'], ['must']],
    ['{ "refine": { "must": [{ "term": {}, "|" }] } }', []],
    ['{ "refine": { "must": [|] } }', ['slowWebhook', 'tagInCategory']],
    [refined('"term": { "|" }'), ['source', 'params.USER.NAME.value'], ['agent_information']],
    [refined('"range": { "|" }'), ['channel_data.duration', 'session_start_time'], ['transcription.user']],
    [refined('"range": { "session_start_time": { "gte": "|" } }'), ['now-7d/d']],
    [refined('"range": { "session_start_time": { "|" } }'), ['gte', 'lt'], ['value']],
    [refined('"prefix": { "|" }'), ['source'], ['channel_data.duration']],
    [refined('"exists": { "field": "|" }'), ['source', 'flow_path']],
    [refined('"terms": { "status": ["ended", "|"] }'), ['in_progress']],
    [refined('"term": { "status": { "value": "|" } }'), ['ended']],
    [refined('"match": { "transcription.user": { "query": "a", "operator": "|" } }'), ['and', 'or']],
    [refined('"nested": { "path": "|" }'), ['flow_path', 'tags_list'], ['source', 'agent_information']],
    [
      refined('"nested": { "path": "tags_list", "query": { "bool": { "must": [{ "term": { "|" } }] } } }'),
      ['tags_list.tag', 'tags_list.category'],
      ['source', 'flow_path.type'],
    ],
    [refined('"nested": { "path": "tags_list", "query": { "term": { "tags_list.category": "|" } } }'), ['pets']],
    ['{ "aggs": { | } }', ['countByField', 'countByDay']],
    ['{ "aggs": { "a": { "|" } } }', ['terms', 'percentiles', 'aggs']],
    ['{ "aggs": { "a": { "terms": {}, "|" } } }', ['aggs'], ['filter', 'terms']],
    [
      '{ "aggs": { "a": { "terms": { "field": "|" } } } }',
      ['source', 'agent_information.name'],
      ['transcription.user'],
    ],
    ['{ "aggs": { "a": { "terms": { "field": "source", "|" } } } }', ['size', 'order'], ['field']],
    ['{ "aggs": { "a": { "terms": { "field": "status", "missing": "|" } } } }', ['ended']],
    ['{ "aggs": { "a": { "terms": { "order": { "_count": "|" } } } } }', ['asc', 'desc']],
    ['{ "aggs": { "a": { "terms": { "field": "status", "include": ["|"] } } } }', ['ended']],
    [
      ordered('{ "|" }'),
      ['p95.95', 'p95.99.9', 'avg_duration', 'spread.max', 'slow', 'slow>longest', '_count', '_key'],
      ['p95', 'spread', 'by_day', 'other', 'longest', 'countByDay'],
    ],
    [ordered('[{ "_count": "desc" }, { "|" }]', 'aggregations'), ['p95.95', 'avg_duration']],
    [ordered('{ | }'), ['slow>longest', '_key']],
    ['{ "aggs": { "a": { "aggs": { "b": { "sum": {} } }, "terms": { "order": {"|', ['b', '_count', '_key']],
    [
      '{ "aggs": { "a": { "filter": {}, "aggs": { "b": { "terms": { "order": { "|" } }, "aggs": { "c": { "min": {} } } } } } } }',
      ['c'],
      ['b'],
    ],
    [
      '{ "aggs": { "a": { "date_histogram": { "field": "session_start_time", "|" } } } }',
      ['extended_bounds', 'hard_bounds', 'format', 'keyed', 'offset'],
    ],
    ['{ "aggs": { "a": { "histogram": { "hard_bounds": { "|" } } } } }', ['min', 'max']],
    ['{ "aggs": { "a": { "terms": { "|" } } } }', ['include', 'exclude'], ['shard_size']],
    ['{ "aggs": { "a": { "date_histogram": { "field": "|" } } } }', ['session_start_time'], ['source']],
    ['{ "aggs": { "a": { "date_histogram": { "time_zone": "|" } } } }', ['UTC', 'Europe/Berlin']],
    ['{ "aggs": { "a": { "percentiles": { "field": "|" } } } }', ['channel_data.duration'], ['source']],
    ['{ "aggs": { "a": { "filter": { "term": { "status": "|" } } } } }', ['ended']],
    ['{ "aggs": { "a": { "filters": { "filters": { "b": { "|" } } } } } }', ['term', 'nested']],
    ['{ "aggs": { "a": { "terms": {}, "aggs": { "b": { "avg": { "field": "|" } } } } } }', ['channel_data.duration']],
    ['{ "aggs": { "a": { "terms": { "field": "so|', ['source']],
    ['{ "expect": [{ "|" }] }', ['total', 'path', 'name'], ['terms']],
    ['{ "expect": [{ "total": {}, "|" }] }', ['name'], ['path']],
    ['{ "expect": [|] }', ['expectTotal', 'expectPath']],
    ['{ "expect": [{ "total": { "|" } }] }', ['gt', 'over_before']],
    ['{ "expect": [{ "no": { "term": { "status": "|" } } }] }', ['ended']],
    ['{ "expect": [{ "at_least": { "count": 1, "of": { "|" } } }] }', ['term', 'nested']],
    [expected('|'), ['by_agent', 'slow']],
    [expected('by_agent", "|'), ['Pizza', 'duration', 'doc_count']],
    [expected('by_agent", "5f7f", "duration", "|'), ['p50', 'p95'], ['value', 'by_agent']],
    [expected('slow", "|'), ['doc_count'], ['p95']],
    ['{ "sort_by": ["params|"] }', ['params.USER.NAME.value:asc']],
    ['{ "sort_by": ["tags.|"] }', ['tags.pets.cat:desc']],
    ['{ "sort_by": ["status:asc", "|"] }', ['source:asc'], ['status:asc', 'status:desc']],
    ['{ "sort_by": ["status:asc", "source|"] }', ['source:asc', 'source:desc']],
    ['{ "sort_by": "status:asc,|" }', ['source:asc'], ['status:asc']],
    ['{ "sort_by": "status|" }', ['status:asc']],
    ['{ "project_fields": ["id", "|"] }', ['source'], ['id']],
    ['{ "project_fields": ["|"] }', ['params.USER.NAME.value'], ['api_key', 'parameters']],
    [
      '{ "inputs": [{ "id": "a" }], "filter_by": { "must": [{ "term": { "id": "x" } }, { "term": { "source": "|" } }] } }',
      ['${input:a}'],
      ['${input:x}'],
    ],
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

  for (const marked of [
    ordered('{ "_key": "asc", "|" }'),
    '{ // fr|\n}',
    '{ /* "|" */ }',
    '{ "name": "|" }',
    '{ "from_date": "now"| }',
  ]) {
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
    [
      clause('"term": { "params.U|" }'),
      'params.USER.NAME.completed',
      clause('"term": { "params.USER.NAME.completed": ${1|true,false|} }'),
    ],
    // What a snippet would take for its own has a backslash in front, and a backslash of JSON has one too.
    [
      clause('"term": { "params.a|" }'),
      'params.a$b}"\\.value',
      clause(String.raw`"term": { "params.a\$b\}\\"\\\\.value": "$1" }`),
    ],
    [
      '{ "project_fields": ["params.a|"] }',
      'params.a$b}"\\.value',
      String.raw`{ "project_fields": ["params.a$b}\"\\.value"] }`,
    ],
    ['{ "sort_by": "|" }', 'status:asc', '{ "sort_by": "status:asc" }'],
    ['{ "sort_by": "status:asc, so|:desc,id:asc" }', 'source:asc', '{ "sort_by": "status:asc, source:asc,id:asc" }'],
    ['{ "fil|" }', 'filter_by', '{ "filter_by": { $1 } }'],
    [ordered('{ "av|" }'), 'avg_duration', ordered('{ "avg_duration": "${1|desc,asc|}" }')],
    [ordered('{ "|": "asc" }'), 'p95.95', ordered('{ "p95.95": "asc" }')],
  ];
  for (const [marked, label, after] of taken) {
    it(`${label} in ${marked}`, () => {
      const { text, offset, length, items } = offered(marked);
      const item = items.find((one) => one.label === label);
      assert.equal(text.slice(0, offset) + item?.insertText + text.slice(offset + length), after);
    });
  }
});
