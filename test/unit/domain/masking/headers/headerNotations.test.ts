import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readHeaders } from '../../../../../src/domain/masking/headers/headers.ts';
import { createMask } from '../../../../../src/domain/masking/mask.ts';
import { toCurl } from '../../../../../src/domain/sharing/recordedCurl.ts';
import { toHttpFile } from '../../../../../src/domain/sharing/recordedHttpFile.ts';
import { readRequest, toTemplate } from '../../../../../src/domain/sharing/recordedRequest.ts';
import { shownHeaderLines } from '../../../../../src/domain/sharing/shownHeaders.ts';

const secret = 'abcd1234efgh5678';
type Pairs = readonly (readonly [name: string, value: string])[];
const plain: Pairs = [['Content-Type', 'text/xml']];
const keyed: Pairs = [['X-Api-Key', secret]];
const both: Pairs = [...plain, ...keyed];

const notations: readonly (readonly [recorded: unknown, expected: Pairs])[] = [
  // Pairs, in whatever words and letter cases.
  [`[{"Key":"X-Api-Key","Value":["${secret}"]}]`, keyed],
  [`[{"Key":"Content-Type","Value":["text/xml"]},{"Key":"X-Api-Key","Value":["${secret}"]}]`, both],
  [`[{"Name":"X-Api-Key","Value":"${secret}"}]`, keyed],
  [`[{"name":"X-Api-Key","value":"${secret}"}]`, keyed],
  [`[{"KEY":"X-Api-Key","VALUE":"${secret}"}]`, keyed],
  [`[{"Value":"${secret}","Name":"X-Api-Key"}]`, keyed],
  [`[{"header":"X-Api-Key","value":"${secret}"}]`, keyed],
  [`[{"Key":{"Value":"X-Api-Key"},"Value":"${secret}"}]`, keyed],
  [`[{"HeaderName":"X-Api-Key","Values":["${secret}"]}]`, keyed],
  [`{"headers":[{"k":"X-Api-Key","v":"${secret}"}]}`, keyed],
  [`[["Content-Type","text/xml"],["X-Api-Key",["${secret}"]]]`, both],
  [`{"rawHeaders":["Content-Type","text/xml","X-Api-Key","${secret}"]}`, both],
  [
    [
      { Key: 'Content-Type', Value: ['text/xml'] },
      { Key: 'X-Api-Key', Value: [secret] },
    ],
    both,
  ],
  // Pairs whose keys say it in other words, or in none.
  [
    `[{"headerName":"Content-Type","headerValue":"text/xml"},{"headerName":"X-Api-Key","headerValue":"${secret}"}]`,
    both,
  ],
  [`[{"Item1":"Content-Type","Item2":"text/xml"},{"Item1":"X-Api-Key","Item2":"${secret}"}]`, both],
  [`[{"first":"Content-Type","second":"text/xml"},{"first":"X-Api-Key","second":"${secret}"}]`, both],
  [`[{"_name":"X-Api-Key","_value":"${secret}"}]`, keyed],
  [`[{"0":"Content-Type","1":"text/xml"},{"0":"X-Api-Key","1":"${secret}"}]`, both],
  [`[{"title":"X-Api-Key","text":"${secret}"}]`, keyed],
  [`[{"id":"X-Api-Key","value":"${secret}"}]`, keyed],
  [`[{"hdr":"Content-Type","says":"text/xml"},{"hdr":"X-Api-Key","says":"${secret}"}]`, both],
  [`[[["Content-Type","text/xml"],["X-Api-Key","${secret}"]]]`, both],
  // Python
  [`{b'Content-Type': b'text/xml'}`, plain],
  [`{b'Content-Type': b'text/xml', b"X-Api-Key": b"${secret}"}`, both],
  [`{u'Content-Type': u'text/xml', u'X-Api-Key': u'${secret}'}`, both],
  [`[('Content-Type', 'text/xml')]`, plain],
  [`[('X-Api-Key', '${secret}')]`, keyed],
  [`(('Content-Type', 'text/xml'), ('X-Api-Key', '${secret}'))`, both],
  [`[(b'Content-Type', b'text/xml'), (b'X-Api-Key', b'${secret}')]`, both],
  [`Headers([('Content-Type', 'text/xml'), ('X-Api-Key', '${secret}')])`, both],
  // JavaScript
  [
    `{ 'content-type': 'text/xml', 'x-a': 'b', accept: 'text/csv' }`,
    [
      ['content-type', 'text/xml'],
      ['x-a', 'b'],
      ['accept', 'text/csv'],
    ],
  ],
  [
    `{ accept: 'text/csv', 'x-api-key': '${secret}' }`,
    [
      ['accept', 'text/csv'],
      ['x-api-key', secret],
    ],
  ],
  [`Object [AxiosHeaders] { 'Content-Type': 'text/xml', 'X-Api-Key': '${secret}' }`, both],
  [`Map(2) { 'Content-Type' => 'text/xml', 'X-Api-Key' => '${secret}' }`, both],
  // Java, Go, Ruby, PHP
  [`{Content-Type=text/xml, X-Api-Key=${secret}}`, both],
  [`{Content-Type=[text/xml], X-Api-Key=[${secret}]}`, both],
  [`map[Content-Type:[text/xml] X-Api-Key:[${secret}]]`, both],
  [`map[string][]string{"Content-Type":[]string{"text/xml"}, "X-Api-Key":[]string{"${secret}"}}`, both],
  [`{"Content-Type"=>"text/xml", "X-Api-Key"=>"${secret}"}`, both],
  [`{:"Content-Type"=>"text/xml", :"X-Api-Key"=>"${secret}"}`, both],
  [`Array\n(\n    [Content-Type] => text/xml\n    [X-Api-Key] => ${secret}\n)\n`, both],
  [`array(2) {\n  ["Content-Type"]=>\n  string(8) "text/xml"\n  ["X-Api-Key"]=>\n  string(16) "${secret}"\n}`, both],
  [`a:2:{s:12:"Content-Type";s:8:"text/xml";s:9:"X-Api-Key";s:16:"${secret}";}`, both],
  [`Array\n(\n    [0] => Content-Type: text/xml\n    [1] => X-Api-Key: ${secret}\n)`, both],
  // Scala, Swift, Objective-C, Clojure, Lua, Perl, PowerShell, Erlang
  [`Map(Content-Type -> text/xml, X-Api-Key -> ${secret})`, both],
  [`[AnyHashable("Content-Type"): text/xml, AnyHashable("X-Api-Key"): ${secret}]`, both],
  [`{\n    "Content-Type" = text/xml;\n    "X-Api-Key" = "${secret}";\n}`, both],
  [`{:Content-Type "text/xml" :X-Api-Key "${secret}"}`, both],
  [`{ ["Content-Type"] = "text/xml", ["X-Api-Key"] = "${secret}" }`, both],
  [`$VAR1 = {\n  'Content-Type' => 'text/xml',\n  'X-Api-Key' => '${secret}'\n};`, both],
  [`@{'Content-Type'='text/xml'; 'X-Api-Key'='${secret}'}`, both],
  [`[{<<"Content-Type">>,<<"text/xml">>},{<<"X-Api-Key">>,<<"${secret}">>}]`, both],
  [`<CIMultiDict('Content-Type': 'text/xml', 'X-Api-Key': '${secret}')>`, both],
  [`&map[Content-Type:[text/xml] X-Api-Key:[${secret}]]`, both],
  // Escaped once more, lines, options of curl, and YAML.
  [`-H 'Content-Type: text/xml' -H "X-Api-Key: ${secret}"`, both],
  [`> Content-Type: text/xml\n> X-Api-Key: ${secret}`, both],
  [`- Content-Type: text/xml\n- X-Api-Key: ${secret}`, both],
  [`"Content-Type": "text/xml"\n"X-Api-Key": "${secret}"`, both],
  [`- name: Content-Type\n  value: text/xml\n- name: X-Api-Key\n  value: ${secret}`, both],
  [JSON.stringify(`{"Content-Type":"text/xml","X-Api-Key":"${secret}"}`), both],
  [`{\\"Content-Type\\":\\"text/xml\\",\\"X-Api-Key\\":\\"${secret}\\"}`, both],
  [`Content-Type: text/xml\r\nX-Api-Key: ${secret}`, both],
];

