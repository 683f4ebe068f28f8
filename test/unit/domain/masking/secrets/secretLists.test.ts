import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { secretsOfLists } from '../../../../../src/domain/masking/secrets/secretLists.ts';
import { marked } from '../support/marked.ts';

describe('secrets in a list below a line that names them', () => {
  const found: [what: string, expected: string][] = [
    ['plain words below a colon', 'Password:\n«Password: sunshine»'],
    ['plain words below a plural', 'Passwords\n«Passwords: sunshine»'],
    ['plain words below a rule', 'Password\n~~~~\n«Password: sunshine»'],
    ['plain words behind a mark', 'Password\n- «Password: sunshine»'],
    ['plain words behind a number', 'Password\n1) «Password: sunshine»'],
    ['what looks like one', 'Token\n«Token: ab12»'],
    ['what looks like one, below an empty line', 'Token\n\n«Token: ab12»'],
    ['in quotes, with a comma', 'Tokens:\n"«Tokens: ab12»",\n`«Tokens: cd34»`'],
    ['in each line up to another', 'Tokens:\n«Tokens: ab12»\n«Tokens: cd34»\ntwo words\nef56'],
    ['up to another name', 'Tokens:\n«Tokens: ab12»\ncity:\nRome7'],
    ['codes of three digits and more', 'PINs\n«PINs: 123»\n12'],
    ['below what is set apart', '## **API keys**\n* «API keys: ab12»'],
    ['below several lines', 'Here they are\nTokens:\n«Tokens: ab12»'],
    ['below two headlines', 'City\nToken\n«Token: ab12»'],
    ['with lines as Windows ends them', 'Tokens:\r\n«Tokens: ab12»\r\n«Tokens: cd34»\r\n'],
  ];
  for (const [what, expected] of found) {
    it(`are found: ${what}`, () => {
      const text = expected.replaceAll(/«[^:»]+: |»/g, '');
      assert.equal(marked(text, secretsOfLists(text)), expected);
    });
  }

  for (const [what, text] of [
    ['one line', 'Tokens: ab12'],
    ['a plain word that nothing tells of', 'Password\nsunshine'],
    ['a plain word below an empty line', 'Passwords:\n\nsunshine'],
    ['a short plain word', 'Passwords:\nfoo'],
    ['a word that says something of it', 'Passwords:\nrequired'],
    ['a name of a field', 'Passwords:\nusername'],
    ['a name with its value', 'Passwords:\nuser=jo1'],
    ['a length of a protocol', 'token\n$4'],
    ['a sentence', 'Tokens:\nab12 is one'],
    ['another name', 'Cities:\nRome7'],
    ['four words', 'My very own token\nab12'],
  ] as const)
    it(`are not seen in ${what}`, () => assert.deepEqual(secretsOfLists(text), []));
});
