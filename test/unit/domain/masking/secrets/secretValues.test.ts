import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isNoSecret, secretsOfValue } from '../../../../../src/domain/masking/secrets/secretValues.ts';
import {
  areColumns,
  isCodeOf,
  isNameAlone,
  isNameOfField,
  isValueOf,
  looksLikeValue,
  saysState,
} from '../../../../../src/domain/masking/secrets/valueOfSecret.ts';

const words = (text: string): readonly string[] => text.split(' ');
const those = (all: readonly string[], is: (text: string) => boolean): readonly string[] =>
  all.filter((one) => !is(one));

describe('the value of a secret', () => {
  it('is all of it but its scheme', () => {
    const schemes =
      'basic bearer concealed digest dpop gnap hoba mutual negotiate ntlm oauth privatetoken scram-sha-1 scram-sha-256';
    for (const scheme of words(`${schemes} vapid token apikey key jwt ssws hawk aws4-hmac-sha256 Bearer BASIC`)) {
      const value = `${scheme}  abc`;
      assert.deepEqual(secretsOfValue('a', value), [{ start: value.length - 3, end: value.length, name: 'a' }], scheme);
    }
    for (const value of ['abc def', 'bearerabc', 'bearer', 'my token abc', 'xbearer abc', '  bearer abc'])
      assert.deepEqual(secretsOfValue('a', value), [{ start: 0, end: value.length, name: 'a' }], value);
  });

  it('is nothing where none is, or an alias', () => {
    const none = [
      '',
      ' ',
      'null',
      'none',
      'NIL',
      'undefined',
      'true',
      'false',
      'n/a',
      ' null ',
      'TOKEN-1',
      'EMAIL-12',
      'CALLER-3',
      'AGENT-4',
      '••••',
      '***',
    ];
    assert.deepEqual(those(none, isNoSecret), []);
    const some = ['0', '1', 'nullable', 'anull', 'nonesuch', 'TOKEN-', 'xTOKEN-1', 'TOKEN-1x', '*a*', 'a*'];
    assert.deepEqual(
      those(some, (text) => !isNoSecret(text)),
      [],
    );
    assert.deepEqual(secretsOfValue('a', 'bearer null'), []);
  });

  it('is that of each cookie', () => {
    const value = 'sid=abc; theme=dark;bare;x=;=y';
    const told = (name: string) =>
      secretsOfValue(name, value).map((one) => [one.name, value.slice(one.start, one.end)]);
    const cookies = [
      ['cookie sid=', 'abc'],
      ['cookie theme=', 'dark'],
      ['cookie', 'bare'],
      ['cookie =', 'y'],
    ];
    for (const name of ['cookie', 'Cookies', 'Set-Cookie', ' cookie']) assert.deepEqual(told(name), cookies, name);
    for (const name of ['cookie_policy', 'mycookie']) assert.equal(told(name).length, 1, name);
  });
});

describe('what stands behind the name of a secret', () => {
  it('is a name that a field has', () => {
    const fields =
      'id uid uuid name username user login email mail phone mobile address city state country zip type kind status code reason';
    const more =
      'message text body title value key data content payload result error date time timestamp expires age ttl url uri link path host';
    const others =
      'role scope account customer client agent caller source language amount price total count size version format method header';
    assert.deepEqual(
      those(
        words(`${fields} ${more} ${others} query param parameter confirmation repeat password api_key`),
        isNameOfField,
      ),
      [],
    );
    assert.deepEqual(
      those(
        ['userIds', 'first name', 'expires_at', '#id', '@type', '$ref_id', '_key', 'x'.repeat(57).concat('_id')],
        isNameOfField,
      ),
      [],
    );
    const none = [
      'hunter',
      'idle',
      'grid',
      'surname',
      'user1',
      '1user',
      '',
      'x'.repeat(58).concat('_id'),
      'who?',
      'monkeys',
    ];
    assert.deepEqual(
      those(none, (text) => !isNameOfField(text)),
      [],
    );
  });

  it('is a word about it', () => {
    const states =
      'a an the not no now my your what which who where when how if so too very only already always never correct incorrect valid invalid';
    const more =
      'wrong missing empty null old new weak strong safe unknown private secret ok okay lost ready reset sent given true false yes none pass';
    const ends = 'required expired missing expiring badly possible visible password-protected';
    assert.deepEqual(those(words(`${states} ${more} ${ends}`), saysState), []);
    assert.deepEqual(
      those(words('hunter hunter2 ed Ok1 incorrect1 newer thea xnot'), (text) => !saysState(text)),
      [],
    );
  });

  it('is a value where it has what no word has', () => {
    assert.deepEqual(those(words('hunter2 huNter a_b x! 1234 p@ss'), looksLikeValue), []);
    assert.deepEqual(
      those(['', 'hunter', 'Hunter', 'HUNTER', 'well-known', 'don’t', '!!', '秘密'], (text) => !looksLikeValue(text)),
      [],
    );
  });

  it('is a code where it is long enough', () => {
    const codes: readonly (readonly [string, string, boolean])[] = [
      ['pin', '123', true],
      ['pins', '123', true],
      ['pin', '12', false],
      ['otp', '123', true],
      ['token', '123456', true],
      ['token', '12345', false],
      ['password', '12a', false],
      ['otp', 'x123', false],
    ];
    for (const [name, digits, is] of codes) assert.equal(isCodeOf(name, digits), is, `${name} ${digits}`);
  });

  it('is no value where it is another name, a word about it, or a number that only counts', () => {
    assert.deepEqual(
      those(['hunter2', 'hunter', 'Tr0ub4dor&3', '4711'], (text) => isValueOf('password', text)),
      [],
    );
    for (const text of ['', 'null', 'username', 'required', '12'])
      assert.equal(isValueOf('password', text), false, text);
    assert.deepEqual(
      ['fail', 'ab1'].map((text) => isValueOf('pass', text)),
      [false, true],
    );
    assert.deepEqual(
      ['user2', 'hunter'].map((text) => isValueOf('password1', text)),
      [false, true],
    );
    assert.equal(isValueOf('password', 'user2'), true);
  });

  it('may be a word of something else', () => {
    const ambiguous =
      'pass auth authorization pin pins secret secrets tokens signature sig cookie cookies bearer credential credentials creds pw';
    assert.deepEqual(
      those(words(`${ambiguous} my_pin`), (name) => !isNameAlone(name)),
      [],
    );
    assert.deepEqual(those(words('token access_token password api_key passwd pinx xpin'), isNameAlone), []);
  });
});

describe('names of columns', () => {
  it('are words, of which two may be a secret and its name', () => {
    assert.ok(areColumns(['id', 'password', 'status']));
    assert.ok(areColumns(['Id:', '# user name', '', 'a/b', 'x.y_z-1', 'price*']));
    assert.ok(areColumns(['password', 'username']) && areColumns(['name', 'hunter2']));
    assert.ok(areColumns(['password', 'hunter2', 'city']));
    for (const none of [
      [],
      ['password', 'hunter2'],
      ['a', 'TOKEN-1'],
      ['a', '1b'],
      ['a', 'b c d e f'],
      ['a', 'b!'],
      ['a', '-b'],
    ])
      assert.equal(areColumns(none), false, none.join());
  });
});
