import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMask } from '../../../../src/domain/masking/mask.ts';
import { readSteps } from '../../../../src/domain/session/steps.ts';
import type { PersonalData } from '../../../../src/domain/sharing/cutter.ts';
import { toHttpFile } from '../../../../src/domain/sharing/recordedHttpFile.ts';
import type { RecordedRequest } from '../../../../src/domain/sharing/recordedRequest.ts';
import { readRequest, toTemplate } from '../../../../src/domain/sharing/recordedRequest.ts';
import { fill } from '../../../../src/domain/sharing/template.ts';

function recorded(request: Partial<RecordedRequest>): RecordedRequest {
  return { verb: 'POST', url: 'https://a.example/', headers: [], headersUnread: false, body: '', ...request };
}

function bodyOf(body: string, { type, data = 'asRecorded' }: { type?: string; data?: PersonalData } = {}): string {
  const headers = type === undefined ? [] : [{ name: 'Content-Type', value: type }];
  return fill(toTemplate(recorded({ body, headers }), data).body, ({ name }) => `<${name}>`);
}

describe('what a step sent', () => {
  it('is read from its request', () => {
    const [step] = readSteps({
      flow_path: [{ request: { verb: 'put', url: ' https://a.example/x ', headers: '{"A": "b"}', payload: { a: 1 } } }],
    });
    assert.deepEqual(step && readRequest(step), {
      verb: 'PUT',
      url: 'https://a.example/x',
      headers: [{ name: 'A', value: 'b' }],
      headersUnread: false,
      body: '{"a":1}',
    });
  });

  it('is nothing when it called no address', () => {
    const [step] = readSteps({ flow_path: [{ request: { verb: 'POST', url: '', payload: '{}' } }] });
    assert.equal(step && readRequest(step), undefined);
  });

  const verbs: [verb: string | undefined, payload: string, expected: string][] = [
    [undefined, '', 'GET'],
    [undefined, 'x', 'POST'],
    ['get', 'x', 'GET'],
    ["GET / HTTP/1.1\r\nX: 'y", '', 'GET'],
    ['-o/etc/passwd', 'x', 'POST'],
  ];
  for (const [verb, payload, expected] of verbs) {
    it(`has the verb ${expected} when ${JSON.stringify(verb)} is recorded`, () =>
      assert.equal(readRequest({ verb, url: 'x', requestHeaders: '', requestPayload: payload })?.verb, expected));
  }
});

