import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits } from '../../../../../src/domain/json/textEdits.ts';
import { fixesFor } from '../../../../../src/domain/query/fixes/queryFixes.ts';
import { findProblems } from '../../../../../src/domain/query/problems/queryProblems.ts';
import { parseQuery } from '../../../../../src/domain/query/query.ts';

const now = new Date('2026-11-23T10:30:00Z');

function pastedProblem(text: string, wanted = 'pastedUrl') {
  const query = parseQuery(text);
  const [found] = findProblems(query, { now }).filter(({ code }) => code === wanted);
  return { query, found };
}

/** The file after the fix of a pasted request, as JSON. */
function fixed(text: string, code?: string): unknown {
  const { query, found } = pastedProblem(text, code);
  assert.ok(found, 'no pasted request was seen');
  const [fix] = fixesFor(found, query);
  assert.ok(fix, 'no fix was offered');
  return JSON.parse(applyEdits(text, fix.edits));
}

const url = 'https://studio-api-eu.ai.vonage.com/insights/sessions';
const dates = 'from_date=2026-11-01&to_date=2026-11-05';
const range = { from_date: '2026-11-01', to_date: '2026-11-05' };
const filter = '{"must":[{"term":{"status":"ended"}}]}';
const asked = { ...range, filter_by: { must: [{ term: { status: 'ended' } }] } };
const encoded = new URLSearchParams({ ...range, filter_by: filter }).toString();
const key = 'Zx9Yw8Vu7Ts6Rq5P';

