import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyse } from '../../../../src/domain/tokens/analyse.ts';

const family = '👩\u200d👩\u200d👧\u200d👦';
const scotland = '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}';

describe('analysis', () => {
  const cases: Record<string, [text: string, ...tokens: string[]][]> = {
    'Latin letters and digits': [
      ["I don't LOVE this-agent!", 'i', "don't", 'love', 'this', 'agent'],
      ['1,299.99 2;5 3.', '1,299.99', '2;5', '3'],
      ['mail.example.com a..b .a. a.1 1.a', 'mail.example.com', 'a', 'b', 'a', 'a', '1', '1', 'a'],
      ['user_1 __a__ _ __', 'user_1', '__a__'],
      ['AB-12345 A4 4A', 'ab', '12345', 'a4', '4a'],
      ["rock'n'roll 'quoted' O’Connor", "rock'n'roll", 'quoted', 'o’connor'],
      ['a:b a·b 1:2 1,a', 'a:b', 'a·b', '1', '2', '1', 'a'],
      ['jane@example.com https://x.example.com/a?b=c', 'jane', 'example.com', 'https', 'x.example.com', 'a', 'b', 'c'],
      ['e\u0301te\u0301 re\u00ADsume', 'e\u0301te\u0301', 're\u00ADsume'],
      ['$5 50% +44 #7', '5', '50', '44', '7'],
      ['', ...[]],
      ['?! … — \u0000 \u0301', ...[]],
    ],
    'other alphabets': [
      ['ΟΔΟΣ ΣΑΣ', 'οδοσ', 'σασ'],
      ['İSTANBUL IĞDIR', 'istanbul', 'iğdir'],
      ['STRASSE Straße ŒUVRE', 'strasse', 'straße', 'œuvre'],
      ['Привет, мир', 'привет', 'мир'],
      ['صباح الخير ١٢٣', 'صباح', 'الخير', '١٢٣'],
      ['नमस्ते दुनिया', 'नमस्ते', 'दुनिया'],
      ['𐐀𐐁', '𐐨𐐩'],
    ],
    Hebrew: [
      ['צה"ל ש"ח', 'צה"ל', 'ש"ח'],
      ["ג'ירפה צ' סוף", "ג'ירפה", "צ'", 'סוף'],
      ['א"א"א', 'א"א', 'א'],
      ['"שלום"', 'שלום'],
      ['צה״ל', 'צה״ל'],
      ['a"b', 'a', 'b'],
    ],
    'East Asia': [
      ['東京', '東', '京'],
      ['ひらがな', 'ひ', 'ら', 'が', 'な'],
      ['カタカナ ｶﾀｶﾅ', 'カタカナ', 'ｶﾀｶﾅ'],
      ['コーヒー', 'コーヒー'],
      ['カタabc', 'カタ', 'abc'],
      ['カタ_abc', 'カタ_abc'],
      ['東京タワーへ行く', '東', '京', 'タワー', 'へ', '行', 'く'],
      ['안녕하세요 세계', '안녕하세요', '세계'],
      ['한국2026abc', '한국2026abc'],
      ['ＡＢ１２，３', 'ａｂ１２，３'],
      ['𠀀𠀁', '𠀀', '𠀁'],
    ],
    'Southeast Asia': [
      ['ยินดีต้อนรับ สู่', 'ยินดีต้อนรับ', 'สู่'],
      ['ສະບາຍດີ', 'ສະບາຍດີ'],
      ['សួស្តី', 'សួស្តី'],
      ['မင်္ဂလာပါ', 'မင်္ဂလာပါ'],
      ['ไทยabc12', 'ไทย', 'abc12'],
    ],
    emoji: [
      ['👍🏽👍', '👍🏽', '👍'],
      [`${family} ok`, family, 'ok'],
      ['🇳🇱🇩🇪🇫', '🇳🇱', '🇩🇪'],
      ['1️⃣ #️⃣ *⃣ 1', '1️⃣', '#️⃣', '*⃣', '1'],
      ['❤️❤', '❤️', '❤'],
      [scotland, scotland],
      ['© ™ ☎', '©', '™', '☎'],
      ['great👍really', 'great', '👍', 'really'],
      ['🏽', '🏽'],
    ],
    'long words': [
      ['x'.repeat(256), 'x'.repeat(255), 'x'],
      ['x'.repeat(510), 'x'.repeat(255), 'x'.repeat(255)],
      [`${'x'.repeat(254)}'y`, 'x'.repeat(254), 'y'],
      ['𐐨'.repeat(128), '𐐨'.repeat(127), '𐐨'],
    ],
  };
  for (const [script, rows] of Object.entries(cases)) {
    describe(script, () => {
      for (const [text, ...tokens] of rows)
        it(JSON.stringify(text.slice(0, 40)), () => assert.deepEqual(analyse(text), tokens));
    });
  }
});
