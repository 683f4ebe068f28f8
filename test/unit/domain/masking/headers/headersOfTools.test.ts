import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readHeaders } from '../../../../../src/domain/masking/headers/headers.ts';
import { createMask } from '../../../../../src/domain/masking/mask.ts';
import { toCurl } from '../../../../../src/domain/sharing/recordedCurl.ts';
import { readRequest, toTemplate } from '../../../../../src/domain/sharing/recordedRequest.ts';
import { shownHeaderLines } from '../../../../../src/domain/sharing/shownHeaders.ts';

const S = 'abcd1234efgh5678';

/** By who writes them so, with lines that are read of them. */
const notations: readonly (readonly [who: string, recorded: unknown, lines: readonly string[]])[] = [
  ['python dict', `{'Content-Type': 'text/xml', 'X-Api-Key': '${S}'}`, ['Content-Type: text/xml']],
  ['python bytes', `{b'Content-Type': b'text/xml', b'X-Api-Key': b'${S}'}`, ['Content-Type: text/xml']],
  [
    'requests CaseInsensitiveDict',
    `CaseInsensitiveDict({'Content-Type': 'text/xml', 'X-Api-Key': '${S}'})`,
    ['Content-Type: text/xml'],
  ],
  ['httpx', `Headers({'content-type': 'text/xml', 'x-api-key': '${S}'})`, ['content-type: text/xml']],
  ['httpx list', `Headers([('content-type', 'text/xml'), ('x-api-key', '${S}')])`, ['content-type: text/xml']],
  ['aiohttp', `<CIMultiDictProxy('Content-Type': 'text/xml', 'X-Api-Key': '${S}')>`, ['Content-Type: text/xml']],
  ['aiohttp2', `<CIMultiDict('Content-Type': 'text/xml', 'X-Api-Key': '${S}')>`, ['Content-Type: text/xml']],
  ['werkzeug', `EnvironHeaders([('Content-Type', 'text/xml'), ('X-Api-Key', '${S}')])`, ['Content-Type: text/xml']],
  ['urllib3', `HTTPHeaderDict({'Content-Type': 'text/xml', 'X-Api-Key': '${S}'})`, ['Content-Type: text/xml']],
  ['OrderedDict', `OrderedDict([('Content-Type', 'text/xml'), ('X-Api-Key', '${S}')])`, ['Content-Type: text/xml']],
  [
    'defaultdict',
    `defaultdict(<class 'str'>, {'Content-Type': 'text/xml', 'X-Api-Key': '${S}'})`,
    ['Content-Type: text/xml'],
  ],
  ['tuple of tuples', `(('Content-Type', 'text/xml'), ('X-Api-Key', '${S}'))`, ['Content-Type: text/xml']],
  ['dict_items', `dict_items([('Content-Type', 'text/xml'), ('X-Api-Key', '${S}')])`, ['Content-Type: text/xml']],
  ['scope headers', `[(b'content-type', b'text/xml'), (b'x-api-key', b'${S}')]`, ['content-type: text/xml']],
  ['Java map', `{Content-Type=text/xml, X-Api-Key=${S}}`, ['Content-Type: text/xml']],
  [
    'Java multimap',
    `{Content-Type=[text/xml], X-Api-Key=[${S}], Accept=[a/b, c/d]}`,
    ['Content-Type: text/xml', 'Accept: a/b'],
  ],
  [
    'Java 11',
    `java.net.http.HttpHeaders@1a2b3c4d { {content-type=[text/xml], x-api-key=[${S}]} }`,
    ['content-type: text/xml'],
  ],
  ['Spring', `[Content-Type:"text/xml", X-Api-Key:"${S}"]`, ['Content-Type: text/xml']],
  [
    'Spring2',
    `[Content-Type:"text/xml;charset=UTF-8", Accept:"a/b, c/d", X-Api-Key:"${S}"]`,
    ['Content-Type: text/xml;charset=UTF-8', 'Accept: a/b, c/d'],
  ],
  ['OkHttp', `Content-Type: text/xml\nX-Api-Key: ${S}\n`, ['Content-Type: text/xml']],
  ['Apache', `[Content-Type: text/xml, X-Api-Key: ${S}]`, ['Content-Type: text/xml']],
  ['Netty', `DefaultHttpHeaders[Content-Type: text/xml, X-Api-Key: ${S}]`, ['Content-Type: text/xml']],
  ['Go', `map[Accept:[a/b] Content-Type:[text/xml] X-Api-Key:[${S}]]`, ['Content-Type: text/xml', 'Accept: a/b']],
  [
    'Go %#v',
    `http.Header{"Content-Type":[]string{"text/xml"}, "X-Api-Key":[]string{"${S}"}}`,
    ['Content-Type: text/xml'],
  ],
  ['Go map string', `map[string]string{"Content-Type":"text/xml", "X-Api-Key":"${S}"}`, ['Content-Type: text/xml']],
  ['Ruby', `{"Content-Type"=>"text/xml", "X-Api-Key"=>"${S}"}`, ['Content-Type: text/xml']],
  ['Ruby arrays', `{"content-type"=>["text/xml"], "x-api-key"=>["${S}"]}`, ['content-type: text/xml']],
  ['Ruby 3.4', `{"Content-Type" => "text/xml", "X-Api-Key" => "${S}"}`, ['Content-Type: text/xml']],
  ['Ruby sym', `{:content_type=>"text/xml", :"x-api-key"=>"${S}"}`, ['content_type: text/xml']],
  ['Ruby sym2', `{content_type: "text/xml", "x-api-key": "${S}"}`, ['content_type: text/xml']],
  [
    'Faraday',
    `#<Faraday::Utils::Headers {"Content-Type"=>"text/xml", "X-Api-Key"=>"${S}"}>`,
    ['Content-Type: text/xml'],
  ],
  ['Rack env', `{"HTTP_X_API_KEY"=>"${S}", "CONTENT_TYPE"=>"text/xml"}`, ['CONTENT_TYPE: text/xml']],
  [
    'JS',
    `{ 'content-type': 'text/xml', 'x-api-key': '${S}', accept: 'a/b' }`,
    ['content-type: text/xml', 'accept: a/b'],
  ],
  ['Node Headers', `Headers { 'content-type': 'text/xml', 'x-api-key': '${S}' }`, ['content-type: text/xml']],
  [
    'Axios',
    `Object [AxiosHeaders] {\n  'Content-Type': 'text/xml',\n  'X-Api-Key': '${S}'\n}`,
    ['Content-Type: text/xml'],
  ],
  [
    'null proto',
    `[Object: null prototype] { 'content-type': 'text/xml', 'x-api-key': '${S}' }`,
    ['content-type: text/xml'],
  ],
  ['Map', `Map(2) { 'content-type' => 'text/xml', 'x-api-key' => '${S}' }`, ['content-type: text/xml']],
  [
    'Map iterator',
    `[Map Entries] { [ 'content-type', 'text/xml' ], [ 'x-api-key', '${S}' ] }`,
    ['content-type: text/xml'],
  ],
  ['Node raw', `[ 'Content-Type', 'text/xml', 'X-Api-Key', '${S}' ]`, ['Content-Type: text/xml']],
  ['raw json', JSON.stringify(['Content-Type', 'text/xml', 'X-Api-Key', S]), ['Content-Type: text/xml']],
  ['C# dict arr', `{[Content-Type, text/xml], [X-Api-Key, ${S}]}`, ['Content-Type: text/xml']],
  ['C# HttpHeaders', `Content-Type: text/xml\r\nX-Api-Key: ${S}\r\n`, ['Content-Type: text/xml']],
  [
    'C# HttpRequestMessage',
    `Method: POST, RequestUri: 'https://a.example/', Version: 1.1, Content: System.Net.Http.StringContent, Headers:\r\n{\r\n  X-Api-Key: ${S}\r\n  Content-Type: text/xml\r\n}`,
    ['Content-Type: text/xml'],
  ],
  [
    'C# IEnumerable',
    JSON.stringify([
      { Key: 'Content-Type', Value: ['text/xml'] },
      { Key: 'X-Api-Key', Value: [S] },
    ]),
    ['Content-Type: text/xml'],
  ],
  [
    'C# init',
    `new Dictionary<string, string> { { "Content-Type", "text/xml" }, { "X-Api-Key", "${S}" } }`,
    ['Content-Type: text/xml'],
  ],
  ['C# init2', `new() { ["Content-Type"] = "text/xml", ["X-Api-Key"] = "${S}" }`, ['Content-Type: text/xml']],
  ['PHP array', `Array\n(\n    [Content-Type] => text/xml\n    [X-Api-Key] => ${S}\n)\n`, ['Content-Type: text/xml']],
  [
    'PHP array nested',
    `Array\n(\n    [Content-Type] => Array\n        (\n            [0] => text/xml\n        )\n\n    [X-Api-Key] => Array\n        (\n            [0] => ${S}\n        )\n\n)\n`,
    ['Content-Type: text/xml'],
  ],
  [
    'PHP var_export',
    `array (\n  'Content-Type' => 'text/xml',\n  'X-Api-Key' => '${S}',\n)`,
    ['Content-Type: text/xml'],
  ],
  ['PHP short', `['Content-Type' => 'text/xml', 'X-Api-Key' => '${S}']`, ['Content-Type: text/xml']],
  [
    'PHP var_dump',
    `array(2) {\n  ["Content-Type"]=>\n  string(8) "text/xml"\n  ["X-Api-Key"]=>\n  string(16) "${S}"\n}`,
    ['Content-Type: text/xml'],
  ],
  ['PHP serial', `a:2:{s:12:"Content-Type";s:8:"text/xml";s:9:"X-Api-Key";s:16:"${S}";}`, ['Content-Type: text/xml']],
  ['PHP curl opts', `array (0 => 'Content-Type: text/xml', 1 => 'X-Api-Key: ${S}')`, ['Content-Type: text/xml']],
  ['Rust', `{"content-type": "text/xml", "x-api-key": "${S}"}`, ['content-type: text/xml']],
  [
    'Rust HeaderMap',
    `HeaderMap { inner: {"content-type": "text/xml", "x-api-key": "${S}"} }`,
    ['content-type: text/xml'],
  ],
  ['Rust vec', `[("content-type", "text/xml"), ("x-api-key", "${S}")]`, ['content-type: text/xml']],
  ['Rust Sensitive', `{"content-type": "text/xml", "authorization": Sensitive}`, ['content-type: text/xml']],
  ['Elixir', `[{"content-type", "text/xml"}, {"x-api-key", "${S}"}]`, ['content-type: text/xml']],
  ['Elixir map', `%{"content-type" => "text/xml", "x-api-key" => "${S}"}`, ['content-type: text/xml']],
  ['Erlang', `[{<<"content-type">>,<<"text/xml">>},{<<"x-api-key">>,<<"${S}">>}]`, ['content-type: text/xml']],
  ['Clojure', `{"content-type" "text/xml", "x-api-key" "${S}"}`, ['content-type: text/xml']],
  ['Clojure kw', `{:content-type "text/xml", :x-api-key "${S}"}`, ['content-type: text/xml']],
  ['Swift', `["Content-Type": "text/xml", "X-Api-Key": "${S}"]`, ['Content-Type: text/xml']],
  [
    'Swift any',
    `[AnyHashable("Content-Type"): "text/xml", AnyHashable("X-Api-Key"): "${S}"]`,
    ['Content-Type: text/xml'],
  ],
  ['ObjC', `{\n    "Content-Type" = "text/xml";\n    "X-Api-Key" = ${S};\n}`, ['Content-Type: text/xml']],
  ['Kotlin', `[(Content-Type, text/xml), (X-Api-Key, ${S})]`, ['Content-Type: text/xml']],
  ['Scala', `Map(Content-Type -> text/xml, X-Api-Key -> ${S})`, ['Content-Type: text/xml']],
  ['Scala list', `List((Content-Type,text/xml), (X-Api-Key,${S}))`, ['Content-Type: text/xml']],
  ['Dart', `{content-type: text/xml, x-api-key: ${S}}`, ['content-type: text/xml']],
  ['Perl', `$VAR1 = {\n  'Content-Type' => 'text/xml',\n  'X-Api-Key' => '${S}'\n};`, ['Content-Type: text/xml']],
  ['Lua', `{ ["Content-Type"] = "text/xml", ["X-Api-Key"] = "${S}" }`, ['Content-Type: text/xml']],
  ['PowerShell', `@{ 'Content-Type' = 'text/xml'; 'X-Api-Key' = '${S}' }`, ['Content-Type: text/xml']],
  [
    'PowerShell out',
    `Key          Value\n---          -----\nContent-Type text/xml\nX-Api-Key    ${S}`,
    ['Content-Type: text/xml'],
  ],
  ['PowerShell here', `@{\n "Content-Type" = "text/xml"\n "X-Api-Key" = "${S}"\n}`, ['Content-Type: text/xml']],
  ['R', `Content-Type: text/xml\nX-Api-Key: ${S}`, ['Content-Type: text/xml']],
  ['YAML', `Content-Type: text/xml\nX-Api-Key: "${S}"`, ['Content-Type: text/xml']],
  [
    'YAML list',
    `- name: Content-Type\n  value: text/xml\n- name: X-Api-Key\n  value: ${S}`,
    ['Content-Type: text/xml'],
  ],
  ['YAML multi', `Content-Type:\n  - text/xml\nX-Api-Key:\n  - ${S}`, ['Content-Type: text/xml']],
  ['TOML', `Content-Type = "text/xml"\nX-Api-Key = "${S}"`, ['Content-Type: text/xml']],
  ['ini', `Content-Type=text/xml\nX-Api-Key=${S}`, ['Content-Type: text/xml']],
  ['form', `Content-Type=text%2Fxml&X-Api-Key=${S}`, ['Content-Type: text/xml']],
  [
    'XML',
    `<headers><Content-Type>text/xml</Content-Type><X-Api-Key>${S}</X-Api-Key></headers>`,
    ['Content-Type: text/xml'],
  ],
  [
    'XML nv',
    `<headers><header name="Content-Type" value="text/xml"/><header name="X-Api-Key" value="${S}"/></headers>`,
    ['Content-Type: text/xml'],
  ],
  [
    'XML nv text',
    `<headers><header name="Content-Type">text/xml</header><header name="X-Api-Key">${S}</header></headers>`,
    ['Content-Type: text/xml'],
  ],
  [
    'HAR',
    JSON.stringify([
      { name: 'Content-Type', value: 'text/xml' },
      { name: 'X-Api-Key', value: S, comment: '' },
    ]),
    ['Content-Type: text/xml'],
  ],
  [
    'Postman',
    JSON.stringify([
      { key: 'Content-Type', value: 'text/xml', type: 'text' },
      { key: 'X-Api-Key', value: S, disabled: false, description: 'k' },
    ]),
    ['Content-Type: text/xml'],
  ],
  [
    'Postman disabled',
    JSON.stringify([
      { key: 'Content-Type', value: 'text/xml' },
      { key: 'X-Api-Key', value: S, disabled: true },
    ]),
    ['Content-Type: text/xml'],
  ],
  [
    'AWS event',
    JSON.stringify({
      headers: { 'Content-Type': 'text/xml', 'X-Api-Key': S },
      multiValueHeaders: { 'Content-Type': ['text/xml'], 'X-Api-Key': [S] },
    }),
    ['Content-Type: text/xml'],
  ],
  [
    'AWS mv',
    JSON.stringify({ multiValueHeaders: { 'Content-Type': ['text/xml'], 'X-Api-Key': [S] } }),
    ['Content-Type: text/xml'],
  ],
  [
    'CloudFront',
    JSON.stringify({
      'content-type': [{ key: 'Content-Type', value: 'text/xml' }],
      'x-api-key': [{ key: 'X-Api-Key', value: S }],
    }),
    ['Content-Type: text/xml'],
  ],
  [
    'whole request',
    JSON.stringify({
      method: 'GET',
      url: 'https://a.example',
      headers: { 'Content-Type': 'text/xml', 'X-Api-Key': S },
    }),
    ['Content-Type: text/xml'],
  ],
  ['Envoy', `':authority', 'a.example'\n'content-type', 'text/xml'\n'x-api-key', '${S}'`, ['content-type: text/xml']],
  ['devtools', `content-type\ntext/xml\nx-api-key\n${S}`, ['content-type: text/xml']],
  ['devtools2', `content-type:\ntext/xml\nx-api-key:\n${S}`, ['content-type: text/xml']],
  [
    'curl -v',
    `> POST /x HTTP/1.1\r\n> Host: a.example\r\n> Content-Type: text/xml\r\n> X-Api-Key: ${S}\r\n>`,
    ['Content-Type: text/xml'],
  ],
  [
    'curl -v mix',
    `*   Trying 1.2.3.4:443...\n* Connected to a.example (1.2.3.4) port 443\n> GET / HTTP/2\n> Content-Type: text/xml\n> X-Api-Key: ${S}\n`,
    ['Content-Type: text/xml'],
  ],
  ['curl cmd', `curl https://a.example -H 'Content-Type: text/xml' -H 'X-Api-Key: ${S}'`, ['Content-Type: text/xml']],
  ['curl cmd dq', `-H "Content-Type: text/xml" --header "X-Api-Key: ${S}"`, ['Content-Type: text/xml']],
  ['curl header=', `--header='Content-Type: text/xml' --header='X-Api-Key: ${S}'`, ['Content-Type: text/xml']],
  [
    'curl cmd.exe',
    `curl ^"https://a.example^" -H ^"Content-Type: text/xml^" -H ^"X-Api-Key: ${S}^"`,
    ['Content-Type: text/xml'],
  ],
  ['curl $', `curl -H $'Content-Type: text/xml' -H $'X-Api-Key: ${S}'`, ['Content-Type: text/xml']],
  ['curl unquoted', `-H Content-Type:text/xml -H X-Api-Key:${S}`, ['Content-Type: text/xml']],
  ['wget', `--header='Content-Type: text/xml' \\\n --header='X-Api-Key: ${S}'`, ['Content-Type: text/xml']],
  ['httpie', `Content-Type:text/xml X-Api-Key:${S}`, ['Content-Type: text/xml']],
  [
    'raw http',
    `POST /x HTTP/1.1\r\nHost: a.example\r\nContent-Type: text/xml\r\nX-Api-Key: ${S}\r\n\r\n{"a":1}`,
    ['Content-Type: text/xml'],
  ],
  [
    'raw resp',
    `HTTP/1.1 200 OK\nContent-Type: text/xml\nSet-Cookie: sid=${S}; Path=/\nSet-Cookie: a=${S}x`,
    ['Content-Type: text/xml'],
  ],
  [
    'Set-Cookie list',
    JSON.stringify({ 'Content-Type': 'text/xml', 'Set-Cookie': [`sid=${S}; Path=/`, `b=${S}`] }),
    ['Content-Type: text/xml'],
  ],
  [
    'Set-Cookie joined',
    `Set-Cookie: sid=${S}; Path=/, b=${S}; Secure\nContent-Type: text/xml`,
    ['Content-Type: text/xml'],
  ],
  [
    'escaped json',
    JSON.stringify(JSON.stringify({ 'Content-Type': 'text/xml', 'X-Api-Key': S })),
    ['Content-Type: text/xml'],
  ],
  [
    'escaped json unq',
    JSON.stringify(JSON.stringify({ 'Content-Type': 'text/xml', 'X-Api-Key': S })).slice(1, -1),
    ['Content-Type: text/xml'],
  ],
  ['json5', `{"Content-Type":"text/xml","X-Api-Key":"${S}",}`, ['Content-Type: text/xml']],
  ['json comment', `{ // c\n"Content-Type":"text/xml", /* d */ "X-Api-Key":"${S}" }`, ['Content-Type: text/xml']],
  ['csv', `name,value\nContent-Type,text/xml\nX-Api-Key,${S}`, ['Content-Type: text/xml']],
  [
    'md table',
    `| Name | Value |\n|---|---|\n| Content-Type | text/xml |\n| X-Api-Key | ${S} |`,
    ['Content-Type: text/xml'],
  ],
  ['tab', `Content-Type\ttext/xml\nX-Api-Key\t${S}`, ['Content-Type: text/xml']],
  ['list of strings', JSON.stringify(['Content-Type: text/xml', `X-Api-Key: ${S}`]), ['Content-Type: text/xml']],
  ['list of =', JSON.stringify(['Content-Type=text/xml', `X-Api-Key=${S}`]), ['Content-Type: text/xml']],
  ['list of single', JSON.stringify([{ 'Content-Type': 'text/xml' }, { 'X-Api-Key': S }]), ['Content-Type: text/xml']],
  [
    'obj of obj',
    JSON.stringify({ 'Content-Type': { value: 'text/xml' }, 'X-Api-Key': { value: S } }),
    ['Content-Type: text/xml'],
  ],
  [
    'proto pairs',
    `key: "Content-Type"\nvalue: "text/xml"\nkey: "X-Api-Key"\nvalue: "${S}"`,
    ['Content-Type: text/xml'],
  ],
  ['Retrofit', `@Headers({"Content-Type: text/xml", "X-Api-Key: ${S}"})`, ['Content-Type: text/xml']],
  ['fetch', `headers: {\n  "Content-Type": "text/xml",\n  "X-Api-Key": "${S}"\n}`, ['Content-Type: text/xml']],
  ['mailgun', `[["Content-Type","text/xml"],["X-Api-Key","${S}"]]`, ['Content-Type: text/xml']],
  [
    'Authorization',
    `{'Authorization': 'Bearer ${S}', 'Content-Type': 'text/xml'}`,
    ['Content-Type: text/xml', 'Authorization: Bearer'],
  ],
  [
    'HTTP::Headers',
    `bless( {\n 'content-type' => 'text/xml',\n 'x-api-key' => '${S}',\n '::std_case' => {'x-api-key' => 'X-Api-Key'}\n}, 'HTTP::Headers' )`,
    ['content-type: text/xml'],
  ],
  ['Haskell', `[("Content-Type","text/xml"),("X-Api-Key","${S}")]`, ['Content-Type: text/xml']],
  ['Guzzle', `{"Content-Type":["text\\/xml"],"X-Api-Key":["${S}"]}`, ['Content-Type: text/xml']],
  ['bullet', `* Content-Type: text/xml\n* X-Api-Key: ${S}`, ['Content-Type: text/xml']],
  ['numbered', `1. Content-Type: text/xml\n2. X-Api-Key: ${S}`, ['Content-Type: text/xml']],
  // Logs of clients, and what Node prints of its own lists.
  [
    'undici',
    `HeadersList {\n  cookies: null,\n  [Symbol(headers map)]: Map(2) {\n    'content-type' => { name: 'content-type', value: 'text/xml' },\n    'x-api-key' => { name: 'X-Api-Key', value: '${S}' }\n  },\n  [Symbol(headers map sorted)]: null\n}`,
    ['content-type: text/xml'],
  ],
  [
    'node-fetch',
    `Headers {\n  [Symbol(map)]: [Object: null prototype] {\n    'content-type': [ 'text/xml' ],\n    'x-api-key': [ '${S}' ]\n  }\n}`,
    ['content-type: text/xml'],
  ],
  [
    'curl HTTP/2',
    `* [HTTP/2] [1] OPENED stream for https://a.example/\n* [HTTP/2] [1] [:method: GET]\n* [HTTP/2] [1] [content-type: text/xml]\n* [HTTP/2] [1] [x-api-key: ${S}]`,
    ['content-type: text/xml'],
  ],
  [
    'curl h2',
    `* h2 [content-type: text/xml]\n* h2h3 [x-api-key: ${S}]\n* Using Stream ID: 1`,
    ['content-type: text/xml'],
  ],
  [
    'nghttp',
    `[  0.012] send HEADERS frame <length=39, flags=0x25, stream_id=13>\n          ; END_STREAM | END_HEADERS\n          (padlen=0, dep_stream_id=11)\n          :method: GET\n          content-type: text/xml\n          x-api-key: ${S}`,
    ['content-type: text/xml'],
  ],
  [
    'nghttp, received',
    `[  0.031] recv (stream_id=13) :status: 200\n[  0.031] recv (stream_id=13) content-type: text/xml\n[  0.031] recv (stream_id=13) set-cookie: sid=${S}`,
    ['content-type: text/xml'],
  ],
  [
    'Go HTTP/2',
    `2021/01/15 10:15:30 http2: Transport encoding header "content-type" = "text/xml"\n2021/01/15 10:15:30 http2: Transport encoding header "x-api-key" = "${S}"`,
    ['content-type: text/xml'],
  ],
  [
    'Apache wire',
    `http-outgoing-0 >> "Content-Type: text/xml[\\r][\\n]"\nhttp-outgoing-0 >> "X-Api-Key: ${S}[\\r][\\n]"`,
    ['Content-Type: text/xml'],
  ],
  [
    'Feign',
    `[Api#call] ---> POST https://a.example HTTP/1.1\n[Api#call] Content-Type: text/xml\n[Api#call] X-Api-Key: ${S}`,
    ['Content-Type: text/xml'],
  ],
  ['Jersey', `1 > POST https://a.example\n1 > Content-Type: text/xml\n1 > X-Api-Key: ${S}`, ['Content-Type: text/xml']],
  [
    'entities',
    `{&quot;Content-Type&quot;:&quot;text/xml&quot;,&quot;X-Api-Key&quot;:&quot;${S}&quot;}`,
    ['Content-Type: text/xml'],
  ],
];

