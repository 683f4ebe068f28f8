import assert from 'node:assert/strict';
import { it } from 'node:test';
import { digitsOf } from '../../../../../src/domain/masking/persons/digits.ts';

const letters = Array.from({ length: 0x20000 }, (_, code) => String.fromCodePoint(code));

it('knows every digit of Unicode, and every letter that is made of digits', () => {
  for (const letter of letters.filter((one) => /\p{Nd}/u.test(one))) assert.match(digitsOf(letter), /^\d$/u, letter);
  const made = letters.filter((one) => /\p{No}/u.test(one) && /^\(?\d+[).,]?$/u.test(one.normalize('NFKC')));
  for (const letter of made) assert.equal(digitsOf(letter), letter.normalize('NFKC').replaceAll(/\D/gu, ''), letter);
  assert.ok(made.length > 80);
});

it('knows the value of each', () => {
  for (const row of [
    '٠١٢٣٤٥٦٧٨٩',
    '௦௧௨௩௪௫௬௭௮௯',
    '０１２３４５６７８９',
    '𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗',
    '𝟶𝟷𝟸𝟹𝟺𝟻𝟼𝟽𝟾𝟿',
    '⁰¹²³⁴⁵⁶⁷⁸⁹',
    '⓪①②③④⑤⑥⑦⑧⑨',
  ])
    assert.equal(digitsOf(row), '0123456789');
  for (const row of ['⓿❶❷❸❹❺❻❼❽❾❿', '🄋➀➁➂➃➄➅➆➇➈➉', '🄌➊➋➌➍➎➏➐➑➒➓', '🄁⓵⓶⓷⓸⓹⓺⓻⓼⓽⓾'])
    assert.equal(digitsOf(row), '012345678910');
  assert.equal(digitsOf('⓫⓬⓭⓮⓯⓰⓱⓲⓳⓴ ⑳ ⒛ ㊿'), '11121314151617181920202050');
  assert.equal(digitsOf('½ Ⅷ 一 ㊀ A'), '');
});
