import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { secretsOfTables } from '../../../../../src/domain/masking/secrets/secretTables.ts';
import { marked } from '../support/marked.ts';

describe('secrets in the cells of a table', () => {
  const found: [what: string, expected: string][] = [
    ['each by its column', 'user,pin,token\njo,«pin: 1234»,«token: ab12»'],
    ['whatever the mark', 'user┃token\njo┃«token: ab12»'],
    ['to the end of the text', 'user;token\njo;«token: ab12»\nal;«token: cd34»'],
    ['up to what has one cell', 'user,token\njo,«token: ab12»\nend\nal,cd34'],
    ['a frame up to what has none of it', '|token|\n|«token: ab12»|\nend'],
    ['of a row that is longer, with what is more', 'token,user\n«token: ab,12»,jo'],
    ['and of one in the middle', 'id,token,user\n1,«token: a,b»,jo'],
    ['but none of a first row that is shorter', 'id,token,user\n1,ab12'],
    ['and of a later one that is', 'id,token,user\n1,«token: ab12»,jo\n2,«token: cd34»'],
    ['behind an empty line in a frame', '|token|\n\n|«token: ab12»|\n|«token: cd34»|'],
    ['up to an empty line where none is behind the header', '|token|\n|«token: ab12»|\n\n|cd34|'],
    ['up to an empty line between commas', 'id,token\n1,«token: ab12»\n\n2,cd34'],
    ['over an empty line behind the header between tabs', 'id\ttoken\n\n1\t«token: ab12»'],
    ['over rules', 'id;token\n--- --- \n1;«token: ab12»'],
    ['the second of two tables', 'id,city\n1,Rome\n\nid,token\n1,«token: ab12»'],
    ['below a header that tells more in brackets', 'id,token (secret)\n1,«token: ab12»'],
    ['with their scheme left', 'id,Authorization\n1,Bearer «Authorization: ab12»'],
    ['in quotes', '"id","token"\n"1","«token: a, b»"'],
    ['of wikis', '||id||token||\n|1|«token: ab12»|\n||2||«token: cd34»||'],
    ['of a wiki whose rows have one mark within', '||id||token||\n1|«token: ab12»'],
    ['as a pair', 'token;«token: ab12»'],
    ['as pairs', 'token;«token: ab12»\npin;«pin: 1234»'],
    ['as a pair of blanks and a bar', 'password | «password: hunter2»'],
  ];
  for (const [what, expected] of found) {
    it(`are found ${what}`, () => {
      const text = expected.replaceAll(/«[^:»]+: |»/g, '');
      assert.equal(marked(text, secretsOfTables(text)), expected);
    });
  }

  for (const [what, text] of [
    ['a text with no mark', 'token ab12'],
    ['a header alone', 'id,token'],
    ['a header and blank lines', 'id;token\n \n'],
    ['a sentence', 'your user name, token\nab12, cd34 ef'],
    ['a sentence of two rows', 'Give me the user id, token\nand so on, please'],
    ['a pair with a blank', 'token, ab12'],
    ['a pair of a plain word', 'token,expired'],
    ['a pair whose name is counted behind a blank', 'password 2,ab12'],
    ['a row of three', 'token;ab12;cd34'],
    ['values that are none', 'id,token\n1,null\n2,\n3,TOKEN-1'],
    ['columns with names of other things', 'token_type,key\nab12,cd34'],
    ['what is no name', 'id,token?\n1,ab12'],
    ['a header that is too long', `${'x'.repeat(4000)},token\n1,ab12`],
  ] as const)
    it(`are not seen in ${what}`, () => assert.deepEqual(secretsOfTables(text), []));
});
