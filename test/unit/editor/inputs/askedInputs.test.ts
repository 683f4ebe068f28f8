import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseQuery } from '../../../../src/domain/query/query.ts';
import { askedInputs } from '../../../../src/editor/inputs/askedInputs.ts';

const query = (inputs: string, rest: string) => parseQuery(`{ "inputs": [${inputs}], ${rest} }`);
const term = (field: string, value: string) => `"filter_by": { "must": [{ "term": { "${field}": "${value}" } }] }`;
const who = '{ "id": "who", "type": "promptString", "description": "Who?", "default": "49" }';

describe('askedInputs', () => {
  it('asks only for what is used, as it is declared', () => {
    const [asked, ...others] = askedInputs(
      query(`${who}, { "id": "other", "type": "promptString" }`, term('source', '${input:who}')),
    );
    assert.equal(others.length, 0);
    assert.deepEqual(
      [asked?.id, asked?.type, asked?.description, asked?.default, asked?.fields],
      ['who', 'promptString', 'Who?', '49', ['source']],
    );
  });

  it('asks for an input that is not declared as for a text', () => {
    assert.deepEqual(
      askedInputs(query('', term('source', '${input:who}'))).map(({ id, type }) => [id, type]),
      [['who', 'promptString']],
    );
  });

  const fits: [what: string, rest: string, answer: string, problem: string | undefined][] = [
    ['a number where one is needed', term('channel_data.status_code', '${input:who}'), '200', undefined],
    ['a word where a number is needed', term('channel_data.status_code', '${input:who}'), 'error', 'number'],
    ['a word where true or false is needed', term('params_list.completed', '${input:who}'), 'yes', 'boolean'],
    ['a date', '"from_date": "${input:who}"', 'now-3d', undefined],
    ['a word where a date is needed', '"from_date": "${input:who}"', 'monday', 'date'],
    ['a commit where a date is needed', '"from_date": "${input:who}"', 'git:v2||-1d', undefined],
    ['what names no commit', '"from_date": "${input:who}"', 'git:--all', 'date'],
    ['a part of a date: anything', '"from_date": "now-${input:who}"', '3d', undefined],
    ['a phone number', term('source', '${input:who}'), '4915', undefined],
  ];
  for (const [what, rest, answer, problem] of fits) {
    it(`takes ${what}: ${problem ?? 'fits'}`, () => {
      assert.equal(askedInputs(query(who, rest))[0]?.problemOf(answer), problem);
    });
  }

  for (const inputs of ['5', '{}', 'null', '{ "id": "who", "options": "x" }', '{ "id": 3 }']) {
    it(`understands ${inputs} as well as can be`, () => {
      assert.equal(askedInputs(query(inputs, term('source', '${input:who}')))[0]?.id, 'who');
    });
  }
});
