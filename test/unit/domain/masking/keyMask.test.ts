import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createKeyMask } from '../../../../src/domain/masking/keyMask.ts';
import { brokenEchoes, echoes } from './keyEchoes.ts';

const key = 'Zq7.key+nobody/may=find~41d8cd98f00b';
const mask = createKeyMask(key);
const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('the mask of a key', () => {
  /** What base64 packs with the key, or leaves behind it. */
  const rest: Readonly<Record<string, RegExp>> = {
    'in the base64 of JSON': /^eyJhcGlLZXk\*\*\*Jtb3JlIjp0cnVlfQ==$/,
    'in base64 that is percent-encoded': /^\*\*\*%3D$/,
    'in base64 over lines': /^S2V\*\*\*$/,
    'in base32': /^\*\*\*I$/,
    'in hexadecimal as C has bytes': /^0x\*\*\*, $/,
    'as escapes of CSS': /^\\\*\*\* $/,
  };
  for (const [form, echo] of Object.entries(echoes)) {
    it(`covers it ${form}`, () => {
      assert.match(mask(echo(key)), rest[form] ?? /^\*\*\*\W*$/);
      assert.match(mask(`No access with "${echo(key)}" today.`), /^No access with ".*\*\*\*.*" today\.$/);
    });
  }

  for (const [form, echo] of Object.entries(brokenEchoes)) {
    it(`covers its letters and digits ${form}`, () => {
      const said = mask(`No access with ${echo(key)} today.`);
      assert.match(said, /^No access with .*\*\*\*.* today\.$/);
      assert.doesNotMatch(said.replace(/[^a-z\d]/gi, ''), /Zq7|nobody|41d8/);
    });
  }

  it('covers those of any key, and leaves others as they are', () => {
    const letters = (length: number) =>
      fc.string({ unit: fc.constantFrom(...'abcdefXYZ0123456789'), minLength: length, maxLength: 40 });
    const form = fc.constantFrom(...Object.values(brokenEchoes));
    fc.assert(
      fc.property(letters(20), letters(8), form, (any, other, echo) => {
        const covered = createKeyMask(any);
        assert.ok(covered(`<p>${echo(any)}</p>`).replace(/[^a-z\d]/gi, '').length < 8);
        if (!any.toLowerCase().includes(other.toLowerCase().slice(0, 8))) {
          fc.pre(
            ![...any].some((_, at) =>
              echo(other)
                .toLowerCase()
                .replace(/[^a-z\d]/g, '')
                .includes(any.slice(at, at + 8).toLowerCase()),
            ),
          );
          assert.equal(covered(echo(other)), echo(other));
        }
      }),
    );
  });

  it('covers it each time', () => {
    assert.equal(mask(`${key}, "${encodeURIComponent(key)}" and ${base64(key)}`), '***, "***" and ***');
  });

  it('leaves texts without it as they are', () => {
    const texts = [
      '',
      'Nothing here',
      '%41%42 &amp; \\u0041 <b>bold</b>',
      base64('something else that is long'),
      'key+nob',
      'a\nb',
    ];
    for (const text of texts) assert.equal(mask(text), text);
    assert.equal(createKeyMask('')('any text'), 'any text');
  });

  it('knows short keys, and keys that look encoded', () => {
    assert.equal(createKeyMask('abc')('abc, ABC, xabcx'), '***, ***, x***x');
    assert.equal(createKeyMask('k')('a failure at 6b'), 'a failure at 6b');
    assert.equal(createKeyMask('&lt;long-enough')('a<b, <long'), 'a<b, <long');
    const odd = 'a%2Fb&amp;c\\u0041d%252Fz';
    assert.equal(createKeyMask(odd)(`<${odd}> ${encodeURIComponent(odd)}`), '<***> ***');
  });

  it('covers the parts of a key that is a name and a secret in base64', () => {
    const packed = createKeyMask(base64('VuaCfGcBCdbkQm:ui2lp2axTNmsyakw9tvNnw'));
    const said = 'invalid credentials for API key [VuaCfGcBCdbkQm] with ui2lp2axTNmsyakw9tvNnw';
    assert.equal(packed(said), 'invalid credentials for API key [***] with ***');
  });

  it('covers any key in any form, wherever it stands, and keeps what is around it', () => {
    const anyKey = fc.string({ unit: fc.constantFrom(...'abcXYZ019+/=-_.~%&<'), minLength: 16, maxLength: 60 });
    const forms = Object.values(echoes).filter((echo) => echo(key).length >= key.length);
    fc.assert(
      fc.property(
        anyKey,
        fc.constantFrom(...forms),
        fc.constantFrom('', 'Key: ', '{"error":"', '?a=1&k='),
        (any, echo, before) => {
          const said = createKeyMask(any)(`${before}${echo(any)} … end`);
          assert.match(said, /\*\*\*.* … end$/su);
          // No more is left than base64 packs with it.
          assert.ok(said.length <= before.length + '*** … end'.length + 30, said);
        },
      ),
    );
  });

  it('takes a text of a megabyte in its stride', () => {
    const text = `${'%41&#x41;<b> '.repeat(80_000)}${key}`;
    assert.ok(mask(text).endsWith('***'));
  });
});