describe('a pasted request', () => {
  const cases: [what: string, text: string, query: unknown][] = [
    ['an address alone', `${url}?${encoded}`, asked],
    ['one at the end of a sentence', `See ${url}?${dates}.`, range],
    ['one in brackets of a sentence', `It was asked (${url}?${encoded}).`, asked],
    ['an address that is not encoded', `${url}?${dates}&filter_by=${filter}`, asked],
    [
      'one with blanks in its filter',
      `${url}?${dates}&filter_by={"must": [{"term": {"status": "ended"}}]}&page_size=5`,
      { ...asked, page_size: 5 },
    ],
    ['bash, single quotes', `curl -H 'X-Vgai-Key: ${key}' '${url}?${dates}&filter_by=${filter}' | jq .`, asked],
    [
      'bash, single quotes with one in it',
      `curl '${url}?${dates}&filter_by={"must":[{"match":{"transcription.user":"I'\\''m here"}}]}'`,
      { ...range, filter_by: { must: [{ match: { 'transcription.user': "I'm here" } }] } },
    ],
    ['bash, double quotes', `curl "${url}?${dates}" -H "X-Vgai-Key: ${key}"`, range],
    [
      'bash, double quotes with escapes',
      `curl "${url}?${dates}&filter_by=${filter.replaceAll('"', '\\"')}" -H "X-Vgai-Key: ${key}"`,
      asked,
    ],
    [
      'bash, $-quotes',
      `curl $'${url}?${dates}&filter_by={"must":[{"match":{"transcription.user":"can\\'t\\u0021"}}]}' -H 'X-Vgai-Key: ${key}'`,
      { ...range, filter_by: { must: [{ match: { 'transcription.user': "can't!" } }] } },
    ],
    ['bash, without quotes', `curl ${url}?${dates.replace('&', '\\&')} -H X-Vgai-Key:${key}`, range],
    [
      'bash, every mark escaped',
      `curl ${url}\\?${dates.replace('&', '\\&')}\\&filter_by=${filter.replaceAll(/[{}"[\]]/g, '\\$&')} -H X-Vgai-Key:${key}`,
      asked,
    ],
    [
      'a line that goes on',
      `curl --request GET \\\n  --url '${url}?${dates}' \\\n  --header 'X-Vgai-Key: ${key}'`,
      range,
    ],
    ['a variable for the host', `curl "$BASE/insights/sessions?${dates}" -H "X-Vgai-Key: ${key}"`, range],
    [
      'cmd, double quotes',
      `curl "${url}?${dates}&filter_by=${filter.replaceAll('"', '\\"')}" -H "X-Vgai-Key: ${key}"`,
      asked,
    ],
    [
      'cmd, as browsers copy it',
      `curl ^"${url}?${dates.replace('&', '^&')}^&filter_by=${filter.replaceAll('"', '^\\^"').replaceAll(/[{}[\]]/g, '^$&')}^" ^\n  -H ^"X-Vgai-Key: ${key}^"`,
      asked,
    ],
    [
      'cmd, as browsers copy it encoded',
      `curl ^"${url}?${encoded.replaceAll('&', '^&').replaceAll('%', '^%')}^" ^\n  -H ^"X-Vgai-Key: ${key}^"`,
      asked,
    ],
    [
      'cmd, doubled quotes',
      `curl "${url}?${dates}&filter_by=${filter.replaceAll('"', '""')}" -H "X-Vgai-Key: ${key}"`,
      asked,
    ],
    ['PowerShell', `Invoke-RestMethod -Uri "${url}?${dates}" -Headers @{ "X-Vgai-Key" = "${key}" }`, range],
    [
      'PowerShell, escapes of its own',
      `irm "${url}?${dates}&filter_by=${filter.replaceAll('"', '`"')}" -Headers @{"X-Vgai-Key"="${key}"}`,
      asked,
    ],
    [
      'PowerShell, single quotes',
      `$r = Invoke-WebRequest -Uri '${url}?${dates}&filter_by=${filter}' -Headers $h`,
      asked,
    ],
    ['fetch', `fetch("${url}?${encoded}", {\n  "headers": { "x-vgai-key": "${key}" },\n  "method": "GET"\n});`, asked],
    [
      'fetch with a template',
      `await fetch(\`\${base}/insights/sessions?${encoded}\`, { headers: { 'X-Vgai-Key': key } })`,
      asked,
    ],
    ['fetch with single quotes', `fetch('${url}?${dates}', { headers: { 'X-Vgai-Key': '${key}' } })`, range],
    ['Python', `requests.get("${url}?${encoded}", headers={"X-Vgai-Key": "${key}"})`, asked],
    ['a Python filter', `${url}?${dates}&filter_by={'must': [{'term': {'status': 'ended'}}]}`, asked],
    ['wget', `wget --header="X-Vgai-Key: ${key}" -qO- "${url}?${encoded}"`, asked],
    ['a request line', `GET ${url}?${dates} HTTP/1.1\nX-Vgai-Key: x`, range],
    [
      'a request line without a host',
      `GET /insights/sessions?${encoded} HTTP/1.1\r\nHost: studio-api-eu.ai.vonage.com\r\nX-Vgai-Key: ${key}`,
      asked,
    ],
    [
      'an access log',
      `10.0.0.1 - - [29/Nov/2026:10:00:00 +0000] "GET /insights/sessions?${encoded} HTTP/1.1" 200 512`,
      asked,
    ],
    [
      'Postman, with a variable',
      `curl --location --globoff '{{baseUrl}}/insights/sessions?${encoded}' --header 'X-Vgai-Key: {{key}}'`,
      asked,
    ],
    ['an escaped text of JSON', `log: {\\"url\\":\\"${url}?${encoded}\\",\\"key\\":\\"${key}\\"}`, asked],
    ['HTML', `<a href="${url}?${dates.replace('&', '&amp;')}">sessions</a>`, range],
    ['Markdown', `[sessions](${url}?${dates}) of last week`, range],
    ['a fragment', `${url}?${dates}#top`, range],
    [
      'a plus that is none of a form',
      `https://h.example/insights/sessions?from_date=2026-11-01&filter_by={"must":[{"match":{"transcription.user":"C++ developer"}}]}`,
      { from_date: '2026-11-01', filter_by: { must: [{ match: { 'transcription.user': 'C++ developer' } }] } },
    ],
    [
      'a plus of an encoded filter',
      `${url}?filter_by=${encodeURIComponent('{"must":[{"match":{"transcription.user":"C++ developer"}}]}')}`,
      { filter_by: { must: [{ match: { 'transcription.user': 'C++ developer' } }] } },
    ],
    [
      'pluses of a form',
      `${url}?filter_by=${new URLSearchParams({ f: '{"must":[{"match":{"transcription.user":"C++ developer"}}]}' }).toString().slice(2)}`,
      { filter_by: { must: [{ match: { 'transcription.user': 'C++ developer' } }] } },
    ],
    ['a zone in a date', `${url}?from_date=2026-11-01T00:00:00+02:00`, { from_date: '2026-11-01T00:00:00+02:00' }],
    [
      'an ampersand in a text',
      `${url}?filter_by={"must":[{"term":{"source":"1&to_date=2"}}]}&page_size=7`,
      { filter_by: { must: [{ term: { source: '1&to_date=2' } }] }, page_size: 7 },
    ],
    ['dates in quotes that are encoded', `${url}?from_date=%222026-11-01%22&to_date=%272026-11-05%27`, range],
    [
      'code that puts the parameters behind the address',
      `fetch("${url}?" + new URLSearchParams({ from_date: "2026-11-01", to_date: "2026-11-05", filter_by: '${filter}' }))`,
      asked,
    ],
    [
      'a collection of Postman',
      JSON.stringify({
        info: { name: 'Insights', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
        item: [
          {
            request: {
              header: [{ key: 'X-Vgai-Key', value: key }],
              url: { raw: `${url}?${dates}&filter_by=${filter}`, host: ['studio-api-eu', 'ai', 'vonage', 'com'] },
            },
          },
        ],
      }),
      asked,
    ],
    [
      'a recording of a browser',
      JSON.stringify(
        {
          log: {
            entries: [
              { request: { method: 'GET', url: `${url}?${encoded}`, headers: [{ name: 'x-vgai-key', value: key }] } },
            ],
          },
        },
        null,
        2,
      ),
      asked,
    ],
    [
      'PHP',
      `$client->get('${url}', ['query' => ['from_date' => '2026-11-01', 'to_date' => '2026-11-05', 'filter_by' => '${filter}'], 'headers' => ['X-Vgai-Key' => '${key}']]);`,
      asked,
    ],
    [
      'entries of names and values',
      JSON.stringify({
        url: { raw: url },
        query: Object.entries({ ...range, filter_by: filter }).map(([name, value]) => ({ key: name, value })),
      }),
      asked,
    ],
    [
      'curl with parameters of their own',
      `curl --url-query 'from_date=2026-11-01' --url-query to_date=2026-11-05 --url-query 'filter_by=${filter}' -H 'X-Vgai-Key: ${key}' ${url}`,
      asked,
    ],
    [
      'HTTPie',
      `http GET ${url} from_date==2026-11-01 to_date==2026-11-05 X-Vgai-Key:${key} filter_by=='${filter}'`,
      asked,
    ],
    [
      'a percent sign in a text',
      `${url}?filter_by={"must":[{"match":{"transcription.user":"100% sure"}}]}`,
      { filter_by: { must: [{ match: { 'transcription.user': '100% sure' } }] } },
    ],
  ];
  for (const [what, text, query] of cases) it(what, () => assert.deepEqual(fixed(text), query));

  const unreadable: [what: string, text: string][] = [
    ['cut short', `${url}?${dates}&filter_by={"must":[{"term":`],
    ['of bare words', `curl "${url}?${dates}&filter_by={must:[{term:{status:ended}}]}"`],
    ['that is a list', `${url}?filter_by=[1]`],
    ['that is a text', `${url}?filter_by=ended`],
  ];
  for (const [what, text] of unreadable)
    it(`is not made into a query when its filter is one ${what}`, () => {
      const { query, found } = pastedProblem(text);
      assert.ok(found?.code === 'pastedUrl');
      assert.equal(found.unreadable, 'filter_by');
      assert.deepEqual(fixesFor(found, query), []);
    });

  it('among other keys gives those that are not there yet', () => {
    const text = `{ "name": "x", "url": "${url}?${dates}&page_size=5", "page_size": 1 }`;
    assert.deepEqual(fixed(text), { name: 'x', ...range, page_size: 1 });
  });
});

describe('the body of an Elasticsearch search', () => {
  const term = { term: { status: 'ended' } };
  const cases: [what: string, body: object, query: unknown][] = [
    [
      'a bool query',
      { query: { bool: { must: [term], must_not: [term], should: [term] } } },
      { filter_by: { must: [term], must_not: [term], should: [term] } },
    ],
    [
      'filter beside must',
      { query: { bool: { must: term, filter: [{ match: { 'transcription.user': 'hi' } }] } } },
      { filter_by: { must: [term, { match: { 'transcription.user': 'hi' } }] } },
    ],
    ['a clause alone', { query: term }, { filter_by: { must: [term] } }],
    ['everything', { query: { match_all: {} }, size: 20 }, { page_size: 20 }],
    ['a clause without its query', term, { filter_by: { must: [term] } }],
    [
      'clauses without their query, beside a size',
      { match: { 'transcription.user': 'hi' }, term: { status: 'ended' }, size: 5 },
      { filter_by: { must: [{ match: { 'transcription.user': 'hi' } }, term] }, page_size: 5 },
    ],
    ['a filter without its bool', { filter: [term] }, { filter_by: { must: [term] } }],
    [
      'a filter that is a bool',
      { filter: { must_not: [term] } },
      { filter_by: { must: [{ bool: { must_not: [term] } }] } },
    ],
    ['everything, without a query', { match_all: {} }, {}],
    [
      'counts alone',
      { aggregations: { by: { terms: { field: 'status' } } } },
      { aggs: { by: { terms: { field: 'status' } } } },
    ],
    [
      'an order and a page alone',
      { sort: [{ id: 'asc' }], size: 5, from: 10 },
      { sort_by: ['id:asc'], page_size: 5, page_number: 2 },
    ],
    ['fields alone', { _source: ['source'] }, { project_fields: ['source'] }],
    [
      'one of several terms',
      { query: { terms: { status: ['a'] } } },
      { filter_by: { must: [{ term: { status: 'a' } }] } },
    ],
    [
      'none of several terms, which finds nothing',
      { query: { terms: { status: [] } } },
      { refine: { must: [{ terms: { status: [] } }] } },
    ],
    [
      'several terms',
      { query: { terms: { status: ['a', 'b'] } } },
      { filter_by: { must: [{ bool: { should: [{ term: { status: 'a' } }, { term: { status: 'b' } }] } }] } },
    ],
    [
      'a range of the start',
      { query: { bool: { filter: [{ range: { session_start_time: { gte: 'now-7d/d', lte: 'now' } } }, term] } } },
      { from_date: 'now-7d/d', to_date: 'now', filter_by: { must: [term] } },
    ],
    [
      'an open end',
      { query: { range: { session_start_time: { gte: '2026-11-01', lt: '2026-11-05' } } } },
      { from_date: '2026-11-01', to_date: '2026-11-05||-1s' },
    ],
    [
      'page, order and fields',
      {
        query: term,
        from: 40,
        size: 20,
        sort: [{ session_start_time: 'desc' }, { id: { order: 'asc' } }, 'status'],
        _source: ['id', 'source'],
      },
      {
        filter_by: { must: [term] },
        sort_by: ['session_start_time:desc', 'id:asc', 'status:asc'],
        project_fields: ['id', 'source'],
        page_size: 20,
        page_number: 2,
      },
    ],
    [
      'bool within bool',
      { query: { bool: { must: [{ bool: { filter: [term] } }] } } },
      { filter_by: { must: [{ bool: { must: [term] } }] } },
    ],
  ];
  for (const [what, body, query] of cases)
    it(`${what} becomes a query`, () => assert.deepEqual(fixed(JSON.stringify(body, null, 2), 'searchBody'), query));

  it('keeps the keys of a query beside it', () =>
    assert.deepEqual(fixed(JSON.stringify({ name: 'x', query: term, size: 5, connection: 'c' }), 'searchBody'), {
      name: 'x',
      filter_by: { must: [term] },
      page_size: 5,
      connection: 'c',
    }));

  const refined: [what: string, body: object, query: object][] = [
    ['a wildcard', { query: { wildcard: { source: '44*' } } }, { refine: { must: [{ wildcard: { source: '44*' } }] } }],
    [
      'a range of something else beside what the service can be asked',
      { query: { bool: { filter: [term, { range: { 'channel_data.duration': { gte: 1 } } }] } } },
      { filter_by: { must: [term] }, refine: { must: [{ range: { 'channel_data.duration': { gte: 1 } } }] } },
    ],
    [
      'a field that must not be there',
      { query: { bool: { must_not: [{ exists: { field: 'source' } }, term] } } },
      { filter_by: { must_not: [term] }, refine: { must_not: [{ exists: { field: 'source' } }] } },
    ],
    [
      'two of three',
      { query: { bool: { should: [term, term, term], minimum_should_match: 2 } } },
      { refine: { must: [{ bool: { should: [term, term, term], minimum_should_match: 2 } }] } },
    ],
    [
      'one of several, of which one cannot be asked',
      { query: { bool: { should: [term, { prefix: { source: '44' } }] } } },
      { refine: { must: [{ bool: { should: [term, { prefix: { source: '44' } }], minimum_should_match: 1 } }] } },
    ],
    [
      'a start after an instant',
      { query: { range: { session_start_time: { gt: '2026-11-01' } } } },
      { from_date: '2026-11-01', refine: { must: [{ range: { session_start_time: { gt: '2026-11-01' } } }] } },
    ],
    [
      'a phrase',
      { query: { match_phrase: { 'transcription.user': 'shut up' } } },
      { refine: { must: [{ match_phrase: { 'transcription.user': 'shut up' } }] } },
    ],
    [
      'counts alone',
      { size: 0, query: { match_all: {} }, aggregations: { by: { terms: { field: 'status' } } } },
      { aggs: { by: { terms: { field: 'status' } } } },
    ],
    [
      'a value in an object',
      { query: { term: { status: { value: 'ended', boost: 2 } } } },
      { filter_by: { must: [term] } },
    ],
    ['what weighs nothing', { query: { constant_score: { filter: term } } }, { filter_by: { must: [term] } }],
  ];
  for (const [what, body, query] of refined)
    it(`${what} becomes a query that says the same`, () =>
      assert.deepEqual(fixed(JSON.stringify(body), 'searchBody'), query));

  const requests: [what: string, text: string][] = [
    ["a console's request", `GET sessions/_search?pretty\n${JSON.stringify({ query: term })}`],
    ['a request on one line', `POST /sessions*/_search ${JSON.stringify({ query: term })}`],
    [
      'curl',
      `curl -XPOST 'https://es:9200/s/_search' -H 'Content-Type: application/json' -d '${JSON.stringify({ query: term })}'`,
    ],
    [
      'curl in double quotes',
      `curl "https://es:9200/s/_search" -d "${JSON.stringify({ query: term }).replaceAll('"', '\\"')}"`,
    ],
  ];
  for (const [what, text] of requests)
    it(`is found in ${what}`, () => assert.deepEqual(fixed(text, 'searchBody'), { filter_by: { must: [term] } }));

  const refused: [what: string, body: object, lost: string[]][] = [
    ['a text in a language of its own', { query: { query_string: { query: 'status:ended' } } }, ['query_string']],
    ['an order by how well sessions fit', { query: term, sort: ['_score'] }, ['sort']],
    ['a clause beside a query', { query: term, term: { source: '1' } }, ['term']],
    ['a language of its own without a query', { query_string: { query: 'a' } }, ['query_string']],
    ['a script', { query: { bool: { filter: [{ script: { script: 'true' } }] } } }, ['script']],
    ['a query of no kind', { query: {} }, ['{}']],
    ['what is filtered behind', { query: { match_all: {} }, post_filter: term }, ['post_filter']],
    ['a page that begins within one', { query: term, from: 5, size: 20 }, ['from']],
    [
      'most clauses of several',
      { query: { bool: { must: [term], minimum_should_match: 2 } } },
      ['minimum_should_match'],
    ],
  ];
  for (const [what, body, lost] of refused)
    it(`${what} is refused`, () => {
      const { query, found } = pastedProblem(JSON.stringify(body), 'searchBody');
      assert.ok(found?.code === 'searchBody' && found.severity === 'error');
      assert.deepEqual([found.lost, fixesFor(found, query)], [lost, []]);
    });
});
