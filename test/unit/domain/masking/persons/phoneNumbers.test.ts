import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { canonicalDigits, findPhoneNumbers } from '../../../../../src/domain/masking/persons/phoneNumbers.ts';

/** Each number stands between «». */
const texts: Readonly<Record<string, readonly string[]>> = {
  'a number without blanks, of 8 to 15 digits': [
    '«44770090»',
    'call «447700900123» now',
    '«+447700900123»',
    'call 4477009 now',
    '«447700900123456»',
    '4477009001234567',
    'call +4477009 now',
    'call +447700 now',
  ],
  'a number in groups': [
    'call «+44 7700 900 123», please',
    'call «(020) 7946 0018»',
    'call «+44 (0)20 7946 0018»',
    'call «0044 20 7946 0018»',
    'call «07700 900-123»',
    'call «07700.900.123»',
    'call «07700/900123»',
    'call «+44 7700_900_123»',
    'call «+49·171·1234567»',
    'call «07700 – 900123»',
    'file 07700_900_12',
    'call «1 202 555 0173»',
    'call «44 77009001»',
    'call «447 77009001»',
  ],
  'digits one by one': [
    'it is «0 7 7 0 0 9 0 0 1 2 3», yes',
    'it is «4|4|7|7|0|0|9|0|0|1|2|3»',
    'it is «+44|7700|900123»',
    'in 4|4|7 ways',
    'x«0*7*7*0*0*9*0*0*1*2*3»'.slice(1),
  ],
  'digits of any script': ['call «٠٧٧٠٠٩٠٠١٢٣»', 'call «＋４４７７００９００１２３»', 'call «07700900123»²'],
  'a number with what is said of it': [
    'call «447700900123»x12',
    'call «+4477009001»ext 4',
    'tel«447700900123»',
    '«447700900123»home',
    'mail=3D«447700900123»',
  ],
  'a part of an id': [
    'a4477009',
    'id 4477009a1',
    'part b44770090b',
    'order 12ab447700900123',
    '447700900123ab12',
    'a447700900123bcd',
    'deadbeef4477009001230000deadbeef',
  ],
  'what begins on one line and goes on below': [
    'call «+44 7700\n900123»',
    'call «07700-\n900123»',
    'call «07700 900\r\n123»',
    '> call «+44 7700\n> 900123»',
    '447700900123\n447700900124'.replaceAll(/\d+/gu, '«$&»'),
    '12345\n67890',
    '0770\n9001',
  ],
  'several numbers in one text': [
    '«447700900123» or «447700900124»',
    '«07700 900123», «07700 900124»',
    '«07700900123»/«07700900124»',
    '«020 7946 0018» «020 7946 0019»',
    '«+44 7700 900123» «+44 7700 900124»',
  ],
  'the number of a card': [
    'card «4111 1111 1111 1111»',
    'card «4111111111111111»',
    'card 4111111111111112',
    'card «5500 0000 0000 0004»',
  ],
  'dates, times and what counts since 1970': [
    'on 2026-06-01 10:00:00',
    'on 20260601',
    'from 2019 2020 2021',
    'at 1700000000',
    'at 1700000000000',
    '«2700000000»',
    'took 12345678 ms',
    'took 12345678ms',
    'sent 123456789 bytes',
    'took «12345678» minutes',
    'took «01234567890» ms',
  ],
  'amounts, coordinates and sums': [
    'for 12345678.50',
    'for 1,234,567.50',
    'for 1.234.567,50',
    'for 12,345,678',
    'at 48.858370, 2.294481',
    'at 48.858370;2.294481',
    'version 10.0.19045.3803',
    'of 1920*1080',
    'of 1000 ~ 20000',
    'of 10000 * 20000',
    'of 1024*1024*1024',
    'of 10000*20000',
    'call «020*7946*0018»',
    'call «+44.77009001»',
  ],
  'a number as a spreadsheet writes it': [
    'in «4.47700900123E+11»',
    'in «4.477009001e11»',
    'in 4.47700900123E+99',
    'in 4.47E+11',
  ],
};

describe('phone numbers in a text', () => {
  for (const [what, all] of Object.entries(texts)) {
    describe(what, () => {
      for (const marked of all) {
        it(JSON.stringify(marked), () => {
          const text = marked.replaceAll(/[«»]/gu, '');
          let told = text;
          for (const { start, end } of [...findPhoneNumbers(text)].reverse())
            told = `${told.slice(0, start)}«${told.slice(start, end)}»${told.slice(end)}`;
          assert.equal(told, marked);
        });
      }
    });
  }

  it('have the same digits however they are written', () => {
    const written = ['+44 (0)20 7946 0018', '0044 20 7946 0018', '44 20 7946 0018', '+44-20-7946-0018'];
    assert.deepEqual(new Set(written.map(canonicalDigits)), new Set(['442079460018']));
    for (const text of written)
      assert.deepEqual(
        findPhoneNumbers(text).map(({ digits }) => digits),
        ['442079460018'],
        text,
      );
    assert.equal(canonicalDigits('(0)20 7946'), '0207946');
  });
});
