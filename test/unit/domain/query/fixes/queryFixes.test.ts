import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits } from '../../../../../src/domain/json/textEdits.ts';
import { fixAll } from '../../../../../src/domain/query/fixes/fixAll.ts';
import { fixesFor } from '../../../../../src/domain/query/fixes/queryFixes.ts';
import { findProblems } from '../../../../../src/domain/query/problems/queryProblems.ts';
import { parseQuery } from '../../../../../src/domain/query/query.ts';

const now = new Date('2026-11-23T10:30:00Z');

/** The text after the preferred fix of the first problem. */
function fixed(text: string): string {
  const query = parseQuery(text);
  for (const problem of findProblems(query, { now })) {
    const fix = fixesFor(problem, query).find(({ preferred }) => preferred);
    if (fix) return applyEdits(text, fix.edits);
  }
  return text;
}

const must = (...clauses: string[]) => `{ "filter_by": { "must": [${clauses.join(', ')}] } }`;

describe('fixes', () => {
  const cases: [before: string, after: string][] = [
    [must('{ "match": { "source": "1" } } /* kept */'), must('{ "term": { "source": "1" } } /* kept */')],
    [must('{ "match": { "source": { "query": "1" } } }'), must('{ "term": { "source": "1" } }')],
    [must('{ "term": { "transcription.user": "shut up" } }'), must('{ "match": { "transcription.user": "shut up" } }')],
    [must('{ "term": { "agent_id": "1" } }'), must('{ "term": { "agent_information.id": "1" } }')],
    ['{ "sort_by": "agent_information:asc" }', '{ "sort_by": "agent_information.name:asc" }'],
    [must('{ "term": { "sorce": "1" } }'), must('{ "term": { "source": "1" } }')],
    [
      '{ "aggs": { "a": { "terms": { "field": "status", "script": "x", "size": 3 } } } }',
      '{ "aggs": { "a": { "terms": { "field": "status", "size": 3 } } } }',
    ],
    [
      '{ "aggs": { "a": { "terms": { "field": "status", "order": { "d": "desc" } }, "aggs": { "d": { "stats": { "field": "channel_data.duration" } } } } } }',
      '{ "aggs": { "a": { "terms": { "field": "status", "order": { "d.avg": "desc" } }, "aggs": { "d": { "stats": { "field": "channel_data.duration" } } } } } }',
    ],
    [
      '{ "aggs": { "a": { "terms": { "field": "status", "include": "e.d" } } } }',
      '{ "aggs": { "a": { "terms": { "field": "status", "include": ["e.d"] } } } }',
    ],
    ['{ "sort_by": "agent_information:asc,status:desc" }', '{ "sort_by": "agent_information.name:asc,status:desc" }'],
    ['{ "sort_by": "status:desc,transcription.user:asc" }', '{ "sort_by": "status:desc" }'],
    ['{ "sort_by": ["transcription.user:asc", "status:desc"] }', '{ "sort_by": ["status:desc"] }'],
    ['{ "sort_by": ["status"] }', '{ "sort_by": ["status:asc"] }'],
    ['{ "sort_by": "status:descending" }', '{ "sort_by": "status:desc" }'],
    [
      must('{ "term": { "session_start_time": "20210115T100943+0200" } }'),
      must('{ "term": { "session_start_time": "2021-01-15T08:09:43" } }'),
    ],
    [
      must('{ "term": { "session_start_time": 1610698183.5 } }'),
      must('{ "term": { "session_start_time": "2021-01-15T08:09:43.500" } }'),
    ],
    [
      must('{ "term": { "session_start_time": "2021-W02-5" } }'),
      must('{ "term": { "session_start_time": "2021-01-15" } }'),
    ],
    ['{ "from_date": "20210230" }', '{ "from_date": "2021-02-28" }'],
    ['{ "from_date": "2026-02-30T10:00" }', '{ "from_date": "2026-02-28T10:00" }'],
    [
      '{ "from_date": "2026-10-02", "to_date": "2026-10-01" }',
      '{ "from_date": "2026-10-01", "to_date": "2026-10-02" }',
    ],
    ['{ "page_number": -1 }', '{ "page_number": 0 }'],
    ['{ "page_size": 20000 }', '{ "page_size": 10000 }'],
    ['{ "page_size": 100, "page_number": 400 }', '{ "page_size": 100, "page_number": 99 }'],
    [must('{}', '{ "term": { "id": "1" } }'), must('{ "term": { "id": "1" } }')],
    [
      must('{ "term": { "id": "1", "source": "2" } }'),
      must('{ "term": { "id": "1" } }', '{ "term": { "source": "2" } }'),
    ],
    [
      must('{ "term": { "id": "1" }, "match": { "transcription.user": "2" } }'),
      must('{ "term": { "id": "1" } }', '{ "match": { "transcription.user": "2" } }'),
    ],
    [
      '{ "filter_by": { "must": [\n  // one\n  { "term": { "id": "1" } },\n  { "term": { "id": "1" } }\n] } }',
      '{ "filter_by": { "must": [\n  // one\n  { "term": { "id": "1" } }\n] } }',
    ],
    [must('{ "term": { "source": "+972 666-6666" } }'), must('{ "term": { "source": "9726666666" } }')],
    [must('{ "term": { "status": "ENDED" } }'), must('{ "term": { "status": "ended" } }')],
    [
      '{ "from_date": "${input:a}" }',
      '{ "inputs": [{ "id": "a", "type": "promptString" }], "from_date": "${input:a}" }',
    ],
    ['{ "inputs": [{ "id": "a", "type": "promptString" }], "page_size": 1 }', '{ "inputs": [], "page_size": 1 }'],
    [
      '{ "from_date": "${input:a}", "inputs": [{ "id": "a", "type": "password" }] }',
      '{ "from_date": "${input:a}", "inputs": [{ "id": "a", "type": "promptString" }] }',
    ],
    ['{ "form_date": "now-1d" }', '{ "from_date": "now-1d" }'],
    ['{ "nonsense": 1, "name": "x" }', '{ "name": "x" }'],
    ['{ "must": [], /* and */ "should": [] }', '{ "filter_by": {"must": [], /* and */ "should": []} }'],
    ['{ "must": [], "name": "x", "should": [] }', '{ "filter_by": { "must": [], "should": [] }, "name": "x" }'],
    [
      '{ "must": [], "name": "x", "must_not": [], "should": [] }',
      '{ "filter_by": { "must": [], "must_not": [], "should": [] }, "name": "x" }',
    ],
    ['{ "query": { "match_all": {} } }', '{ }'],
    ['{ "query": { "match_all": {} }, "name": "all", "from": 0 }', '{ "name": "all" }'],
    ['{ "bool": { "must": [] } }', '{ "filter_by": { "must": [] } }'],
    ['{ "api_key": "abcdef0123456789", "name": "x" }', '{ "name": "x" }'],
    ['{} // X-Vgai-Key: abcdef0123', '{} // X-Vgai-Key: '],
  ];
  const foreign: [before: string, after: string][] = [
    [
      must('{ "terms": { "status": ["ended", "in_progress"] } }'),
      must('{ "bool": { "should": [ { "term": { "status": "ended" } }, { "term": { "status": "in_progress" } } ] } }'),
    ],
    [must('{ "terms": { "status": ["ended"] } }'), must('{ "term": { "status": "ended" } }')],
    [must('{ "trem": { "status": "ended" } }'), must('{ "term": { "status": "ended" } }')],
    [
      '{ "filter_by": { "must": [{ "term": { "status": "ended" } }, { "range": { "channel_data.duration": { "gte": 60 } } }] } }',
      '{ "filter_by": { "must": [{ "term": { "status": "ended" } } ] }, "refine": { "must": [{ "range": { "channel_data.duration": { "gte": 60 } } }] } }',
    ],
    [
      '{ "from_date": "now-7d", "filter_by": { "must_not": [{ "exists": { "field": "source" } }] } }',
      '{ "from_date": "now-7d", "refine": { "must_not": [{ "exists": { "field": "source" } }] } }',
    ],
    [
      '{ "filter_by": { "filter": [{ "term": { "status": "ended" } }] } }',
      '{ "filter_by": { "must": [{ "term": { "status": "ended" } }] } }',
    ],
    [
      '{ "filter_by": { "term": { "status": "ended" } } }',
      '{ "filter_by": { "must": [{ "term": { "status": "ended" } }] } }',
    ],
    [
      '{ "filter_by": { "bool": { "must": [{ "term": { "status": "ended" } } /* kept */] } } }',
      '{ "filter_by": { "must": [{ "term": { "status": "ended" } } /* kept */] } }',
    ],
    ['{ "refine": { "exists": { "field": "id" } } }', '{ "refine": { "must": [{ "exists": { "field": "id" } }] } }'],
    ['{ "refine": { "bool": { "must": [] } } }', '{ "refine": { "must": [] } }'],
  ];
  for (const [before, after] of foreign) it(before, () => assert.equal(fixed(before), after));

  it('moves no clause to "refine" from where it would mean something else', () => {
    for (const text of [
      '{ "filter_by": { "should": [{ "exists": { "field": "source" } }] } }',
      '{ "filter_by": { "must": [{ "bool": { "must_not": [{ "exists": { "field": "source" } }] } }] } }',
      '{ "filter_by": { "must": [{ "script": {} }] } }',
    ]) {
      const query = parseQuery(text);
      const problems = findProblems(query, { now }).filter(({ code }) => code === 'foreignClause');
      assert.equal(problems.length, 1, text);
      assert.deepEqual(
        problems.flatMap((problem) => fixesFor(problem, query)),
        [],
        text,
      );
    }
  });

  const analysis: [before: string, after: string][] = [
    ['{ "aggs": { "a": { "trems": { "field": "id" } } } }', '{ "aggs": { "a": { "terms": { "field": "id" } } } }'],
    [
      '{ "aggs": { "a": { "date_histogram": { "field": "channel", "calendar_interval": "day" } } } }',
      '{ "aggs": { "a": { "date_histogram": { "field": "session_start_time", "calendar_interval": "day" } } } }',
    ],
    [
      '{ "from_date": "2026-11-20", "to_date": "2026-11-20", "aggs": { "a": { "date_histogram": { "field": "session_start_time", "fixed_interval": "5s" } } } }',
      '{ "from_date": "2026-11-20", "to_date": "2026-11-20", "aggs": { "a": { "date_histogram": { "field": "session_start_time", "fixed_interval": "1m" } } } }',
    ],
    [
      '{ "aggs": { "a": { "terms": { "field": "source", "size": 20000 } } } }',
      '{ "aggs": { "a": { "terms": { "field": "source", "size": 10000 } } } }',
    ],
    [
      '{ "refine": { "must": [{ "term": { "status": "ended" } }, { "exists": { "field": "source" } }] } }',
      '{ "filter_by": { "must": [{ "term": { "status": "ended" } }] }, "refine": { "must": [{ "exists": { "field": "source" } }] } }',
    ],
    [
      '{ "filter_by": { "must": [{ "term": { "source": "1" } }] }, "refine": { "filter": { "terms": { "channel": ["sms", "voice"] } } } }',
      '{ "filter_by": { "must": [{ "term": { "source": "1" } }, { "bool": { "should": [{ "term": { "channel": "sms" } }, { "term": { "channel": "voice" } }] } }] } }',
    ],
    [
      '{ "from_date": "now-1d", "refine": { "must_not": [{ "match": { "source": { "query": "1" } } }] } }',
      '{ "from_date": "now-1d", "filter_by": { "must_not": [{ "term": { "source": "1" } }] } }',
    ],
    [
      `{
  "filter_by": {
    "must": [
      { "term": { "channel": "voice" } } // calls
    ]
  },
  "refine": {
    // those that failed
    "must": [
      { "term": { "channel_data.status_code": { "value": 200 } } }, // an error
      { "nested": { "path": "flow_path", "query": { "exists": { "field": "flow_path.node_id" } } } }
    ]
  }
}`,
      `{
  "filter_by": {
    "must": [
      { "term": { "channel": "voice" } }, // calls
      { "term": { "channel_data.status_code": 200 } }
    ]
  },
  "refine": {
    // those that failed
    "must": [
      // an error
      { "nested": { "path": "flow_path", "query": { "exists": { "field": "flow_path.node_id" } } } }
    ]
  }
}`,
    ],
  ];
  for (const [before, after] of analysis) it(before, () => assert.equal(fixed(before), after));

  it('moves all that the service can decide at once', () => {
    const text =
      '{ "refine": { "must": [{ "term": { "status": "ended" } }], "should": [{ "term": { "channel": "sms" } }, { "match": { "transcription.user": "hi" } }] } }';
    const query = parseQuery(text);
    const fixes = findProblems(query, { now }).flatMap((problem) => fixesFor(problem, query));
    const all = fixes.find(({ kind }) => kind === 'moveAllToFilter');
    assert.deepEqual(JSON.parse(applyEdits(text, all?.edits ?? [])), {
      filter_by: {
        must: [
          { term: { status: 'ended' } },
          { bool: { should: [{ term: { channel: 'sms' } }, { match: { 'transcription.user': 'hi' } }] } },
        ],
      },
    });
  });

  for (const [before, after] of cases) it(before, () => assert.equal(fixed(before), after));

  const url =
    'https://studio-api-<REGION>.ai.vonage.com/insights/sessions?from_date=2020-09-15&to_date=2020-09-17&page_number=0&page_size=100&sort_by=session_start_time:desc&filter_by={"must": [{"term": {"status":"ended"}}]}&project_fields=["agent_information"]';
  const asked = {
    from_date: '2020-09-15',
    to_date: '2020-09-17',
    page_number: 0,
    page_size: 100,
    sort_by: ['session_start_time:desc'],
    filter_by: { must: [{ term: { status: 'ended' } }] },
    project_fields: ['agent_information'],
  };

  it('turns an address of the documentation into a query', () => assert.deepEqual(JSON.parse(fixed(url)), asked));

  it('turns an encoded address in a command into a query', () => {
    const parameters = new URLSearchParams({
      from_date: '2020-09-15',
      filter_by: '{"must":[{"term":{"source":"1&2"}}]}',
    });
    const command = `curl -H "X-Vgai-Key: $KEY" 'https://studio-api-eu.ai.vonage.com/insights/sessions?${parameters}'`;
    assert.deepEqual(JSON.parse(fixed(command)), {
      from_date: '2020-09-15',
      filter_by: { must: [{ term: { source: '1&2' } }] },
    });
  });

  it('fixes all until nothing is left to fix', () => {
    const text = `{
  // calls of an agent
  "must": [
    { "match": { "agent_id": "1" } },
    { "term": { "transcription.client": "Shut up" } }, // rude
    {}
  ],
  "sort_by": "agent_information",
}`;
    assert.equal(
      applyEdits(text, fixAll(text, now)),
      `{
  // calls of an agent
  "filter_by": {"must": [
    { "term": { "agent_information.id": "1" } },
    { "match": { "transcription.user": "Shut up" } } // rude
  ]},
  "sort_by": "agent_information.name:asc",
}`,
    );
  });

  it('fixes nothing together while the text is not well-formed', () =>
    assert.deepEqual(fixAll('{ "page_number": -1, "name": }', now), []));

  it('leaves a right query alone', () => assert.deepEqual(fixAll('{ "page_size": 1 }', now), []));
});