describe('a recorded body', () => {
  const cases: [body: string, expected: string][] = [
    ['{"user": "bo", "password" : "a,b\\" c"}', '{"user": "bo", "password" : "<PASSWORD>"}'],
    ['{"pin": 1234, "token": null, "otp": ""}', '{"pin": <PIN>, "token": null, "otp": ""}'],
    [
      '{"token": "a", "again": {"token": "a"}, "other": {"token": "b"}}',
      '{"token": "<TOKEN>", "again": {"token": "<TOKEN>"}, "other": {"token": "<TOKEN_2>"}}',
    ],
    [
      '{"credentials": {"user": "u", "deep": ["v", 5]}, "x": "y"}',
      '{"credentials": {"user": "<CREDENTIALS>", "deep": ["<CREDENTIALS_2>", <CREDENTIALS_3>]}, "x": "y"}',
    ],
    ['{"pwd": "x"}', '{"pwd": "<PASSWORD>"}'],
    ['{"inner": "{\\"apiKey\\": \\"k\\", \\"é\\": 1}"}', '{"inner": "{\\"apiKey\\": \\"<API_KEY>\\", \\"é\\": 1}"}'],
    ['{"note": "use Bearer abcdefghij"}', '{"note": "use Bearer <TOKEN>"}'],
    ['{"a": ":", "b": ["password", "email"]}', '{"a": ":", "b": ["password", "email"]}'],
    ['{"a": ":", "b": ["password", "x"]}', '{"a": ":", "b": ["password", "<PASSWORD>"]}'],
    ['{"password": "cut o', '{"password": "<PASSWORD>'],
    ['{"secret": bare, "x": 1', '{"secret": <SECRET>, "x": 1'],
    [
      `{'password': 'a, b', 'note': 'it\\'s', 'token': None}`,
      `{'password': '<PASSWORD>', 'note': 'it\\'s', 'token': None}`,
    ],
    ["[x] password: hunter2 don't", '[x] password: <PASSWORD> <PASSWORD_2>'],
    ['a=1&client_secret=s%20t&b=2', 'a=1&client_secret=<CLIENT_SECRET>&b=2'],
    ['<login password="hunter2"/>', '<login password="<PASSWORD>"/>'],
    ['plain words', 'plain words'],
  ];
  for (const [body, expected] of cases) it(body, () => assert.equal(bodyOf(body), expected));

  const untouched = [
    '{"a": "\\u00e9\\/", "b" : 1e3 ,\r\n"c":[]}',
    '{"a": "cut\\',
    '{"a": "\n"}',
    '[1,,{"x"}',
    '"',
    '{',
    'a=+&b=%zz&&c',
    '\0\u{1F600}\ud800',
  ];
  for (const body of untouched)
    it(`stays letter by letter: ${JSON.stringify(body)}`, () => assert.equal(bodyOf(body), body));

  const kinds: [body: string, type: string | undefined, kind: string][] = [
    ['a=1&b=2', undefined, 'form'],
    ['a=', undefined, 'form'],
    ['order[0].id=%20x+y&b-c=', undefined, 'form'],
    ['a=1', 'text/plain', 'text'],
    ['a=1', 'application/x-www-form-urlencoded; charset=utf-8', 'form'],
    ['no form', 'APPLICATION/X-WWW-FORM-URLENCODED', 'form'],
    ['said: a=1', undefined, 'text'],
    ['a=1 and more', undefined, 'text'],
    ['a=1&', undefined, 'text'],
    ['a=1&&b=2', undefined, 'text'],
    ['a', undefined, 'text'],
    ['=1', undefined, 'text'],
    ['', undefined, 'text'],
    [' [1]', 'text/plain', 'json'],
    ['{"a":1}', undefined, 'json'],
  ];
  for (const [body, type, kind] of kinds) {
    it(`${JSON.stringify(body)}, recorded as ${type ?? 'nothing'}, is ${kind}`, () => {
      const headers = type === undefined ? [] : [{ name: 'content-type', value: type }];
      assert.equal(toTemplate(recorded({ body, headers }), 'asRecorded').bodyKind, kind);
    });
  }

  it('has personal data masked, and stays JSON', () => {
    const data = createMask({ caller: '972523656841' });
    const masked = bodyOf('{"from": 972523656841, "to": "\\n+49 171 1234567", "mail": "bo@example.org"}', { data });
    assert.deepEqual(JSON.parse(masked), { from: 'CALLER-1', to: '\nCALLER-2', mail: 'EMAIL-1' });
    assert.equal(bodyOf('to=%2B491711234567', { data }), 'to=CALLER-2');
  });

  it('may be long', () => {
    const long = JSON.stringify({ text: 'x"\\'.repeat(2_000_000), password: 'p' });
    assert.equal(bodyOf(long), long.replace('"p"', '"<PASSWORD>"'));
  });
});

describe('the headers of a recorded request', () => {
  const sentOf = (...names: (readonly [name: string, value: string])[]) =>
    toTemplate(
      recorded({ url: 'https://bo:x@A.example:8443/p', headers: names.map(([name, value]) => ({ name, value })) }),
      'asRecorded',
    ).headers.map(({ name, value }) => [name, fill(value, () => '?')]);

  it('stay out where a client sets them itself, or cannot send them', () => {
    const out = [
      ...['Content-Length', 'transfer-encoding', 'Connection', 'Keep-Alive', 'EXPECT'].map(
        (name) => [name, '1'] as const,
      ),
      ['Host', 'a.example:8443'] as const,
      ['two words', '1'] as const,
      ['x:y', '1'] as const,
      ['', '1'] as const,
    ];
    assert.deepEqual(sentOf(...out), []);
  });

  it('are sent where their names only begin or end alike, or name another host', () => {
    const sent: [string, string][] = [
      ['X-Content-Length', '1'],
      ['Connection-Id', '1'],
      ['Expect-CT', '1'],
      ['Host', 'b.example'],
      ['X-Host', 'a.example:8443'],
      ['Hosted', 'a.example:8443'],
    ];
    assert.deepEqual(sentOf(...sent), sent);
  });

  it('are one line, without what stands around it', () => {
    assert.deepEqual(sentOf(['A', ' one\r\n\ttwo ']), [['A', 'one two']]);
  });

  it('say that a body is JSON where nothing was recorded, and only there', () => {
    const typesOf = (headers: RecordedRequest['headers']) =>
      toTemplate(recorded({ body: '{}', headers }), 'asRecorded').headers.map(({ value }) => fill(value, () => '?'));
    assert.deepEqual(typesOf([]), ['application/json']);
    assert.deepEqual(typesOf([{ name: 'Content-TYPE', value: 'application/vnd.a+json' }]), ['application/vnd.a+json']);
    assert.deepEqual(typesOf([{ name: 'X-Content-Type', value: 'a' }]), ['a', 'application/json']);
  });
});

