import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Party } from '../../../../../src/domain/masking/persons/parties.ts';
import { isNumberOf, isValueOf, readParty } from '../../../../../src/domain/masking/persons/parties.ts';

const party = (value: unknown): Party => readParty('caller', value) ?? assert.fail(`nobody: ${String(value)}`);
const foundIn = (value: unknown, text: string): readonly string[] => text.match(party(value).pattern) ?? [];

describe('who called', () => {
  it('is nobody where nothing says so', () => {
    for (const value of [undefined, null, '', '  ', 'CALLER-1', 'AGENT-12'])
      assert.equal(readParty('caller', value), undefined);
    assert.deepEqual([party(' bob ').value, party('xCALLER-1').value, party(44).value], ['bob', 'xCALLER-1', '44']);
  });

  it('has digits where it is a number, also one with something around it', () => {
    const digits = [
      '+44 7700 900123',
      '0044 7700 900123',
      'sip:447700900123@host',
      '12345',
      'bob',
      '447700900123 and 447700900124',
    ];
    assert.deepEqual(
      digits.map((value) => party(value).digits),
      ['447700900123', '447700900123', '447700900123', '12345', undefined, undefined],
    );
    assert.deepEqual(
      digits.map((value) => party(value).isPlainNumber),
      [true, true, false, false, false, false],
    );
  });

  it('is found wherever it stands by itself, in any case', () => {
    assert.deepEqual(foundIn('bob', 'Bob, bobby, xbob, BOB'), ['Bob', 'BOB']);
    assert.deepEqual(foundIn('sip:bob@host', 'from sip:bob@host or bob@host'), ['sip:bob@host', 'bob@host']);
    assert.deepEqual(foundIn('a.b+c', 'a.b+c axb+c'), ['a.b+c']);
    assert.deepEqual(foundIn('bo', 'bo'), []);
  });

  it('is found by its number, of eight digits and more anywhere', () => {
    assert.deepEqual(foundIn('447700900123', '+447700900123 00447700900123 x447700900123y'), [
      '+447700900123',
      '00447700900123',
      '447700900123',
    ]);
    assert.deepEqual(foundIn('12345', '12345 +12345 x12345 123456 1.12345 12345.6 12345.'), [
      '12345',
      '+12345',
      '12345',
    ]);
  });

  it('leaves a trace in every text that it is found in', () => {
    assert.deepEqual(party('12345').traces, ['12345']);
    assert.deepEqual(party('bo').traces, []);
    assert.equal(party('sip:447700900123@host').traces.at(-1), '447700900123');
    assert.equal(party('bobby').traces.length, 1);
  });

  it('is meant by its value, with its scheme or without, and by its number', () => {
    const [bob, number] = [party('sip:Bob@host'), party('447700900123')];
    assert.deepEqual(
      ['sip:bob@host', 'BOB@host', 'bob'].map((text) => isValueOf(bob, text)),
      [true, true, false],
    );
    assert.deepEqual(
      ['+447700900123', '00447700900123', '07700900123', 'x447700900123', '447700900124'].map((text) =>
        isValueOf(number, text),
      ),
      [true, true, true, false, false],
    );
  });

  it('is meant by its number within the country', () => {
    const number = party('447700900123');
    const is = (digits: string) => isNumberOf(number, digits);
    assert.deepEqual(
      ['447700900123', '07700900123', '7700900123', '700900123', '00900123', '900123', '17700900123'].map(is),
      [true, true, true, true, false, false, false],
    );
    assert.deepEqual(
      ['12345', '2345', '012345'].map((digits) => isNumberOf(party('12345'), digits)),
      [true, false, false],
    );
    assert.equal(isNumberOf(party('bob'), '447700900123'), false);
  });
});
