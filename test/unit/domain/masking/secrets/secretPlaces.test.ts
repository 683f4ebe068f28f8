import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMask } from '../../../../../src/domain/masking/mask.ts';

/** Texts with `secret9` in a place where a secret stands. */
const places: readonly string[] = [
  // Lists, and values of any shape.
  '{"tokens":["a1b2","secret9"]}',
  '{"cookies":[{"name":"a","value":"x"},{"name":"sid","value":"secret9"}]}',
  '{"key":"pin","type":"string","value":{"stringValue":"secret9"}}',
  '{"fields":[{"value":"secret9","label":"Password"}]}',
  '[{"Item1":"password","Item2":"secret9"}]',
  // What is escaped or doubled within quotes ends none.
  "password='it''s secret9'",
  'password="a \\"secret9"',
  'password = """a\nsecret9"""',
  'PASSWORD=a\\ secret9 run',
  '{"token_value":"secret9"}',
  '{"passwordAgain":"secret9"}',
  '{"refreshtoken":"secret9"}',
  // Commands.
  'curl -u jo:secret9 https://a.example/',
  'curl -u "jo:secret9" https://a.example/',
  'curl --user jo:secret9 https://a.example/',
  'curl --proxy-user=jo:secret9 https://a.example/',
  'mysql --user jo --password secret9',
  'tool --api-key "a secret9" run',
  'tool --token=secret9',
  'export API_KEY=secret9',
  '$env:API_KEY = "secret9"',
  // Other languages, and files of settings.
  'password\t=\tsecret9',
  'password:\n  secret9',
  'password: |\n  first\n  secret9\nuser: jo',
  '  token: >-\n      secret9\n  user: jo',
  '- name: password\n  value: secret9',
  'name: API_KEY\nvalue: secret9',
  'name: pin, value: secret9',
  'Server=x;User Id=jo;Password=secret9;Encrypt=yes',
  'Endpoint=sb://x/;SharedAccessKeyName=R;SharedAccessKey=secret9=',
  '[password] => secret9',
  // Parts of forms, with quotes around their names and without.
  'Content-Disposition: form-data; name="password"\n\nsecret9\n--x--',
  '--x\r\nContent-Disposition: form-data; name=password\r\n\r\nsecret9\r\n--x--',
  // Addresses.
  'https://a.example/;jsessionid=secret9?x=1',
  'https://a.example/?a%5Btoken%5D=secret9',
  'https://a.example/#access_token=secret9&x=1',
  'mongodb+srv://jo:secret9@c.example/x',
  'redis://:secret9@a.example:6379',
  // Known by their form.
  'ghp_16C7e42F292c6912E7710c838347Asecret9',
  'sk_live_4eC39HqLyjWDarjtT1secret9',
  'xoxb-1a2b3c4d5e6f-AbCdEfGhIjKlsecret9',
  'AIzaSyDaGmWKa4JsXZ-HjGw7ISLn_3secret9',
  'SG.ngeVfQFYQlKU0ufo8x5d1A.TwL2iGABf9DHoTf-secret9',
];

const untouched: readonly string[] = [
  'run -u jo https://a.example',
  'password:\n\nThe next line is none of it.',
  'name: Jo\nvalue: 5',
  'a task-force, a disk-drive and a risk-assessment of 2021-01-15',
  'sk-',
  'Msg. 5: npm_package',
];

describe('a secret', () => {
  for (const text of places) {
    it(`is covered in ${JSON.stringify(text)}`, () => {
      const masked = createMask().text(text);
      assert.ok(!masked.includes('secret9'), masked);
      assert.equal(createMask().text(masked), masked, 'what is masked already is masked no further');
    });
  }

  for (const text of untouched) {
    it(`is not seen in ${JSON.stringify(text)}`, () => assert.equal(createMask().text(text), text));
  }

  it('of several lines leaves what follows it', () =>
    assert.equal(createMask().text('password: |\n  a\n  b\nuser: jo\n'), 'password: |\n  TOKEN-1\nuser: jo\n'));
});
