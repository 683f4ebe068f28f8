import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { toCurl } from '../../../../src/domain/sharing/recordedCurl.ts';
import type { RecordedRequest } from '../../../../src/domain/sharing/recordedRequest.ts';
import { toTemplate } from '../../../../src/domain/sharing/recordedRequest.ts';
import { removeFolder } from '../../../../tools/vscodeHost/removeFolder.js';

function recorded(request: Partial<RecordedRequest>): RecordedRequest {
  return { verb: 'POST', url: 'https://a.example/', headers: [], headersUnread: false, body: '', ...request };
}

describe('a command for curl', () => {
  it('reads as a person would write it', () => {
    const command = toCurl(
      toTemplate(
        recorded({
          verb: 'PUT',
          url: "https://a.example/o'k?token=abc",
          headers: [
            { name: 'Authorization', value: 'Bearer abc' },
            { name: 'X-Api-Key', value: 'k' },
            { name: 'Host', value: 'a.example' },
            { name: 'Content-Length', value: '20' },
          ],
          body: '{"password": "p"}',
        }),
        'asRecorded',
      ),
    );
    assert.equal(
      command,
      String.raw`curl --globoff --request PUT \
  --url 'https://a.example/o'\''k?token='"$AUTHORIZATION" \
  --header 'Authorization: Bearer '"$AUTHORIZATION" \
  --header 'X-Api-Key: '"$X_API_KEY" \
  --header 'Content-Type: application/json' \
  --data-raw '{"password": "'"$PASSWORD"'"}'`,
    );
  });

  const options: [what: string, request: Partial<RecordedRequest>, expected: string[]][] = [
    ['GET', { verb: 'GET' }, []],
    ['GET with a body', { verb: 'GET', body: 'x' }, ['--request GET', `--header 'Content-Type:'`, `--data-raw 'x'`]],
    ['POST', {}, ['--request POST']],
    ['HEAD', { verb: 'HEAD' }, ['--head']],
    ['an empty header', { verb: 'GET', headers: [{ name: 'X-A', value: '' }] }, [`--header 'X-A;'`]],
    ['compression', { verb: 'GET', headers: [{ name: 'accept-encoding', value: 'gzip' }] }, ['--compressed']],
    ['another host', { verb: 'GET', headers: [{ name: 'Host', value: 'b.example' }] }, [`--header 'Host: b.example'`]],
    [
      'a name that is none',
      {
        verb: 'GET',
        headers: [
          { name: '@/etc/passwd', value: 'x' },
          { name: '-K', value: 'x' },
        ],
      },
      [],
    ],
  ];
  for (const [what, request, expected] of options) {
    it(`has the options for ${what}`, () => {
      const [url, ...rest] = ["--url 'https://a.example/'", ...expected];
      const words = toCurl(toTemplate(recorded(request), 'asRecorded'))
        .replaceAll(/ \\\n */gu, ' ')
        .slice('curl --globoff '.length);
      assert.deepEqual(
        [...words.matchAll(/--[a-z-]+(?: (?:'[^']*'|[A-Z]+))?/gu)].map(([option]) => option).sort(),
        [url, ...rest].sort(),
      );
    });
  }
});

describe('a command in a real shell', () => {
  let folder: string;

  /** Instead of curl: prints what it was called with, and its input when it is to read it. */
  const fakeCurl = `#!/bin/sh
for argument; do printf '%s\\037' "$argument"; done
case "$*" in *--data-binary*@-*) cat;; esac
`;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'insights-curl-'));
    writeFileSync(join(folder, 'curl'), fakeCurl);
    chmodSync(join(folder, 'curl'), 0o755);
  });

  after(() => removeFolder(folder));

  function argumentsOf(command: string, secrets: Record<string, string> = {}): { given: string[]; input: string } {
    const output = execFileSync('sh', [], {
      input: command,
      env: { PATH: `${folder}:${process.env.PATH}`, ...secrets },
      encoding: 'utf8',
      maxBuffer: 10_000_000,
    });
    const given = output.split('\x1f');
    return { input: given.pop() ?? '', given };
  }

  const hostile = [
    "it's",
    `'; touch pwned; echo '`,
    '$(touch pwned) `touch pwned` ${HOME} $HOME',
    '\\ \\\\ \\n "double" \\"',
    '@/etc/passwd',
    '-o /etc/passwd',
    'line\nline\r\n\ttab',
    '!! !1 *?[a] {1,2} ~ # & | ; < >',
    '%s %d %%',
    '\u202Eright to left שלום \u{1F600}',
    '',
  ];

  for (const text of hostile) {
    it(`takes a body as it is: ${JSON.stringify(text)}`, () => {
      const { given } = argumentsOf(toCurl(toTemplate(recorded({ body: text || ' ' }), 'asRecorded')));
      assert.equal(given[given.indexOf('--data-raw') + 1], text || ' ');
    });

    it(`takes a header as it is, on one line: ${JSON.stringify(text)}`, () => {
      const { given } = argumentsOf(
        toCurl(toTemplate(recorded({ headers: [{ name: 'X-A', value: text }] }), 'asRecorded')),
      );
      const line = text.replaceAll(/\p{Cc}+/gu, ' ').trim();
      assert.equal(given[given.indexOf('--header') + 1], line === '' ? 'X-A;' : `X-A: ${line}`);
    });

    it(`takes an address as one word: ${JSON.stringify(text)}`, () => {
      const { given } = argumentsOf(toCurl(toTemplate(recorded({ url: `https://a.example/${text}` }), 'asRecorded')));
      const url = given[given.indexOf('--url') + 1] ?? '';
      assert.equal(url, `https://a.example/${text.replaceAll(/[\p{Cc} ]/gu, encodeURIComponent)}`);
    });

    it(`puts a secret in as it is: ${JSON.stringify(text)}`, () => {
      const request = recorded({ headers: [{ name: 'Authorization', value: 'Bearer recorded' }] });
      const { given } = argumentsOf(toCurl(toTemplate(request, 'asRecorded')), { AUTHORIZATION: text });
      assert.equal(given[given.indexOf('--header') + 1], `Authorization: Bearer ${text}`);
    });
  }

  it('pipes a body that no argument can hold', () => {
    const nulls = `a\0b'%s\\\0\0c`;
    assert.equal(argumentsOf(toCurl(toTemplate(recorded({ body: nulls }), 'asRecorded'))).input, nulls);
    const long = `{"text": "${'é'.repeat(200_000)}", "token": "t"}`;
    const { input, given } = argumentsOf(toCurl(toTemplate(recorded({ body: long }), 'asRecorded')), { TOKEN: 't' });
    assert.equal(input, long);
    assert.deepEqual(given.slice(-2), ['--data-binary', '@-']);
  });

  it('writes half a letter as the replacement character', () => {
    const { given } = argumentsOf(toCurl(toTemplate(recorded({ body: 'a\ud800b' }), 'asRecorded')));
    assert.equal(given.at(-1), 'a\uFFFDb');
  });
});
