import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { phoneDigits } from '../../../../src/domain/session/phoneDigits.ts';

describe('a phone number, however it is written', () => {
  const same = '447700900123';
  for (const text of [
    '447700900123',
    '+44 (0)7700 900123',
    '+44 ( 0 ) 7700 900123',
    '44 (0) 7700 900123',
    '44(0)7700 900123',
    '+44 [0] 7700 900123',
    '+44 7700 900123,,5#',
    '0044 (0) 7700 900123',
    '+44(0)7700900123',
    '\u202a+44 7700 900123\u202c',
    '\u200e+44\u00a07700\u2009900\u2011123',
    '+44–7700–900—123',
    '+44 7700\u2212900123',
    '＋44 7700 900123',
    '＋４４７７００９００１２３',
    '+٤٤ ٧٧٠٠ ٩٠٠١٢٣',
    '+४४ ७७०० ९००१२३',
    '00447700900123',
    '00 44 7700 900123',
    '(+44) 7700/900.123',
    'tel:+44-7700-900123',
    'tel:+44-7700-900123;ext=12',
    'TEL:00447700900123',
    'whatsapp:+447700900123',
    'sms:+447700900123?body=hello',
    'sip:+447700900123@pbx.example.com;user=phone',
    'sip:447700900123',
    '+44 7700 900123 ext. 12',
    '+44 7700 900123 x12',
    '+44 7700 900123, extension 12',
    '+44 7700 900123 #12',
    '<sip:447700900123@sbc>',
    '"Jo" <tel:+447700900123>',
    'https://wa.me/447700900123',
    'viber:447700900123',
    'skype:+447700900123?call',
    'Phone: +44 7700 900123',
    '+44 7700 900123 (mobile)',
    "'+44 7700 900123",
    '="+447700900123"',
    '[+44] 7700 900123',
    '+44_7700_900123',
    '+44 0 7700 900123',
    '011 44 7700 900123',
  ]) {
    it(JSON.stringify(text), () => assert.equal(phoneDigits(text), same));
  }

  it('keeps its zero where it is written without a country', () => {
    assert.equal(phoneDigits('07700 900123'), '07700900123');
    assert.equal(phoneDigits('(0)7700 900123'), '07700900123');
    assert.equal(phoneDigits('+1 (0800) 123'), '10800123');
    assert.equal(phoneDigits('0113 496 0000'), '01134960000');
  });

  it('keeps the zero that is a part of it in Italy', () => {
    assert.equal(phoneDigits('+39 (0)6 1234 5678'), '390612345678');
    assert.equal(phoneDigits('0039 06 1234 5678'), '390612345678');
  });

  for (const text of [
    '',
    'coffee',
    'sip:alice@example.com',
    '5f7f2e60a6034c9b5c79d16c',
    'user-12',
    'messenger:1234567',
    'fb:1234567',
    '-12',
    '10:30',
    'x12',
    '12 apples',
  ]) {
    it(`${JSON.stringify(text)} is none`, () => assert.equal(phoneDigits(text), undefined));
  }

  it('is not looked for in a long text', () => assert.equal(phoneDigits('1 '.repeat(100_000)), undefined));
});
