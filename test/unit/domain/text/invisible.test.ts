import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { documentName } from '../../../../src/domain/text/documentName.ts';
import { isVisible } from '../../../../src/domain/text/invisible.ts';

describe('a name that is not seen', () => {
  for (const name of [
    '',
    '  ',
    '\u200B',
    '\u200B\u200D \u2060',
    '\uFEFF',
    '\u3164',
    '\u2800',
    '\u202E',
    '\u{E0020}',
    '\n\t',
  ]) {
    it(`is known: ${JSON.stringify(name)}`, () => assert.equal(isVisible(name), false));
  }
  for (const name of ['a', '\u200Ba', '.', '\u{1F468}\u200D\u{1F469}', '\u05D0']) {
    it(`is none: ${JSON.stringify(name)}`, () => assert.equal(isVisible(name), true));
  }

  it('makes no name of a document', () => {
    assert.equal(documentName(' \u2060'), '-');
    assert.equal(documentName('a\u200Bb'), 'a[U+200B]b');
    assert.equal(documentName('a\uD800b'), 'a\uFFFDb');
  });
});
