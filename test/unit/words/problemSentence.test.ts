import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isOfRule, lintQuery } from '../../../src/domain/query/problems/lintQuery.ts';
import { parseQuery } from '../../../src/domain/query/query.ts';
import { problemSentence } from '../../../src/words/problemSentence.ts';

const field = '"field": "status"';

describe('what is wrong with a query, in words', () => {
  const sentences: readonly (readonly [text: string, sentence: string])[] = [
    [
      `{ "aggs": { "a": { "cardinality": { ${field}, "accuracy": 100 } } } }`,
      '"accuracy" isn’t known here, only "field" or "missing".',
    ],
    [`{ "aggs": { "a": { "terms": { ${field}, "siez": 3 } } } }`, '"siez" isn’t known here. Did you mean "size"?'],
    [`{ "aggs": { "a": { "reverse_nested": { "path": "flow_path" } } } }`, '"path" isn’t known here.'],
    [
      `{ "aggs": { "a": { "cardinality": { ${field}, "script": "x" } } } }`,
      'Elasticsearch knows "script", but it isn’t understood here. Leave it out.',
    ],
    [
      '{ "aggs": { "a": { "date_range": { "field": "session_start_time" } } } }',
      'Elasticsearch knows "date_range", but it isn’t understood here. Use "filters".',
    ],
    ['{ "aggs": { "a": { "top_hits": {} } } }', 'Elasticsearch knows "top_hits", but nothing is counted by it here.'],
    [
      `{ "aggs": { "a": { "terms": { ${field}, "order": { "b": "asc" } }, "aggs": { "b": { "terms": { "field": "channel" } } } } } }`,
      'Buckets can’t be ordered by "b": it isn’t one number. Use "_count" or "_key".',
    ],
    [
      `{ "aggs": { "a": { "terms": { ${field}, "order": { "_term": "asc" } } } } }`,
      '"_term" isn’t known here. Did you mean "_key"?',
    ],
    [
      `{ "aggs": { "a": { "terms": { ${field}, "include": "e.*" } } } }`,
      'The pattern "e.*" isn’t understood here. List the values: ["…", "…"]. For patterns, use a "wildcard" in "filter" around it.',
    ],
    [
      '{ "aggs": { "a": { "date_histogram": { "field": "session_start_time", "interval": "day" } } } }',
      '"interval" isn’t known here. Did you mean "calendar_interval" or "fixed_interval"?',
    ],
    [
      '{ "aggs": { "a": { "date_histogram": { "field": "session_start_time", "calendar_interval": "day", "format": "MMM" } } } }',
      'The date format "MMM" isn’t understood. Write "yyyy-MM-dd HH:mm", for example.',
    ],
    [
      `{ "aggs": { "a": { "terms": { ${field} }, "value_count": { ${field} } } } }`,
      'Write only one of these here: "terms" or "value_count".',
    ],
    [
      `{ "aggs": { "a": { "date_histogram": { "field": "session_start_time" } } } }`,
      'Expected "calendar_interval" or "fixed_interval" here.',
    ],
    [
      '{ "aggs": { "a": { "terms": { "field": "agent_information.name.keyword" } } } }',
      'The documentation has no field "agent_information.name.keyword". Did you mean "agent_information.name"?',
    ],
    [
      '{ "filter_by": { "must": [{ "term": { "status.keyword": "ended" } }] } }',
      'The documentation has no field "status.keyword". Did you mean "status"?',
    ],
    [
      '{ "filter_by": { "must": [{ "range": { "channel_data.duration": { "gte": 60 } } }] } }',
      'The service has no "range". In "refine" it is decided here, on each session that comes.',
    ],
    [
      '{ "filter_by": { "should": [{ "terms": { "status": ["ended"] } }] } }',
      'The service has no "terms". It can be written with "term", "match" and "bool".',
    ],
    [
      '{ "filter_by": { "must": [{ "geo_shape": {} }] } }',
      'The service has no "geo_shape", only "term", "match" and "bool".',
    ],
    ['{ "refine": { "bool": { "must": [] } } }', '"refine" has the lists of clauses itself: leave out "bool".'],
    ['{ "filter_by": { "exists": { "field": "id" } } }', '"exists" must be in a list of clauses, such as "must".'],
    ['{ "filter_by": { "musts": [] } }', '"musts" isn’t known here. Did you mean "must"?'],
    [
      '{ "refine": { "must": [{ "nested": { "path": "flow_paths", "query": { "match_all": {} } } }] } }',
      'The documentation has no field "flow_paths". Did you mean "flow_path" or "flow_data"?',
    ],
    ['{ "size": 5 }', 'A query has no "size": it is ignored. Did you mean "page_size"?'],
    ['{ "refine": { "must": [{ "term": 5 }] } }', 'Expected an object here: { … }.'],
    ['{ "expect": [{ "total": { "gte": "many" } }] }', 'Expected a number here.'],
  ];
  for (const [text, sentence] of sentences) {
    it(sentence, () => {
      const problems = lintQuery(parseQuery(text), { now: new Date('2026-11-20T12:00:00Z'), rules: {} });
      assert.deepEqual(
        problems.map((one) => isOfRule(one) && problemSentence(one)),
        [sentence],
      );
    });
  }
});
