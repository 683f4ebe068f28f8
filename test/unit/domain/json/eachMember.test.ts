import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eachItem, eachMember } from '../../../../src/domain/json/eachMember.ts';

const wellFormed: [text: string, pieces: readonly string[]][] = [
  ['{}', []],
  ['{ \n}', []],
  ['{"a":1}', ['"a" 1}']],
  ['{ "a" : [1] , "b\\"" : {} }', ['"a" [1] , "b\\"" : {} }', '"b\\"" {} }']],
];
const malformed = ['', '[]', '{', '{a:1}', '{"a"}', '{"a" 1}', '{"a":}', '{"a":1', '{"a":1,}', '{"a":1 "b":2}', '{"a'];

function members(text: string, end?: number): { pieces: string[]; at: number } {
  const bytes = Buffer.from(text);
  const pieces: string[] = [];
  const at = eachMember(bytes, 0, (nameStart, nameEnd, valueStart) => {
    pieces.push(`${bytes.toString('utf8', nameStart, nameEnd)} ${bytes.toString('utf8', valueStart)}`);
    return end;
  });
  return { pieces, at };
}

describe('the members of an object among bytes', () => {
  for (const [text, pieces] of wellFormed)
    it(`of ${text}`, () => assert.deepEqual(members(text), { pieces, at: text.length }));
  for (const text of malformed) it(`there is no object in ${text}`, () => assert.equal(members(text).at, -1));

  it('end where the visitor says', () => {
    assert.equal(members('{"a":?!?}', 8).at, 9);
    assert.equal(members('{"a":1}', -1).at, -1);
  });
});

describe('the items of a list among bytes', () => {
  const items = (text: string, end?: number): { pieces: string[]; at: number } => {
    const bytes = Buffer.from(text);
    const pieces: string[] = [];
    const at = eachItem(bytes, 0, (start) => {
      pieces.push(bytes.toString('utf8', start));
      return end;
    });
    return { pieces, at };
  };
  for (const [text, pieces] of [
    ['[]', []],
    ['[ \n]', []],
    ['[1]', ['1]']],
    ['[ 1 , {"a":[]} ]', ['1 , {"a":[]} ]', '{"a":[]} ]']],
  ] as const)
    it(`of ${text}`, () => assert.deepEqual(items(text), { pieces, at: text.length }));
  for (const text of ['', '{}', '[', '[1', '[1,]', '[1 2]', '[x]', '[1}'])
    it(`there is no list in ${text}`, () => assert.equal(items(text).at, -1));

  it('end where the visitor says', () => {
    assert.equal(items('[?!?]', 4).at, 5);
    assert.equal(items('[1]', -1).at, -1);
  });
});
