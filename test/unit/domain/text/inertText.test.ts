import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { marked } from 'marked';
import { inertText, markdownOfText } from '../../../../src/domain/text/inertText.ts';
import { repositoryRoot } from '../../architecture/sourceImports.ts';

/** As VS Code looks for links in a message, and for icons in a label. */
const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/giu;
const icon = /\$\(([A-Za-z0-9-]+(?:~[A-Za-z]+)?)\)/gu;
const turning = /[\u202A-\u202E\u2066-\u2069]/u;
const breaking = /[\p{Cc}\p{Zl}\p{Zp}]/u;

/** What somebody may write who wants more of a message than to be read. Some are harmless until they meet another. */
const hostile = [
  '[Sign in again](command:workbench.action.toggleZenMode)',
  '[Fix it](https://evil.example/?a=1 "Help")',
  '[open](file:///etc/passwd)',
  '[half',
  'half](command:x)',
  ']',
  '(command:x)',
  '[',
  '$(error) $(loading~spin)',
  '$',
  '(error)',
  'a\u202Egnp.exe\u202C \u2067b\u2069 \u202Ac',
  'one\ntwo\r\nthree\u2028four\u0000\u001B[31mred\u0085',
  '**bold** <img src="https://evil.example/x.png"> &lt; www.evil.example me@evil.example ~~gone~~ `code` # head',
];

function assertInert(text: string): void {
  assert.doesNotMatch(text, link);
  assert.doesNotMatch(text, icon);
  assert.doesNotMatch(text, turning);
  assert.doesNotMatch(text, breaking);
}

describe('inertText', () => {
  it('leaves what people write as it is', () => {
    for (const text of ['Callers who swore (3 of 12)', 'a [note] in f(x), $5 (five)', 'עברית and 日本語', '']) {
      assert.equal(inertText(text), text);
    }
  });

  it('changes nothing that is seen of a link', () => {
    assert.equal(inertText('[a](command:b) $(c)').replaceAll('\u2060', ''), '[a](command:b) $(c)');
  });

  it('names what turns the writing direction', () => {
    assert.equal(inertText('\u202Ea\u202C \u2066b\u2069'), '[U+202E]a[U+202C] [U+2066]b[U+2069]');
  });

  it('names what is not seen, and leaves what scripts and emoji join with', () => {
    assert.equal(inertText('prod\u200Buction\uFEFF \u3164'), 'prod[U+200B]uction[U+FEFF] [U+3164]');
    for (const text of [
      '\u{1F468}\u200D\u{1F469}',
      '\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645',
      '\u05D0\u200F!',
    ])
      assert.equal(inertText(text), text);
  });

  it('is inert whatever was put together', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...hostile), fc.string())), (parts) => {
        const text = inertText(parts.join(''));
        assertInert(text);
        assert.equal(inertText(text), text);
      }),
    );
  });

  it('makes every sentence of ours inert, whatever its values are', () => {
    const bundle = readFileSync(join(repositoryRoot(), 'l10n/bundle.l10n.json'), 'utf8');
    const sentences = Object.keys(JSON.parse(bundle)).filter((text) => text.includes('{0}'));
    assert.ok(sentences.length > 100);
    for (const sentence of sentences) {
      for (const first of hostile) {
        for (const other of hostile) {
          assertInert(inertText(sentence.replaceAll(/\{(\d)\}/gu, (_, number) => (number === '0' ? first : other))));
        }
      }
    }
  });

  it('finds links and icons in our sentences if they are not made so', () => {
    const words = 'It said: {0}'.replace('{0}', `${hostile[0]} ${hostile[8]}`);
    assert.match(words, link);
    assert.match(words, icon);
  });
});

describe('markdownOfText', () => {
  it('shows just the text', () => {
    for (const text of hostile) {
      const html = marked.parse(markdownOfText(text), { gfm: true, async: false });
      assert.doesNotMatch(html.replace(/^<p>|<\/p>\n$/gu, ''), /<[a-z/]/iu, html);
    }
  });

  it('is one line of text, of whatever characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const line = inertText(text).replaceAll('\u2060', '').trim();
        fc.pre(line !== '' && !text.includes('\u2060'));
        const html = marked.parse(markdownOfText(text), { gfm: true, async: false });
        const entities: Record<string, string> = {
          '&lt;': '<',
          '&gt;': '>',
          '&amp;': '&',
          '&quot;': '"',
          '&#39;': "'",
        };
        const shown = html
          .replace(/^<p>|<\/p>\n$/gu, '')
          .replaceAll(/&(?:lt|gt|amp|quot|#39);/gu, (one) => entities[one] ?? one);
        assert.equal(shown, line);
      }),
    );
  });
});
