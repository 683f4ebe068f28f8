import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SessionIndex } from '../../../../src/emulator/search/sessionIndex.ts';
import { indexOf, searched, session } from './support.ts';

const said = (...lines: string[]) => ({ transcription: lines.map((line) => ({ user: line })) });

const index: SessionIndex = indexOf(
  session('plain', { source: '442071838750', status: 'ended', ...said('I do love this agent', 'Bye!') }),
  session('number', { source: 442071838750, destination: 7, status: 'in_progress' }),
  session('empty', { source: '', status: null, request_ids: [], channel_data: { duration: null }, ...said('') }),
  session('zero', {
    channel_data: { duration: 0, status_code: 0 },
    params: { done: { completed: false, value: false } },
  }),
  session('texts', {
    channel_data: { duration: '27000', status_code: '200', call_status: 'ENDED' },
    params: { 'USER.RECORD_ID': { completed: 'true', value: 42 } },
    session_end_time: '2026-05-10T12:30:15.123456',
  }),
  session('numbers', {
    channel_data: { duration: 27000, status_code: 200 },
    flow_path: [
      { type: 'start', response: { code: 200 }, synchronized: true },
      { type: 'webhook', response: { code: '500' }, context: { user_input: 'shut UP' } },
    ],
    tags: { 'cat.egory': { 'a tag': 3 } },
    parameters: { name: 'Benjamin' },
  }),
  session('others', {
    transcription: [
      { client: 'hello' },
      { '5f7f.24': 'AB-12345 shut' },
      null,
      'loose',
      { user: ['up', ['and', 'down']] },
    ],
    agent_information: { id: '12', unknown_field: 'x' },
    made_up: 'value',
    request_ids: ['22', '44'],
  }),
);
const everything = ['plain', 'number', 'empty', 'zero', 'texts', 'numbers', 'others'];

const term = (path: string, value: unknown) => ({ must: [{ term: { [path]: value } }] });
const match = (path: string, value: unknown) => ({ must: [{ match: { [path]: value } }] });

