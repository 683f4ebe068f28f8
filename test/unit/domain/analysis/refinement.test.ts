import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readRefinement } from '../../../../src/domain/analysis/refinement.ts';
import { parseJson } from '../../../../src/domain/json/parseJson.ts';
import { projection } from '../../../../src/domain/session/fields/projection.ts';

const now = new Date('2026-11-20T12:00:00Z');

const call = {
  id: 'call-1',
  source: '447700900123',
  session_start_time: '2026-11-16T09:30:05',
  channel_data: { duration: '61' },
  agent_information: { id: 'a1', name: 'Front Desk' },
  transcription: [{ user: "I'd like a Table for two" }, { agent: 'For when?' }, { user: 'tonight, please' }],
  flow_path: [
    { type: 'speak', node_id: 'greeting', execution_time: 900 },
    { type: 'webhook', node_id: 'tables', execution_time: 2500, response: { code: 500 } },
    { type: 'webhook', node_id: 'tables', execution_time: 300, response: { code: 200 } },
  ],
  flow_data: {
    collected_tags: [
      { tag: 'invalid', category: 'input' },
      { tag: 'vip', category: 'caller' },
    ],
  },
  'params_list.name': 'through',
  params: { city: { value: 'Haifa' }, 'party.size': { value: '2' }, note: { value: null } },
};

const phrase = (query: string, slop: number) => ({ match_phrase: { 'transcription.user': { query, slop } } });
const keeps = (condition: unknown, session: unknown): boolean =>
  readRefinement({ must: [condition] }, now).keeps(session);

