import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readEncoded } from '../../../../src/domain/masking/readEncoded.ts';

/** The readings of a text, each with what of the text its letters stand for. */
const readings = (text: string): readonly string[] =>
  [...readEncoded(text)].map(
    ({ characters, starts, ends }) =>
      `${characters} « ${[...characters].map((_, at) => text.slice(starts[at], ends[at])).join('|')}`,
  );

describe('how a text may be read', () => {
  const cases: [text: string, ...readings: string[]][] = [
    ['', ' « '],
    ['ab', 'ab « a|b'],
    ['a%2Fb', 'a%2Fb « a|%|2|F|b', 'a/b « a|%2F|b'],
    ['a=2Fb', 'a=2Fb « a|=|2|F|b', 'a/b « a|=2F|b'],
    ['%2541', '%2541 « %|2|5|4|1', '%41 « %25|4|1', 'A « %2541'],
    ['\\u0041%u0042', '\\u0041%u0042 « \\|u|0|0|4|1|%|u|0|0|4|2', 'AB « \\u0041|%u0042'],
    ['\\u{041}\\x42\\103', '\\u{041}\\x42\\103 « \\|u|{|0|4|1|}|\\|x|4|2|\\|1|0|3', 'ABC « \\u{041}|\\x42|\\103'],
    ['&#x41;&#066&amp;', '&#x41;&#066&amp; « &|#|x|4|1|;|&|#|0|6|6|&|a|m|p|;', 'AB& « &#x41;|&#066|&amp;'],
    ['&x;&nothing;', '&x;&nothing; « &|x|;|&|n|o|t|h|i|n|g|;'],
    ['a b\n<b c>d', 'a b\n<b c>d « a| |b|\n|<|b| |c|>|d', 'abd « a|b|d'],
    ['a=\r\nb\\n\\/', 'a=\r\nb\\n\\/ « a|=|\r|\n|b|\\|n|\\|/', 'ab/ « a|b|\\/'],
  ];
  for (const [text, ...expected] of cases) it(JSON.stringify(text), () => assert.deepEqual(readings(text), expected));

  it('is decoded four times', () => {
    const deep = (times: number): string =>
      times === 0 ? 'a' : encodeURIComponent(deep(times - 1)).replace('a', '%61');
    assert.equal(readings(deep(4)).length, 5);
    assert.equal(readings(deep(5)).length, 5);
  });
});
