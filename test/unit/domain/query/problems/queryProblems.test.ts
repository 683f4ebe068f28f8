import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findProblems } from '../../../../../src/domain/query/problems/queryProblems.ts';
import { findRunProblems } from '../../../../../src/domain/query/problems/runProblems.ts';
import { parseQuery } from '../../../../../src/domain/query/query.ts';

const now = new Date('2026-11-23T10:30:00Z');

/** Problems as `code text`, where text is what they are shown at. */
function problemsIn(text: string): string[] {
  return findProblems(parseQuery(text), { now }).map(
    (one) => `${one.code} ${text.slice(one.offset, one.offset + one.length)}`,
  );
}

const filter = (body: string) => `{ "filter_by": ${body} }`;
const must = (...clauses: string[]) => filter(`{ "must": [${clauses.join(', ')}] }`);

describe('problems of a query', () => {
  const cases: [name: string, text: string, ...problems: string[]][] = [
    ['an empty query', '{}'],
    [
      'a refinement by an unknown field',
      '{ "refine": { "must": [{ "term": { "sorce": "1" } }] } }',
      'unknownField "sorce"',
    ],
    [
      'a refinement of another kind',
      '{ "refine": { "must": [{ "range": { "flow_path.response.code": { "gt": "a lot" } } }] } }',
      'kindDoesNotFit "a lot"',
    ],
    [
      'a refinement by no date',
      '{ "refine": { "must": [{ "range": { "session_start_time": { "gt": "soon" } } }] } }',
      'badDate "soon"',
    ],
    [
      'a refinement by an input',
      '{ "inputs": [{ "id": "n", "type": "promptString" }], "refine": { "must": [{ "range": { "flow_path.response.code": { "gt": "${input:n}" } } }] } }',
    ],
    [
      'words in buckets',
      '{ "aggs": { "said": { "terms": { "field": "transcription.user" } } } }',
      'kindDoesNotFit "transcription.user"',
    ],
    [
      'buckets without end',
      '{ "aggs": { "a": { "histogram": { "field": "channel_data.duration", "interval": 0 } } } }',
      'badInterval 0',
    ],
    [
      'days of no zone',
      '{ "aggs": { "a": { "date_histogram": { "field": "session_start_time", "calendar_interval": "day", "time_zone": "Mars" } } } }',
      'badTimeZone "Mars"',
    ],
    ['types that the schema says', '{ "aggs": { "a": { "terms": { "field": 7 } } } }'],
    ['an unknown type', '{ "aggs": { "a": { "top_hits": {} } } }', 'notUnderstood "top_hits"'],
    [
      'a name from the documentation\u2019s examples',
      '{ "refine": { "must": [{ "term": { "agent_id": "1" } }] } }',
      'fieldSlip "agent_id"',
    ],
    ['two types at once', '{ "aggs": { "a": { "min": {}, "max": {} } } }', 'analysisShape { "min": {}, "max": {} }'],
    ['what is missing', '{ "aggs": { "a": { "terms": {} } } }', 'analysisShape {}'],
    [
      'a day that is counted by the second',
      '{ "from_date": "2026-11-20", "to_date": "2026-11-20", "aggs": { "a": { "date_histogram": { "field": "session_start_time", "fixed_interval": "1s" } } } }',
      'tooManyBuckets "1s"',
    ],
    [
      'a day that is counted by the minute',
      '{ "from_date": "2026-11-20", "to_date": "2026-11-20", "aggs": { "a": { "date_histogram": { "field": "session_start_time", "fixed_interval": "1m" } } } }',
    ],
    [
      'the minutes of a day for each of many callers',
      '{ "from_date": "2026-11-20", "to_date": "2026-11-20", "aggs": { "a": { "terms": { "field": "source", "size": 20 }, "aggs": { "b": { "date_histogram": { "field": "session_start_time", "calendar_interval": "minute" } } } } } }',
      'tooManyBuckets "minute"',
    ],
    [
      'more values than can be read',
      '{ "aggs": { "a": { "terms": { "field": "source", "size": 20000 } } } }',
      'tooManyBuckets 20000',
    ],
    ['a bucket for each session', '{ "aggs": { "a": { "terms": { "field": "id" } } } }', 'bucketPerSession "id"'],
    [
      'an order by a measure that is not there',
      '{ "aggs": { "a": { "terms": { "field": "source", "order": { "long": "desc" } }, "aggs": { "longest": { "max": { "field": "channel_data.duration" } } } } } }',
      'unknownWord "long"',
    ],
    [
      'an order by many buckets',
      '{ "aggs": { "a": { "terms": { "field": "source", "order": { "days": "desc" } }, "aggs": { "days": { "date_histogram": { "field": "session_start_time", "calendar_interval": "day" } } } } } }',
      'notOneNumber "days"',
    ],
    [
      'an option of Elasticsearch that is not decided here',
      '{ "aggs": { "a": { "terms": { "field": "source", "script": "doc" } }, "b": { "date_range": {} } } }',
      'notUnderstood "script"',
      'notUnderstood "date_range"',
    ],
    [
      'a pattern of values',
      '{ "aggs": { "a": { "terms": { "field": "source", "include": "44.*" } } } }',
      'patternNotUnderstood "44.*"',
    ],
    [
      'bounds that cross',
      '{ "aggs": { "a": { "histogram": { "field": "channel_data.duration", "interval": 5, "extended_bounds": { "min": 9, "max": 3 } } } } }',
      'analysisShape { "min": 9, "max": 3 }',
    ],
    [
      'what Kibana writes',
      '{ "from_date": "now-7d", "aggs": { "a": { "date_histogram": { "field": "session_start_time", "fixed_interval": "12h", "time_zone": "Europe/Berlin", "min_doc_count": 0, "extended_bounds": { "min": 1795000000000, "max": 1795600000000 }, "keyed": true, "format": "yyyy-MM-dd HH:mm" }, "aggs": { "b": { "terms": { "field": "channel", "order": { "_count": "desc" }, "size": 5, "shard_size": 25, "include": ["voice"] } } } } } }',
    ],
    [
      'an order by what is measured',
      '{ "aggs": { "a": { "terms": { "field": "source", "order": [{ "p.95": "desc" }, { "_key": "asc" }] }, "aggs": { "p": { "percentiles": { "field": "channel_data.duration" } } } } } }',
    ],
    [
      'an expectation of what is not counted',
      '{ "aggs": { "by_agent": { "terms": { "field": "source" } } }, "expect": [{ "aggregation": { "path": ["by_agnt", "1"], "lt": 1 } }] }',
      'unknownWord "by_agnt"',
    ],
    [
      'what the service can decide itself',
      '{ "refine": { "must": [{ "term": { "status": "ended" } }, { "exists": { "field": "source" } }], "must_not": { "match": { "transcription.user": "hi" } } } }',
      'serviceCould { "term": { "status": "ended" } }',
      'serviceCould "must_not": { "match": { "transcription.user": "hi" } }',
    ],
    [
      'what the service cannot decide',
      '{ "refine": { "must": [{ "term": { "status": { "value": "Ended", "case_insensitive": true } } }, { "bool": { "must": [{ "range": { "channel_data.duration": { "gt": 1 } } }, { "term": { "status": "ended" } }] } }], "should": [{ "term": { "status": "ended" } }, { "exists": { "field": "source" } }] } }',
    ],
    [
      'an expectation by an unknown field',
      '{ "expect": [{ "no": { "term": { "sorce": "1" } } }] }',
      'unknownField "sorce"',
    ],
    ['match on an ID field', must('{ "match": { "source": "1" } }'), 'matchOnIdField "match"'],
    ['match on a number that is no ID field', must('{ "match": { "flow_path.response.code": 500 } }')],
    ['term with several words', must('{ "term": { "transcription.user": "shut up" } }'), 'termOnText "term"'],
    ['term with capitals', must('{ "term": { "transcription.user": "Help" } }'), 'termOnText "term"'],
    ['term with one small word', must('{ "term": { "transcription.user": "help" } }')],
    ['an unknown field', must('{ "term": { "sorce": "1" } }'), 'unknownField "sorce"'],
    ['a parameter named by data', must('{ "term": { "params.USER.RECORD_ID.value": "1" } }')],
    ['a slip in a clause', must('{ "term": { "agent_id": "1" } }'), 'fieldSlip "agent_id"'],
    ['a parameter by its name', must('{ "term": { "parameters.USER.RECORD_ID": "1" } }')],
    ['a tag by its name', must('{ "term": { "tags.x": 1 } }')],
    ['match on a parameter by its name', must('{ "match": { "parameters.x": "1" } }'), 'matchOnIdField "match"'],
    [
      'a day that no month has in a clause',
      must('{ "term": { "session_start_time": "2026-02-30" } }'),
      'impossibleDate "2026-02-30"',
    ],
    ['a text that is no date in a clause', must('{ "term": { "session_end_time": "soon" } }'), 'badDate "soon"'],
    ['a day in a clause', must('{ "term": { "session_start_time": "2026-02-28" } }')],
    ['seconds in a clause', must('{ "term": { "session_start_time": 1602176967 } }'), 'timeForm 1602176967'],
    [
      'a time as mail writes it in a clause',
      must('{ "term": { "session_end_time": "Fri, 15 Jan 2021 08:09:43 +0000" } }'),
      'timeForm "Fri, 15 Jan 2021 08:09:43 +0000"',
    ],
    [
      'a text that is no date in a match',
      must('{ "match": { "session_start_time": "2026-02-30" } }'),
      'impossibleDate "2026-02-30"',
    ],
    ['a yes for a time in a clause', must('{ "term": { "session_end_time": true } }'), 'badDate true'],
    [
      'a day that no month has in a range',
      '{ "refine": { "must": [{ "range": { "session_start_time": { "gte": "2026-02-30" } } }] } }',
      'impossibleDate "2026-02-30"',
    ],
    [
      'a day that no month has in a refinement',
      '{ "refine": { "must": [{ "wildcard": { "id": "a*" } }, { "terms": { "session_end_time": ["2026-11-31"] } }] } }',
      'serviceCould { "terms": { "session_end_time": ["2026-11-31"] } }',
      'impossibleDate "2026-11-31"',
    ],
    ['a number that counts no time in a clause', must('{ "term": { "session_end_time": 5 } }'), 'badDate 5'],
    ['a number of milliseconds in a clause', must('{ "term": { "session_start_time": 1602176967758 } }')],
    [
      'a time of an input in a clause',
      '{ "inputs": [{ "id": "a", "type": "promptString" }], "filter_by": { "must": [{ "term": { "session_start_time": "${input:a}" } }] } }',
    ],
    ["a time in another form that is sent in the service's", '{ "from_date": "20261101T080943Z" }'],
    ['milliseconds in a clause', must('{ "term": { "session_start_time": "1602176967758" } }')],
    [
      'a pick without options',
      '{ "inputs": [{ "id": "a", "type": "pickString" }], "from_date": "${input:a}" }',
      'pickWithoutOptions "pickString"',
    ],
    [
      'a pick of nothing',
      '{ "inputs": [{ "id": "a", "type": "pickString", "options": [] }], "from_date": "${input:a}" }',
      'pickWithoutOptions "pickString"',
    ],
    ['a pick', '{ "inputs": [{ "id": "a", "type": "pickString", "options": ["now"] }], "from_date": "${input:a}" }'],
    [
      'a key in the default of an input',
      '{ "inputs": [{ "id": "k", "type": "promptString", "default": "Zx9Yw8Vu7Ts6Rq5Pab3cD4eF" }], "from_date": "${input:k}" }',
      'apiKey Zx9Yw8Vu7Ts6Rq5Pab3cD4eF',
    ],
    [
      'a default of an input that asks for a key',
      '{ "inputs": [{ "id": "apiKey", "type": "promptString", "default": "abcdef01" }], "from_date": "${input:apiKey}" }',
      'apiKey abcdef01',
    ],
    ['the name of the header alone in a comment', '{\n  // X-Vgai-Key:\n  "page_size": 5\n}'],
    ['the name of the header at the end of a line', '{\n  // sent with X-Vgai-Key =\n  "name": "abcdefgh"\n}'],
    ['a slip in a projection', '{ "project_fields": ["source", "agent_id"] }', 'fieldSlip agent_id'],
    [
      'a slip in a projection as text',
      String.raw`{ "project_fields": "[\"source\", \"agent_id\"]" }`,
      'fieldSlip agent_id',
    ],
    ['an object in a clause', must('{ "term": { "agent_information": "1" } }'), 'objectInClause "agent_information"'],
    ['an object in sort', '{ "sort_by": ["agent_information:asc"] }', 'fieldSlip agent_information'],
    ['a text in sort', '{ "sort_by": "status:desc,transcription.user:asc" }', 'unsortable transcription.user'],
    ['sort without direction', '{ "sort_by": ["status"] }', 'sortDirection "status"'],
    ['a wrong direction', '{ "sort_by": "status:down" }', 'sortDirection status:down'],
    ['an unknown field in sort', '{ "sort_by": ["statos:asc"] }', 'unknownField statos'],
    ['a range of 60 days', '{ "from_date": "2026-09-01", "to_date": "2026-10-31" }', 'longRange "2026-09-01"'],
    ['a range of 59 days', '{ "from_date": "2026-09-01", "to_date": "2026-10-29" }'],
    ['old dates', '{ "from_date": "2020-09-15", "to_date": "2020-09-17" }'],
    ['from after to', '{ "from_date": "2026-10-02", "to_date": "2026-10-01" }', 'fromAfterTo "2026-10-02"'],
    [
      'a start in the future',
      '{ "from_date": "2027-10-02", "to_date": "2027-10-03" }',
      'futureDate "2027-10-02"',
      'futureDate "2027-10-03"',
    ],
    ['today, to its end', '{ "from_date": "2026-11-23", "to_date": "2026-11-23" }'],
    ['this week, to its end', '{ "from_date": "now/w", "to_date": "now/w" }'],
    ['a day that no month has', '{ "from_date": "2026-02-30" }', 'impossibleDate "2026-02-30"'],
    ['no date', '{ "from_date": "yesterday" }', 'badDate "yesterday"'],
    ['a date beyond years', '{ "from_date": "now-99999y" }', 'dateOutOfRange "now-99999y"'],
    ['an input as a date', '{ "inputs": [{ "id": "d", "type": "promptString" }], "from_date": "${input:d}" }'],
    ['a negative page', '{ "page_number": -1 }', 'pageNumber -1'],
    ['a huge page', '{ "page_number": 99999 }', 'pageNumber 99999'],
    ['an empty page', '{ "page_size": 0 }', 'pageSize 0'],
    ['a huge page size', '{ "page_size": 10001 }', 'pageSize 10001'],
    ['a page beyond 10,000', '{ "page_size": 100, "page_number": 100 }', 'pageTooDeep 100'],
    ['the last page', '{ "page_size": 100, "page_number": 99 }'],
    ['an empty clause', must('{}'), 'emptyClause {}'],
    ['a clause without a field', must('{ "term": {} }'), 'emptyClause { "term": {} }'],
    ['two fields', must('{ "term": { "id": "1", "source": "2" } }'), 'severalFields { "id": "1", "source": "2" }'],
    [
      'two kinds',
      must('{ "term": { "id": "1" }, "match": { "transcription.user": "2" } }'),
      'severalKinds { "term": { "id": "1" }, "match": { "transcription.user": "2" } }',
    ],
    [
      'the same clause twice',
      must('{ "term": { "id": "1" } }', '{"term":{"id":"1"}}'),
      'duplicateClause {"term":{"id":"1"}}',
    ],
    [
      'must and must not',
      filter('{ "must_not": [{"term":{"id":"1"}}], "must": [{ "term": { "id": "1" } }] }'),
      'contradiction {"term":{"id":"1"}}',
    ],
    [
      'two values of one field',
      must('{ "term": { "id": "1" } }', '{"term":{"id":"2"}}'),
      'contradiction {"term":{"id":"2"}}',
    ],
    ['two values of a list', must('{ "term": { "request_ids": "1" } }', '{"term":{"request_ids":"2"}}')],
    [
      'the same in two filters',
      filter('{ "must": [{ "bool": { "must": [{ "term": { "id": "1" } }] } }, { "term": { "id": "1" } }] }'),
    ],
    [
      'a phone number as people write it',
      must('{ "term": { "source": "+972 666-6666" } }'),
      'phoneFormat "+972 666-6666"',
    ],
    [
      'a phone number with the zero of its country',
      must('{ "term": { "source": "+44 (0)7700 900123" } }'),
      'phoneFormat "+44 (0)7700 900123"',
    ],
    [
      'a phone number with two zeros in front',
      must('{ "term": { "source": "00447700900123" } }'),
      'phoneFormat "00447700900123"',
    ],
    [
      'a phone number with marks that nobody sees',
      must('{ "term": { "source": "\u202a447700900123\u202c" } }'),
      'phoneFormat "\u202a447700900123\u202c"',
    ],
    ['a phone number of digits', must('{ "term": { "source": "9726666666" } }')],
    ['a value in another case', must('{ "term": { "status": "Ended" } }'), 'letterCase "Ended"'],
    ['a value that is not known', must('{ "term": { "status": "failed" } }')],
    ['an undeclared input', must('{ "term": { "source": "${input:a}" } }'), 'undeclaredInput ${input:a}'],
    ['an unused input', '{ "inputs": [{ "id": "a", "type": "promptString" }] }', 'unusedInput "a"'],
    [
      'a password',
      '{ "inputs": [{ "id": "a", "type": "password" }], "from_date": "${input:a}" }',
      'passwordInput "password"',
    ],
    ['a reference without an end', must('{ "term": { "source": "${input:a" } }'), 'brokenReference ${input:a'],
    [
      'a key of the service',
      '{ "api_key": "abcdef0123456789" }',
      'apiKey "api_key": "abcdef0123456789"',
      'unknownKey "api_key"',
    ],
    ['a header in a comment', '{} // X-Vgai-Key: abcdef0123', 'apiKey abcdef0123'],
    ['a header with a variable', '{} // X-Vgai-Key: $INSIGHTS_API_KEY'],
    [
      'ids in clauses',
      must(
        '{ "term": { "agent_information.id": "5f7f277cf090a7001116fabe" } }',
        '{ "term": { "id": "8ae433e8-7bc1-41a0-b0a6-0cccc30cbc36" } }',
      ),
    ],
    ['a filter at the top', '{ "must": [] }', 'topLevelFilter "must"'],
    ['an unknown key', '{ "form_date": "now-1d" }', 'unknownKey "form_date"'],
    [
      'an address',
      'https://studio-api-eu.ai.vonage.com/insights/sessions?page_size=1',
      'pastedUrl https://studio-api-eu.ai.vonage.com/insights/sessions?page_size=1',
    ],
    [
      'an address as a string',
      '"https://studio-api-eu.ai.vonage.com/insights/sessions?page_size=1"',
      'pastedUrl "https://studio-api-eu.ai.vonage.com/insights/sessions?page_size=1"',
    ],
  ];
  for (const [name, text, ...problems] of cases) it(name, () => assert.deepEqual(problemsIn(text), problems));
});

