import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { serialisedSecrets } from '../../../../../src/domain/masking/secrets/serialisedSecrets.ts';
import { marked } from '../support/marked.ts';

describe('secrets that programs write for each other', () => {
  const found: [what: string, expected: string][] = [
    ['PHP: by their length, with what ends a text within', 's:5:"token";s:6:"«token: a";b12»";'],
    ['PHP: up to what ends them, where letters have several bytes', 's:5:"token";s:5:"«token: é12»";'],
    ['PHP: to the end, where it was cut', 's:5:"token";s:9:"«token: ab12»'],
    ['PHP: whole numbers and others', 's:3:"pin";i:«pin: 1234»;s:5:"token";d:«token: 12345.5»;'],
    ['PHP: in maps within one another', 's:5:"token";a:1:{«token: i:0;a:1:{i:0;s:4:"ab12";}»}s:1:"x";i:1;'],
    ['PHP: in maps with brackets in their texts', 's:5:"token";a:1:{«token: i:0;s:3:"}}}";»}'],
    ['PHP: in objects', 's:5:"token";O:1:"T":1:{«token: s:1:"x";s:4:"ab12";»}'],
    ['PHP: in maps that were cut', 's:5:"token";a:1:{«token: i:0;s:4:"ab»'],
    ['PHP: in sessions', 'user|s:2:"jo";token|s:4:"«token: ab12»";'],
    ['PHP: of private members', 's:8:"\0T\0token";s:4:"«token: ab12»";'],
    ['PHP: one behind the other', 's:5:"token";s:4:"«token: ab12»";s:3:"pin";s:4:"«pin: 1234»";'],
    ['Redis: by their length', '$5\r\ntoken\r\n$4\r\n«token: ab12»\r\n'],
    ['Redis: by their length, with lines within', '$5\ntoken\n$7\n«token: ab\n1234»\n'],
    [
      'Redis: up to the end of the line, where their length is wrong',
      '$5\r\ntoken\r\n$9\r\n«token: ab12»\r\nand so on\r\n',
    ],
    ['Redis: up to the end of a line of another make', '$5\ntoken\n$9\n«token: ab12»\nand so on\n'],
    ['Redis: to the end', '$5\r\ntoken\r\n$4\r\n«token: ab12»'],
    ['Redis: to the end, where they were cut', '$5\r\ntoken\r\n$9\r\n«token: ab12»'],
    ['Redis: simple ones', '+token\r\n+«token: ab12»\r\n'],
    ['Redis: numbers', '+pin\r\n:«pin: -1234»\r\n'],
    ['Redis: a login', '*2\r\n$4\r\nAUTH\r\n$4\r\n«password: ab12»\r\n'],
    ['Redis: a login with a name', '*3\r\n$4\r\nauth\r\n$2\r\njo\r\n$4\r\n«password: ab12»\r\n'],
    ['Redis: a login with a name, in lines of another make', '*3\n$4\nAUTH\n$2\njo\n$4\n«password: ab12»\n'],
    ['Redis: one behind the other', '$5\r\ntoken\r\n$4\r\n«token: ab12»\r\n$3\r\npin\r\n$4\r\n«pin: 1234»\r\n'],
    ['Redis: as its shell prints them', '1) "token"\n2) "«token: ab\\"12»"\n3) "pin"\r\n4) "«pin: 1234»"'],
  ];
  for (const [what, expected] of found) {
    it(what, () => {
      const text = expected.replaceAll(/«[^:»]+: |»/g, '');
      assert.equal(marked(text, serialisedSecrets(text)), expected);
    });
  }

  for (const [what, text] of [
    ['PHP: other names', 's:4:"city";s:4:"Rome";'],
    ['PHP: a name without a value', 's:5:"token";N;'],
    ['PHP: a name that is the end of another', 'x.token y|s:4:"ab12";'],
    ['PHP: nothing', 's:5:"token";s:0:"";'],
    ['Redis: other names', '$4\r\ncity\r\n$4\r\nRome\r\n'],
    ['Redis: a name without a value', '$5\r\ntoken\r\n'],
    ['Redis: a login without a password', '*1\r\n$4\r\nAUTH\r\n'],
    ['Redis: a simple text that is called like a login', '+auth\r\n*0\r\n'],
    ['Redis: other pairs of its shell', '1) "city"\n2) "Rome"'],
    ['a price', 'The token costs $5\nand more'],
  ] as const)
    it(`none: ${what}`, () => assert.deepEqual(serialisedSecrets(text), []));
});