describe('filters', () => {
  const cases: Record<string, [filter: unknown, ...found: string[]][]> = {
    'term on ids': [
      [term('source', '442071838750'), 'plain', 'number'],
      [term('source', 442071838750), 'plain', 'number'],
      [term('destination', '7'), 'number'],
      [term('source', ''), 'empty'],
      [term('source', '44207183875'), ...[]],
      [term('status', 'Ended'), ...[]],
      [term('channel_data.call_status', 'ENDED'), 'texts'],
      [term('request_ids', '44'), 'others'],
      [term('params.USER.RECORD_ID.value', '42'), 'texts'],
      [term('params.USER.RECORD_ID.value', 42), 'texts'],
      [term('params.done.value', 'false'), 'zero'],
      [term('params.done.value', false), 'zero'],
      [term('parameters.name', 'Benjamin'), 'numbers'],
      [term('status', { value: 'ended' }), 'plain'],
    ],
    'term on numbers, booleans and dates': [
      [term('channel_data.duration', 27000), 'texts', 'numbers'],
      [term('channel_data.duration', '27000'), 'texts', 'numbers'],
      [term('channel_data.duration', '27000.0'), 'texts', 'numbers'],
      [term('channel_data.duration', 0), 'zero'],
      [term('flow_path.response.code', 500), 'numbers'],
      [term('flow_path.response.code', 404), ...[]],
      [term('tags.cat.egory.a tag', 3), 'numbers'],
      [term('params.done.completed', false), 'zero'],
      [term('params.done.completed', 'false'), 'zero'],
      [term('params.USER.RECORD_ID.completed', true), 'texts'],
      [term('flow_path.synchronized', true), 'numbers'],
      [term('session_end_time', '2026-05-10T12:30:15.123456'), 'texts'],
      [term('session_end_time', '2026-05-10T12:30:15.123'), 'texts'],
      [term('session_end_time', '2026-05-10'), 'texts'],
      [term('session_end_time', '2026-05-11'), ...[]],
    ],
    'term on text': [
      [term('transcription.user', 'love'), 'plain'],
      [term('transcription.user', 'Love'), ...[]],
      [term('transcription.user', 'love this'), ...[]],
      [term('transcription.user', 'Bye!'), ...[]],
      [term('transcription.user', ''), ...[]],
      [term('transcription.5f7f.24', 'ab'), 'others'],
      [term('flow_path.context.user_input', 'up'), 'numbers'],
    ],
    match: [
      [match('transcription.user', 'I LOVE it'), 'plain'],
      [match('transcription.user', 'bye DOWN'), 'plain', 'others'],
      [match('transcription.user', { query: 'love bye' }), 'plain'],
      [match('transcription.user', { query: 'love bye', operator: 'and' }), 'plain'],
      [match('transcription.user', { query: 'love down', operator: 'AND' }), ...[]],
      [match('transcription.user', { query: 'love down', operator: 'or' }), 'plain', 'others'],
      [match('transcription.user', ''), ...[]],
      [match('transcription.user', '?!'), ...[]],
      [match('transcription.client', 'Hello'), 'others'],
      [match('transcription.5f7f.24', '12345'), 'others'],
      [match('flow_path.response.code', '500'), 'numbers'],
      [match('flow_path.synchronized', 'true'), 'numbers'],
      [match('session_start_time', '2026-05-10T12:00:00'), ...everything],
    ],
    'match on ID fields, which finds nothing': [
      [match('source', '442071838750'), ...[]],
      [match('status', 'ended'), ...[]],
      [match('channel_data.duration', 27000), ...[]],
      [match('session_end_time', '2026-05-10'), ...[]],
      [match('params.USER.RECORD_ID.value', '42'), ...[]],
      [{ must_not: [{ match: { status: 'ended' } }] }, ...everything],
    ],
    'fields that are unknown, or hold others': [
      [term('made_up', 'value'), ...[]],
      [term('agent_information.unknown_field', 'x'), ...[]],
      [term('agent_information', '12'), ...[]],
      [term('transcription', 'loose'), ...[]],
      [term('__proto__', 'x'), ...[]],
      [{ must_not: [{ term: { made_up: 'value' } }] }, ...everything],
      [{ should: [{ term: { made_up: 'value' } }] }, ...[]],
    ],
    'bool clauses': [
      [{}, ...everything],
      [{ must: [], must_not: [], should: [] }, ...everything],
      [{ must: [{ bool: {} }] }, ...everything],
      [{ must_not: [{ bool: {} }] }, ...[]],
      [{ must_not: [{ term: { status: 'ended' } }] }, ...everything.slice(1)],
      [{ should: [{ term: { status: 'ended' } }, { term: { request_ids: '22' } }] }, 'plain', 'others'],
      [{ must: [{ term: { source: '442071838750' } }], should: [{ term: { status: 'in_progress' } }] }, 'number'],
      [{ must: [{ term: { source: '442071838750' } }], should: [{ term: { status: 'none' } }] }, ...[]],
      [
        { must: [{ bool: { should: [{ term: { destination: 7 } }, { match: { 'transcription.user': 'love' } }] } }] },
        'plain',
        'number',
      ],
      [
        {
          should: [
            { bool: { must: [{ term: { source: '442071838750' } }], must_not: [{ term: { destination: 7 } }] } },
          ],
        },
        'plain',
      ],
      // Two conditions may be met by two steps: lists are flattened.
      [{ must: [{ term: { 'flow_path.type': 'start' } }, { term: { 'flow_path.response.code': 500 } }] }, 'numbers'],
    ],
  };
  for (const [group, rows] of Object.entries(cases)) {
    describe(group, () => {
      for (const [filter, ...found] of rows)
        it(JSON.stringify(filter), () => {
          const { status, ids, message } = searched(index, { filter_by: filter });
          assert.deepEqual({ status, ids, message }, { status: 200, ids: found, message: undefined });
        });
    });
  }

  describe('refused', () => {
    const refused: [filter: unknown, why: RegExp][] = [
      ['{"should" [{"term": {"agent_id": "1"}}]}', /malformed JSON/],
      ['', /malformed JSON/],
      ['null', /expected an object/],
      ['[]', /expected an object/],
      ['"must"', /expected an object/],
      [{ filter: [] }, /unknown key \[filter\]/],
      [{ minimum_should_match: 1 }, /unknown key \[minimum_should_match\]/],
      [{ bool: {} }, /unknown key \[bool\]/],
      [{ must: { term: { status: 'ended' } } }, /\[must\] must be a list/],
      [{ must: null }, /\[must\] must be a list/],
      [{ must: ['ended'] }, /a clause must be an object/],
      [{ must: [{}] }, /exactly one key/],
      [{ must: [{ term: { status: 'a' }, match: { status: 'b' } }] }, /exactly one key/],
      [{ must: [{ term: { status: 'a', source: 'b' } }] }, /exactly one key/],
      [{ must: [{ term: {} }] }, /exactly one key/],
      [{ must: [{ term: 'ended' }] }, /exactly one key/],
      [{ must: [{ terms: { status: ['a'] } }] }, /unknown query \[terms\]/],
      [{ must: [{ range: { 'channel_data.duration': { gte: 1 } } }] }, /unknown query \[range\]/],
      [{ must: [{ Term: { status: 'a' } }] }, /unknown query \[Term\]/],
      [{ must: [{ bool: { filter: [] } }] }, /unknown key \[filter\]/],
      [term('status', null), /not null/],
      [term('status', ['a']), /not a list/],
      [term('status', {}), /not nothing/],
      [term('status', { value: null }), /not null/],
      [term('status', { query: 'a' }), /does not support \[query\]/],
      [term('made_up', ['a']), /not a list/],
      [match('transcription.user', null), /not null/],
      [match('transcription.user', { query: 'a', fuzziness: 2 }), /does not support \[fuzziness\]/],
      [match('transcription.user', { query: 'a', operator: 'xor' }), /operator/],
      [match('transcription.user', { value: 'a' }), /does not support \[value\]/],
      [term('channel_data.duration', 'long'), /\[long\] is not a number/],
      [term('channel_data.duration', true), /\[true\] is not a number/],
      [term('flow_path.synchronized', 1), /\[1\] is not a boolean/],
      [term('session_end_time', 'yesterday'), /\[yesterday\] is not a date/],
      [{ must: [JSON.parse(`${'{"bool":{"must":['.repeat(40)}{"bool":{}}${']}}'.repeat(40)}`)] }, /nested more than/],
    ];
    for (const [filter, why] of refused)
      it(JSON.stringify(filter).slice(0, 90), () => {
        const { status, message, body } = searched(index, { filter_by: filter });
        assert.equal(status, 401);
        assert.equal(body.error, 'invalid_parameters');
        assert.match(message ?? '', why);
      });
  });

  it('keeps every digit of a long number', () => {
    const long = indexOf(session('a', { source: '9720014044002503' }), session('b', { source: '9720014044002504' }));
    const { ids } = searched(long, { filter_by: '{"must":[{"term":{"source":9720014044002503}}]}' });
    assert.deepEqual(ids, ['a']);
  });
});
