import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addClause, queryFor } from '../../../../src/domain/query/edits/addClause.ts';
import { substitute } from '../../../../src/domain/query/inputs.ts';
import { findProblems } from '../../../../src/domain/query/problems/queryProblems.ts';
import { findRunProblems } from '../../../../src/domain/query/problems/runProblems.ts';
import { parseQuery } from '../../../../src/domain/query/query.ts';
import { searchParameters, toCurl, toSearchRequest } from '../../../../src/domain/query/request.ts';

const now = new Date('2026-11-23T10:30:00Z');

function requestOf(text: string, inputs: Readonly<Record<string, string>> = {}) {
  const { query } = substitute(parseQuery(text).value, { inputs: new Map(Object.entries(inputs)) });
  return toSearchRequest(query, now);
}

function sent(text: string, inputs?: Readonly<Record<string, string>>): string | undefined {
  const request = requestOf(text, inputs);
  return searchParameters(request, request.range, 0).find(([name]) => name === 'filter_by')?.[1];
}

const must = (...clauses: string[]) => `{"must":[${clauses.join(',')}]}`;

describe('a filter is sent as it is written', () => {
  for (const filter of [
    must('{"term":{"source":9720014044002503}}'),
    must('{"term":{"channel_data.duration":12.50}}'),
    must('{"term":{"channel_data.duration":{"value":1e400}}}', '{"term":{"channel_data.status_code":-0}}'),
    '{"should":[{"term":{"id":1.0}}],"should":[{"term":{"id":2}}]}',
    must('{"term":{"params.2":1}}', '{"term":{"2":1,"1":2}}'),
    must('{"term":{"__proto__":"x"}}'),
  ]) {
    it(filter, () => {
      assert.equal(sent(`{"filter_by":${filter}}`), filter);
      assert.deepEqual(
        findRunProblems(parseQuery(`{"filter_by":${filter}}`), { now }).filter(
          ({ code }) => code === 'structure' && filter.startsWith('{"must":[{"term":{"source"'),
        ),
        [],
      );
    });
  }

  it('in a cURL command', () => {
    const request = requestOf(`{"filter_by":${must('{"term":{"source":9720014044002503}}')}}`);
    assert.match(decodeURIComponent(toCurl('https://example.com', request)), /\{"source":9720014044002503\}/);
  });

  it('with comments and answers of inputs in it', () => {
    const text = `{"filter_by":{/* all */"must":[{"term":{"channel_data.duration":"\${input:ms}"}},{"term":{"source":9720014044002503}},]}}`;
    const expected = (ms: string) =>
      must(`{"term":{"channel_data.duration":${ms}}}`, '{"term":{"source":9720014044002503}}');
    assert.equal(sent(text, { ms: '12.50' }), expected('12.50'));
    assert.equal(sent(text, { ms: '1234567890123456789' }), expected('1234567890123456789'));
    assert.equal(sent(text, { ms: '007' }), expected('7'));
  });

  it('a page number that is written otherwise is a number', () => {
    const { pageNumber, pageSize } = requestOf('{"page_number":1.0,"page_size":5e1}');
    assert.deepEqual([pageNumber, pageSize], [1, 50]);
  });
});

describe('numbers of a query that differ only beyond a double', () => {
  const codes = (...clauses: string[]) =>
    findProblems(parseQuery(`{"filter_by":${must(...clauses)}}`), { now }).map(({ code }) => code);

  it('are no repetition', () => {
    const duration = (value: string) => `{"term":{"flow_path.node_id":${value}}}`;
    assert.deepEqual(codes(duration('9007199254740993'), duration('9007199254740992')), []);
    assert.deepEqual(codes(duration('9007199254740993'), duration('9007199254740993')), ['duplicateClause']);
  });

  it('contradict each other', () => {
    const id = (value: string) => `{"term":{"id":${value}}}`;
    assert.deepEqual(codes(id('9007199254740993'), id('9007199254740992')), ['contradiction']);
  });
});

describe('filtering for a number', () => {
  const wanted = (value: string) => ({ occurrence: 'must', path: 'channel_data.duration', value }) as const;

  for (const value of ['12.50', '1234567890123456789', '1e400', '5']) {
    it(`${value} asks for it digit by digit`, () => {
      const text = queryFor(wanted(value), {}) ?? '';
      assert.ok(text.includes(`{ "channel_data.duration": ${value} }`), text);
      assert.equal(addClause(text, wanted(value)).type, 'present');
      assert.equal(addClause('{}', wanted(value)).type, 'added');
    });
  }

  it('that is written as no number of JSON asks for the number', () => {
    assert.ok(queryFor(wanted('007'), {})?.includes('{ "channel_data.duration": 7 }'));
    assert.ok(queryFor(wanted('soon'), {})?.includes('{ "channel_data.duration": "soon" }'));
  });
});
