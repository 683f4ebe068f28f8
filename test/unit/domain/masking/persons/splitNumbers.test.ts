import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SplitNumber } from '../../../../../src/domain/masking/persons/splitNumbers.ts';
import { isSplitNumber, partOfNumber } from '../../../../../src/domain/masking/persons/splitNumbers.ts';

const split = (text: string, more: Partial<SplitNumber> = {}): boolean =>
  isSplitNumber({ parts: text.split(' '), inList: true, areNumbers: false, name: undefined, ...more });

describe('a number that is split over values', () => {
  const numbers = [
    '07700 900 123',
    '020 7946 0018',
    '0044 7700 900123',
    '202 555 0173',
    '1 202 555 0173',
    '44 7700 900123',
    '+ 44 7700 900',
    '07 70 09 00 12',
    '0 7 7 0 0 9 0 0 1 2 3',
  ];
  for (const text of numbers) it(`is ${text}`, () => assert.equal(split(text), true));

  const others = [
    '07700900123',
    '0770 900',
    '07700 900123 4567 89012',
    '07700 900 100 200 300 400 500',
    '1000 2000 3000',
    '10 20 30 40',
    '202 155 0173',
    '102 555 0173',
    '44 770 900',
    '4477 009 001',
    '44 77 00 90 01',
    '2019 2020 2021',
    '00 77 00 90 01',
    '07 70 09 00',
    '01 7700 900',
    '0077 0090',
  ];
  for (const text of others) it(`is not ${text}`, () => assert.equal(split(text), false));

  it('of numbers is only one that was dialled, in a list that is called so', () => {
    const digits = '0 7 7 0 0 9 0 0 1 2 3';
    const called = (name: string, inList = true) => split(digits, { areNumbers: true, name, inList });
    for (const name of [
      'digits',
      'dtmf',
      'pressedKeys',
      'keypad',
      'phone',
      'caller_tel',
      'msisdn',
      'calleeNumber',
      'mobile',
    ])
      assert.equal(called(name), true, name);
    for (const name of ['', 'counts', 'monkeys', 'telemetry', 'phonetic']) assert.equal(called(name), false, name);
    assert.equal(called('digits', false), false);
    assert.deepEqual(
      [split('020 7946 0018', { areNumbers: true }), split('020 7946 0018', { inList: false })],
      [false, false],
    );
    assert.equal(split('+ 44 7700 900', { inList: false }), true);
  });

  it('has parts of few digits', () => {
    const are = (texts: readonly string[]) => texts.filter((text) => partOfNumber.test(text));
    const parts = ['+', '+44', '(020)', '7946', '0', '900 123', '900-12'];
    assert.deepEqual(are([...parts, '', '-1', '12345678', 'a1', '1a', '++', ' 1', '1.5']), parts);
  });
});
