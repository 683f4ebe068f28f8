import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nameBefore } from '../../../../../src/domain/masking/secrets/nameInFront.ts';
import { quotedValue, valueAfter } from '../../../../../src/domain/masking/secrets/valueBehind.ts';
import { marked } from '../support/marked.ts';

/** The value behind the sign that follows a name, in guillemets. */
function shown(text: string): string {
  const at = text.search(/pw|pin|Authorization/u);
  const sign = at + text.slice(at).search(/[:=]/u);
  const name = nameBefore(text, sign);
  const value = name && valueAfter(text, name, sign);
  return value ? marked(text, [value]) : text;
}

describe('the value behind the name of a secret', () => {
  const cases: string[] = [
    'pw=«hunter2»',
    'pw = «hunter2» x',
    'pw=>«hunter2»',
    'pw == «hunter2»',
    'pw:«hunter2»\nx',
    'pw: «two words»\nx',
    'pw: «to the end»',
    'x pw: «hunter2», and',
    'x pw: «hunter2».',
    'x pw: «hunter2»',
    'x pw: «a:b.c»!',
    'pw://x',
    // In quotes.
    'x pw: "«a b»" c',
    "x pw: '«a»'",
    'x pw="«it\\"s»" c',
    "x pw='«it''s»' c",
    'x pw="""«a\nb»""" c',
    'x pw=b"«a»" c',
    'x pw="«to the end»',
    'x pw=\\"«a»\\" c',
    // Lists, to what closes them.
    'x pw: [«a, b»] c',
    'x pw: (« a (b) c») d',
    'x pw: {«a: [b}»]',
    'x pw: ["«a", "b"»] c',
    'x pw: [«to the end»',
    // Parts of an address, of a form, of settings.
    'https://a.example/?pw=«a%20b»&x=1',
    'https://a.example/?x&pw=«a»;b',
    '?pw=«a» and',
    '?pw=«a». And',
    '?pw=«a.b»',
    "'?pw=«a»'",
    "'?pw=«a'b»'",
    'a;pw=«b»;d',
    // Within quotes of a longer text, within brackets, and before the next name.
    '"pw: «a b»" c',
    "'pw: «a b»' c",
    '`pw: «a b»` c',
    'x {pw: «a b»}',
    'x {pw: «a b», user: jo}',
    'x pw: «a», user: jo',
    'x pw=«a»,user=jo',
    // With its scheme, with blanks that are escaped.
    'x Authorization: «Bearer a b»',
    'x pw: «Bearer a» b',
    'x pw=«a\\ b» c',
    // Spoken.
    'x pin: «one two three» more',
    // Of several lines.
    'pw:\n  «hunter2»\nuser: jo',
    'pw: |\n  «a\n  b»\nuser: jo',
    '  pw: >-\n      «a»\n  user: jo',
    '- "pw":\n    «a»\n  user: jo',
    'pw:«»\nuser: jo',
    'x-pw: «a\n  b»\nuser: jo',
    // As PHP says of what type it is.
    '["pw"]=> string(4) "«a b»"',
    '[pin] => int(«4321»)',
    '[pw] => Array («a»)',
  ];
  for (const expected of cases) {
    const text = expected.replaceAll(/[«»]/gu, '');
    it(JSON.stringify(expected), () => assert.equal(shown(text), expected));
  }

  it('is in quotes only where they are opened at once', () => {
    for (const [text, at, found] of [
      ['"a"', 0, '"«a»"'],
      ['x"a"', 0, undefined],
      ['x"a"', 1, 'x"«a»"'],
      ['bru"a"', 0, undefined],
      ['`a`', 0, '`«a»`'],
      ["'''a'b'''", 0, "'''«a'b»'''"],
      ["'''a", 0, "'''«a»"],
      ['"a\\', 0, '"«a\\»'],
      ['""', 0, '"«»"'],
    ] as const) {
      const value = quotedValue(text, at);
      assert.equal(value && marked(text, [value]), found, text);
    }
  });
});
