import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readHeaders } from '../../../../../src/domain/masking/headers/headers.ts';
import {
  isSecretField,
  isSecretHeader,
  isSecretParameter,
} from '../../../../../src/domain/masking/secrets/secretNames.ts';
import { shownHeader } from '../../../../../src/domain/sharing/shownHeaders.ts';

describe('recorded headers', () => {
  const cases: [what: string, recorded: unknown, expected: [name: string, value: string][]][] = [
    ['nothing', undefined, []],
    ['an empty string', '', []],
    [
      'JSON in a string',
      '{"B": "1", "A": 2}',
      [
        ['B', '1'],
        ['A', '2'],
      ],
    ],
    [
      'numbers as they are written, keys in their order',
      '{"X-Order":1234567890123456789,"2":1,"1":12.50}',
      [
        ['X-Order', '1234567890123456789'],
        ['2', '1'],
        ['1', '12.50'],
      ],
    ],
    [
      'a header that is there twice',
      '{"Accept":"a","Accept":"b"}',
      [
        ['Accept', 'a'],
        ['Accept', 'b'],
      ],
    ],
    [
      'pairs by their places',
      '{"0":["X-Api-Key","a"],"1":["Accept","b"]}',
      [
        ['X-Api-Key', 'a'],
        ['Accept', 'b'],
      ],
    ],
    ['JSON in JSON', JSON.stringify('{"A": "1"}'), [['A', '1']]],
    [
      'an object',
      { 'X-A': 'a', 'X-B': null },
      [
        ['X-A', 'a'],
        ['X-B', ''],
      ],
    ],
    [
      'a header with several values',
      { Accept: ['a', 'b'] },
      [
        ['Accept', 'a'],
        ['Accept', 'b'],
      ],
    ],
    [
      'a list of pairs',
      '[["A", "1"], ["A", "2"]]',
      [
        ['A', '1'],
        ['A', '2'],
      ],
    ],
    [
      'a list of names and values',
      [{ name: 'A', value: 'x' }, { key: 'B', value: 'y' }, { C: 'z' }],
      [
        ['A', 'x'],
        ['B', 'y'],
        ['C', 'z'],
      ],
    ],
    [
      'a list of lines',
      ['A: x', 'B: y'],
      [
        ['A', 'x'],
        ['B', 'y'],
      ],
    ],
    [
      'names and values in turn',
      ['A', 'x', 'B', 'y'],
      [
        ['A', 'x'],
        ['B', 'y'],
      ],
    ],
    [
      'lines',
      'POST / HTTP/1.1\r\nA: x:y \r\n  more\r\n\r\nA:\n',
      [
        ['A', 'x:y more'],
        ['A', ''],
      ],
    ],
    [
      'a dictionary of Python',
      `{'A': 'it\\'s', "B": "x: y", 'C': 5}`,
      [
        ['A', "it's"],
        ['B', 'x: y'],
        ['C', '5'],
      ],
    ],
    [
      'JSON that is cut off',
      '{"A": "x", "B": "y',
      [
        ['A', 'x'],
        ['B', '"y'],
      ],
    ],
    ['a number', 5, []],
    ['no header at all', 'nothing here', []],
    ['lists within lists', [[[['A']]], null, 5, [], {}], [['A', '']]],
  ];
  for (const [what, recorded, expected] of cases) {
    it(what, () =>
      assert.deepEqual(
        readHeaders(recorded).headers.map(({ name, value }) => [name, value]),
        expected,
      ),
    );
  }
});

describe('secrets by name', () => {
  const headers = [
    'Authorization',
    'proxy-authorization',
    'X-Vgai-Key',
    'x-api-key',
    'Cookie',
    'X-Goog-Api-Key',
    'apikey',
    'X-Auth-Token',
    'X-Hub-Signature',
    'X-Amz-Security-Token',
    'Ocp-Apim-Subscription-Key',
    'X-MyKey',
  ];
  const plainHeaders = [
    'Content-Type',
    'Accept',
    'Idempotency-Key',
    'Sec-WebSocket-Key',
    'X-Token-Type',
    'X-Request-Id',
    'X-Monkey',
    'Author',
    'constructor',
  ];
  const fields = [
    'password',
    'newPassword',
    'password_confirmation',
    'access_token',
    'accessToken',
    'APIKey',
    'client_secret',
    'pin',
    'privateKey',
    'sig',
    'X-Amz-Signature',
    'USER.TOKEN',
  ];
  const plainFields = [
    'token_type',
    'max_tokens',
    'passwordHint',
    'key',
    'shipping',
    'session_id',
    'design',
    'secretary',
    'author',
    '',
    '__proto__',
  ];
  for (const name of headers) it(`a header ${name}`, () => assert.equal(isSecretHeader(name), true));
  for (const name of plainHeaders) it(`no secret header ${name}`, () => assert.equal(isSecretHeader(name), false));
  for (const name of fields) it(`a field ${name}`, () => assert.equal(isSecretField(name), true));
  for (const name of plainFields) it(`no secret field ${name}`, () => assert.equal(isSecretField(name), false));
  it('a parameter called key', () => assert.equal(isSecretParameter('key'), true));
});

describe('a header as a page shows it', () => {
  const cases: [name: string, value: string, shown: string][] = [
    ['Authorization', 'Bearer abc.def', 'Bearer ••••••'],
    ['authorization', 'Digest username="Mufasa", response="6629"', 'Digest ••••••'],
    ['Authorization', 'abc def', '••••••'],
    ['Authorization', '', ''],
    ['X-Api-Key', 'k', '••••••'],
    ['Cookie', 'sid=abc=; theme=dark;flag; empty=', 'sid=••••••; theme=••••••;••••••; empty='],
    ['Content-Type', 'application/json', 'application/json'],
    ['Referer', 'https://a.example/?token=abc&x=1', 'https://a.example/?token=••••••&x=1'],
    ['X-Note', 'sent Bearer abcdefghij', 'sent Bearer ••••••'],
  ];
  for (const [name, value, shown] of cases)
    it(`${name}: ${value}`, () => assert.equal(shownHeader({ name, value }), shown));
});