function sent(recorded: unknown) {
  const step = { verb: 'POST', url: 'https://a.example/x', requestHeaders: recorded, requestPayload: 'x' };
  const request = readRequest(step as Parameters<typeof readRequest>[0]);
  assert.ok(request);
  return request;
}

describe('headers in the notation of', () => {
  for (const [recorded, expected] of notations) {
    const what = typeof recorded === 'string' ? recorded : JSON.stringify(recorded);
    const open = expected.filter(([, value]) => value !== secret);

    it(`${what} are read, each with its name and value`, () => {
      const { headers, unread } = readHeaders(recorded);
      assert.deepEqual(
        headers.map(({ name, value }) => [name, value]),
        expected,
      );
      assert.equal(unread, false);
    });

    it(`${what} are sent again, without the secret`, () => {
      const curl = toCurl(toTemplate(sent(recorded), 'asRecorded'));
      const http = toHttpFile(toTemplate(sent(recorded), 'asRecorded'), '<your value>') ?? '';
      for (const [name, value] of open) {
        assert.ok(curl.includes(`--header '${name}: ${value}'`), curl);
        assert.ok(http.split('\n').includes(`${name}: ${value}`), http);
      }
      for (const written of [curl, http]) {
        for (const gone of [secret, "b'C", "b't"]) assert.ok(!written.includes(gone), written);
      }
    });

    it(`${what} are shown and masked without the secret`, () => {
      const shown = shownHeaderLines(readHeaders(recorded));
      const masked = createMask().session(JSON.stringify({ flow_path: [{ request: { headers: recorded } }] }));
      for (const written of [shown, masked]) assert.ok(!written.includes(secret), written);
      for (const [, value] of open) assert.ok(shown.includes(value) && masked.includes(value), masked);
    });
  }
});