describe('a recorded address', () => {
  const cases: [url: string, expected: string][] = [
    ['https://a.example/x?b=1&token=abc&sig=d%2Fe#f', 'https://a.example/x?b=1&token=••••••&sig=••••••#f'],
    ['https://a.example/x?api%5Fkey=abc', 'https://a.example/x?api%5Fkey=••••••'],
    ['https://bo:pw@a.example/', 'https://bo:••••••@a.example/'],
    ['https://a.example/#access_token=abc', 'https://a.example/#access_token=••••••'],
    [
      'https://a.example/?next=https%3A%2F%2Fb.example%2F%3Ftoken%3Dabc',
      'https://a.example/?next=https%3A%2F%2Fb.example%2F%3Ftoken%3D••••••',
    ],
    ['https://a.example/a+b?x=a+b&token=', 'https://a.example/a+b?x=a+b&token='],
    ['not an address', 'not%20an%20address'],
  ];
  for (const [url, expected] of cases)
    it(url, () => {
      const { url: template } = toTemplate(recorded({ url }), 'asRecorded');
      assert.equal(
        fill(template, () => '••••••'),
        expected,
      );
    });

  it('has personal data masked when it is shared', () => {
    const { url } = toTemplate(
      recorded({ url: 'https://a.example/users/+491711234567?mail=bo%40example.org&x=1' }),
      createMask(),
    );
    assert.deepEqual(url, ['https://a.example/users/CALLER-1?mail=EMAIL-1&x=1']);
  });
});

describe('a .http file', () => {
  const written = (request: Partial<RecordedRequest>): string | undefined =>
    toHttpFile(toTemplate(recorded(request), 'asRecorded'), '<your value>');

  it('has its secrets as variables', () => {
    const text = written({
      url: 'https://a.example/orders?sig=s',
      headers: [
        { name: 'Authorization', value: 'Bearer abc' },
        { name: 'Content-Length', value: '9' },
        { name: 'Host', value: 'A.example' },
        { name: 'Content-Type', value: 'application/json' },
      ],
      body: '{"pin":{"value":1234}}',
    });
    assert.equal(
      text,
      `@authorization = <your value>
@sig = <your value>
@pin = <your value>

POST https://a.example/orders?sig={{sig}}
Authorization: Bearer {{authorization}}
Content-Type: application/json

{"pin":{"value":{{pin}}}}
`,
    );
  });

  it('is one line for a request without anything', () => {
    assert.equal(written({ verb: 'GET' }), 'GET https://a.example/\n');
  });

  it('writes what means something to such a file in another way', () => {
    const form = { name: 'Content-Type', value: 'application/x-www-form-urlencoded' };
    const body = '{"a": "{{$processEnv HOME}} {{{x", "token": "t", "b": "{Bearer abcdefghij", "c": {"d": {}}}';
    const text = written({ body, url: 'https://a.example/{{x}}' }) ?? '';
    assert.match(text, /^POST https:\/\/a\.example\/%7B%7Bx%7D%7D$/mu);
    const sent = text.slice(text.lastIndexOf('\n\n') + 2);
    assert.deepEqual(sent.match(/\{\{\w+\}\}/gu), ['{{token}}', '{{token_2}}']);
    assert.equal(sent.match(/\{\{/gu)?.length, 2);
    const values: unknown = JSON.parse(sent.replace('{{token}}', 't').replace('{{token_2}}', 'abcdefghij'));
    assert.deepEqual(values, JSON.parse(body));
    assert.match(written({ headers: [form], body: 'a={{x}}&b=\n###' }) ?? '', /\n\na=%7B%7Bx%7D%7D&b=%0A%23%23%23\n$/u);
  });

  const refused: [what: string, request: Partial<RecordedRequest>][] = [
    ['the next request', { body: 'x\n### \nDELETE https://b.example' }],
    ['a file to read', { body: '< /etc/passwd' }],
    ['a file to write', { body: 'x\n>> x.txt' }],
    ['a script', { body: '< {% client.log("x") %}' }],
    ['a script of httpYac', { body: 'x {{ process.exit() }}' }],
    ['an assertion', { body: '?? status == 200' }],
    ['a variable of a file', { body: '@x = y' }],
    ['a script in a header', { headers: [{ name: 'X', value: '{{ process.exit() }}' }] }],
  ];
  for (const [what, request] of refused)
    it(`is refused for text that holds ${what}`, () => assert.equal(written(request), undefined));

  it('takes XML', () => {
    assert.ok(written({ body: '<?xml version="1.0"?>\n<a>\n  <b/>\n</a>' }));
  });
});