describe('a refinement', () => {
  const holds: readonly (readonly [why: string, condition: unknown, expected: boolean])[] = [
    ['match_all: everything', { match_all: {} }, true],
    ['match_all: and without it nothing', { bool: { must_not: [{ match_all: {} }] } }, false],
    ['match_all: of a list, that it holds anything', { nested: { path: 'flow_path', query: { match_all: {} } } }, true],
    ['match_all: of an empty list', { nested: { path: 'tags_list', query: { match_all: {} } } }, false],
    ['term: the very value', { term: { id: 'call-1' } }, true],
    ['term: letter case counts', { term: { id: 'Call-1' } }, false],
    ['term: unless it does not', { term: { id: { value: 'Call-1', case_insensitive: true } } }, true],
    ['term: a number in a text', { term: { 'channel_data.duration': '61' } }, true],
    ['term: a word of a text', { term: { 'transcription.user': 'table' } }, true],
    ['term: words are held in small letters', { term: { 'transcription.user': 'Table' } }, false],
    [
      'term: a word of a text, whatever its case',
      { term: { 'transcription.user': { value: 'TABLE', case_insensitive: true } } },
      true,
    ],
    ['term: a date is all of its instants', { term: { session_start_time: '2026-11-16' } }, true],
    ['terms: any of them', { terms: { 'flow_path.response.code': [404, 500] } }, true],
    ['terms: none of them', { terms: { 'flow_path.response.code': [404, 503] } }, false],
    ['terms: of nothing', { terms: { id: [] } }, false],
    ['match: any of the words', { match: { 'transcription.user': 'table NOWHERE' } }, true],
    ['match: all of the words', { match: { 'transcription.user': { query: 'two tonight', operator: 'and' } } }, true],
    ['match: one is missing', { match: { 'transcription.user': { query: 'two nowhere', operator: 'AND' } } }, false],
    ['match: no word at all', { match: { 'transcription.user': '…' } }, false],
    ['match_phrase: one after the other', { match_phrase: { 'transcription.user': 'table for TWO' } }, true],
    ['match_phrase: in this order', { match_phrase: { 'transcription.user': 'for table' } }, false],
    ['match_phrase: within one value', { match_phrase: { 'transcription.user': 'two tonight' } }, false],
    [
      'match_phrase: with others between',
      { match_phrase: { 'transcription.user': { query: 'like table', slop: 1 } } },
      true,
    ],
    ['match_phrase: not so many', { match_phrase: { 'transcription.user': { query: 'like two', slop: 1 } } }, false],
    ['match_phrase: slop of two that changed places', phrase('table a', 2), true],
    ['match_phrase: which are two moves', phrase('table a', 1), false],
    ['match_phrase: a word between, and one moved', phrase('table like', 3), true],
    ['match_phrase: which are three', phrase('table like', 2), false],
    ['match_phrase: a word twice stands in two places', phrase('for for', 3), false],
    ['match_phrase: one that is not there', phrase('table nowhere', 50), false],
    ['range: of texts, by code points', { range: { 'agent_information.name': { gt: '\u{1F600}' } } }, false],
    ['range: of numbers', { range: { 'flow_path.execution_time': { gt: 900, lte: 2500 } } }, true],
    ['range: one value for both ends', { range: { 'flow_path.execution_time': { gt: 900, lt: 2500 } } }, false],
    ['range: of a day, to its end', { range: { session_start_time: { gte: '2026-11-16', lte: '2026-11-16' } } }, true],
    ['range: before a day', { range: { session_start_time: { lt: '2026-11-16' } } }, false],
    ['range: after a day', { range: { session_start_time: { gt: '2026-11-16' } } }, false],
    ['range: date math', { range: { session_start_time: { gte: 'now-4d/d', lt: 'now-3d/d' } } }, true],
    ['range: of texts, by their letters', { range: { source: { gte: '4477', lt: '4478' } } }, true],
    ['exists', { exists: { field: 'agent_information.name' } }, true],
    ['exists: an object, by what is in it', { exists: { field: 'agent_information' } }, true],
    ['exists: null does not', { exists: { field: 'params.note.value' } }, false],
    ['exists: what is not there', { exists: { field: 'params.street.value' } }, false],
    ['exists: an object that a name leads through', { exists: { field: 'params_list' } }, true],
    [
      'should: of none, beside what must be met',
      { bool: { must: [{ match_all: {} }], minimum_should_match: 1 } },
      false,
    ],
    ['should: of none, beside what must not be met', { bool: { must_not: [], minimum_should_match: 1 } }, true],
    ['prefix', { prefix: { source: '4477' } }, true],
    ['prefix: of a word', { prefix: { 'transcription.user': 'tonig' } }, true],
    [
      'prefix: in any letter case',
      { prefix: { 'agent_information.name': { value: 'FRONT', case_insensitive: true } } },
      true,
    ],
    ['wildcard', { wildcard: { source: '44*9??123' } }, true],
    ['wildcard: the whole value', { wildcard: { source: '44*9' } }, false],
    ['wildcard: a star that is one', { wildcard: { 'agent_information.name': String.raw`Front\*` } }, false],
    ['a name that has dots', { term: { 'params.party.size.value': '2' } }, true],
    [
      'nested: a name that leads through the list is an entry of it',
      { nested: { path: 'params_list', query: { term: { 'params_list.name': 'through' } } } },
      true,
    ],
    [
      'nested: one entry meets both',
      {
        nested: {
          path: 'flow_path',
          query: {
            bool: {
              must: [
                { term: { 'flow_path.response.code': 500 } },
                { range: { 'flow_path.execution_time': { gt: 2000 } } },
              ],
            },
          },
        },
      },
      true,
    ],
    [
      'nested: no entry meets both',
      {
        nested: {
          path: 'flow_path',
          query: {
            bool: {
              must: [
                { term: { 'flow_path.response.code': 200 } },
                { range: { 'flow_path.execution_time': { gt: 2000 } } },
              ],
            },
          },
        },
      },
      false,
    ],
    [
      'the same without: two entries meet one each',
      {
        bool: {
          must: [{ term: { 'flow_path.response.code': 200 } }, { range: { 'flow_path.execution_time': { gt: 2000 } } }],
        },
      },
      true,
    ],
    [
      'nested: a tag in its category',
      {
        nested: {
          path: 'flow_data.collected_tags',
          query: {
            bool: {
              filter: [
                { term: { 'flow_data.collected_tags.tag': 'vip' } },
                { term: { 'flow_data.collected_tags.category': 'input' } },
              ],
            },
          },
        },
      },
      false,
    ],
    ['must_not', { bool: { must_not: [{ term: { id: 'call-2' } }] } }, true],
    ['should: one is enough', { bool: { should: [{ term: { id: 'call-2' } }, { term: { id: 'call-1' } }] } }, true],
    [
      'should: one is needed, also beside must',
      { bool: { must: [{ term: { id: 'call-1' } }], should: [{ term: { id: 'call-2' } }] } },
      false,
    ],
    [
      'should: two are needed',
      { bool: { minimum_should_match: 2, should: [{ term: { id: 'call-1' } }, { prefix: { source: '44' } }] } },
      true,
    ],
    ['a clause without a list', { bool: { must: { term: { id: 'call-1' } } } }, true],
    ['an empty bool', { bool: {} }, true],
  ];
  for (const [why, condition, expected] of holds) {
    it(`${why}: ${expected}`, () => assert.equal(keeps(condition, call), expected));
  }

  it('compares numbers beyond a double as the index does', () => {
    const session = parseJson('{ "flow_path": [{ "execution_time": 12.50 }] }');
    assert.equal(keeps({ term: { 'flow_path.execution_time': 12.5 } }, session), true);
  });

  for (const session of [null, undefined, 5, 'text', [], {}, { flow_path: 'none' }, { flow_path: [null, [{}]] }]) {
    it(`holds of nothing in ${JSON.stringify(session)}`, () => {
      assert.equal(keeps({ term: { 'flow_path.response.code': 500 } }, session), false);
      assert.equal(keeps({ bool: { must_not: [{ exists: { field: 'flow_path.type' } }] } }, session), true);
    });
  }

  it('takes no longer for a pattern made to be slow', () => {
    const session = { agent_information: { name: 'a'.repeat(50_000) } };
    assert.equal(keeps({ wildcard: { 'agent_information.name': `${'*a'.repeat(100)}*b` } }, session), false);
  });
});