/** What may be headers, in a way that is not read: it is covered, and that is said. */
const unread: readonly string[] = [
  `send: b'GET / HTTP/1.1\\r\\nX-Api-Key: ${S}\\r\\n'`,
  `<h n="X-Api-Key"><v>${S}</v></h> and more ${S}`,
  `<h x="X-Api-Key">${S}</h>`,
];

describe('headers as tools write them', () => {
  for (const [who, recorded, lines] of notations) {
    it(`${who}: are read, and leave without the secret`, () => {
      const read = readHeaders(recorded);
      const shown = shownHeaderLines(read);
      for (const line of lines) assert.ok(shown.includes(line), shown);
      const request = readRequest({
        url: 'https://a.example/',
        verb: 'GET',
        requestHeaders: recorded,
        requestPayload: '',
      });
      assert.ok(request);
      const document = JSON.stringify({ id: '1', flow_path: [{ request: { headers: recorded } }] });
      const text = typeof recorded === 'string' ? recorded : JSON.stringify(recorded);
      for (const written of [
        shown,
        toCurl(toTemplate(request, 'asRecorded')),
        createMask().session(document),
        createMask().text(text),
      ]) {
        for (const part of ['abcd1234', 'efgh5678']) assert.ok(!written.includes(part), written);
      }
    });
  }

  it('are not all read where Node printed no more of them', () =>
    assert.equal(readHeaders("Headers { [Symbol(map)]: Map(1) { 'x-api-key' => [Object] } }").unread, true));

  for (const recorded of unread) {
    it(`are covered in ${JSON.stringify(recorded)}`, () => {
      const shown = shownHeaderLines(readHeaders(recorded));
      const document = JSON.stringify({ id: '1', flow_path: [{ request: { headers: recorded } }] });
      for (const written of [shown, createMask().session(document)]) assert.ok(!written.includes(S), written);
    });
  }
});
