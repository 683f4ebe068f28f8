import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMask } from '../../../../../src/domain/masking/mask.ts';
import { findSpokenNumbers } from '../../../../../src/domain/masking/persons/spokenNumbers.ts';
import { comesOutAs, stays } from '../support/inEveryPlace.ts';

describe('a number that is said in words', () => {
  comesOutAs([
    ['my number is zero seven nine double one one two three', 'my number is CALLER-1'],
    ['It is Oh Seven Nine, double one, uh, one two three. Thanks', 'It is CALLER-1. Thanks'],
    ['plus four four seven nine one one one two three four five six', 'CALLER-1'],
    ['call five five five dash one two three four please', 'call CALLER-1 please'],
    ['oh seven seven ninety-one twenty three forty five sixty seven', 'CALLER-1'],
    ['on eight hundred five five five one two three four', 'on CALLER-1'],
    ['zero-seven-nine-one-one-one-two-three', 'CALLER-1'],
    ['zero\nseven\nnine\none\none\ntwo\nthree', 'CALLER-1'],
    ['zéro six douze trente-quatre cinquante-six soixante-dix-huit', 'CALLER-1'],
    ['null eins sieben eins eins zwei drei vier', 'CALLER-1'],
    ['es el seis uno dos tres cuatro cinco cinco siete ocho', 'es el CALLER-1'],
    ['ноль семь девять один один два три четыре', 'CALLER-1'],
    ['המספר שלי אפס חמש ארבע שתיים שלוש ארבע חמש', 'המספר שלי CALLER-1'],
    ['我的号码是零七九一一二三四五', '我的号码是CALLER-1'],
  ]);
  comesOutAs([
    ['oh 7911 one two three four 56', 'CALLER-1'],
    ['it is 0 seven 9 double 1 four 2 3', 'it is CALLER-1'],
    ['number=zero+seven+nine+one+one+one+two+three', 'number=CALLER-1'],
    ['zero_seven_nine_one_one_one_two_three', 'CALLER-1'],
    ['нуль дев’ять п’ять один один два три чотири', 'CALLER-1'],
    ['+44 seven nine one one 123456', 'CALLER-1'],
  ]);
  stays([
    'one or two things',
    'one two three four five six seven eight nine ten',
    'ten nine eight seven six five four three two one',
    'one hundred twenty three thousand four hundred and fifty six dollars',
    'one million two hundred thirty four thousand five hundred sixty seven',
    'between nineteen eighty four and nineteen ninety nine',
    'twenty twenty one, twenty twenty two',
    'we have nine, ten thirty, eleven fifteen, one and two',
    'testing one two three one two three',
    'room nine one one, step one of two',
    'order number seven seven two one three four nine',
    'on oh five oh two nineteen eighty four',
    'two thousand and one two thousand and two two thousand and three',
    'uno o dos o tres o cuatro o cinco o seis o siete',
    '三百二十一',
  ]);

  it('is the number that it says', () => {
    const digits = (text: string): readonly string[] => findSpokenNumbers(text).map((number) => number.digits);
    assert.deepEqual(digits('zero zero four four seven nine double one one two three four five six'), ['447911123456']);
    assert.deepEqual(digits('oh seven seventy-seven triple nine one'), ['07779991']);
    const mask = createMask({ caller: '447911123456' });
    assert.equal(mask.text('oh seven nine double one one two three four five six'), 'CALLER-1');
  });

  it('is found in time, however much is counted', () => {
    for (const part of ['one ', 'one, two; ', 'one and ', 'double ', 'one two x ', 'one.....', '一'])
      assert.equal(typeof createMask().text(part.repeat(200_000 / part.length)), 'string');
  });
});