describe('headers that cannot be read', () => {
  const unread = [
    `<headers><X-Api-Key x="1">${secret}</X-Api-Key></headers>`,
    `X-Api-Key,${secret}`,
    `{"A":"b"}{"X-Api-Key":"${secret}"}`,
    Buffer.from(`{"X-Api-Key":"${secret}"}`).toString('base64'),
  ];
  for (const recorded of unread) {
    it(`are covered and left out, and that is said: ${JSON.stringify(recorded)}`, () => {
      const request = sent(recorded);
      assert.equal(request.headersUnread, true);
      const masked = createMask().session(JSON.stringify({ flow_path: [{ request: { headers: recorded } }] }));
      for (const written of [
        toCurl(toTemplate(request, 'asRecorded')),
        shownHeaderLines(readHeaders(recorded)),
        masked,
      ]) {
        assert.ok(!written.includes(secret), written);
      }
    });
  }
});

describe('a recorded request that is right as it is', () => {
  const bodies = [
    'it\'s "x" $(id) `y` !z %A%\n',
    '{"id":1234567890123456789,"x":12.50}',
    '{"a":1e400,"a":-0.0,"b":[1.0,"\\u00e9"]}',
    "''\\'",
  ];
  for (const body of bodies) {
    it(`sends ${JSON.stringify(body)} letter by letter`, () => {
      const request = { ...sent({}), body };
      const command = toCurl(toTemplate(request, 'asRecorded'));
      assert.ok(command.includes(`--data-raw '${body.replaceAll("'", String.raw`'\''`)}'`), command);
      assert.ok(toHttpFile(toTemplate(request, 'asRecorded'), '')?.includes(body.trimEnd()));
    });
  }

  for (const scheme of ['Bearer', 'Basic', 'Token', 'ApiKey']) {
    it(`keeps the scheme ${scheme} of its secret`, () => {
      const recorded = `[{"name":"Authorization","value":"${scheme} ${secret}"}]`;
      const command = toCurl(toTemplate(sent(recorded), 'asRecorded'));
      assert.ok(command.includes(`Authorization: ${scheme} '`) && !command.includes(secret), command);
      assert.match(shownHeaderLines(readHeaders(recorded)), new RegExp(`^Authorization: ${scheme} •+$`, 'u'));
    });
  }
});
