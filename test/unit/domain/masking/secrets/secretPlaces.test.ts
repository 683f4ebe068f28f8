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
  // Who somebody is, to a service or in a command.
  'AUTH secret9',
  'AUTH default secret9',
  'auth secret9',
  'auth default secret9',
  '127.0.0.1:6379> auth secret9',
  'redis-cache:6379[1]> AUTH jo secret9',
  'AUTH PLAIN AGpvAHNlY3JldDk=secret9',
  'USER jo\r\nPASS secret9',
  '> PASS secret9',
  'a1 LOGIN jo secret9',
  'C: a001 LOGIN "jo" "secret9"',
  '/msg NickServ IDENTIFY secret9',
  "CREATE USER jo IDENTIFIED WITH mysql_native_password BY 'secret9'",
  'redis-cli -h h -a secret9 ping',
  'mysql -uroot -psecret9 db',
  'sshpass -p secret9 ssh jo@h',
  'docker login -u jo -p secret9',
  'mongo -u jo -p secret9',
  'http -a jo:secret9 h',
  'curl -u jo:secret9 h',
  'curl -b "sid=secret9" h',
  'runas /user:jo secret9',
  'schtasks /ru jo /rp secret9',
  'the auth secret secret9 is old',
  'client secret secret9',
  // Handed to a function.
  'req.Header.Set("Authorization", "Bearer secret9")',
  "h.put('Authorization', 'secret9')",
  'setItem("token","secret9")',
  "requests.get(url, HTTPBasicAuth('jo', 'secret9'))",
  'new UsernamePasswordCredentials("jo", "secret9")',
  'new NetworkCredential("jo", "secret9", "domain")',
  'client.SetBasicAuth("jo", "secret9")',
  'csrfmiddlewaretoken=secret9',
  // Accounts of Oracle.
  'sqlplus jo/secret9@db',
  'sqlplus -s -L jo/secret9@db.example @run.sql',
  'connect "jo"/"secret9"@db',
  'jdbc:oracle:thin:jo/secret9@h:1521:orcl',
  'userid=jo/secret9@db',
  'as jo/secret9@//db.example/svc',
  'jo/secret9@db.example:1521/orcl',
  'jo/secret9@(DESCRIPTION=(ADDRESS=(HOST=h)))',
  // Declared with a type, or called with.
  'val password: String = "secret9"',
  'password: Optional[str] = "secret9"',
  "password = md5('secret9')",
  'password ?= secret9',
  'set password to secret9',
  '<password value="secret9"/>',
  '<void property="password"><string>secret9</string></void>',
  // Documents whose quotes are escaped.
  '{&quot;password&quot;:&quot;secret9&quot;}',
  '{&amp;quot;password&amp;quot;:&amp;quot;secret9&amp;quot;}',
  '{\\x22password\\x22:\\x22secret9\\x22}',
  // Tables of wikis.
  '{|\n! user !! password\n|-\n| jo || secret9\n|}',
  '^ user ^ password ^\n| jo | secret9 |',
  '|=user|=password|\n|jo|secret9|',
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
  'PASS src/x.test.ts',
  'PASS 3 tests',
  '250-AUTH PLAIN LOGIN CRAM-MD5',
  'AUTH failed',
  'auth failed',
  'auth module two2',
  '127.0.0.1:6379> auth failed',
  'actions/checkout@v4',
  'npm i lodash/fp@4.17.1',
  'connect to a/b and c',
  'image library/nginx@sha256',
  't("password", "required")',
  'assert("auth", "billing")',
  'LOGIN page opened',
  'LOGIN jo failed',
  'docker run -p 8080:80 x',
  'curl -b cookies.txt -u jo h',
  'password: string',
  'a || token\nb || c',
  '"tokens": 1234 used',
  'set the password to',
  'लॉगिन पासवर्ड भूल गए?',
  '¿Olvidaste tu contraseña?',
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