describe('fixes in text that is not well-formed', () => {
  const cases: [before: string, after: string][] = [
    ['{ "page_number": -1, "name": }', '{ "page_number": 0, "name": }'],
    ['{ "filter_by": { "must": [{}, { "term": ] } }', '{ "filter_by": { "must": [{ "term": ] } }'],
    // The key goes, and what else is in the file stays as broken as it is.
    ['{ "api_key": "abcdef0123456789", "name": }', '{ "name": }'],
    ['{ "name": "x", "api_key": "abcdef0123456789', '{ "name": "x" '],
    ['{ "api_key": "abcdef0123456789 }', '{ '],
    ['{ "name": // X-Vgai-Key: abcdef0123\n}', '{ "name": // X-Vgai-Key: \n}'],
    ['{ "name": "aB3aB3aB3aB3aB3aB3aB3aB3aB3, }', '{ "name": ", }'],
    // An address among other keys takes its own place only.
    ['{ "url": "https://x.example/insights/sessions?page_size=1", "name": }', '{ "page_size": 1, "name": }'],
    // Without the backslash's letters the string would not end where it does.
    [String.raw`{ "name": "a\B3aB3aB3aB3aB3aB3aB3aB3aB3" }`, String.raw`{ "name": "a\B3aB3aB3aB3aB3aB3aB3aB3aB3" }`],
  ];
  for (const [before, after] of cases) it(before, () => assert.equal(fixed(before), after));
});