describe('the examples of the documentation', () => {
  const agentFilter = filter(
    '{"should": [{"term": {"agent_id": "<agent_id_1>"}}, {"term": {"agent_id": "<agent_id_2>"}}]}',
  );
  const logs = '["session_start_time", "agent_id", "source", "channel_data.duration"]';
  const cases: [name: string, text: string, ...problems: string[]][] = [
    ['sort of two keys', '{"sort_by": "session_start_time:desc,agent_information.id:asc"}'],
    [
      'projection',
      '{"project_fields": ["session_start_time","source","destination","agent_id","channel_data.duration","id"]}',
      'fieldSlip agent_id',
    ],
    ['exact match', must('{"term": {"request_ids": "12345"}}')],
    [
      'search in what was said',
      must('{"match": {"transcription.client": "i love this agent!"}}'),
      'fieldSlip "transcription.client"',
    ],
    [
      'shut up',
      must('{"term": {"agent_information.id": "1234567"}}', '{"match": {"transcription.client": "shut up"}}'),
      'fieldSlip "transcription.client"',
    ],
    [
      'cat, dog and rat',
      must(...['cat', 'dog', 'rat'].map((tag) => `{"term": {"flow_data.collected_tags.tag": "${tag}"}}`)),
    ],
    [
      'one number, either request',
      filter(
        '{"must": [{"term": {"source": "9726666666"}}], "should": [{"term": {"request_ids": "22"}}, {"term": {"request_ids": "44"}}]}',
      ),
    ],
    ['all but invalid', filter('{"must_not": [{"term": {"flow_data.collected_tags.tag": "invalid"}}]}')],
    ['sort by time', '{"sort_by": "session_start_time:desc"}'],
    [
      'sort by agent name, which is an object there',
      '{"sort_by": "agent_information:asc,status:desc"}',
      'fieldSlip agent_information',
    ],
    ['objects retrieved', '{"project_fields": ["agent_information","flow_data"]}'],
    ['name, tags, status', '{"project_fields": ["agent_information.name","flow_data.collected_tags","status"]}'],
    [
      'the first 100 that ended',
      '{"from_date": "2020-09-15", "to_date": "2020-09-17", "page_number": 0, "page_size": 100, "sort_by": "session_start_time:desc", "filter_by": {"must": [{"term": {"status":"ended"}}]}, "project_fields": ["agent_information"]}',
    ],
    ['results 30 to 40', '{"from_date": "2020-08-20", "to_date": "2020-08-20", "page_number": 3, "page_size": 10}'],
    ['call logs', `{"project_fields": ${logs}}`, 'fieldSlip agent_id'],
    ['logs of agents, with the colon', agentFilter, 'fieldSlip "agent_id"', 'fieldSlip "agent_id"'],
    ['the longest calls', '{"sort_by": "channel_data.duration:desc"}'],
  ];
  for (const [name, text, ...problems] of cases) {
    it(name, () => {
      assert.deepEqual(problemsIn(text), problems);
      const stops = findRunProblems(parseQuery(text), { now });
      assert.deepEqual(
        stops.map(({ code }) => code),
        problems.some((one) => one.startsWith('unsortable')) ? ['unsortable'] : [],
      );
    });
  }

  it('says where the colon is missing', () => {
    const text = '{ "filter_by": {"should" [\n{"term": {"agent_information.id": "<agent_id_1>"}}\n]} }';
    const [first] = findRunProblems(parseQuery(text), { now });
    assert.deepEqual(first, { code: 'syntax', syntax: 'ColonExpected', offset: text.indexOf('['), length: 1 });
  });
});

