import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  areColumns,
  isCodeOf,
  isNameAlone,
  isNameOfField,
  isValueOf,
  looksLikeValue,
  saysState,
} from '../../../../../src/domain/masking/secrets/valueOfSecret.ts';

/** Tests what is true of each of some texts, and of none of the others. */
function tells(what: string, test: (text: string) => boolean, yes: readonly string[], no: readonly string[]): void {
  it(what, () => {
    assert.deepEqual(
      yes.filter((text) => !test(text)),
      [],
      'are',
    );
    assert.deepEqual(
      no.filter((text) => test(text)),
      [],
      'are not',
    );
  });
}

describe('a text beside the name of a secret', () => {
  tells(
    'is the name of a field',
    isNameOfField,
    ['username', 'user_name', 'Content-Type', 'expires', 'password', 'order id', `${'x'.repeat(57)}_id`],
    ['hunter2', 'password1', 'sunshine', '', '1id', `${'x'.repeat(58)}_id`, 'a: id'],
  );
  tells(
    'looks like a value',
    looksLikeValue,
    ['hunter2', 'a_b', 'aB', 'x.y', 'HUNter', '1', 'a b'],
    ['', 'word', 'Word', 'WORD', 'case-sensitive', 'it’s', '***', '密码'],
  );
  tells(
    'says something of it',
    saysState,
    ['required', 'wrong', 'Missing', 'INVALID', 'not', 'quickly', 'readable', 'case-sensitive', 'the'],
    ['hunter2', 'sunshine', '', 'req_uired', 'ed'],
  );
  tells(
    'is the value of a password',
    (text) => isValueOf('password', text),
    ['hunter2', 'sunshine', '123', 'a b'],
    ['', '12', 'null', 'required', 'username', 'email'],
  );
  tells(
    'is the value of a token, which is also a word of other things',
    (text) => isValueOf('token', text),
    ['hunter2', '123456'],
    ['sunshine', '12345', 'expired', 'billing'],
  );
  tells(
    'is no other of names that are counted',
    (text) => isValueOf('password1', text),
    ['hunter2', 'sunshine'],
    ['password2', 'username12'],
  );
});

describe('a number behind the name of a secret', () => {
  tells(
    'is a pin of three digits and more',
    (text) => isCodeOf('pin', text),
    ['123', '1234'],
    ['12', '12a', '', '1 234'],
  );
  tells('is a token of six', (text) => isCodeOf('token', text), ['123456'], ['12345', '12345a']);
  tells('is a password of three', (text) => isCodeOf('password', text), ['123'], ['12']);
});

describe('the name of a secret', () => {
  tells(
    'is one wherever it stands',
    isNameAlone,
    ['password', 'api_key', 'access_token', 'token', 'apiKey'],
    ['pin', 'pass', 'auth', 'user pin', 'signature', 'cookies', 'tokens'],
  );
});

describe('texts are the names of columns', () => {
  const columns = (text: string): boolean => areColumns(text.split('|'));
  tells(
    'with an empty one among them',
    columns,
    [
      'id|token',
      'id||token',
      'User Name|API key',
      '# id|token:',
      'id|token*',
      'password|username',
      'token|id',
      '_id|a.b/c-d',
      '',
    ],
    [
      'id|TOKEN-1',
      'id|a token?',
      'id|1st',
      'id|one two three four five',
      // A pair: the name, and the secret itself.
      'password|hunter2',
      'token|ab12',
    ],
  );
  it('but not of none', () => assert.equal(areColumns([]), false));
  it('of three, whatever they are called', () => assert.equal(areColumns(['password', 'hunter2', 'city']), true));
});
