import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { applyEdits } from '../../../../../src/domain/json/textEdits.ts';
import type { ClauseAddition, WantedValue } from '../../../../../src/domain/query/edits/addClause.ts';
import { addClause, queryFor } from '../../../../../src/domain/query/edits/addClause.ts';
import { parseQuery } from '../../../../../src/domain/query/query.ts';

const must = (path: string, value: string): WantedValue => ({ occurrence: 'must', path, value });
const mustNot = (path: string, value: string): WantedValue => ({ occurrence: 'must_not', path, value });
const caller = must('source', '447700900123');
const callerClause = '{ "term": { "source": "447700900123" } }';

const tagClause = '{ "term": { "flow_data.collected_tags.tag": "invalid" } }';

const applied = (text: string, addition: ClauseAddition): string =>
  addition.type === 'added' ? applyEdits(text, addition.edits) : addition.type;

describe('a clause is added to a query', () => {
  const cases: [name: string, text: string, wanted: WantedValue, expected: string][] = [
    ['that is empty', '', caller, `{\n  "filter_by": {\n    "must": [${callerClause}]\n  }\n}\n`],
    ['of nothing', '{}', caller, `{ "filter_by": { "must": [${callerClause}] } }`],
    [
      'without a filter, behind the dates',
      '{\n  "from_date": "now-7d", // a week\n  "page_size": 50\n}',
      caller,
      `{\n  "from_date": "now-7d", // a week\n  "filter_by": { "must": [${callerClause}] },\n  "page_size": 50\n}`,
    ],
    [
      'without a filter and dates, before all else',
      '{\n  "page_size": 50\n}',
      caller,
      `{\n  "filter_by": { "must": [${callerClause}] },\n  "page_size": 50\n}`,
    ],
    [
      'on one line',
      '{"from_date":"now-7d","filter_by":{"must":[{"term":{"channel":"voice"}}]}}',
      caller,
      `{"from_date":"now-7d","filter_by":{"must":[{"term":{"channel":"voice"}}, ${callerClause}]}}`,
    ],
    ['whose filter is empty', '{ "filter_by": {} }', caller, `{ "filter_by": { "must": [${callerClause}] } }`],
    [
      'whose list is empty',
      '{ "filter_by": { "must": [ ] } }',
      caller,
      `{ "filter_by": { "must": [${callerClause}] } }`,
    ],
    [
      'whose list holds a comment only',
      '{ "filter_by": { "must": [\n  // none yet\n] } }',
      caller,
      `{ "filter_by": { "must": [${callerClause}\n  // none yet\n] } }`,
    ],
    [
      'with comments, which stay at what they are about',
      [
        '{',
        '  "filter_by": {',
        '    "must": [',
        '      // by telephone',
        '      { "term": { "channel": "voice" } } // not Telephony',
        '    ]',
        '  }',
        '}',
      ].join('\n'),
      caller,
      [
        '{',
        '  "filter_by": {',
        '    "must": [',
        '      // by telephone',
        '      { "term": { "channel": "voice" } }, // not Telephony',
        `      ${callerClause}`,
        '    ]',
        '  }',
        '}',
      ].join('\n'),
    ],
    [
      'with a trailing comma and Windows lines',
      '{\r\n  "filter_by": { "must": [\r\n    { "term": { "channel": "voice" } }, /* a */ // b\r\n  ] },\r\n}',
      caller,
      `{\r\n  "filter_by": { "must": [\r\n    { "term": { "channel": "voice" } }, /* a */ // b\r\n    ${callerClause},\r\n  ] },\r\n}`,
    ],
    [
      'that leaves something else out',
      '{\n  "filter_by": {\n    "must_not": [{ "term": { "channel": "sms" } }]\n  }\n}',
      caller,
      `{\n  "filter_by": {\n    "must_not": [{ "term": { "channel": "sms" } }],\n    "must": [${callerClause}]\n  }\n}`,
    ],
    [
      'that asks for the opposite, which is taken out',
      `{ "filter_by": { "must_not": [{ "term": { "channel": "sms" } }, ${callerClause}], "must": [] } }`,
      caller,
      `{ "filter_by": { "must_not": [{ "term": { "channel": "sms" } } ], "must": [${callerClause}] } }`,
    ],
    [
      'with words for a text',
      '{}',
      must('transcription.user', 'my order "7"'),
      '{ "filter_by": { "must": [{ "match": { "transcription.user": "my order \\"7\\"" } }] } }',
    ],
    [
      'with a number for a number',
      '{}',
      mustNot('flow_path.response.code', '502'),
      '{ "filter_by": { "must_not": [{ "term": { "flow_path.response.code": 502 } }] } }',
    ],
    [
      'with text for a number of somebody’s',
      '{}',
      must('destination', '442079460000'),
      '{ "filter_by": { "must": [{ "term": { "destination": "442079460000" } }] } }',
    ],
    [
      'whose list would make a long line: each clause gets one of its own',
      `{\n  "filter_by": {\n    "must": [${tagClause}, { "term": { "channel": "voice" } }]\n  }\n}`,
      caller,
      [
        '{',
        '  "filter_by": {',
        '    "must": [',
        `      ${tagClause},`,
        '      { "term": { "channel": "voice" } },',
        `      ${callerClause}`,
        '    ]',
        '  }',
        '}',
      ].join('\n'),
    ],
    [
      'whose filter would make a long line, in the file’s own form',
      `{\r\n\t"filter_by": { "must": [${tagClause},], "should": [] }\r\n}`,
      caller,
      [
        '{',
        '\t"filter_by": {',
        '\t\t"must": [',
        `\t\t\t${tagClause},`,
        `\t\t\t${callerClause},`,
        '\t\t],',
        '\t\t"should": []',
        '\t}',
        '}',
      ].join('\r\n'),
    ],
    [
      'whose filter gets a list more than fits its line',
      `{\n  "filter_by": { "must_not": [${tagClause}] }\n}`,
      caller,
      `{\n  "filter_by": {\n    "must_not": [${tagClause}],\n    "must": [${callerClause}]\n  }\n}`,
    ],
    [
      'whose long list has a comment, which stays where it is',
      `{\n  "filter_by": { "must": [${tagClause} /* said twice */] }\n}`,
      caller,
      `{\n  "filter_by": { "must": [${tagClause}, ${callerClause} /* said twice */] }\n}`,
    ],
  ];
  for (const [name, text, wanted, expected] of cases) {
    it(name, () => {
      const addition = addClause(text, wanted);
      const now = applied(text, addition);
      assert.equal(now, expected);
      assert.ok(addition.type === 'added');
      const { offset, length } = addition.clause;
      assert.ok(now.slice(offset, offset + length).includes(JSON.stringify(wanted.path)));
      assert.equal(addClause(now, wanted).type, 'present', 'a second time changes nothing');
    });
  }

  it('says that the opposite was taken out, and that another clause leaves nothing to find', () => {
    const facts = (text: string, wanted: WantedValue) => {
      const addition = addClause(text, wanted);
      return addition.type === 'added' ? [addition.moved, addition.contradicts] : addition.type;
    };
    assert.deepEqual(facts(`{ "filter_by": { "must": [${callerClause}] } }`, { ...caller, occurrence: 'must_not' }), [
      true,
      false,
    ]);
    assert.deepEqual(facts('{ "filter_by": { "must": [{ "term": { "source": "1" } }] } }', caller), [false, true]);
    // A session may have several tags.
    const tagged = '{ "filter_by": { "must": [{ "term": { "tags_list.tag": "a" } }] } }';
    assert.deepEqual(facts(tagged, must('tags_list.tag', 'b')), [false, false]);
  });

  it('finds it there already, also written the long way', () => {
    const text = '{ "filter_by": { "must": [{ "term": { "source": { "value": "447700900123" } } }] } }';
    const found = addClause(text, caller);
    assert.ok(found.type === 'present');
    assert.equal(text.slice(found.clause.offset, found.clause.offset + 8), '{ "term"');
  });

  const refusals: [text: string, wanted: WantedValue, reason: string][] = [
    ['{ "filter_by": { "must": [', caller, 'syntax'],
    ['[1]', caller, 'syntax'],
    ['not JSON', caller, 'syntax'],
    ['{ "filter_by": "source" }', caller, 'filter'],
    ['{ "filter_by": { "must": { "term": {} } } }', caller, 'filter'],
    ['{}', must('flow_path.request', 'x'), 'field'],
    // Two keys of one name: which of them counts is nobody's to guess, and the clause would stand in one of them.
    ['{ "filter_by": { "must": [], "must": "x" } }', caller, 'filter'],
  ];
  for (const [text, wanted, reason] of refusals) {
    it(`changes nothing in ${text} for ${wanted.path}: ${reason}`, () =>
      assert.deepEqual(addClause(text, wanted), { type: 'refused', reason }));
  }

  it('makes a whole query where there is none', () => {
    const text = queryFor(caller, { connection: 'sample', from_date: 'now-30d/d' }) ?? '';
    assert.equal(
      text,
      `{\n  "connection": "sample",\n  "from_date": "now-30d/d",\n  "filter_by": {\n    "must": [${callerClause}]\n  }\n}\n`,
    );
  });

  it('never leaves a text worse than it was, whatever the value', () => {
    const lists = fc.constantFrom(
      '[]',
      '[ ]',
      '[/* c */]',
      '[{ "term": { "channel": "voice" } },]',
      '[\n { "match": {} } // x\n]',
      `[${tagClause}, { "term": { "channel": "voice" } }]`,
    );
    const texts = fc
      .tuple(lists, lists, fc.constantFrom(' ', '\n', '\n  '))
      .map(([a, b, space]) => `{${space}"filter_by": {${space}"must": ${a},${space}"must_not": ${b} } }`);
    fc.assert(
      fc.property(texts, fc.string(), fc.constantFrom('must', 'must_not'), (text, value, occurrence) => {
        const addition = addClause(text, { occurrence, path: 'source', value });
        assert.equal(addition.type, 'added');
        const parsed = parseQuery(applied(text, addition));
        assert.deepEqual(parsed.syntaxProblems, []);
        assert.equal(parsed.clauses.length, parseQuery(text).clauses.length + 1);
      }),
    );
  });
});