describe('what keeps a query from running', () => {
  const cases: [text: string, ...problems: string[]][] = [
    ['{}'],
    ['{ "unknown": 1 }'],
    ['[]', 'type'],
    ['{ "filter_by": [] }', 'type'],
    ['{ "page_size": "50" }', 'type'],
    ['{ "filter_by": { "must": [{ "range": { "source": 1 } }] } }', 'foreignClause'],
    ['{ "filter_by": { "must": [{ "term": { "source": ["1"] } }] } }', 'type'],
    ['{ "filter_by": { "must": [{ "term": { "id": { "a": 1 } } }, { "term": { "id": "1" } }] } }', 'type'],
    [
      '{ "filter_by": { "must": [{ "term": { "id": { "value": [1, {}] } } }, { "term": { "id": "1" } }] } }',
      'type',
      'type',
    ],
    ['{ "filter_by": { "must": [{ "term": { "id": [{ "x": [] }] } }, { "term": { "id": "1" } }] } }', 'type'],
    ['{ "filter_by": { "must": [{ "term": ["id"] }, { "match": null }] } }', 'type', 'type'],
    ['{ "page_number": -1 }', 'pageNumber'],
    ['{ "from_date": ', 'ValueExpected'],
  ];
  for (const [text, ...problems] of cases) {
    it(text, () => {
      const found = findRunProblems(parseQuery(text), { now });
      assert.deepEqual(
        found.map((one) => (one.code === 'structure' ? one.keyword : one.code === 'syntax' ? one.syntax : one.code)),
        problems,
      );
    });
  }
});