describe('what is wrong with a refinement', () => {
  const wrong: readonly (readonly [condition: unknown, code: string, path: readonly (string | number)[]])[] = [
    [5, 'expectedObject', []],
    [{ term: { id: 'a' }, match: { id: 'b' } }, 'onlyOne', []],
    [{ fuzzy: { id: 'a' } }, 'unknownKey', ['fuzzy']],
    [{ term: 'a' }, 'expectedObject', ['term']],
    [{ term: { id: ['a'] } }, 'expectedScalar', ['term', 'id']],
    [{ term: { id: { values: 'a' } } }, 'unknownKey', ['term', 'id', 'values']],
    [{ term: { nowhere: 'a' } }, 'unknownField', ['term', 'nowhere']],
    [{ term: { agent_information: 'a' } }, 'objectField', ['term', 'agent_information']],
    [{ term: { 'flow_path.response.code': 'many' } }, 'kindDoesNotFit', ['term', 'flow_path.response.code']],
    [{ terms: { id: 'a' } }, 'expectedList', ['terms', 'id']],
    [
      { match: { 'transcription.user': { query: 'a', operator: 'xor' } } },
      'kindDoesNotFit',
      ['match', 'transcription.user', 'operator'],
    ],
    [{ range: { 'flow_path.response.code': {} } }, 'missingKey', ['range', 'flow_path.response.code']],
    [{ range: { 'flow_path.response.code': { over: 5 } } }, 'unknownKey', ['range', 'flow_path.response.code', 'over']],
    [{ range: { session_start_time: { gte: '30 February' } } }, 'badDate', ['range', 'session_start_time', 'gte']],
    [{ prefix: { 'flow_path.response.code': '1' } }, 'kindDoesNotFit', ['prefix', 'flow_path.response.code']],
    [{ nested: { path: 'flow_path' } }, 'missingKey', ['nested']],
    [{ exists: { field: 7 } }, 'expectedText', ['exists', 'field']],
  ];
  for (const [condition, code, path] of wrong) {
    it(`${code}: ${JSON.stringify(condition)}`, () => {
      const { problems } = readRefinement({ must: [condition] }, now);
      assert.deepEqual(
        problems.map((problem) => [problem.code, problem.path]),
        [[code, ['must', 0, ...path]]],
      );
    });
  }

  it('nests so deep and no deeper', () => {
    let deep: unknown = { term: { id: 'a' } };
    for (let level = 0; level < 40; level += 1) deep = { bool: { must: [deep] } };
    assert.deepEqual(
      readRefinement({ must: [deep] }, now).problems.map(({ code }) => code),
      ['tooDeep'],
    );
  });

  it('keeps nothing where it cannot be read, and nothing else of the query is lost', () => {
    assert.equal(keeps({ term: { id: ['a'] } }, call), false);
    assert.equal(keeps({ bool: { should: [{ term: { id: ['a'] } }, { term: { id: 'call-1' } }] } }, call), true);
  });

  it('says which fields it reads', () => {
    const { fields } = readRefinement(
      {
        must: [{ term: { id: 'a' } }, { exists: { field: 'flow_path' } }],
        should: [{ range: { 'flow_path.response.code': { gt: 1 } } }],
      },
      now,
    );
    assert.deepEqual([...fields], ['id', 'flow_path', 'flow_path.response.code']);
  });

  it('reads of a list all of it where an entry meets a condition that has nothing of what it asks for', () => {
    const condition = (query: unknown) => readRefinement({ must: [{ nested: { path: 'flow_path', query } }] }, now);
    const noCode = condition({ bool: { must_not: [{ exists: { field: 'flow_path.response.code' } }] } });
    for (const refinement of [noCode, condition({ match_all: {} })]) {
      assert.ok(refinement.fields.has('flow_path'));
      assert.ok(refinement.keeps(projection([...refinement.fields])({ flow_path: [{ surprise: 1 }] })));
    }
    assert.deepEqual(
      [...condition({ exists: { field: 'flow_path.response.code' } }).fields],
      ['flow_path.response.code'],
    );
  });
});