describe('a date that names no commit', () => {
  const text = '{ "from_date": "git:v2.3.1||-1d/d", "to_date": "git:main" }';
  const commits = (ref: string) =>
    ref === 'main' ? now : ({ code: 'unknownRef', tags: ['v2.3.0', 'v2.3'], shallow: false } as const);

  it('is a problem where a repository was read, and none where nobody looked', () => {
    const query = parseQuery(text);
    const codes = findProblems(query, { now, commits }).map(({ code, offset }) => [code, offset]);
    assert.deepEqual(codes, [['unknownCommit', text.indexOf('"git:v2')]]);
    assert.deepEqual(findProblems(query, { now }), []);
  });

  it('may become the tags that were probably meant, with what is calculated with them', () => {
    const query = parseQuery(text);
    const [problem] = findProblems(query, { now, commits });
    assert.ok(problem);
    const fixes = fixesFor(problem, query);
    assert.deepEqual(
      fixes.map(({ replacement, preferred }) => [replacement, preferred]),
      [
        ['git:v2.3.0||-1d/d', true],
        ['git:v2.3||-1d/d', false],
      ],
    );
    assert.equal(applyEdits(text, fixes[0]?.edits ?? []), text.replace('v2.3.1', 'v2.3.0'));
  });

  it('is told of by the times of commits, as other dates are: the wrong way round, and long', () => {
    const times = (ref: string) => new Date(ref === 'old' ? '2026-01-01T00:00:00Z' : '2026-11-20T00:00:00Z');
    const codesOf = (from: string, to: string) =>
      findProblems(parseQuery(`{ "from_date": "git:${from}", "to_date": "git:${to}" }`), { now, commits: times }).map(
        ({ code }) => code,
      );
    assert.deepEqual(codesOf('new', 'old'), ['fromAfterTo']);
    assert.deepEqual(codesOf('old', 'new'), ['longRange']);
  });
});
